package org.papermap.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.cache.ContentKey;
import org.papermap.embed.internal.cache.EmbeddingCache;
import org.papermap.embed.internal.engine.KernelChoice;
import org.papermap.embed.internal.engine.SentenceTransformer;
import org.papermap.embed.internal.engine.TextEncoder;
import org.papermap.embed.internal.files.Interruption;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.LongTexts;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An embedder with a cache: the model is run on the texts that the cache lacks, and opened when
/// the first one comes.
final class CachedEmbedder implements Embedder {
  private static final String STAGE = "embedding";
  private static final Logger LOG = LoggerFactory.getLogger(CachedEmbedder.class);

  private final ModelSpec model;
  private final String identity;

  /// The identity of the model in the number format that was requested.
  private final String askedIdentity;

  private final Supplier<Source> choice;
  private @Nullable Source chosen;
  private final OnDemand encoder;

  /// False once the cache could not be written.
  private volatile boolean keeping = true;

  CachedEmbedder(
      ModelSpec model, String identity, EmbeddingCache cache, TextEncoder.Opener opener) {
    this(model, identity, identity, () -> new Source(cache, opener, ""));
  }

  private CachedEmbedder(
      ModelSpec model, String identity, String askedIdentity, Supplier<Source> choice) {
    this.model = model;
    this.identity = identity;
    this.askedIdentity = askedIdentity;
    this.choice = choice;
    this.encoder = new OnDemand(model.name());
  }

  static CachedEmbedder open(ModelSpec asked, Path cacheFolder) {
    // A wrong kernel name fails here. The kernel is chosen at the first text, as that may load the
    // engine, which a search by words does without. For 16 bits it is chosen now, because the
    // number format decides the vectors.
    Optional<LinearKernel> _ = LinearKernel.asked();
    ModelSpec model =
        switch (asked.dtype()) {
          case FLOAT32 -> asked;
          case BFLOAT16 -> KernelChoice.of(cacheFolder, asked.dtype()).calculatedWithNotice(asked);
        };
    return new CachedEmbedder(
        model,
        model.identity(),
        asked.identity(),
        () -> Source.of(model, KernelChoice.of(cacheFolder, asked.dtype()), cacheFolder));
  }

  /// The cache, and the model for texts that it lacks.
  ///
  /// @param arithmetic see [Embedder#arithmetic()]
  private record Source(EmbeddingCache cache, TextEncoder.Opener opener, String arithmetic) {
    static Source of(ModelSpec model, KernelChoice choice, Path cacheFolder) {
      LinearKernel kernel = choice.kernel();
      return new Source(
          EmbeddingCache.of(cacheFolder, kernel.identity(model), model.dimension()),
          () -> SentenceTransformer.open(model, cacheFolder, kernel),
          choice.words());
    }
  }

  @Override
  public ModelSpec model() {
    return model;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public String arithmetic() throws IOException {
    return source().arithmetic;
  }

  @Override
  public boolean isComparableWith(String other) {
    return other.equals(identity) || other.equals(askedIdentity);
  }

  @Override
  public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress)
      throws IOException {
    encoder.requireOpen();
    String prefix = model.prefix(kind);
    List<String> prefixed =
        prefix.isEmpty() ? texts : texts.stream().map(text -> prefix + text).toList();
    try {
      Job job = new Job(source(), prefixed, progress);
      job.takeFromCache();
      job.computeRest();
      return job.embeddings();
    } catch (IOException e) {
      throw Interruption.told("embedding", e);
    }
  }

  /// Keeps a batch, if the cache can be written. One that cannot costs time at the next run; it is
  /// no reason to go without vectors now.
  private void append(EmbeddingCache cache, List<ContentKey> keys, float[] vectors, int[] tokens)
      throws IOException {
    if (!keeping) {
      return;
    }
    try {
      cache.append(keys, vectors, tokens);
    } catch (IOException e) {
      if (Interruption.is(e)) {
        throw e;
      }
      keeping = false;
      LOG.warn(
          "{}: cannot be written ({}). Vectors are calculated anyway, and again next time;"
              + " free the disk, or set PAPERMAP_CACHE.",
          cache.file(),
          e instanceof FileSystemException disk && disk.getReason() != null
              ? disk.getReason()
              : e.getClass().getSimpleName());
    }
  }

  private synchronized Source source() throws IOException {
    try {
      Source source = chosen == null ? choice.get() : chosen;
      chosen = source;
      return source;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    encoder.close();
  }

  /// One call's texts on their way to vectors.
  private final class Job {
    private final Source source;
    private final List<String> texts;
    private final ProgressListener progress;

    /// The rows of each distinct text that the cache lacks, in order of first appearance.
    private final Map<String, List<Integer>> rows = new LinkedHashMap<>();

    private final List<String> missing = new ArrayList<>();
    private final List<ContentKey> missingKeys = new ArrayList<>();
    private final float[] vectors;
    private final int[] tokens;
    private int done;

    Job(Source source, List<String> texts, ProgressListener progress) {
      this.source = source;
      this.texts = texts;
      this.progress = progress;
      this.vectors = new float[Math.multiplyExact(texts.size(), model.dimension())];
      this.tokens = new int[texts.size()];
    }

    void takeFromCache() throws IOException {
      List<ContentKey> keys = texts.parallelStream().map(ContentKey::of).toList();
      source.cache.read(keys, vectors, tokens);
      for (int row = 0; row < tokens.length; row++) {
        if (tokens[row] == EmbeddingCache.ABSENT) {
          miss(row, keys.get(row));
        } else {
          done++;
        }
      }
      progress.progressed(STAGE, done, texts.size());
    }

    private void miss(int row, ContentKey key) {
      String text = texts.get(row);
      List<Integer> same = rows.computeIfAbsent(text, _ -> new ArrayList<>());
      if (same.isEmpty()) {
        missing.add(text);
        missingKeys.add(key);
      }
      same.add(row);
    }

    void computeRest() throws IOException {
      if (!missing.isEmpty()) {
        encoder.encoder(source.opener).encode(missing, this::keep);
      }
    }

    private void keep(int[] batch, float[] batchVectors, int[] batchTokens) throws IOException {
      List<ContentKey> keys = new ArrayList<>();
      for (int number : batch) {
        keys.add(missingKeys.get(number));
      }
      append(source.cache, keys, batchVectors, batchTokens);
      for (int i = 0; i < batch.length; i++) {
        put(missing.get(batch[i]), batchVectors, i * model.dimension(), batchTokens[i]);
      }
      progress.progressed(STAGE, done, texts.size());
    }

    private void put(String text, float[] from, int offset, int count) {
      for (int row : rows.getOrDefault(text, List.of())) {
        System.arraycopy(from, offset, vectors, row * model.dimension(), model.dimension());
        tokens[row] = count;
        done++;
      }
    }

    Embeddings embeddings() {
      EmbeddingMatrix matrix = EmbeddingMatrix.of(vectors, model.dimension());
      return model.longTexts() == LongTexts.WINDOW
          ? Embeddings.whole(matrix, tokens, model.tokenLimit(), missing.size())
          : Embeddings.of(matrix, tokens, model.tokenLimit(), missing.size());
    }
  }
}
