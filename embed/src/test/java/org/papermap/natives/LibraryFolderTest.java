package org.papermap.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.Platform;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.internal.cache.Manifest;
import org.papermap.files.Sha256;
import org.papermap.natives.LibraryFolder.LibraryState;
import org.papermap.natives.LibraryFolder.Packed;

/// The tokenizer's real library, and the one between Java and PyTorch.
class LibraryFolderTest {
  private static final String CLASSIFIER = Platform.detectPlatform("pytorch").getClassifier();
  private static final Packed TOKENIZERS =
      packed("tokenizers", "native/lib/" + CLASSIFIER + "/cpu/");
  private static final Packed BRIDGE = packed("djl_torch", "jnilib/" + CLASSIFIER + "/cpu/");

  @TempDir private Path cache;
  private Path folder;

  private static Packed packed(String name, String where) {
    String file = System.mapLibraryName(name);
    return new Packed(file, where + file);
  }

  @BeforeEach
  void name_the_folder() {
    folder = cache.resolve("engine/libraries-1");
  }

  private LibraryFolder libraries() {
    return LibraryFolder.of(folder, "PAPERMAP_CACHE", List.of(TOKENIZERS, BRIDGE));
  }

  private Path file(Packed library) {
    return folder.resolve(library.name());
  }

  @Test
  void libraries_are_unpacked_with_a_manifest_and_nothing_else() throws IOException {
    assertThat(libraries().state()).isEqualTo(LibraryState.PACKED);

    libraries().open();

    assertThat(libraries().state()).isEqualTo(LibraryState.READY);
    assertThat(libraries().check()).isEqualTo(LibraryState.READY);
    assertThat(names(folder))
        .containsExactlyInAnyOrder("manifest.txt", TOKENIZERS.name(), BRIDGE.name());
    assertThat(names(cache.resolve("engine")))
        .containsExactlyInAnyOrder("libraries-1", "libraries-1.lock");
    assertThat(Manifest.read(folder).orElseThrow().lines())
        .contains(
            new Manifest.Line(BRIDGE.name(), Files.size(file(BRIDGE)), Sha256.hex(file(BRIDGE))));
  }

  @Test
  void libraries_that_are_whole_are_only_read() throws IOException {
    // Given
    libraries().open();
    Path elsewhere = Files.createDirectory(cache.resolve("elsewhere")).resolve("libraries");
    Files.move(folder, elsewhere);
    FileTime before = FileTime.from(Instant.ofEpochSecond(1_000_000));
    Files.setLastModifiedTime(elsewhere.resolve(TOKENIZERS.name()), before);

    // When
    LibraryFolder.of(elsewhere, "PAPERMAP_CACHE", List.of(TOKENIZERS, BRIDGE)).open();

    // Then
    assertThat(names(cache.resolve("elsewhere"))).containsExactly("libraries");
    assertThat(Files.getLastModifiedTime(elsewhere.resolve(TOKENIZERS.name()))).isEqualTo(before);
  }

  @Test
  void a_library_that_is_cut_or_missing_is_unpacked_anew() throws IOException {
    libraries().open();
    String whole = Sha256.hex(file(TOKENIZERS));
    try (var channel = Files.newByteChannel(file(TOKENIZERS), StandardOpenOption.WRITE)) {
      channel.truncate(1_000_000);
    }
    assertThat(libraries().state()).isEqualTo(LibraryState.DAMAGED);
    libraries().open();
    assertThat(Sha256.hex(file(TOKENIZERS))).isEqualTo(whole);

    Files.delete(file(BRIDGE));
    assertThat(libraries().state()).isEqualTo(LibraryState.DAMAGED);
    libraries().open();
    assertThat(libraries().check()).isEqualTo(LibraryState.READY);
  }

  @Test
  void a_changed_byte_is_seen_by_a_check_and_mended_at_the_next_use() throws IOException {
    libraries().open();
    flip(file(TOKENIZERS), 5_000_000);
    assertThat(libraries().state()).isEqualTo(LibraryState.READY);

    assertThat(libraries().check()).isEqualTo(LibraryState.DAMAGED);

    assertThat(libraries().check()).isEqualTo(LibraryState.DAMAGED);
    libraries().open();
    assertThat(libraries().check()).isEqualTo(LibraryState.READY);
  }

  @Test
  void what_does_not_load_is_mended_if_it_is_damaged() throws IOException {
    libraries().open();
    assertThat(libraries().mend()).isFalse();
    flip(file(BRIDGE), 3);

    assertThatThrownBy(() -> System.load(file(BRIDGE).toString()))
        .isInstanceOf(UnsatisfiedLinkError.class);
    assertThat(libraries().mend()).isTrue();

    assertThat(libraries().check()).isEqualTo(LibraryState.READY);
  }

  @Test
  void libraries_that_djl_unpacked_and_what_it_left_are_cleared_away() throws IOException {
    // Given
    Files.createDirectories(folder);
    Files.writeString(file(BRIDGE), "half");
    Files.writeString(folder.resolve("jni123tmp"), "half");
    Path leftover = Files.createDirectory(cache.resolve("engine/tmp9785974060581836844"));
    Files.writeString(leftover.resolve("libtorch_cpu.so"), "half");
    Files.createDirectory(cache.resolve("engine/.libraries-1.unpacking"));

    // When
    libraries().open();

    // Then
    assertThat(names(cache.resolve("engine")))
        .containsExactlyInAnyOrder("libraries-1", "libraries-1.lock");
    assertThat(names(folder))
        .containsExactlyInAnyOrder("manifest.txt", TOKENIZERS.name(), BRIDGE.name());
  }

  @Test
  void threads_that_ask_at_once_unpack_once() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<FileTime>> opened =
          IntStream.range(0, 8)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    libraries().open();
                    return Files.getLastModifiedTime(file(TOKENIZERS));
                  }))
              .toList();
      for (Future<FileTime> each : opened) {
        assertThat(each.get()).isEqualTo(opened.getFirst().get());
      }
    }
    assertThat(libraries().check()).isEqualTo(LibraryState.READY);
  }

  @Test
  void a_damaged_jar_is_named() throws IOException {
    // Given
    Path jar = cache.resolve("natives.jar");
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("some/libx.so"));
      zip.write(noise);
      zip.closeEntry();
    }
    flip(jar, 50_000);
    LibraryFolder libraries =
        LibraryFolder.of(folder, "PAPERMAP_CACHE", List.of(new Packed("libx.so", "some/libx.so")));

    // When
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      thread.setContextClassLoader(loader);
      assertThatThrownBy(libraries::open)
          .isInstanceOf(LibraryException.class)
          .hasMessage(
              jar
                  + ": damaged, libx.so in it cannot be unpacked. Delete it, and build Papermap"
                  + " again.");
    } finally {
      thread.setContextClassLoader(usual);
    }

    // Then
    assertThat(names(cache.resolve("engine"))).containsExactly("libraries-1.lock");
  }

  @Test
  void a_library_that_is_not_on_the_class_path_is_told() {
    LibraryFolder libraries =
        LibraryFolder.of(folder, "PAPERMAP_CACHE", List.of(new Packed("libx.so", "none/libx.so")));

    assertThatThrownBy(libraries::open)
        .isInstanceOf(LibraryException.class)
        .hasMessage(
            "none/libx.so: not on the class path. Build Papermap on this machine, for this Java.");
  }

  @Test
  void a_folder_of_the_users_own_is_never_written() throws IOException {
    // Given
    libraries().open();
    LibraryFolder users = LibraryFolder.of(folder, "PYTORCH_LIBRARY_PATH", List.of());
    users.open();
    assertThat(users.state()).isEqualTo(LibraryState.READY);
    Files.delete(file(BRIDGE));

    // Then
    assertThatThrownBy(users::open)
        .hasMessage(
            folder
                + ": a library is missing or not as long as the manifest says. Restore it, or unset"
                + " PYTORCH_LIBRARY_PATH.");
    assertThat(users.mend()).isFalse();
    assertThat(file(BRIDGE)).doesNotExist();

    // When
    Files.delete(folder.resolve("manifest.txt"));

    // Then
    users.open();
    assertThat(users.state()).isEqualTo(LibraryState.GIVEN);
  }

  @Test
  void a_folder_that_cannot_be_made_is_told_with_what_to_set() throws IOException {
    Files.writeString(cache.resolve("engine"), "a file in the way");

    assertThatThrownBy(() -> libraries().open())
        .isInstanceOf(LibraryException.class)
        .hasMessageStartingWith(folder + ": ")
        .hasMessageContaining("Set PAPERMAP_CACHE to a folder that you may write to.");
  }

  private static void flip(Path file, long place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[Math.toIntExact(place)] ^= 0x55;
    Files.write(file, bytes);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
