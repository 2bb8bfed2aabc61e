package org.papermap.bench;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.papermap.embed.internal.engine.EngineLibraries;
import org.papermap.embed.internal.engine.KernelCheck;
import org.papermap.embed.internal.engine.KernelChoice;
import org.papermap.embed.internal.engine.NetworkException;
import org.papermap.embed.internal.weights.ImportedModel;

/// How fast this machine multiplies large matrices with the kernel that models use: the upper bound
/// for embedding.
final class MatrixPeak {
  private static final double OPERATIONS =
      2.0 * PeakNetwork.PRODUCTS * PeakNetwork.SIZE * PeakNetwork.SIZE * PeakNetwork.SIZE;

  private MatrixPeak() {}

  /// Floating point operations a second, an addition and a multiplication being two, with one
  /// thread a core; the best of some rounds.
  ///
  /// @param choice the numbers and the kernel
  static double measure(KernelChoice choice, int rounds) throws IOException {
    EngineLibraries.load();
    Path work = Files.createTempDirectory("papermap-peak");
    try {
      PeakNetwork.write(work, choice.kernel(), choice.dtype());
      try (ZooModel<NDList, NDList> network = KernelCheck.load(work)) {
        return best(network, rounds);
      }
    } catch (MalformedModelException | ModelNotFoundException e) {
      throw NetworkException.of(e);
    } finally {
      Files.deleteIfExists(work.resolve(ImportedModel.ARCHIVE_NAME + ".pt"));
      Files.deleteIfExists(work);
    }
  }

  private static double best(ZooModel<NDList, NDList> network, int rounds) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    List<Callable<Float>> runs = Collections.nCopies(2 * cores, () -> run(network));
    double best = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      for (int i = 0; i <= rounds; i++) {
        long start = System.nanoTime();
        for (Future<Float> run : threads.invokeAll(runs)) {
          run.get();
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        best = i == 0 ? 0 : Math.max(best, 2 * cores * OPERATIONS / seconds);
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return best;
  }

  private static float run(ZooModel<NDList, NDList> network) throws IOException {
    float[] ones = new float[PeakNetwork.SIZE * PeakNetwork.SIZE];
    Arrays.fill(ones, 1);
    try (NDManager manager = network.getNDManager().newSubManager();
        Predictor<NDList, NDList> predictor = network.newPredictor()) {
      NDList input =
          new NDList(manager.create(ones, new Shape(PeakNetwork.SIZE, PeakNetwork.SIZE)));
      return predictor.predict(input).singletonOrThrow().getFloat();
    } catch (TranslateException e) {
      throw NetworkException.of(e);
    }
  }
}
