package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.papermap.embed.Embedder;
import org.papermap.files.CacheFolder;
import org.papermap.math.DotProduct;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.vectors.EmbeddingMatrix;

/// Runs all contestants on the same texts, round by round in turn.
final class Contest implements AutoCloseable {
  // The sizes of all-MiniLM-L6-v2.
  private static final int LAYERS = 6;
  private static final int HIDDEN = 384;
  private static final int INTERMEDIATE = 1536;

  private final TokenLimit limit;
  private final Contestant reference;

  /// Each contestant, with the number format of the peak that it is compared with.
  private final Map<Contestant, Dtype> contestants = new LinkedHashMap<>();

  private Contest(ModelSpec model, Set<Dtype> dtypes, TokenLimit limit) throws Exception {
    this.limit = limit;
    this.reference = new Peers.OnnxByCores(limit);
    contestants.put(reference, Dtype.FLOAT32);
    contestants.put(new Peers.OnnxAsItComes(limit), Dtype.FLOAT32);
    contestants.put(new Peers.LangChain(), Dtype.FLOAT32);
    for (Dtype dtype : dtypes) {
      contestants.put(new Papermap(model.withDtype(dtype)), dtype);
    }
  }

  /// @param dtypes the numbers that the model is run in
  static Contest open(ModelSpec model, Set<Dtype> dtypes, TokenLimit limit) throws Exception {
    return new Contest(model, dtypes, limit);
  }

  private record Papermap(Embedder embedder) implements Contestant {
    Papermap(ModelSpec model) {
      this(Embedder.uncached(model, CacheFolder.standard()));
    }

    @Override
    public String name() {
      return "Papermap, " + embedder.model().dtype().label();
    }

    @Override
    public float[][] embed(List<String> texts) throws IOException {
      EmbeddingMatrix vectors = embedder.embed(texts);
      float[][] rows = new float[vectors.rows()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = vectors.row(i);
      }
      return rows;
    }

    @Override
    public void close() {
      embedder.close();
    }
  }

  void run(String name, List<String> texts, int rounds, Map<Dtype, Double> peaks, PrintWriter out)
      throws Exception {
    int[] lengths = texts.stream().mapToInt(text -> limit.ids(text).length).toArray();
    long tokens = 0;
    double operations = 0;
    for (int length : lengths) {
      tokens += length;
      operations += operations(length);
    }
    Map<Contestant, List<Double>> seconds = new LinkedHashMap<>();
    Map<Contestant, float[][]> vectors = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Contestant each : contestants.keySet()) {
        long start = System.nanoTime();
        float[][] found = each.embed(texts);
        double taken = (System.nanoTime() - start) * 1e-9;
        if (round == 0) {
          vectors.put(each, found);
        } else {
          seconds.computeIfAbsent(each, _ -> new ArrayList<>()).add(taken);
        }
      }
    }
    out.printf(Locale.ROOT, "%n%s: %d texts, %d tokens%n", name, texts.size(), tokens);
    out.println(
        "                                 texts/s (least..most)     tokens/s  of peak  x ONNX"
            + "   cosine least / mean");
    double base = median(seconds, reference);
    for (Map.Entry<Contestant, Dtype> each : contestants.entrySet()) {
      Contestant contestant = each.getKey();
      double median = median(seconds, contestant);
      List<Double> all = seconds.getOrDefault(contestant, List.of()).stream().sorted().toList();
      double[] cosines =
          cosines(
              Objects.requireNonNull(vectors.get(reference)),
              Objects.requireNonNull(vectors.get(contestant)));
      out.println(
          String.format(
              Locale.ROOT,
              "%-30s  %8.1f (%.1f..%.1f)  %10.0f  %5.0f %%  %6.2f  %.6f / %.6f",
              contestant.name(),
              texts.size() / median,
              texts.size() / all.getLast(),
              texts.size() / all.getFirst(),
              tokens / median,
              100 * operations / median / peaks.getOrDefault(each.getValue(), Double.NaN),
              base / median,
              cosines[0],
              cosines[1]));
    }
  }

  /// Additions and multiplications of the products in the linear layers and in the attention.
  private static double operations(int tokens) {
    double linear = (double) HIDDEN * (4 * HIDDEN + 2 * INTERMEDIATE);
    double attention = 2.0 * tokens * HIDDEN;
    return 2.0 * LAYERS * tokens * (linear + attention);
  }

  private static double median(Map<Contestant, List<Double>> seconds, Contestant contestant) {
    return Quantiles.of(seconds.getOrDefault(contestant, List.of())).median();
  }

  /// The least and the mean.
  private static double[] cosines(float[][] a, float[][] b) {
    double least = 1;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double cosine = cosine(a[i], b[i]);
      least = Math.min(least, cosine);
      sum += cosine;
    }
    return new double[] {least, sum / a.length};
  }

  private static double cosine(float[] a, float[] b) {
    return DotProduct.of(a, b) / Math.sqrt(DotProduct.of(a, a) * DotProduct.of(b, b));
  }

  @Override
  public void close() throws Exception {
    for (Contestant each : contestants.keySet()) {
      each.close();
    }
  }
}
