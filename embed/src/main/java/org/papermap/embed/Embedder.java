package org.papermap.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// Turns texts into vectors whose cosine is the likeness of their meaning.
///
/// Safe to call from several threads. Equal texts give equal vectors, whatever else is in the list
/// and however many threads work on it.
public interface Embedder extends AutoCloseable {
  /// The model on DJL's PyTorch engine, behind the cache in [CacheFolder#standard()]. Opening it is
  /// cheap: weights are looked for, imported and loaded when the first text comes that the cache
  /// has no vector of.
  ///
  /// @throws UncheckedIOException if other things are in that folder, or it cannot be read
  static Embedder open(ModelSpec model) {
    Path cache = CacheFolder.standard();
    try {
      CacheFolder.requireOurs(cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(model, cache);
  }

  /// The same with the cache in a folder of the caller's choice.
  ///
  /// @throws IllegalArgumentException if the system property `papermap.kernel` names no kernel
  static Embedder open(ModelSpec model, Path cacheFolder) {
    return CachedEmbedder.open(model, cacheFolder);
  }

  /// The same with nothing kept: every text goes through the model, every time. The folder holds
  /// the imported model only.
  static Embedder uncached(ModelSpec model, Path cacheFolder) {
    return DirectEmbedder.open(model, cacheFolder);
  }

  /// Stands beside vectors whose model is not known, see [GivenVectors]: it has their identity and
  /// dimension, and embeds nothing.
  static Embedder none(String identity, int dimension) {
    return new NoModel(identity, dimension);
  }

  /// The model's description, with the numbers that it is calculated in here: a processor without
  /// fast 16-bit products makes the vectors of a model in bfloat16 in float32, and logs that.
  ModelSpec model();

  /// Names everything that decides what vector a text gets: weights, pooling, limits, prefixes,
  /// number format, importer. Vectors of different identities must never be compared.
  String identity();

  /// The numbers and the kernel that this machine calculates with, in words; empty where nothing is
  /// calculated. No part of the identity: kernels differ by rounding alone.
  ///
  /// @throws IOException if the engine is needed to find out, and cannot be loaded
  default String arithmetic() throws IOException {
    return "";
  }

  /// Whether a text embedded here may be compared with vectors of this identity: with its own, and
  /// with those in the numbers that were asked for where this machine has no kernel for them
  /// (cosines differ by 1e-4 at most). Such vectors are searched, and never stored side by side.
  default boolean isComparableWith(String identity) {
    return identity().equals(identity);
  }

  /// The vectors of `texts`, one row each, in the order given.
  ///
  /// @param texts any texts, empty ones included; none gives a matrix of no rows
  /// @param kind decides the prefix that the model wants
  /// @throws IOException if the model's files or the cache cannot be read or written
  Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress) throws IOException;

  /// The vectors of passages, with nobody listening.
  default EmbeddingMatrix embed(List<String> texts) throws IOException {
    return embed(texts, TextKind.PASSAGE, ProgressListener.NONE).vectors();
  }

  /// Gives back the engine's memory. The embedder cannot be used afterwards; closing it again does
  /// nothing.
  @Override
  void close();
}
