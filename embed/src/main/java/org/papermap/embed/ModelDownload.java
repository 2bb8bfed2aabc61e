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

/// Downloads a model of DJL's collection, see [Embedder#download].
final class ModelDownload {
  private ModelDownload() {}

  static ModelSpec fetch(String address) throws IOException {
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
