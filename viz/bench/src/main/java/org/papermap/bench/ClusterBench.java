package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.math.LinearCombination;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `papermap bench cluster`: from vectors to named topics on a map, stage by stage, beside Smile.
@Command(
    name = "cluster",
    header = "Times graph, clusters, layout, labels and quality, beside Smile's, at several sizes.",
    description =
        "Seconds are medians over the rounds, Smile's between ours; memory is the most that the"
            + " heap held at once, garbage included. Vectors come from a file where it has enough"
            + " of them, else from a mixture of overlapping subjects that a seed makes; papers are"
            + " made up, as long as abstracts are, with words of their subject.",
    footer = {
      "  papermap bench cluster",
      "  papermap bench cluster --papers 1000,10000 --vectors vectors.npy --rounds 3"
    })
final class ClusterBench extends Subcommand {
  private static final int DIMENSION = 384;

  @Option(
      names = "--papers",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,10000,50000,100000",
      description = "how many papers (default: ${DEFAULT-VALUE})")
  private List<Integer> papers = List.of();

  @Option(names = "--vectors", paramLabel = "FILE.npy", description = "vectors to use")
  private @Nullable Path vectors;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1",
      description = "how often each stage runs (default: ${DEFAULT-VALUE})")
  private int rounds = 1;

  @Option(
      names = "--smile-limit",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "what Smile does is left out above this, for its time (default: ${DEFAULT-VALUE})")
  private int smileLimit = 10_000;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    EmbeddingMatrix real = vectors == null ? null : NpyFile.read(vectors);
    out.printf(
        "%8s  %-10s  %9s %7s  %9s %7s  %s%n",
        "papers", "stage", "ours s", "MB", "Smile s", "MB", "");
    for (int size : papers) {
      EmbeddingMatrix used =
          real != null && real.rows() >= size
              ? real.select(IntStream.range(0, size).toArray())
              : mixture(size);
      boolean given = real != null && real.rows() >= size;
      List<List<Figures>> found = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        found.add(ClusterStages.run(used, smileLimit));
      }
      print(out, size, given ? "vectors of the file" : "mixture", found);
    }
    return 0;
  }

  private static void print(PrintWriter out, int size, String kind, List<List<Figures>> rounds) {
    for (int stage = 0; stage < rounds.getFirst().size(); stage++) {
      int at = stage;
      Figures first = rounds.getFirst().get(stage);
      double[] ours = rounds.stream().mapToDouble(it -> it.get(at).seconds()).toArray();
      double[] smile = rounds.stream().mapToDouble(it -> it.get(at).smileSeconds()).toArray();
      out.printf(
          "%8d  %-10s  %9.2f %7d  %9s %7s  %s%n",
          size,
          first.stage(),
          Quantiles.of(ours).median(),
          first.megabytes(),
          first.smileSeconds() < 0 ? "-" : "%.2f".formatted(Quantiles.of(smile).median()),
          first.smileSeconds() < 0 ? "-" : Long.toString(first.smileMegabytes()),
          stage == 0 ? kind + "; " + first.note() : first.note());
    }
    double[] all =
        rounds.stream()
            .mapToDouble(it -> it.stream().mapToDouble(Figures::seconds).sum())
            .toArray();
    out.printf("%8d  %-10s  %9.2f%n%n", size, "all", Quantiles.of(all).median());
    out.flush();
  }

  /// The time of one stage. Smile's seconds are negative where it was left out.
  record Figures(
      String stage,
      double seconds,
      long megabytes,
      double smileSeconds,
      long smileMegabytes,
      String note) {}

  /// Made-up vectors: subjects within areas, each with a few directions of its own, and a direction
  /// common to all. Their similarities, near and far, are about those of abstracts.
  static EmbeddingMatrix mixture(int papers) {
    Random random = new Random(papers);
    int subjects = (int) Math.max(5, Math.sqrt(papers) / 4);
    float[][] centers = new float[subjects][DIMENSION];
    float[][] areas = new float[(subjects + 4) / 5][DIMENSION];
    for (float[] area : areas) {
      fill(area, random, 1);
    }
    for (int subject = 0; subject < subjects; subject++) {
      fill(centers[subject], random, 1);
      LinearCombination.add(centers[subject], areas[subject / 5], 1);
    }
    float[] values = new float[papers * DIMENSION];
    float[] paper = new float[DIMENSION];
    for (int row = 0; row < papers; row++) {
      fill(paper, random, 1.5);
      LinearCombination.add(paper, centers[row % subjects], 1);
      System.arraycopy(paper, 0, values, row * DIMENSION, DIMENSION);
    }
    return EmbeddingMatrix.normalized(values, DIMENSION);
  }

  private static void fill(float[] vector, Random random, double size) {
    for (int j = 0; j < vector.length; j++) {
      vector[j] = (float) (size * random.nextGaussian());
    }
  }
}
