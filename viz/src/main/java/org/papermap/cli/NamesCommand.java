package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.papermap.cli.internal.llm.KeptAnswers;
import org.papermap.cli.internal.llm.LanguageModel;
import org.papermap.cli.internal.llm.ModelNames;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.options.Models;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.corpus.Corpus;
import org.papermap.embed.Embedder;
import org.papermap.files.OutputFile;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.SavedMap;
import org.papermap.topic.NameJudge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap names`: names from a language model of the reader's.
@Command(
    name = "names",
    header = "Has a language model of yours name the groups of a map.",
    description = {
      "Any server that speaks OpenAI's chat protocol will do, such as Ollama, llama.cpp or vLLM. It"
          + " is sent the names, phrases and titles of typical papers, groups side by side"
          + " together. A name that is sound and suits its papers no worse than the present one, as"
          + " 'papermap eval names' measures it, goes into a file for 'papermap map --labels'. This"
          + " is the only command that sends anything of your papers over the network.",
      "",
      "A run that was interrupted goes on where it was, if it is given the same file. A key is"
          + " taken from the variable PAPERMAP_LLM_KEY."
    },
    footer = {
      "  papermap names out --endpoint http://localhost:11434/v1 --llm qwen3 --out"
          + " names.properties",
      "  papermap map --labels names.properties"
    })
final class NamesCommand extends Subcommand {
  static final String KEY = "PAPERMAP_LLM_KEY";

  private static final String HEAD = "# Names by a language model, from 'papermap names'.";

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Parameters(index = "0", paramLabel = "MAP", description = "the folder of a map")
  private Path map = Path.of("out");

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      required = true,
      description = "the server, such as http://localhost:11434/v1")
  private String endpoint = "";

  @Option(
      names = "--llm",
      paramLabel = "NAME",
      required = true,
      description = "the language model, as the server calls it")
  private String llm = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "names.properties",
      description =
          "where the names go; one that is there already stays (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("names.properties");

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    requireFree();
    String key = Objects.requireNonNullElse(System.getenv(KEY), "");
    SavedMap saved = MapFolder.open(map);
    KeptAnswers kept = KeptAnswers.open(Path.of(out + ".answers"));
    try (Embedder embedder =
            model.isNamed() ? saved.embedder(model.choose()) : saved.embedder(Models.catalog());
        LanguageModel asked = new LanguageModel(address(), llm, key, PAUSE);
        TerminalProgress progress = TerminalProgress.standard()) {
      NameJudge judge =
          NameJudge.of(saved.named(), saved.corpus(), saved.vectors(), embedder::embed);
      int questions = NameJudge.families(saved.named()).size();
      List<ModelNames.Offer> offers =
          new ModelNames(saved.corpus(), judge, asked, llm, kept)
              .offers(saved.named(), done -> progress.progressed("asking", done, questions));
      OutputFile.write(out, file(offers, saved.corpus()));
      kept.remove();
      print(offers, out());
    }
    return ExitCode.OK;
  }

  private void requireFree() throws IOException {
    new OutputFile(out, "an empty file", Pattern.compile("^$")).requireOurs();
    Path folder = out.toAbsolutePath().getParent();
    OutputFile.requireWritable(folder == null ? Path.of("/") : folder);
  }

  private URI address() {
    try {
      return new URI(endpoint);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException(
          endpoint
              + ": is not the address of a server. Give one such as http://localhost:11434/v1.");
    }
  }

  /// The names that were taken, in the form that `--labels` reads.
  private static String file(List<ModelNames.Offer> offers, Corpus corpus) {
    StringBuilder file = new StringBuilder(HEAD).append('\n');
    for (ModelNames.Offer offer : offers) {
      // An id with a semicolon would read as two ids.
      String papers =
          offer.group().exemplars().stream()
              .map(row -> corpus.paper(row).id())
              .filter(id -> !id.contains(";") && !id.isBlank())
              .collect(Collectors.joining("; "));
      if (offer.taken() && !papers.isEmpty()) {
        String entry = kind(offer) + "." + (offer.group().number() + 1);
        file.append(
            "\n%s.name = %s\n%s.papers = %s\n".formatted(entry, offer.offered(), entry, papers));
      }
    }
    return file.toString();
  }

  private static String kind(ModelNames.Offer offer) {
    return offer.level().name().toLowerCase(Locale.ROOT);
  }

  private void print(List<ModelNames.Offer> offers, PrintWriter to) {
    long taken = offers.stream().filter(ModelNames.Offer::taken).count();
    for (ModelNames.Offer offer : offers) {
      String verdict =
          offer.taken()
              ? "taken"
              : offer.fault().isEmpty() ? "suits no better" : "refused: " + offer.fault();
      to.println(
          TerminalText.of(
              String.format(
                  Locale.ROOT,
                  "%-8s  %s -> %s  (%.3f -> %.3f, %s)",
                  kind(offer),
                  offer.group().name(),
                  offer.offered().isEmpty() ? "-" : offer.offered(),
                  offer.present(),
                  offer.score(),
                  verdict)));
    }
    to.println(
        "%s of %s taken: %s"
            .formatted(
                Count.of(taken, "name"),
                Count.of(offers.size(), "group"),
                TerminalText.of("" + out)));
  }
}
