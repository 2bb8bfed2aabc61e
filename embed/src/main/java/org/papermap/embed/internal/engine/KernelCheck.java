package org.papermap.embed.internal.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.papermap.embed.internal.weights.ImportedModel;
import org.papermap.embed.internal.weights.KernelTrial;
import org.papermap.model.ModelSpec.Dtype;

/// Compares the prepacked kernel with the engine's ordinary operators.
public final class KernelCheck {
  /// One row, and numbers of rows that are no multiple of a block size.
  private static final List<Integer> ROWS = List.of(1, 7, 130);

  private static final int SEED = 11;

  private KernelCheck() {}

  /// The largest difference of the kernels' answers, as a share of the largest number in them;
  /// infinite where an answer is not finite.
  ///
  /// @throws NetworkException if the engine cannot load or run it
  static double difference(Dtype dtype) throws IOException {
    EngineLibraries.load();
    try (WorkFolder work = WorkFolder.open("kernel-trial")) {
      KernelTrial.write(work.path(), dtype);
      return EngineUse.inside(() -> largest(work.path()));
    }
  }

  private static double largest(Path folder) throws IOException {
    try (ZooModel<NDList, NDList> network = load(folder);
        Predictor<NDList, NDList> predictor = network.newPredictor()) {
      double largest = 0;
      for (int rows : ROWS) {
        largest = Math.max(largest, difference(network, predictor, rows));
      }
      return largest;
    } catch (MalformedModelException
        | ModelNotFoundException
        | TranslateException
        | EngineException e) {
      throw NetworkException.of(e);
    }
  }

  /// Loads the network in a folder for the processor, even where there is a GPU.
  public static ZooModel<NDList, NDList> load(Path folder)
      throws IOException, ModelNotFoundException, MalformedModelException {
    return Criteria.builder()
        .setTypes(NDList.class, NDList.class)
        .optEngine("PyTorch")
        .optDevice(Device.cpu())
        .optModelPath(folder)
        .optModelName(ImportedModel.ARCHIVE_NAME)
        .optTranslator(new NoopTranslator())
        .build()
        .loadModel();
  }

  private static double difference(
      ZooModel<NDList, NDList> network, Predictor<NDList, NDList> predictor, int rows)
      throws TranslateException {
    float[] input = new float[rows * KernelTrial.WIDTH];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) random.nextDouble(-1, 1);
    }
    try (NDManager manager = network.getNDManager().newSubManager()) {
      NDList list = new NDList(manager.create(input, new Shape(rows, KernelTrial.WIDTH)));
      float[] both = predictor.predict(list).singletonOrThrow().toFloatArray();
      return difference(both);
    }
  }

  /// @param both the answers, one after the other
  static double difference(float[] both) {
    double largest = 0;
    double apart = 0;
    for (int i = 0; i < both.length / 2; i++) {
      float packed = both[i];
      float plain = both[both.length / 2 + i];
      if (!Float.isFinite(packed) || !Float.isFinite(plain)) {
        return Double.POSITIVE_INFINITY;
      }
      largest = Math.max(largest, Math.abs(plain));
      apart = Math.max(apart, Math.abs(packed - plain));
    }
    return apart / largest;
  }
}
