package org.papermap.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.embed.internal.natives.LoaderMessage;

/// The texts are those that loaders and virtual machines have given.
@DisabledOnOs(OS.WINDOWS)
class LoaderMessageTest {
  private static final Path FOLDER = Path.of("/cache/engine/pytorch/2.7.1");

  private static String told(String message) {
    return LoaderMessage.told(message, FOLDER, "PAPERMAP_CACHE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # glibc 2.36, on a file system that is mounted noexec
          /cache/engine/pytorch/2.7.1/libc10.so: /cache/engine/pytorch/2.7.1/libc10.so: failed to map segment from shared object|no library may run from this file system|Set PAPERMAP_CACHE to a folder on one that is not mounted noexec.
          # glibc 2.31
          /cache/engine/pytorch/2.7.1/libc10.so: /cache/engine/pytorch/2.7.1/libc10.so: failed to map segment from shared object: Operation not permitted|no library may run|not mounted noexec.
          # musl
          /cache/engine/pytorch/2.7.1/libc10.so: Error loading shared library /cache/engine/pytorch/2.7.1/libc10.so: Operation not permitted|no library may run|not mounted noexec.
          /cache/engine/pytorch/2.7.1/libtorch_cpu.so: /cache/engine/pytorch/2.7.1/libtorch_cpu.so: failed to map segment from shared object: Cannot allocate memory|no memory is left|see ulimit -v.
          # glibc 2.31 and the C++ library of GCC 8
          /cache/engine/pytorch/2.7.1/libtokenizers.so: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by /cache/engine/pytorch/2.7.1/libtokenizers.so)|this system's glibc is too old|glibc 2.34 and libstdc++ of GCC 9 or newer are needed
          /cache/engine/pytorch/2.7.1/libc10.so: /lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.26' not found (required by /cache/engine/pytorch/2.7.1/libc10.so)|this system's libstdc++ is too old|libstdc++ of GCC 9 or newer
          # musl 1.2
          /cache/engine/pytorch/2.7.1/libc10.so: Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /cache/engine/pytorch/2.7.1/libc10.so)|another C library than glibc|use Debian 12, Ubuntu 22.04
          /cache/engine/pytorch/2.7.1/libc10.so: Error relocating /cache/engine/pytorch/2.7.1/libc10.so: __vsnprintf_chk: symbol not found|another C library than glibc|use Debian 12, Ubuntu 22.04
          # glibc 2.36 and what Java adds
          /cache/engine/pytorch/2.7.1/libc10.so: /cache/engine/pytorch/2.7.1/libc10.so: wrong ELF class: ELFCLASS32 (Possible cause: architecture word width mismatch, can't load 32-bit .so on a 64-bit platform)|made for another processor|Use a 64-bit Java
          /cache/engine/pytorch/2.7.1/libc10.so: /cache/engine/pytorch/2.7.1/libc10.so: cannot open shared object file: No such file or directory (Possible cause: can't load AARCH64 .so on a AMD 64 platform)|made for another processor|Use a 64-bit Java
          # macOS 14
          dlopen(/cache/engine/pytorch/2.7.1/libc10.dylib, 0x0001): tried: '/cache/engine/pytorch/2.7.1/libc10.dylib' (mach-o file, but is an incompatible architecture (have 'arm64', need 'x86_64'))|made for another processor|Use a 64-bit Java
          # an image without the C++ library
          /cache/engine/pytorch/2.7.1/libc10.so: libstdc++.so.6: cannot open shared object file: No such file or directory|this system lacks libstdc++.so.6|Install it
          /cache/engine/pytorch/2.7.1/libc10.so: /cache/engine/pytorch/2.7.1/libc10.so: cannot open shared object file: Permission denied|not permitted|Check who may read it
          /cache/engine/pytorch/2.7.1/libc10.so: /cache/engine/pytorch/2.7.1/libc10.so: invalid ELF header|damaged or missing|Restore it
          /cache/engine/pytorch/2.7.1/libc10.so: /cache/engine/pytorch/2.7.1/libc10.so: file too short|damaged or missing|Restore it
          /cache/engine/pytorch/2.7.1/libtorch.so: libtorch_cpu.so: cannot open shared object file: No such file or directory|damaged or missing|Restore it
          Can't load library: /cache/engine/pytorch/2.7.1/libc10.so|damaged or missing|Restore it
          """)
  void what_a_loader_says_is_told_with_the_folder_and_what_to_do(
      String message, String meaning, String advice) {
    String line = told(message);

    assertThat(line).startsWith(FOLDER + ": ").contains(meaning).contains(advice).endsWith(".");
    assertThat(line).hasLineCount(1);
  }

  @Test
  void what_no_loader_is_known_to_say_is_told_in_its_own_words() {
    assertThat(told("the stars are wrong\nand the sea"))
        .isEqualTo(
            FOLDER
                + ": a library does not load (the stars are wrong). Set PAPERMAP_CACHE to another"
                + " folder.");
  }

  @Test
  void the_path_that_java_and_the_loader_both_say_is_said_once() {
    assertThat(told(FOLDER + "/libc10.so: " + FOLDER + "/libc10.so: file too short"))
        .contains("(libc10.so: file too short)");
  }

  @Test
  void the_cause_is_looked_for_below_what_others_have_wrapped_it_in() {
    Throwable loader =
        new UnsatisfiedLinkError("/x/libc10.so: failed to map segment from shared object");
    Throwable disk = new FileNotFoundException("no such thing");

    assertThat(
            LibraryException.ofLoading(
                new IllegalStateException("the engine failed", loader), FOLDER, "DJL_CACHE_DIR"))
        .hasMessageContaining("Set DJL_CACHE_DIR to a folder on one that is not mounted noexec.")
        .isInstanceOf(IOException.class);
    assertThat(
            LibraryException.ofLoading(
                new IllegalStateException("the engine failed", disk), FOLDER, "DJL_CACHE_DIR"))
        .hasMessage(
            FOLDER
                + ": the libraries cannot be unpacked there (no such thing). Set DJL_CACHE_DIR to"
                + " another folder.");
  }
}
