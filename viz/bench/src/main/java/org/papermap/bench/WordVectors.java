package org.papermap.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.papermap.embed.Embedder;
import org.papermap.embed.Embeddings;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// A cheap embedder for benchmarks of lookup: each word has a random direction, and a text the sum
/// of its words'.
record WordVectors(ModelSpec model) implements Embedder {
  WordVectors(int dimension) {
    this(like(ModelCatalog.standard().defaultModel(), dimension));
  }

  private static ModelSpec like(ModelSpec any, int dimension) {
    return new ModelSpec(
        "words-" + dimension,
        any.weights(),
        any.tokenizer(),
        dimension,
        any.maxTokens(),
        any.pooling(),
        "",
        "",
        any.licence());
  }

  @Override
  public String identity() {
    return model.name() + " of the benchmarks";
  }

  @Override
  public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress) {
    int dimension = model.dimension();
    float[] values = new float[texts.size() * dimension];
    for (int row = 0; row < texts.size(); row++) {
      for (String word : texts.get(row).toLowerCase(Locale.ROOT).split("\\W+")) {
        Random direction = new Random(word.hashCode());
        for (int j = 0; j < dimension; j++) {
          values[row * dimension + j] += (float) direction.nextGaussian();
        }
      }
    }
    return Embeddings.of(
        EmbeddingMatrix.normalized(values, dimension),
        new int[texts.size()],
        model.maxTokens(),
        texts.size());
  }

  @Override
  public void close() {}
}
