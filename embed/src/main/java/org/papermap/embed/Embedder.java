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

/// Turns texts into vectors whose cosine tells how similar their meaning is.
///
/// Safe to call from several threads. A text's vector depends neither on the other texts nor on the
/// number of threads. An interrupted thread gets an [java.io.InterruptedIOException] before the
/// next batch of texts, and stays interrupted.
///
/// The first text that goes through the model loads the engine, which has settings for the whole
/// process; `docs/service.md` lists them. What the application has set stays.
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

  /// The same with the cache in another folder.
  ///
  /// @throws IllegalArgumentException if the system property `papermap.kernel` names no kernel
  static Embedder open(ModelSpec model, Path cacheFolder) {
    return CachedEmbedder.open(model, cacheFolder);
  }

  /// The same without a cache of vectors: every text goes through the model every time. The folder
  /// keeps the imported model.
  static Embedder uncached(ModelSpec model, Path cacheFolder) {
    return DirectEmbedder.open(model, cacheFolder);
  }

  /// The embedder for vectors whose model is not known, see [GivenVectors]: it has their identity
  /// and dimension, and cannot embed a text.
  static Embedder none(String identity, int dimension) {
    return new NoModel(identity, dimension);
  }

  /// Fetches a model of DJL's collection over the network, unless DJL has done so before, and
  /// describes it by the files in its folder. Nothing else in this project lets the engine's
  /// library use the network. Call it only when the user has asked for it.
  ///
  /// @param address such as
  ///   `djl://ai.djl.huggingface.pytorch/sentence-transformers/all-MiniLM-L6-v2`
  /// @throws IOException if the download fails
  static ModelSpec download(String address) throws IOException {
    return ModelDownload.fetch(address);
  }

  /// The model's description, in the number format used here: without a fast 16-bit kernel a model
  /// in bfloat16 calculates in float32, and a warning is logged.
  ModelSpec model();

  /// Names everything that decides what vector a text gets: weights, pooling, limits, prefixes,
  /// number format, importer. Vectors of different identities must never be compared.
  String identity();

  /// Number format and kernel on this machine, in words; empty where nothing is calculated. They
  /// are no part of the identity, as kernels differ by rounding alone.
  ///
  /// @throws IOException if the engine must be loaded to find out, and cannot be
  default String arithmetic() throws IOException {
    return "";
  }

  /// Whether texts embedded here may be compared with vectors of an identity: the embedder's own,
  /// or that of the requested number format where this machine has no kernel for it. Cosines then
  /// differ by 1e-4 at most, so that such vectors may be searched, but not stored together.
  default boolean isComparableWith(String identity) {
    return identity().equals(identity);
  }

  /// The vectors of `texts`, one row each, in the order given.
  ///
  /// @param texts any texts, empty ones included; none gives a matrix of no rows
  /// @param kind decides the model's prefix
  /// @throws IOException if the model's files or the cache cannot be read or written
  Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress) throws IOException;

  /// The vectors of passages, without a listener.
  default EmbeddingMatrix embed(List<String> texts) throws IOException {
    return embed(texts, TextKind.PASSAGE, ProgressListener.NONE).vectors();
  }

  /// The vector of a question, of unit length.
  ///
  /// @throws IOException if the model's files or the cache cannot be read or written
  default float[] embedQuery(String text) throws IOException {
    return embed(List.of(text), TextKind.QUERY, ProgressListener.NONE).vectors().row(0);
  }

  /// Frees the engine's memory, within a second. Calls that are under way end with an
  /// [IllegalStateException] after the texts that the engine has at the moment, as does every later
  /// call. Closing again does nothing.
  @Override
  void close();
}
