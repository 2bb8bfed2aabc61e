package org.papermap.embed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.papermap.embed.internal.engine.EngineLibraries;
import org.papermap.embed.internal.engine.KernelChoice;
import org.papermap.embed.internal.weights.ModelStore;
import org.papermap.model.Dtype;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelState;
import org.papermap.model.PublishedModel;
import org.papermap.natives.LibraryState;

/// How near models and the engine are to being used on this machine, and what the models are
/// calculated with.
public final class Readiness {
  private final Path cacheFolder;
  private final Optional<LibraryState> libraries;
  private final Map<Dtype, KernelChoice> kernels;

  private Readiness(
      Path cacheFolder, Optional<LibraryState> libraries, Map<Dtype, KernelChoice> kernels) {
    this.cacheFolder = cacheFolder;
    this.libraries = libraries;
    this.kernels = kernels;
  }

  /// Loads the engine if it is not known yet which kernels work on this machine.
  ///
  /// @param cacheFolder where models, libraries and vectors are kept
  /// @param check whether to read every byte of imported models and unpacked libraries
  public static Readiness of(Path cacheFolder, boolean check) throws IOException {
    // Before the engine is loaded, which mends what it finds damaged.
    Optional<LibraryState> libraries =
        check ? Optional.of(EngineLibraries.check()) : Optional.empty();
    Map<Dtype, KernelChoice> kernels = new EnumMap<>(Dtype.class);
    for (Dtype dtype : Dtype.values()) {
      kernels.put(dtype, KernelChoice.of(cacheFolder, dtype));
    }
    return new Readiness(cacheFolder, libraries, kernels);
  }

  /// The engine's libraries; empty unless they were checked.
  public Optional<LibraryState> libraries() {
    return libraries;
  }

  /// What a model with these numbers is calculated with here, such as `float32, prepacked kernel`.
  public String kernel(Dtype asked) {
    return choice(asked).words();
  }

  /// How near a model is to being used.
  public ModelState model(ModelSpec model) throws IOException {
    KernelChoice choice = choice(model.dtype());
    ModelStore store = ModelStore.in(cacheFolder, choice.kernel());
    PublishedModel files = choice.calculated(model).published();
    return libraries.isPresent() ? store.check(files) : store.state(files);
  }

  private KernelChoice choice(Dtype asked) {
    return Objects.requireNonNull(kernels.get(asked));
  }
}
