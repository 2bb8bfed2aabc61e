package org.papermap.embed;

import ai.djl.huggingface.translator.TextEmbeddingTranslatorFactory;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.papermap.embed.internal.engine.EngineLibraries;
import org.papermap.embed.internal.engine.EngineSettings;
import org.papermap.model.ModelFolder;
import org.papermap.model.ModelSpec;

/// Downloads a model of DJL's collection.
public final class ModelDownload {
  private static final String SCHEME = "djl://";

  private ModelDownload() {}

  /// Whether a model's name is an address in DJL's collection.
  public static boolean isAddress(String name) {
    return name.startsWith(SCHEME);
  }

  /// Downloads the model, unless DJL has done so before, and describes it by the files in its
  /// folder. Nothing else in this project lets the engine's library use the network. Call it only
  /// when the user has asked for it.
  ///
  /// @param address such as
  ///   `djl://ai.djl.huggingface.pytorch/sentence-transformers/all-MiniLM-L6-v2`
  /// @throws IOException if the download fails
  public static ModelSpec fetch(String address) throws IOException {
    EngineLibraries.load();
    Path folder = EngineSettings.online(() -> folder(address));
    return ModelFolder.read(folder, address.substring(address.lastIndexOf('/') + 1));
  }

  private static Path folder(String address) throws IOException {
    Criteria<String, float[]> criteria =
        Criteria.builder()
            .setTypes(String.class, float[].class)
            .optModelUrls(address)
            .optEngine("PyTorch")
            .optTranslatorFactory(new TextEmbeddingTranslatorFactory())
            .build();
    try (ZooModel<String, float[]> model = criteria.loadModel()) {
      return model.getModelPath();
    } catch (Exception e) {
      // DJL throws exceptions of many kinds.
      String reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
      throw new IOException(
          "%s: cannot be fetched (%s). Check the address and the connection."
              .formatted(address, reason.lines().findFirst().orElse("")),
          e);
    }
  }
}
