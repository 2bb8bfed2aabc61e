package org.papermap.cluster.internal.smile;

import java.util.List;
import java.util.Locale;

/// An operating system and processor, in the spelling of the native libraries' jars.
///
/// @param name such as `linux-x86_64`
/// @param libraries the files of OpenBLAS in their order of dependence; files that are not in the
///   jar of a platform come with its system
/// @param alias the library name of BLAS and LAPACK to tell Smile, or empty for its default
record Platform(String name, List<String> libraries, String alias) {
  /// Smile looks up functions in a library file by its plain name, and in loaded libraries only if
  /// that file exists but lacks the function. On Linux no file has OpenBLAS's plain name, so Smile
  /// is told the Java virtual machine's, which every process has.
  private static final String LOADED_IN_EVERY_PROCESS = "jvm";

  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String system, String processor) {
    String arch =
        switch (processor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> processor;
        };
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return new Platform(
          "windows-" + arch,
          List.of(
              "libwinpthread-1.dll",
              "libgcc_s_seh-1.dll",
              "libquadmath-0.dll",
              "libgfortran-5.dll",
              "libopenblas.dll"),
          "");
    }
    if (os.startsWith("mac")) {
      // Smile uses Accelerate, which is part of the system.
      return new Platform("macosx-" + arch, List.of(), "");
    }
    return new Platform(
        "linux-" + arch,
        List.of("libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0"),
        LOADED_IN_EVERY_PROCESS);
  }
}
