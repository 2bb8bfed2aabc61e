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
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.ModelState;
import org.papermap.natives.LibraryFolder.LibraryState;

/// What is ready on this machine: models, the engine's libraries, and the kernel for each number
/// format.
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

  /// Loads the engine where this machine's kernels have not been tried yet.
  ///
  /// @param cacheFolder where models, libraries and vectors are kept
  /// @param check whether to read every byte of imported models and unpacked libraries
  public static Readiness of(Path cacheFolder, boolean check) throws IOException {
    // Before the engine is loaded, as loading repairs damaged libraries.
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

  /// Number format and kernel that a model of this format gets here, such as `float32, prepacked
  /// kernel`.
  public String kernel(Dtype asked) {
    return choice(asked).words();
  }

  /// How near a model is to being used; reads all of its files if they were to be checked.
  public ModelState model(ModelSpec model) throws IOException {
    KernelChoice choice = choice(model.dtype());
    ModelStore store = ModelStore.in(cacheFolder, choice.kernel());
    ModelSpec files = choice.calculated(model);
    return libraries.isPresent() ? store.check(files) : store.state(files);
  }

  private KernelChoice choice(Dtype asked) {
    return Objects.requireNonNull(kernels.get(asked));
  }
}
