package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.embed.Embedder;
import org.papermap.embed.GivenVectors;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.model.ModelCatalog;
import org.papermap.model.TextKind;
import org.papermap.pipeline.EarlierMap;
import org.papermap.pipeline.MapPipeline;
import org.papermap.pipeline.MapResult;
import org.papermap.pipeline.MapSettings;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import org.papermap.viz.MapWriter;
import org.papermap.viz.MapWriter.Abstracts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `papermap bench growth`: a map that grows by its papers' dates, beside one that is made anew.
@Command(
    name = "growth",
    header = "Lets a map grow by its papers' dates, and compares it with one made anew.",
    description = {
      "",
      "The first map has the papers up to the first step, each further one those of some more days."
          + " Told of each step: papers, the farthest that an old one moved, topics that are still"
          + " there and those of them with the name they had, the seconds from vectors to the map."
          + " Each --check steps a map is made anew: the share of papers that it groups alike, its"
          + " topics matched one to one by overlap; trustworthiness of both; and its seconds.",
      ""
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  papermap bench growth papers.jsonl.gz --window 365"})
final class GrowthBench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "papers with dates")
  private Path file = Path.of("");

  @Option(names = "--vectors", paramLabel = "FILE.npy", description = "their vectors, in order")
  private @Nullable Path vectors;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "26", description = "how many steps")
  private int steps = 26;

  @Option(names = "--days", paramLabel = "N", defaultValue = "14", description = "days a step")
  private int days = 14;

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      description = "papers leave when they are older (default: they stay)")
  private @Nullable Integer window;

  @Option(
      names = "--check",
      paramLabel = "N",
      defaultValue = "13",
      description = "compare with a map made anew each N steps (default: ${DEFAULT-VALUE})")
  private int check = 13;

  @Option(
      names = "--refit",
      description = "when the map says that it is due, fit it again at the next step")
  private boolean refit;

  private final List<Double> stepSeconds = new ArrayList<>();
  private final List<Double> fullSeconds = new ArrayList<>();
  private int topicsBefore;
  private int topicsSurviving;
  private int topicsNamed;
  private double farthest;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    CorpusReading read = CorpusReader.read(file);
    Corpus all = read.corpus();
    EmbeddingMatrix matrix = vectors == null ? embedded(all) : NpyFile.read(vectors);
    int[] dated =
        IntStream.range(0, all.size())
            .filter(row -> all.paper(row).date() != null)
            .boxed()
            .sorted(Comparator.comparing((Integer row) -> date(all, row)).thenComparing(row -> row))
            .mapToInt(Integer::intValue)
            .toArray();
    LocalDate last = date(all, dated[dated.length - 1]);
    Path folder = Files.createTempDirectory("papermap-bench-growth");
    Path page = folder.resolve("map.html");
    GivenVectors given = given(folder, all, matrix);
    try {
      out.println("step  day         papers   new  moved  topics kept named  seconds  grown  anew");
      GrownMap before = null;
      boolean due = false;
      for (int step = 0; step <= steps; step++) {
        LocalDate day = last.minusDays((long) days * (steps - step));
        GrownMap papers = GrownMap.of(read, dated, day, window);
        MapSettings settings =
            MapSettings.defaults().withMeaning(false).withDay(day).withRefit(refit && due);
        long began = System.nanoTime();
        MapPipeline job = job(given, settings);
        MapResult grown = (step == 0 ? job : job.like(EarlierMap.read(page))).run(papers.reading());
        double seconds = (System.nanoTime() - began) / 1e9;
        due = !grown.map().history().refitDue().isEmpty();
        GrownMap now = papers.with(grown);
        out.print(line(step, day, before, now, seconds));
        if (step > 0 && (step % check == 0 || step == steps)) {
          out.print(compared(now, given, settings.withRefit(false)));
        }
        out.println(due ? "  refit due" : "");
        out.flush();
        Files.deleteIfExists(page);
        MapWriter.write(grown.map(), page, Abstracts.UP_TO_20000);
        before = now;
      }
      summary(out);
    } finally {
      Files.deleteIfExists(page);
      Files.delete(folder);
    }
    return 0;
  }

  private static LocalDate date(Corpus corpus, int row) {
    return Objects.requireNonNull(corpus.paper(row).date());
  }

  private static EmbeddingMatrix embedded(Corpus corpus) throws IOException {
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel())) {
      return embedder.embed(corpus.texts(), TextKind.PASSAGE, ProgressListener.NONE).vectors();
    }
  }

  private String line(
      int step, LocalDate day, @Nullable GrownMap before, GrownMap now, double seconds) {
    List<TopicHistory> ways = now.result().map().history().topics();
    int earlier = (int) ways.stream().filter(it -> it.earlierNumber() >= 0).count();
    List<TopicHistory> surviving =
        ways.stream().filter(it -> it.earlierNumber() >= 0 && it.number() >= 0).toList();
    long named =
        surviving.stream()
            .filter(it -> !it.changes().contains(Change.RENAMED))
            .filter(it -> before == null || before.hasColour(it, now))
            .count();
    double moved = before == null ? 0 : before.farthestMove(now);
    if (step > 0) {
      topicsBefore += earlier;
      topicsSurviving += surviving.size();
      topicsNamed += (int) named;
      farthest = Math.max(farthest, moved);
      stepSeconds.add(seconds);
    }
    return "%4d  %s  %6d  %4d  %.3f  %4d  %3d  %3d   %6.2f"
        .formatted(
            step,
            day,
            now.result().map().corpus().size(),
            now.fresh(),
            moved,
            now.result().map().topics().size(),
            surviving.size(),
            named,
            seconds);
  }

  private String compared(GrownMap now, GivenVectors given, MapSettings settings)
      throws IOException {
    long began = System.nanoTime();
    MapResult anew = job(given, settings).run(now.reading());
    double seconds = (System.nanoTime() - began) / 1e9;
    fullSeconds.add(seconds);
    return "   %.3f  %.3f (%.2f s, %d topics); alike: new %.3f, all since the first %.3f, all %.3f"
        .formatted(
            now.result().map().layoutQuality().trustworthiness(),
            anew.map().layoutQuality().trustworthiness(),
            seconds,
            anew.map().topics().size(),
            now.alike(anew, now.result().map().history().edition()),
            now.alike(anew, 2),
            now.alike(anew, 1));
  }

  private void summary(PrintWriter out) {
    double step = stepSeconds.stream().sorted().skip(stepSeconds.size() / 2).findFirst().orElse(0.);
    double full = fullSeconds.stream().mapToDouble(it -> it).average().orElse(0);
    out.printf(
        "%nold papers moved %.4f at most; of %d topics %d survived a step, %d of these (%.1f %%)"
            + " with name and colour; a step took %.2f s in the median, %.0f %% of %.2f s anew%n",
        farthest,
        topicsBefore,
        topicsSurviving,
        topicsNamed,
        100.0 * topicsNamed / Math.max(1, topicsSurviving),
        step,
        100 * step / Math.max(1e-9, full),
        full);
  }

  /// The vectors with the ids of their papers, which serve for any part of them.
  private static GivenVectors given(Path folder, Corpus all, EmbeddingMatrix matrix)
      throws IOException {
    Path written = folder.resolve("vectors.npy");
    NpyFile.write(written, matrix);
    Files.write(NpyFile.idsBeside(written), all.papers().stream().map(it -> it.id()).toList());
    GivenVectors given = GivenVectors.read(written);
    Files.delete(written);
    Files.delete(NpyFile.idsBeside(written));
    return given;
  }

  private static MapPipeline job(GivenVectors vectors, MapSettings settings) {
    return MapPipeline.of(vectors, settings, ProgressListener.NONE);
  }
}
