package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.Clustering;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.TopicAssignment;
import org.papermap.cluster.TopicCount;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReader;
import org.papermap.embed.Embedder;
import org.papermap.layout.FittedLayout;
import org.papermap.layout.FittedLayout.Placement;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutFitter;
import org.papermap.layout.LayoutMethod;
import org.papermap.math.TopK;
import org.papermap.model.ModelCatalog;
import org.papermap.model.TextKind;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap bench place`: whether papers that were held out get the place and the topic that a map
/// of all papers gives them.
@Command(
    name = "place",
    header = "Puts papers that were held out on a map, and compares with the map of all papers.",
    description =
        "First on the map of all papers without them, where place and topic are known; then on a"
            + " map that was made without them, whose topics and places are its own.",
    footer = "  papermap bench place papers.jsonl.gz --held-out 300")
final class PlaceBench extends Subcommand {
  private static final int NEIGHBORS = 15;
  private static final long SEED = 42;

  @Parameters(paramLabel = "FILE", description = "papers, in any format that 'papermap map' reads")
  private Path file = Path.of("");

  @Option(
      names = "--held-out",
      paramLabel = "N",
      defaultValue = "300",
      description = "how many papers are held out (default: ${DEFAULT-VALUE})")
  private int heldOut = 300;

  private EmbeddingMatrix vectors = EmbeddingMatrix.of(new float[0], 1);

  @Override
  public Integer call() throws IOException {
    Corpus corpus = CorpusReader.read(file).corpus();
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel())) {
      vectors = embedder.embed(corpus.texts(), TextKind.PASSAGE, ProgressListener.NONE).vectors();
    }
    int[] order = MadeUpVectors.shuffled(corpus.size(), new Random(SEED));
    int[] left = Arrays.stream(order).limit(heldOut).sorted().toArray();
    Set<Integer> out = new HashSet<>(Arrays.stream(left).boxed().toList());
    int[] kept = IntStream.range(0, corpus.size()).filter(row -> !out.contains(row)).toArray();
    Made all = Made.of(vectors);
    onMapOfAll(all, kept, left);
    onMapWithoutThem(all, kept, left);
    return 0;
  }

  private record Made(Layout layout, Clustering topics) {
    static Made of(EmbeddingMatrix vectors) {
      NeighborGraph graph = NeighborGraph.of(vectors, NEIGHBORS, ProgressListener.NONE);
      return new Made(
          LayoutFitter.fit(vectors, graph, LayoutMethod.Tsne.defaults()),
          Clusterer.fit(
                  vectors,
                  graph,
                  ClusteringMethod.forPapers(vectors.rows(), TopicCount.auto(), SEED))
              .topics());
    }
  }

  private void onMapOfAll(Made all, int[] kept, int[] left) {
    double[] places = new double[2 * kept.length];
    for (int i = 0; i < kept.length; i++) {
      places[2 * i] = all.layout.x(kept[i]);
      places[2 * i + 1] = all.layout.y(kept[i]);
    }
    EmbeddingMatrix old = vectors.select(kept);
    EmbeddingMatrix held = vectors.select(left);
    long began = System.nanoTime();
    List<Placement> placed = FittedLayout.of(old, Layout.of(places)).place(held);
    Clustering topics = Clustering.of(Arrays.stream(kept).map(all.topics::label).toArray());
    TopicAssignment assigned = TopicAssignment.of(old, NEIGHBORS, topics, held);
    double seconds = (System.nanoTime() - began) / 1e9;
    boolean[] near = new boolean[left.length];
    boolean[] same = new boolean[left.length];
    for (int i = 0; i < left.length; i++) {
      double radius = radius(all.layout, left[i]);
      Placement place = placed.get(i);
      near[i] =
          Math.hypot(place.x() - all.layout.x(left[i]), place.y() - all.layout.y(left[i]))
              <= radius;
      int topic = assigned.topic(i);
      int label =
          topic == Clustering.NOISE
              ? Clustering.NOISE
              : all.topics.label(kept[topics.members(topic).getFirst()]);
      same[i] = label == all.topics.label(left[i]);
    }
    print("on the map of all papers: place within its 15 nearest there", near, _ -> true);
    print(
        "  those placed with a confidence of .2 or more",
        near,
        i -> placed.get(i).confidence() >= 0.2);
    print("  topic the same", same, _ -> true);
    print("  topic the same, by .6 of the vote or more", same, i -> assigned.confidence(i) >= 0.6);
    print("  in no topic", same, i -> assigned.topic(i) == Clustering.NOISE);
    out().printf(Locale.ROOT, "  %.2f s for all of them%n", seconds);
  }

  /// The distance to the farthest of a paper's nearest papers on the map.
  private static double radius(Layout layout, int row) {
    double[] distances = new double[layout.rows()];
    for (int other = 0; other < distances.length; other++) {
      distances[other] =
          Math.hypot(layout.x(other) - layout.x(row), layout.y(other) - layout.y(row));
    }
    Arrays.sort(distances);
    return distances[Math.min(NEIGHBORS, distances.length - 1)];
  }

  private void onMapWithoutThem(Made all, int[] kept, int[] left) {
    EmbeddingMatrix old = vectors.select(kept);
    Made without = Made.of(old);
    List<Placement> placed = FittedLayout.of(old, without.layout).place(vectors.select(left));
    boolean[] shared = new boolean[left.length];
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      int common =
          common(
              nearest(all.layout, all.layout.x(left[i]), all.layout.y(left[i]), left[i], kept),
              nearest(without.layout, placed.get(i).x(), placed.get(i).y(), -1, null));
      shared[i] = common > 0;
      sum += (double) common / NEIGHBORS / left.length;
    }
    double stable = 0;
    int step = Math.max(1, kept.length / left.length);
    int asked = 0;
    int some = 0;
    for (int i = 0; i < kept.length; i += step) {
      int common =
          common(
              nearest(all.layout, all.layout.x(kept[i]), all.layout.y(kept[i]), kept[i], kept),
              nearest(without.layout, without.layout.x(i), without.layout.y(i), i, null));
      stable += (double) common / NEIGHBORS;
      some += common > 0 ? 1 : 0;
      asked++;
    }
    PrintWriter out = out();
    print(
        "on a map made without them: some of its 15 nearest on the map of all", shared, _ -> true);
    out.printf(Locale.ROOT, "  mean share of them %.3f%n", sum);
    out.printf(
        Locale.ROOT,
        "  papers that are on both maps: some %.3f, mean share %.3f%n",
        (double) some / asked,
        stable / asked);
  }

  /// The kept papers nearest to a place.
  private static Set<Integer> nearest(
      Layout layout,
      double x,
      double y,
      int itself,
      int @org.jspecify.annotations.Nullable [] kept) {
    int size = kept == null ? layout.rows() : kept.length;
    TopK near = new TopK(Math.min(NEIGHBORS, size));
    for (int i = 0; i < size; i++) {
      int row = kept == null ? i : kept[i];
      if (row != itself) {
        near.offer(i, -Math.hypot(layout.x(row) - x, layout.y(row) - y));
      }
    }
    return new HashSet<>(Arrays.stream(near.rows()).boxed().toList());
  }

  private static int common(Set<Integer> some, Set<Integer> others) {
    return (int) some.stream().filter(others::contains).count();
  }

  private void print(String what, boolean[] right, IntPredicate which) {
    int[] asked = IntStream.range(0, right.length).filter(which).toArray();
    long count = Arrays.stream(asked).filter(i -> right[i]).count();
    out()
        .printf(
            Locale.ROOT,
            "%s: %d of %d, %.3f%n",
            what,
            count,
            asked.length,
            asked.length == 0 ? 0 : (double) count / asked.length);
  }
}
