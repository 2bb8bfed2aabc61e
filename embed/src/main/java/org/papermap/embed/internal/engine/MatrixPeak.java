package org.papermap.embed.internal.engine;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.embed.internal.weights.PeakNetwork;

/// How fast this machine multiplies large matrices by the kernel that models are run with: the
/// bound that embedding is measured by.
public final class MatrixPeak {
  private static final double OPERATIONS =
      2.0 * PeakNetwork.PRODUCTS * PeakNetwork.SIZE * PeakNetwork.SIZE * PeakNetwork.SIZE;

  private MatrixPeak() {}

  /// Floating point operations a second, an addition and a multiplication being two, with one
  /// thread a core; the best of some rounds.
  ///
  /// @param choice the numbers and the kernel
  public static double measure(KernelChoice choice, int rounds) throws IOException {
    EngineLibraries.load();
    try (WorkFolder work = WorkFolder.open("matrix-peak")) {
      PeakNetwork.write(work.path(), choice.kernel(), choice.dtype());
      try (ZooModel<NDList, NDList> network = KernelCheck.load(work.path())) {
        return best(network, rounds);
      }
    } catch (MalformedModelException | ModelNotFoundException e) {
      throw NetworkException.of(e);
    }
  }

  private static double best(ZooModel<NDList, NDList> network, int rounds) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    double best = 0;
    try (Workers workers = new Workers(cores)) {
      for (int i = 0; i <= rounds; i++) {
        long start = System.nanoTime();
        // Two pieces a worker, since a single piece would stay with the calling thread.
        workers.forEach(
            IntStream.range(0, 2 * cores).boxed().toList(),
            _ -> EngineUse.inside(() -> run(network)),
            (_, _) -> {});
        double seconds = (System.nanoTime() - start) * 1e-9;
        best = i == 0 ? 0 : Math.max(best, 2 * cores * OPERATIONS / seconds);
      }
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
