package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.Paper;
import org.papermap.embed.internal.engine.KernelChoice;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap bench embed`: all-MiniLM-L6-v2 by Papermap, by ONNX Runtime and by LangChain4j.
@Command(
    name = "embed",
    header = "Measures embedding beside ONNX Runtime and LangChain4j.",
    description =
        "All run all-MiniLM-L6-v2 on the same texts, which are cut to one limit beforehand, and"
            + " tokenize them in the time that is taken. Rounds take turns.",
    footer = {"  papermap bench embed", "  papermap bench embed papers.jsonl.gz"})
final class EmbedBench extends Subcommand {
  private static final String MODEL = "all-MiniLM-L6-v2";

  /// LangChain4j uses the limit in the tokenizer's file, which is half of the model's.
  private static final int LANGCHAIN_TOKENS = 128;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description = "papers to take the texts from (default: those of data/)")
  private List<Path> inputs = List.of();

  @Option(
      names = "--texts",
      paramLabel = "N",
      defaultValue = "128",
      description = "how many texts a round (default: ${DEFAULT-VALUE})")
  private int texts = 128;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      defaultValue = "256",
      description = "the limit of them all (default: ${DEFAULT-VALUE})")
  private int tokens = 256;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "rounds after one to warm up (default: ${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "300",
      description = "single queries to time (default: ${DEFAULT-VALUE})")
  private int queries = 300;

  @Option(names = "--only", paramLabel = "speed|latency", description = "one half of it")
  private String only = "";

  @Override
  public Integer call() throws Exception {
    PrintWriter out = out();
    ModelSpec model = ModelCatalog.standard().model(MODEL);
    List<KernelChoice> choices = choices(out);
    try (TokenLimit limit = TokenLimit.open()) {
      List<Paper> papers = papers();
      List<String> whole = filled(papers.stream().map(Paper::text).toList());
      List<String> abstracts = whole.stream().map(text -> limit.cut(text, tokens)).toList();
      List<String> titles = filled(papers.stream().map(Paper::title).toList());
      if (!only.equals("latency")) {
        Map<Dtype, Double> peaks = new LinkedHashMap<>();
        for (KernelChoice choice : choices) {
          double peak = MatrixPeak.measure(choice, rounds);
          peaks.put(choice.dtype(), peak);
          line(out, "matrix peak in %s: %.0f GFLOP/s", choice.words(), peak * 1e-9);
        }
        try (Contest contest = Contest.open(model, peaks.keySet(), limit)) {
          contest.run("abstracts", abstracts, rounds, peaks, out);
          if (tokens > LANGCHAIN_TOKENS) {
            List<String> halves =
                whole.stream().map(text -> limit.cut(text, LANGCHAIN_TOKENS)).toList();
            contest.run("abstracts, as far as LangChain4j reads", halves, rounds, peaks, out);
          }
          contest.run("titles", titles, rounds, peaks, out);
        }
      }
      if (!only.equals("speed")) {
        for (KernelChoice choice : choices) {
          Latency.print(choice.calculated(model), titles, abstracts, queries, out);
          ColdStart.print(choice.dtype(), out);
        }
      }
    }
    return 0;
  }

  /// The number formats that this processor has a kernel for. Prints those that it has none for.
  private static List<KernelChoice> choices(PrintWriter out) {
    List<KernelChoice> choices = new ArrayList<>();
    for (Dtype asked : Dtype.values()) {
      KernelChoice choice = KernelChoice.of(CacheFolder.standard(), asked);
      if (choice.dtype() == asked) {
        choices.add(choice);
      } else {
        line(out, "no rows for %s on this machine: %s", asked.label(), choice.reason());
      }
    }
    return choices;
  }

  private static void line(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private List<Paper> papers() throws IOException {
    List<Path> from =
        inputs.isEmpty()
            ? List.of(Path.of(System.getProperty("papermap.home", ""), "data"))
            : inputs;
    List<Paper> papers = CorpusReader.read(from).corpus().papers();
    if (papers.isEmpty()) {
      throw new IOException(from + ": no papers. Name a file that has some.");
    }
    return papers;
  }

  /// The texts of a round: spread evenly over the given ones, which are repeated if too few.
  private List<String> filled(List<String> all) {
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      int from = all.size() < texts ? i % all.size() : (int) ((long) i * all.size() / texts);
      filled.add(all.get(from));
    }
    return filled;
  }
}
