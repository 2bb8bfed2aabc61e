package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.Clustering;
import org.papermap.cluster.ClusteringAgreement;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
import org.papermap.cluster.TopicCount;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.model.TextKind;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `papermap eval topics`: the topics of papers whose subjects are known.
@Command(
    name = "topics",
    header = "Measures how well topics agree with labels that the papers have.",
    description = {
      "",
      "Prints the adjusted mutual information and the adjusted Rand index (1 is full agreement, 0"
          + " that of chance; papers in no topic count as one topic), and how far topics of two"
          + " seeds agree: means over the seeds. k-means is told the number of labels; the others"
          + " find the number themselves.",
      ""
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  papermap eval topics papers.jsonl --field category"})
final class EvalTopicsCommand implements Callable<Integer> {
  private static final int NEIGHBORS = 15;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "papers, in any format that 'papermap map' reads")
  private Path file = Path.of("papers.jsonl");

  @Option(
      names = "--field",
      paramLabel = "NAME",
      defaultValue = "label",
      description = "the papers' field that holds the label (default: ${DEFAULT-VALUE})")
  private String field = "label";

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how many seeds (default: ${DEFAULT-VALUE})")
  private int seeds = 3;

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    if (seeds < 1) {
      throw new IllegalArgumentException("seeds: " + seeds + ". Give one or more.");
    }
    CorpusReading reading = CorpusReader.read(file);
    Losses.print(reading.report(), spec.commandLine().getErr());
    Corpus corpus = labelled(reading.corpus());
    Clustering labels = labels(corpus);
    try (Embedder embedder = Embedder.open(model.choose());
        TerminalProgress progress = TerminalProgress.standard()) {
      EmbeddingMatrix vectors =
          embedder.embed(corpus.texts(), TextKind.PASSAGE, progress).vectors();
      NeighborGraph graph = NeighborGraph.of(vectors, NEIGHBORS, progress);
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          "%s, %s, %s"
              .formatted(
                  Count.of(corpus.size(), "paper"),
                  Count.of(labels.count(), "label"),
                  embedder.model().name()));
      out.println("             topics  in none    AMI    ARI  two seeds");
      methods(corpus.size(), labels.count())
          .forEach((name, method) -> {
            List<Clustering> found =
                LongStream.rangeClosed(1, seeds)
                    .mapToObj(seed -> Clusterer.fit(vectors, graph, method.apply(seed)).topics())
                    .toList();
            out.println(line(name, found, labels));
            out.flush();
          });
    }
    return ExitCode.OK;
  }

  private Corpus labelled(Corpus corpus) {
    List<Paper> papers =
        corpus.papers().stream().filter(it -> it.extra().containsKey(field)).toList();
    if (papers.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no paper has a field '%s'. Name the one with labels with --field."
              .formatted(file, field));
    }
    if (papers.size() < corpus.size()) {
      spec.commandLine()
          .getErr()
          .println(
              "%s: %s without a field '%s', left out."
                  .formatted(file, Count.of(corpus.size() - papers.size(), "paper"), field));
    }
    return Corpus.of(papers);
  }

  private Clustering labels(Corpus corpus) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] labels = new int[corpus.size()];
    for (int row = 0; row < labels.length; row++) {
      String label = corpus.paper(row).extra().getOrDefault(field, "");
      labels[row] = numbers.computeIfAbsent(label, _ -> numbers.size());
    }
    return Clustering.of(labels);
  }

  /// The methods for so many papers, each for a seed.
  private static Map<String, LongFunction<ClusteringMethod>> methods(int papers, int labels) {
    Map<String, LongFunction<ClusteringMethod>> methods = new LinkedHashMap<>();
    if (papers <= ClusteringMethod.WARD_LIMIT) {
      methods.put("ward", _ -> new ClusteringMethod.Ward(TopicCount.auto()));
    }
    methods.put("leiden", seed -> new ClusteringMethod.Leiden(TopicCount.auto(), seed));
    methods.put(
        "cwts-leiden",
        seed -> new ClusteringMethod.Leiden(TopicCount.auto(), seed, LeidenProgram.CWTS));
    methods.put("hdbscan", _ -> ClusteringMethod.Hdbscan.forPapers(papers));
    methods.put("k-means", seed -> new ClusteringMethod.KMeans(TopicCount.of(labels), seed));
    return methods;
  }

  private static String line(String name, List<Clustering> found, Clustering labels) {
    List<ClusteringAgreement> agreements =
        found.stream().map(it -> ClusteringAgreement.of(it, labels)).toList();
    return String.format(
        Locale.ROOT,
        "%-11s  %6.1f  %5.1f %%  %5.3f  %5.3f  %9s",
        name,
        found.stream().mapToInt(Clustering::count).average().orElse(0),
        found.stream().mapToDouble(it -> 100.0 * it.noise() / it.rows()).average().orElse(0),
        mean(agreements.stream()),
        agreements.stream().mapToDouble(ClusteringAgreement::adjustedRandIndex).average().orElse(0),
        found.size() < 2 ? "" : String.format(Locale.ROOT, "%.3f", mean(pairs(found))));
  }

  private static Stream<ClusteringAgreement> pairs(List<Clustering> found) {
    List<ClusteringAgreement> agreements = new ArrayList<>();
    for (int one = 0; one < found.size(); one++) {
      for (int other = 0; other < one; other++) {
        agreements.add(ClusteringAgreement.of(found.get(one), found.get(other)));
      }
    }
    return agreements.stream();
  }

  private static double mean(Stream<ClusteringAgreement> agreements) {
    return agreements
        .mapToDouble(ClusteringAgreement::adjustedMutualInformation)
        .average()
        .orElse(0);
  }
}
