package org.papermap.embed.internal.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.papermap.files.CacheFolder;
import org.papermap.natives.LibraryException;
import org.papermap.natives.LibraryFolder;
import org.papermap.natives.LibraryFolder.LibraryState;
import org.papermap.natives.LibraryFolder.Packed;

/// The native libraries of PyTorch and of the tokenizer: unpacked, whole and loaded.
///
/// They are in the cache folder, where DJL looks for them. DJL could unpack them itself, but
/// without a manifest, a lock or a second try. A folder that the user has named by one of DJL's
/// variables is left to DJL; if it has a manifest, its sizes are checked.
public final class EngineLibraries {
  private static final String PYTORCH = "pytorch";
  private static final String TOKENIZERS = "tokenizers";
  private static final String WINDOWS = "win";

  /// DJL's variables for another folder: for all libraries, and for each of the two.
  private static final List<String> FOLDERS = List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR");

  private static final List<String> OTHER_PYTORCH =
      List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR");
  private static final List<String> OTHER_TOKENIZERS = List.of("RUST_LIBRARY_PATH", "RUST_FLAVOR");

  private static volatile boolean loaded;

  private EngineLibraries() {}

  /// Libraries that are loaded together.
  private record Group(LibraryFolder folder, Runnable start) {}

  /// Unpacks the libraries where needed and loads them, once in a process. A call that fails may be
  /// repeated.
  ///
  /// @throws LibraryException if that cannot be done here
  public static void load() throws LibraryException {
    if (!loaded) {
      loadOnce();
    }
  }

  private static synchronized void loadOnce() throws LibraryException {
    if (!loaded) {
      List<Group> groups = groups();
      // All are unpacked before the first is loaded, as loading may end the process.
      for (Group group : groups) {
        group.folder.open();
      }
      for (Group group : groups) {
        startInside(group);
      }
      loaded = true;
    }
  }

  /// Reads every byte of the unpacked libraries. Damaged ones are unpacked anew at the next use.
  public static LibraryState check() throws IOException {
    List<LibraryState> states = new ArrayList<>();
    for (Group group : groups()) {
      states.add(group.folder.check());
    }
    return Stream.of(LibraryState.DAMAGED, LibraryState.PACKED, LibraryState.GIVEN)
        .filter(states::contains)
        .findFirst()
        .orElse(LibraryState.READY);
  }

  private static void startInside(Group group) throws LibraryException {
    try {
      EngineUse.inside(() -> {
        start(group);
        return group;
      });
    } catch (LibraryException e) {
      throw e;
    } catch (IOException e) {
      throw new LibraryException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void start(Group group) throws LibraryException {
    try {
      group.start.run();
    } catch (EngineException | LinkageError | AssertionError e) {
      if (!group.folder.mend()) {
        throw group.folder.notLoaded(e);
      }
      restart(group, e);
    }
  }

  private static void restart(Group group, Throwable first) throws LibraryException {
    try {
      group.start.run();
    } catch (EngineException | LinkageError | AssertionError e) {
      // DJL tries to load the tokenizer's library only once in a process.
      e.addSuppressed(first);
      throw new LibraryException(
          "%s: a library was damaged, and has been unpacked anew. Start the same again."
              .formatted(group.folder.path()),
          e);
    }
  }

  private static List<Group> groups() throws LibraryException {
    EngineSettings.apply();
    try {
      return List.of(pytorch(), tokenizers());
    } catch (AssertionError e) {
      // DJL throws this on an unknown system.
      throw new LibraryException(
          "%s on %s: no libraries of PyTorch (%s). Use Linux, macOS or Windows."
              .formatted(
                  System.getProperty("os.name"), System.getProperty("os.arch"), e.getMessage()),
          e);
    }
  }

  private static Group pytorch() throws LibraryException {
    Runnable start = EngineLibraries::startPytorch;
    String setting = setting(OTHER_PYTORCH);
    Platform platform = Platform.detectPlatform(PYTORCH);
    String classifier = platform.getClassifier();
    String flavor = platform.getFlavor();
    Path folder = given("PYTORCH_LIBRARY_PATH").orElse(folder(PYTORCH, platform, flavor));
    if (!setting.equals(CacheFolder.VARIABLE)) {
      return new Group(LibraryFolder.of(folder, setting, List.of()), start);
    }
    if (platform.isPlaceholder()) {
      throw new LibraryException(
          "Java for %s: no libraries of PyTorch for it are on the class path. Use a 64-bit Java for"
                  .formatted(classifier)
              + " the processor of this machine, and build Papermap with it.",
          null);
    }
    List<Packed> packed = new ArrayList<>();
    for (String library : platform.getLibraries()) {
      packed.add(new Packed(library, "pytorch/%s/%s/%s".formatted(flavor, classifier, library)));
    }
    String bridge = System.mapLibraryName("djl_torch");
    packed.add(
        new Packed(
            platform.getApiVersion() + "-" + bridge,
            "jnilib/%s/%s/%s".formatted(classifier, flavor, bridge)));
    return new Group(LibraryFolder.of(folder, setting, packed), start);
  }

  private static void startPytorch() {
    PtEngineProvider provider = new PtEngineProvider();
    if (!Engine.hasEngine(provider.getEngineName())) {
      // The program was packed into one jar, whose list of services has lost it.
      Engine.registerEngine(provider);
    }
    Engine.getEngine(provider.getEngineName());
  }

  private static Group tokenizers() {
    String setting = setting(OTHER_TOKENIZERS);
    Platform platform = Platform.detectPlatform(TOKENIZERS);
    // Offline, DJL takes the library for processors, and looks for it in a folder named after the
    // GPU where there is one.
    String gpu = Objects.requireNonNullElse(platform.getCudaArch(), "");
    Path folder =
        given("RUST_LIBRARY_PATH").orElse(folder(TOKENIZERS, platform, "cpu").resolve(gpu));
    List<Packed> packed = new ArrayList<>();
    if (setting.equals(CacheFolder.VARIABLE)) {
      List<String> libraries =
          platform.getOsPrefix().equals(WINDOWS)
              ? List.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll")
              : List.of();
      Stream.concat(libraries.stream(), Stream.of(System.mapLibraryName(TOKENIZERS)))
          .map(name ->
              new Packed(name, "native/lib/%s/cpu/%s".formatted(platform.getClassifier(), name)))
          .forEach(packed::add);
    }
    return new Group(LibraryFolder.of(folder, setting, packed), LibUtils::checkStatus);
  }

  private static Path folder(String engine, Platform platform, String flavor) {
    return Utils.getEngineCacheDir(engine)
        .resolve(platform.getVersion() + "-" + flavor + "-" + platform.getClassifier());
  }

  /// The folder that a variable names, or the folder of the file that it names; the first of
  /// several.
  private static Optional<Path> given(String variable) {
    String value = Utils.getEnvOrSystemProperty(variable);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    Path first = Path.of(value.split(File.pathSeparator, 2)[0]).toAbsolutePath();
    return Optional.of(Files.isRegularFile(first) ? first.resolveSibling("") : first);
  }

  /// The variable that decides the folder: one of DJL's, or that of the cache.
  private static String setting(List<String> others) {
    Path ours = EngineSettings.folder();
    return Stream.concat(others.stream(), FOLDERS.stream())
        .filter(name -> {
          String value = Utils.getEnvOrSystemProperty(name);
          return value != null && !value.isBlank() && !value.equals(ours.toString());
        })
        .findFirst()
        .orElse(CacheFolder.VARIABLE);
  }
}
