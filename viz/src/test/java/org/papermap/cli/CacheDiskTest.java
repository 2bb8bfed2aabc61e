package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.files.CacheFolder;

/// Runs `papermap` with caches on disks that are full, read-only or hold no programs, and with
/// native libraries that were cut, lost or half unpacked.
///
/// The engine's libraries are unpacked twice here, 452 MB each time. More kills of it:
/// `-Dpapermap.kill.rounds=20`.
@EnabledOnOs(OS.LINUX)
class CacheDiskTest {
  private static final int ROUNDS = Integer.getInteger("papermap.kill.rounds", 2);
  private static final int SEED = Integer.getInteger("papermap.kill.seed", 9);
  private static final long PATIENCE_MINUTES = 20;

  /// What DJL may be told by the environment, as this suite does.
  private static final List<String> VARIABLES =
      List.of("DJL_CACHE_DIR", "PAPERMAP_CACHE", "XDG_CACHE_HOME", "HOME");

  @TempDir private Path folder;
  private Path cache;

  /// What a process came to.
  private record Ended(int status, List<String> out, List<String> err) {
    void isToldInOneLine(String... parts) {
      assertThat(status).as("%s", err).isEqualTo(ExitCode.FAILED);
      assertThat(err).hasSize(1);
      assertThat(err.getFirst()).startsWith("papermap: ").contains(parts).endsWith(".");
      assertThat(out).isEmpty();
    }

    void isDone() {
      assertThat(status).as("%s%n%s", out, err).isEqualTo(ExitCode.OK);
    }
  }

  @BeforeEach
  void name_the_cache() throws IOException {
    cache = Files.createDirectory(folder.resolve("cache"));
  }

  @Test
  void a_disk_that_may_hold_no_programs_is_named() throws Exception {
    run(Mounts.inMemory(cache, "noexec,size=50m", embed()))
        .isToldInOneLine(
            cache + "/engine/pytorch/",
            ": no library may run from this file system (mounted noexec).",
            "Set PAPERMAP_CACHE to a folder on one that is not mounted noexec.");
  }

  @Test
  void a_full_disk_is_named_with_what_is_needed_and_what_there_is() throws Exception {
    List<String> thenList =
        List.of("sh", "-c", "\"$@\"; s=$?; find \"$0\" -type f; exit $s", cache.toString());
    List<String> command = new ArrayList<>(thenList);
    command.addAll(embed());

    Ended ended = run(Mounts.inMemory(cache, "size=50m", command));

    assertThat(ended.status).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err).hasSize(1);
    assertThat(ended.err.getFirst())
        .startsWith("papermap: " + cache + "/engine/pytorch/")
        .containsPattern(": \\d{3} MB of native libraries are unpacked there once, and 52 MB are")
        .endsWith("Free more, or set PAPERMAP_CACHE to a folder on another disk.");
    assertThat(ended.out).isNotEmpty().allMatch(file -> file.endsWith(".lock"));
  }

  @Test
  void a_disk_that_cannot_be_written_is_named_and_a_search_by_words_goes_on() throws Exception {
    Path index = folder.resolve("index");
    Path papers = folder.resolve("papers.csv");
    Files.writeString(
        papers, "title,abstract\nFast attention,How to attend to much at little cost.\n");
    assertThat(Outcome.of("index", papers.toString(), "--out", index.toString()).status()).isZero();
    List<String> nearest =
        papermap(classPath(), "nearest", "attention", "--index", index.toString(), "-k", "1");

    run(Mounts.inMemory(cache, "ro", nearest))
        .isToldInOneLine(
            cache + "/engine/pytorch/",
            "Read-only file system",
            "Set PAPERMAP_CACHE to a folder that you may write to.");

    List<String> byWords = new ArrayList<>(nearest);
    byWords.addAll(List.of("--mode", "keyword"));
    Ended ended = run(Mounts.inMemory(cache, "ro", byWords));
    ended.isDone();
    assertThat(ended.out).hasSize(1);
  }

  @Test
  void a_disk_that_has_no_room_for_the_model_is_named() throws Exception {
    String libraries = System.getenv("DJL_CACHE_DIR");
    assumeTrue(libraries != null, "the suite's libraries are where DJL_CACHE_DIR says");
    List<String> command = new ArrayList<>(List.of("env", "DJL_CACHE_DIR=" + libraries));
    command.addAll(embed());

    run(Mounts.inMemory(cache, "size=20m", command))
        .isToldInOneLine(
            cache + "/models/",
            "cannot be written (No space left on device). Free the disk, or set PAPERMAP_CACHE");
  }

  @Test
  void a_user_without_a_home_is_told_what_to_set() throws Exception {
    List<String> command = embed();
    command.remove("-Dpapermap.cache=" + cache);
    command.add(1, "-Duser.home=?");

    run(command)
        .isToldInOneLine(
            "HOME: not set, and this user has no home folder. Set PAPERMAP_CACHE to a folder");
  }

  @Test
  void an_engine_for_another_processor_is_told() throws Exception {
    String without =
        Arrays.stream(classPath().split(File.pathSeparator))
            .filter(jar -> !jar.contains("pytorch-native-cpu"))
            .collect(Collectors.joining(File.pathSeparator));

    run(embed(without))
        .isToldInOneLine(
            ": no libraries of PyTorch for it are on the class path. Use a 64-bit Java");
  }

  @Test
  void libraries_survive_kills_and_damage_and_may_lie_on_a_disk_that_is_only_read()
      throws Exception {
    useModelsOfTheSuite();
    kill_some();

    // Two at once, after the kills.
    Process one = start(embed(), "one");
    Process other = start(embed(), "other");
    ended(one, "one").isDone();
    ended(other, "other").isDone();
    assertThat(leftovers()).isEmpty();

    Path tokenizers = library("libtokenizers.so");
    cut(tokenizers);
    check("damaged", ExitCode.FAILED);
    run(embed()).isDone();
    Files.delete(tokenizers);
    run(embed()).isDone();
    assertThat(leftovers()).isEmpty();

    // A byte that keeps the engine from being loaded is mended within the run.
    flip(library("libtorch_cpu.so"), 1);
    run(embed()).isDone();
    check("ready", ExitCode.OK);

    Ended readOnly = run(Mounts.again(cache, "ro", embed()));
    readOnly.isDone();
    assertThat(readOnly.err)
        .hasSize(1)
        .first()
        .asString()
        .contains("Vectors are calculated anyway");
    run(Mounts.again(cache, "noexec", embed()))
        .isToldInOneLine("failed to map segment from shared object", "that is not mounted noexec.");
  }

  /// Kills a run as kill -9 does while it unpacks.
  private void kill_some() throws Exception {
    Random random = new Random(SEED);
    int kills = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Instant begin = Instant.now();
      Process run = start(embed(), "killed");
      long moment = random.nextLong(440_000_000);
      while (run.isAlive() && unpackedSince(begin) < moment) {
        Thread.sleep(2);
      }
      if (run.isAlive()) {
        run.destroyForcibly().waitFor();
        kills++;
        System.out.printf("round %d: killed with %,d bytes unpacked%n", round + 1, moment);
      }
      assertThat(Files.exists(cache.resolve("kernels.txt"))).as("no kernel was tried").isFalse();
    }
    assertThat(kills).isEqualTo(ROUNDS);
  }

  private long unpackedSince(Instant begin) {
    long bytes = 0;
    for (File folder : filesIn(cache.resolve("engine/pytorch").toFile())) {
      for (File file : filesIn(folder)) {
        bytes += file.lastModified() > begin.toEpochMilli() ? file.length() : 0;
      }
    }
    return bytes;
  }

  /// None where there is no such folder, or no longer.
  private static List<File> filesIn(File folder) {
    File[] files = folder.listFiles();
    return files == null ? List.of() : List.of(files);
  }

  private void check(String state, int status) throws Exception {
    Ended ended = run(papermap(classPath(), "models", "--check"));
    assertThat(ended.out).anyMatch(line -> line.startsWith("the engine's libraries are " + state));
    assertThat(ended.status).as("%s%n%s", ended.out, ended.err).isEqualTo(status);
  }

  /// All folders but those that are to be there.
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(cache.resolve("engine"), 2)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(\\.|tmp).*|.*unpacking"))
          .toList();
    }
  }

  private Path library(String name) throws IOException {
    try (Stream<Path> files = Files.walk(cache.resolve("engine"))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static void cut(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
  }

  private static void flip(Path file, long place) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(place);
      int before = bytes.read();
      bytes.seek(place);
      bytes.write(before ^ 0x55);
    }
  }

  private void useModelsOfTheSuite() throws IOException {
    Path models = Files.createDirectories(CacheFolder.standard().resolve("models"));
    Files.createSymbolicLink(cache.resolve("models"), models);
  }

  private String out() {
    return folder.resolve("vectors.npy").toString();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  /// Embeds a text that no cache has yet.
  private List<String> embed() throws IOException {
    return embed(classPath());
  }

  private List<String> embed(String classPath) throws IOException {
    Path text = Files.createTempFile(folder, "text", ".txt");
    Files.writeString(text, "a text of its own, " + text);
    return papermap(classPath, "embed", text.toString(), "--format", "lines", "--out", out());
  }

  private List<String> papermap(String classPath, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath,
            "-Dpapermap.cache=" + cache,
            Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private Ended run(List<String> command) throws Exception {
    return ended(start(command, "run"), "run");
  }

  private Process start(List<String> command, String name) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    VARIABLES.forEach(program.environment()::remove);
    return program.start();
  }

  private Ended ended(Process process, String name) throws Exception {
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readAllLines(folder.resolve(name + ".out")),
        Files.readAllLines(folder.resolve(name + ".err")));
  }
}
