package org.papermap.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.papermap.cli.internal.options.Models;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.Summary;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusWriter;
import org.papermap.corpus.Paper;
import org.papermap.corpus.Sentences;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.MapPipeline;
import org.papermap.pipeline.MapResult;
import org.papermap.pipeline.MapSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `papermap train`: makes two maps at the end of a build, from which Java trains the AOT cache.
/// One is of the papers in a folder. The other is of many papers, mixed from the sentences of the
/// first and with made-up vectors, because a large map runs other code. Not for users.
@Command(
    name = "train",
    hidden = true,
    header = "Makes the maps that the launcher makes the AOT cache from.")
final class TrainCommand extends Subcommand {
  /// Enough for the code of large maps to be run often, in two seconds.
  private static final int MANY = 2_000;

  /// Papers whose sentences are mixed, so that there are groups to find.
  private static final int MIXED = 7;

  private static final int FEWEST_SENTENCES = 4;
  private static final int MOST_SENTENCES = 9;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "papers")
  private Path papers = Path.of("data");

  @Parameters(index = "1", paramLabel = "DIR", description = "where the maps go")
  private Path out = Path.of("out");

  @Override
  public Integer call() throws IOException {
    int status =
        Main.run(out(), err(), "map", papers.toString(), "--out", out.resolve("few").toString());
    if (status == ExitCode.OK) {
      mapMany(CorpusReader.read(papers).corpus().papers());
    }
    return status;
  }

  private void mapMany(List<Paper> few) throws IOException {
    long began = System.nanoTime();
    Path file = out.resolve("many.jsonl.gz");
    try (Writer text =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      CorpusWriter.write(many(few), CorpusWriter.Form.JSON_LINES, text);
    }
    try (MadeUpModel model = new MadeUpModel(Models.catalog().defaultModel())) {
      MapResult result = MapPipeline.of(model, MapSettings.defaults()).run(CorpusReader.read(file));
      List<Path> files = MapFolder.write(result, out.resolve("many"));
      Summary.print(result, files, System.nanoTime() - began, out());
    }
  }

  /// Papers with titles, sentences and names of a few papers each.
  private static List<Paper> many(List<Paper> few) {
    SplittableRandom random = new SplittableRandom(1);
    List<Paper> many = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int group = random.nextInt(few.size()) / MIXED * MIXED;
      Paper first = few.get((group + random.nextInt(MIXED)) % few.size());
      Paper second = few.get((group + random.nextInt(MIXED)) % few.size());
      List<String> sentences = new ArrayList<>();
      int count = random.nextInt(FEWEST_SENTENCES, MOST_SENTENCES);
      for (int j = 0; j < count; j++) {
        Paper from = few.get((group + random.nextInt(MIXED)) % few.size());
        List<String> all = Sentences.of(from.text());
        sentences.add(all.get(random.nextInt(all.size())));
      }
      many.add(
          new Paper(
              "%d.%05d".formatted(2001 + i % 12, i),
              half(first.title(), 0) + " " + half(second.title(), 1) + " " + i,
              // Lines as arXiv breaks them, and what has to be cleaned of most abstracts.
              String.join("\n", sentences) + " It takes $O(n^2)$ and 5\\% of “naïve” R&amp;D.",
              List.of("Ada Lind " + i % 900, "J. Moreau"),
              LocalDate.EPOCH.plusDays(i),
              URI.create("https://arxiv.org/abs/%d.%05d".formatted(2001 + i % 12, i)),
              Map.of("upvotes", Integer.toString(i % 90))));
    }
    return many;
  }

  private static String half(String title, int which) {
    String[] words = title.split(" ", -1);
    int middle = (words.length + 1) / 2;
    return String.join(
        " ", List.of(words).subList(which * middle, which == 0 ? middle : words.length));
  }
}
