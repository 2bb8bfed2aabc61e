package org.papermap.cli.internal.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Losses;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.Clustering;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
import org.papermap.cluster.TopicCount;
import org.papermap.cluster.WordNeighbors;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap eval topics`: the topics of papers whose subjects are known.
@Command(
    name = "topics",
    header = "Measures how well topics agree with labels that the papers have.",
    description = {
      "Prints the adjusted mutual information (AMI) and the adjusted Rand index (ARI): 1 is full"
          + " agreement, 0 that of chance, and papers in no topic count as one topic. Then how far"
          + " topics of two seeds agree, and the seconds that grouping took. All are means over the"
          + " seeds.",
      "",
      "papermap is what 'papermap map' does with so many papers. leiden is the same without words;"
          + " k-means is told the number of labels; all others find the number themselves."
    },
    footer = "  papermap eval topics papers.jsonl --label category")
final class EvalTopicsCommand extends Subcommand {
  private static final int NEIGHBORS = 15;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "papers, in any format that 'papermap map' reads")
  private Path file = Path.of("papers.jsonl");

  @Option(
      names = {"--label", "--field"},
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
    Losses.print(reading.report(), err());
    Corpus corpus = labelled(reading.corpus());
    Clustering labels = labels(corpus);
    try (Embedder embedder = Embedder.open(model.choose());
        TerminalProgress progress = TerminalProgress.standard()) {
      EmbeddingMatrix vectors =
          embedder.embed(corpus.texts(), TextKind.PASSAGE, progress).vectors();
      NeighborGraph graph = NeighborGraph.of(vectors, NEIGHBORS, progress);
      long began = System.nanoTime();
      WordNeighbors words = WordNeighbors.of(corpus);
      double seconds = secondsSince(began);
      PrintWriter out = out();
      out.println(
          "%s, %s, %s, %s"
              .formatted(
                  Count.of(corpus.size(), "paper"),
                  Count.of(labels.count(), "label"),
                  Count.of(seeds, "seed"),
                  embedder.model().name()));
      out.println("             topics  in none    AMI    ARI  two seeds  seconds");
      LongFunction<ClusteringMethod> chosen =
          seed -> Clusterer.choose(vectors, graph, TopicCount.auto(), seed);
      for (Rival rival : rivals(corpus.size(), labels.count(), chosen)) {
        WordNeighbors used = rival.words() ? words : WordNeighbors.none(corpus.size());
        out.println(line(rival, trials(vectors, graph, used, rival), labels, seconds));
        out.flush();
      }
    }
    return ExitCode.OK;
  }

  private Corpus labelled(Corpus corpus) {
    List<Paper> papers =
        corpus.papers().stream().filter(it -> it.extra().containsKey(field)).toList();
    if (papers.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no paper has a field '%s'. Name the one with labels with --label."
              .formatted(file, field));
    }
    if (papers.size() < corpus.size()) {
      err()
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

  /// A way to group papers.
  ///
  /// @param words whether it uses neighbors by words, too
  /// @param method for each seed
  private record Rival(String name, boolean words, LongFunction<ClusteringMethod> method) {}

  private record Trial(Clustering found, double seconds) {}

  private static List<Rival> rivals(int papers, int labels, LongFunction<ClusteringMethod> chosen) {
    TopicCount auto = TopicCount.auto();
    List<Rival> rivals = new ArrayList<>();
    rivals.add(new Rival("papermap", true, chosen));
    rivals.add(new Rival("leiden", false, seed -> new ClusteringMethod.Leiden(auto, seed)));
    rivals.add(
        new Rival(
            "cwts-leiden",
            false,
            seed -> new ClusteringMethod.Leiden(auto, seed, LeidenProgram.CWTS)));
    if (papers <= ClusteringMethod.WARD_LIMIT) {
      rivals.add(new Rival("ward", false, _ -> new ClusteringMethod.Ward(auto)));
    }
    rivals.add(
        new Rival(
            "k-means", false, seed -> new ClusteringMethod.KMeans(TopicCount.of(labels), seed)));
    rivals.add(new Rival("hdbscan", false, _ -> ClusteringMethod.Hdbscan.forPapers(papers)));
    return rivals;
  }

  private List<Trial> trials(
      EmbeddingMatrix vectors, NeighborGraph graph, WordNeighbors words, Rival rival) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> {
          long began = System.nanoTime();
          Clustering found =
              Clusterer.fit(vectors, graph, words, rival.method().apply(seed)).topics();
          return new Trial(found, secondsSince(began));
        })
        .toList();
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /// @param reading the seconds that it took to find neighbors by words
  private static String line(Rival rival, List<Trial> trials, Clustering labels, double reading) {
    List<Clustering> found = trials.stream().map(Trial::found).toList();
    List<Clustering.Agreement> agreements =
        found.stream().map(it -> Clustering.Agreement.of(it, labels)).toList();
    return String.format(
        Locale.ROOT,
        "%-11s  %6.1f  %5.1f %%  %5.3f  %5.3f  %9s  %7.2f",
        rival.name(),
        found.stream().mapToInt(Clustering::count).average().orElse(0),
        found.stream().mapToDouble(it -> 100.0 * it.noise() / it.rows()).average().orElse(0),
        mean(agreements.stream()),
        agreements.stream()
            .mapToDouble(Clustering.Agreement::adjustedRandIndex)
            .average()
            .orElse(0),
        found.size() < 2 ? "" : String.format(Locale.ROOT, "%.3f", mean(pairs(found))),
        trials.stream().mapToDouble(Trial::seconds).average().orElse(0)
            + (rival.words() ? reading : 0));
  }

  private static Stream<Clustering.Agreement> pairs(List<Clustering> found) {
    List<Clustering.Agreement> agreements = new ArrayList<>();
    for (int one = 0; one < found.size(); one++) {
      for (int other = 0; other < one; other++) {
        agreements.add(Clustering.Agreement.of(found.get(one), found.get(other)));
      }
    }
    return agreements.stream();
  }

  private static double mean(Stream<Clustering.Agreement> agreements) {
    return agreements
        .mapToDouble(Clustering.Agreement::adjustedMutualInformation)
        .average()
        .orElse(0);
  }
}
