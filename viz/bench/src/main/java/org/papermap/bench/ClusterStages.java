package org.papermap.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.cluster.TopicCount;
import org.papermap.cluster.WordNeighbors;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutFitter;
import org.papermap.layout.LayoutMethod;
import org.papermap.layout.LayoutQuality;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.progress.ProgressListener;
import org.papermap.topic.TopicModel;
import org.papermap.vectors.EmbeddingMatrix;
import smile.clustering.KMeans;
import smile.graph.NearestNeighborGraph;

/// The stages of one map, each beside what Smile has for it.
final class ClusterStages {
  private static final int NEIGHBORS = 15;
  private static final int ITERATIONS = 100;
  private static final long SEED = 42;

  /// Words an abstract, so many of them of its subject.
  private static final int WORDS = 150;

  private static final int OWN_WORDS = 30;

  private final EmbeddingMatrix vectors;
  private final int smileLimit;
  private final List<ClusterBench.Figures> figures = new ArrayList<>();

  private ClusterStages(EmbeddingMatrix vectors, int smileLimit) {
    this.vectors = vectors;
    this.smileLimit = smileLimit;
  }

  static List<ClusterBench.Figures> run(EmbeddingMatrix vectors, int smileLimit) {
    ClusterStages stages = new ClusterStages(vectors, smileLimit);
    stages.run();
    return stages.figures;
  }

  private void run() {
    boolean beside = vectors.rows() <= smileLimit;
    String leftOut = "Smile's search left out for its time";
    NeighborGraph graph =
        stage(
            "graph",
            () -> NeighborGraph.of(vectors, NEIGHBORS, ProgressListener.NONE),
            beside ? _ -> NearestNeighborGraph.of(rows(), NEIGHBORS) : null,
            found ->
                (found.recall() < 1
                        ? "%.1f %% of the nearest found; ".formatted(100 * found.recall())
                        : "all pairs compared; ")
                    + (beside ? "as Smile does" : leftOut));
    ClusteringMethod method = ClusteringMethod.forPapers(vectors.rows(), TopicCount.auto(), SEED);
    ClusterTree tree =
        stage(
            "clusters",
            () -> Clusterer.fit(vectors, graph, method),
            beside
                ? found -> KMeans.lloyd(rows(), Math.max(2, found.topics().count()), ITERATIONS)
                : null,
            beside
                ? "areas, topics, sub-topics; Smile's k-means, told the number"
                : "areas, topics, sub-topics; Smile's k-means left out for its time");
    Layout layout =
        stage(
            "t-SNE",
            () -> LayoutFitter.fit(vectors, graph, LayoutMethod.Tsne.defaults()),
            null,
            found -> faithfulness(graph, found) + "; Smile's left out");
    stage(
        "UMAP",
        () -> LayoutFitter.fit(vectors, graph, LayoutMethod.Umap.defaults()),
        beside ? _ -> LayoutFitter.fit(vectors, graph, LayoutMethod.SmileUmap.defaults()) : null,
        found ->
            faithfulness(graph, found)
                + (beside ? "; Smile's on our graph" : "; Smile's left out for its time"));
    Corpus corpus = papers(tree);
    WordNeighbors words =
        stage("words", () -> WordNeighbors.of(corpus), null, "neighbors by words; Smile has none");
    stage("labels", () -> TopicModel.defaults().fit(corpus, vectors, tree), null, "Smile has none");
    stage(
        "quality",
        () -> {
          LayoutQuality.of(vectors, graph, layout);
          return ClusteringQuality.of(vectors, graph, words, tree.topics(), method);
        },
        null,
        "Smile has none");
  }

  private String faithfulness(NeighborGraph graph, Layout layout) {
    LayoutQuality quality = LayoutQuality.of(vectors, graph, layout);
    return "trustworthiness %.3f, %.0f %% of neighbors kept"
        .formatted(quality.trustworthiness(), 100 * quality.neighborsKept());
  }

  private double[][] rows() {
    return IntStream.range(0, vectors.rows())
        .mapToObj(row -> {
          float[] values = vectors.row(row);
          return IntStream.range(0, values.length).mapToDouble(j -> values[j]).toArray();
        })
        .toArray(double[][]::new);
  }

  /// Abstracts of made-up words, most of them drawn at random, some from the topic.
  private Corpus papers(ClusterTree tree) {
    Random random = new Random(SEED);
    return Corpus.of(
        IntStream.range(0, vectors.rows())
            .mapToObj(row -> {
              StringBuilder text = new StringBuilder();
              for (int i = 0; i < WORDS; i++) {
                int word =
                    i < OWN_WORDS
                        ? 10_000 + 100 * tree.topics().label(row) + random.nextInt(100)
                        : random.nextInt(10_000);
                text.append(word(word)).append(i % 12 == 11 ? ". " : " ");
              }
              return Paper.of("p" + row, "On " + word(random.nextInt(10_000)), text.toString());
            })
            .toList());
  }

  /// A number as a word of syllables.
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int left = number + 100; left > 0; left /= 20) {
      word.append("bdfgklmnprstvzchjqwx".charAt(left % 20)).append("aeiou".charAt(left % 5));
    }
    return word.toString();
  }

  /// Runs our stage, then Smile's, which may be given what ours found.
  private <T> T stage(String name, Supplier<T> ours, @Nullable Function<T, ?> smile, String note) {
    return stage(name, ours, smile, _ -> note);
  }

  private <T> T stage(
      String name,
      Supplier<T> ours,
      @Nullable Function<T, ?> smile,
      Function<? super T, String> note) {
    Timed<T> mine = timed(ours);
    double seconds = -1;
    long megabytes = 0;
    if (smile != null) {
      Timed<?> its = timed(() -> smile.apply(mine.result));
      seconds = its.seconds;
      megabytes = its.megabytes;
    }
    figures.add(
        new ClusterBench.Figures(
            name, mine.seconds, mine.megabytes, seconds, megabytes, note.apply(mine.result)));
    return mine.result;
  }

  private record Timed<T>(T result, double seconds, long megabytes) {}

  private static <T> Timed<T> timed(Supplier<T> work) {
    System.gc();
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long began = System.nanoTime();
    T result = work.get();
    double seconds = (System.nanoTime() - began) / 1e9;
    long bytes = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Timed<>(result, seconds, bytes >> 20);
  }
}
