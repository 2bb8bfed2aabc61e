package org.papermap.cluster.internal.smile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.CacheFolder;
import org.papermap.files.AtomicFile;

/// Loads OpenBLAS for Smile from the jar on the class path. The files are unpacked once into the
/// cache folder and loaded by their full path, so that no environment variable and no installed
/// package is needed.
///
/// This must happen before Smile's first use of OpenBLAS: if Smile's own lookup fails, it cannot be
/// repeated in the same process.
final class NativeLibraries {
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
    for (String library : platform.libraries()) {
      load(platform, library);
    }
    if (!platform.alias().isEmpty()) {
      System.setProperty("smile.lib.blas", platform.alias());
      System.setProperty("smile.lib.lapack", platform.alias());
      requireLookup(System.mapLibraryName(platform.alias()));
    }
    useOneThread();
    loaded = true;
  }

  private static void load(Platform platform, String library) {
    String resource = "org/bytedeco/openblas/%s/%s".formatted(platform.name(), library);
    URL url = NativeLibraries.class.getClassLoader().getResource(resource);
    if (url == null) {
      boolean optional = !library.contains("openblas");
      if (optional) {
        return;
      }
      throw new UnsatisfiedLinkError("no " + library + " on the class path");
    }
    try {
      System.load(unpack(url, library).toString());
    } catch (IOException e) {
      throw failure("cannot unpack " + library + ": " + e, e);
    } catch (UnsatisfiedLinkError e) {
      throw failure("cannot load " + library + ": " + e.getMessage(), e);
    }
  }

  /// The file in the cache folder, which is written if it is not there. The name of its folder has
  /// the checksum in the jar, which reading the entry verifies. A file appears there whole or not
  /// at all.
  private static Path unpack(URL url, String library) throws IOException {
    URLConnection connection = url.openConnection();
    long size = connection.getContentLengthLong();
    Path folder = CacheFolder.standard().resolve("natives").resolve(checksum(connection));
    Path file = folder.resolve(library);
    if (Files.exists(file) && Files.size(file) == size) {
      return file;
    }
    try (InputStream in = connection.getInputStream()) {
      AtomicFile.write(file, in::transferTo);
    }
    return file;
  }

  private static UnsatisfiedLinkError failure(String found, Throwable cause) {
    UnsatisfiedLinkError failure = new UnsatisfiedLinkError(found);
    failure.initCause(cause);
    return failure;
  }

  private static String checksum(URLConnection connection) throws IOException {
    @Nullable JarEntry entry =
        connection instanceof JarURLConnection jar ? jar.getJarEntry() : null;
    return entry == null
        ? "unpacked-%x".formatted(connection.getContentLengthLong())
        : "openblas-%08x".formatted(entry.getCrc());
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
