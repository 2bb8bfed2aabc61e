package org.papermap.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.papermap.embed.weights.Dtype;
import org.papermap.embed.weights.LinearKernel;
import org.papermap.embed.weights.ModelStore;

/// Real models, imported once for all tests.
final class TestModels {
  static final ModelSpec MINILM = ModelCatalog.standard().model("all-MiniLM-L6-v2");
  static final ModelSpec BGE = ModelCatalog.standard().model("bge-small-en-v1.5");

  private TestModels() {}

  /// The kernels that there are here: oneDNN's packed weights exist for x86 only.
  static List<LinearKernel> kernels() {
    boolean x86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    return x86 ? List.of(LinearKernel.values()) : List.of(LinearKernel.PORTABLE);
  }

  /// Skips a test, visibly, where this processor has no fast kernel for these numbers.
  static void assumeKernelFor(Dtype dtype) {
    KernelChoice choice = KernelChoice.of(CacheFolder.standard(), dtype);
    Assumptions.assumeTrue(
        choice.dtype() == dtype && choice.kernel() == LinearKernel.PREPACKED, choice.words());
  }

  static SentenceTransformer open(ModelSpec model, int threads) {
    return open(model, KernelChoice.of(CacheFolder.standard(), model.dtype()).kernel(), threads);
  }

  static SentenceTransformer open(ModelSpec model, LinearKernel kernel, int threads) {
    try {
      return SentenceTransformer.open(
          model,
          ModelStore.in(CacheFolder.standard(), kernel).open(model.published()),
          MachineTrials.in(CacheFolder.standard()),
          threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
