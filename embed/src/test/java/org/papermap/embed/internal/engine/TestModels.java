package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.embed.internal.weights.ModelStore;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;

/// Real models, imported once for all tests.
public final class TestModels {
  public static final ModelSpec MINILM = ModelCatalog.standard().model("all-MiniLM-L6-v2");
  public static final ModelSpec BGE = ModelCatalog.standard().model("bge-small-en-v1.5");

  private TestModels() {}

  /// The kernels that there are here: oneDNN's packed weights exist for x86 only.
  static List<LinearKernel> kernels() {
    boolean x86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    return x86 ? List.of(LinearKernel.values()) : List.of(LinearKernel.PORTABLE);
  }

  /// Skips a test, visibly, where this processor has no fast kernel for these numbers.
  public static void assumeKernelFor(Dtype dtype) {
    KernelChoice choice = KernelChoice.of(CacheFolder.standard(), dtype);
    Assumptions.assumeTrue(
        choice.dtype() == dtype && choice.kernel() == LinearKernel.PREPACKED, choice.words());
  }

  public static SentenceTransformer open(ModelSpec model, int threads) {
    return open(model, KernelChoice.of(CacheFolder.standard(), model.dtype()).kernel(), threads);
  }

  public static SentenceTransformer open(ModelSpec model, LinearKernel kernel, int threads) {
    try {
      return SentenceTransformer.open(
          model,
          ModelStore.in(CacheFolder.standard(), kernel).open(model),
          MachineTrials.in(CacheFolder.standard()),
          threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
