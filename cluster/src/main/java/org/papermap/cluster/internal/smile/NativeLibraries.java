package org.papermap.cluster.internal.smile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.jspecify.annotations.Nullable;
import org.papermap.files.CacheFolder;
import org.papermap.natives.LibraryException;
import org.papermap.natives.LibraryFolder;
import org.papermap.natives.LibraryFolder.Packed;

/// Loads OpenBLAS for Smile from the jar on the class path. The files are unpacked once into the
/// cache folder and loaded by their full path, so that no environment variable and no installed
/// package is needed.
///
/// This must happen before Smile's first use of OpenBLAS: if Smile's own lookup fails, it cannot be
/// repeated in the same process.
final class NativeLibraries {
  private static final String OPENBLAS = "openblas";

  private static boolean loaded;

  private NativeLibraries() {}

  /// Loads the libraries if they are not loaded yet.
  ///
  /// @throws UnsatisfiedLinkError if that cannot be done here; another call tries again
  static synchronized void load() {
    if (loaded) {
      return;
    }
    Platform platform = Platform.current();
    load(packed(platform));
    if (!platform.alias().isEmpty()) {
      System.setProperty("smile.lib.blas", platform.alias());
      System.setProperty("smile.lib.lapack", platform.alias());
      requireLookup(System.mapLibraryName(platform.alias()));
    }
    useOneThread();
    loaded = true;
  }

  private static List<Packed> packed(Platform platform) {
    List<Packed> packed = new ArrayList<>();
    for (String library : platform.libraries()) {
      String resource = "org/bytedeco/openblas/%s/%s".formatted(platform.name(), library);
      boolean needed = library.contains(OPENBLAS);
      if (url(resource) != null) {
        packed.add(new Packed(library, resource));
      } else if (needed) {
        throw failure("no " + library + " on the class path", null);
      }
    }
    return packed;
  }

  private static @Nullable URL url(String resource) {
    return NativeLibraries.class.getClassLoader().getResource(resource);
  }

  private static void load(List<Packed> packed) {
    if (packed.isEmpty()) {
      return;
    }
    try {
      LibraryFolder folder =
          LibraryFolder.of(folder(packed.getLast()), CacheFolder.VARIABLE, packed);
      folder.open();
      load(folder, packed, true);
    } catch (IOException e) {
      throw failure(withoutStop(String.valueOf(e.getMessage())), e);
    }
  }

  private static void load(LibraryFolder folder, List<Packed> packed, boolean mayMend)
      throws LibraryException {
    try {
      packed.forEach(library -> System.load(folder.library(library.name()).toString()));
    } catch (UnsatisfiedLinkError e) {
      if (!mayMend || !folder.mend()) {
        throw folder.notLoaded(e);
      }
      load(folder, packed, false);
    }
  }

  /// Named by the checksum that the jar states of OpenBLAS, which is the last.
  private static Path folder(Packed openblas) throws IOException {
    URL url = Objects.requireNonNull(url(openblas.resource()));
    URLConnection connection = url.openConnection();
    @Nullable JarEntry entry =
        connection instanceof JarURLConnection jar ? jar.getJarEntry() : null;
    String name =
        entry == null
            ? "unpacked-%x".formatted(connection.getContentLengthLong())
            : "openblas-%08x".formatted(entry.getCrc());
    return CacheFolder.standard().resolve("natives").resolve(name);
  }

  private static UnsatisfiedLinkError failure(String found, @Nullable Throwable cause) {
    UnsatisfiedLinkError failure = new UnsatisfiedLinkError(found);
    failure.initCause(cause);
    return failure;
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static void requireLookup(String name) {
    try {
      SymbolLookup.libraryLookup(name, Arena.ofAuto());
    } catch (IllegalArgumentException e) {
      throw failure("cannot find " + name + " again", e);
    }
  }

  /// One thread adds in the same order on any number of processors, and the matrices are too small
  /// for more.
  private static void useOneThread() {
    Optional<MemorySegment> function = SymbolLookup.loaderLookup().find("openblas_set_num_threads");
    if (function.isEmpty()) {
      return;
    }
    try {
      Linker.nativeLinker()
          .downcallHandle(function.get(), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
          .invokeExact(1);
    } catch (Throwable e) {
      throw failure("cannot set OpenBLAS to one thread: " + e, e);
    }
  }
}
