package org.papermap.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.papermap.embed.Embedder;
import org.papermap.embed.Embeddings;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// A stand-in for a model: a text's vector is the sum of random vectors of its longer words, so
/// that texts with the same words are similar. It takes a thousandth of a real model's time.
///
/// @param model whose dimension the vectors get
/// @param words the vectors of words so far
record MadeUpModel(ModelSpec model, Map<String, float[]> words) implements Embedder {
  private static final int SHORTEST_WORD = 6;

  MadeUpModel(ModelSpec model) {
    this(model, new HashMap<>());
  }

  @Override
  public String identity() {
    return "made up";
  }

  @Override
  public synchronized Embeddings embed(
      List<String> texts, TextKind kind, ProgressListener progress) {
    int dimension = model.dimension();
    float[] vectors = new float[texts.size() * dimension];
    int[] tokens = new int[texts.size()];
    for (int row = 0; row < tokens.length; row++) {
      // Every text gets a direction.
      vectors[row * dimension] = 1;
      for (String word : texts.get(row).toLowerCase(Locale.ROOT).split(" ", -1)) {
        tokens[row]++;
        if (word.length() >= SHORTEST_WORD) {
          float[] vector = words.computeIfAbsent(word, this::random);
          for (int j = 0; j < dimension; j++) {
            vectors[row * dimension + j] += vector[j];
          }
        }
      }
    }
    return Embeddings.of(
        EmbeddingMatrix.normalized(vectors, dimension), tokens, model.maxTokens(), tokens.length);
  }

  private float[] random(String word) {
    SplittableRandom random = new SplittableRandom(word.hashCode());
    float[] vector = new float[model.dimension()];
    for (int j = 0; j < vector.length; j++) {
      vector[j] = random.nextFloat() - 0.5f;
    }
    return vector;
  }

  @Override
  public void close() {}
}
