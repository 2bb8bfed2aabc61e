package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.embed.GivenVectors;
import org.papermap.files.CacheFolder;
import org.papermap.files.Sha256;
import org.papermap.pipeline.MapFolder;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;

/// Injects faults while things are written: kills, exits, full disks, two processes at once. What
/// is found afterwards is the old or the new, whole; and nothing is left over after the next run.
///
/// The suite has time for a few rounds of each. The proof at size: `./papermap test -pl
/// embed,cluster,viz -Dtest=FaultsTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dpapermap.faults=100`.
@EnabledOnOs(OS.LINUX)
class FaultsTest {
  private static final int ROUNDS = Integer.getInteger("papermap.faults", 4);
  private static final long PATIENCE_SECONDS = 300;
  private static final Pattern NAMED =
      Pattern.compile("\"([a-z]+\\.[a-z]+)\" : \"([0-9a-f]{64})\"");
  private static final List<String> FILES =
      List.of(
          "embeddings.npy",
          "map.html",
          "map.json",
          "map.svg",
          "papers.csv",
          "report.json",
          "topics.csv");

  private final Random random = new Random(17);

  @TempDir private Path folder;

  private static List<String> java(List<String> options, Class<?> main, Object... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dpapermap.cache=" + CacheFolder.standard()));
    command.addAll(options);
    command.add(main.getName());
    Stream.of(args).map(Object::toString).forEach(command::add);
    return command;
  }

  private Process start(List<String> command, String log) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve(log).toFile());
    program
        .environment()
        .putIfAbsent("DJL_CACHE_DIR", CacheFolder.standard().resolve("engine").toString());
    return program.start();
  }

  /// Kills a writer some milliseconds after it has told that it is about to write.
  private void killed(List<String> command, int millis) throws Exception {
    Process writer = start(command, "killed.log");
    try (BufferedReader told = writer.inputReader(StandardCharsets.UTF_8)) {
      assertThat(told.readLine()).as(Files.readString(folder.resolve("killed.log"))).isNotNull();
      Thread.sleep(millis);
      assertThat(writer.isAlive()).as(Files.readString(folder.resolve("killed.log"))).isTrue();
      writer.destroyForcibly().waitFor();
    }
  }

  private void done(List<String> command) throws Exception {
    Process writer = start(command, "done.log");
    try (BufferedReader told = writer.inputReader(StandardCharsets.UTF_8)) {
      while (told.readLine() != null) {
        // What it tells is of no interest.
      }
    }
    assertThat(writer.waitFor()).as(Files.readString(folder.resolve("done.log"))).isZero();
  }

  private static List<String> names(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(it -> String.valueOf(it.getFileName())).sorted().toList();
    }
  }

  @BeforeEach
  void have_papers() throws IOException {
    StringBuilder papers = new StringBuilder("id,title,abstract\n");
    for (int i = 0; i < 40; i++) {
      papers.append(
          "p%d,Paper %d,Abstract %d on %s.\n"
              .formatted(i, i, i, String.valueOf("abcdefg".charAt(i % 7)).repeat(400)));
    }
    Files.writeString(folder.resolve("papers.csv"), papers.toString());
  }

  // ---- maps

  /// All files belong together: those of a map that was there before, or of the new one.
  private static void assertOneMap(Path out) throws IOException {
    String map = Files.readString(out.resolve("map.json"));
    Matcher named = NAMED.matcher(map);
    int files = 0;
    while (named.find()) {
      assertThat(Sha256.hex(out.resolve(named.group(1))))
          .as(named.group(1))
          .isEqualTo(named.group(2));
      files++;
    }
    assertThat(files).isEqualTo(6);
    MapFolder.open(out);
  }

  @Test
  void a_killed_map_leaves_the_old_one_or_the_new_one_and_the_next_clears_up() throws Exception {
    Path place = Files.createDirectory(folder.resolve("maps"));
    Path out = place.resolve("out");
    Path shared = place.resolve("shared");
    List<String> once = java(List.of(), FaultyWriter.class, "map", out, "1");
    done(once);
    done(java(List.of(), FaultyWriter.class, "map", shared, "1"));
    Files.writeString(shared.resolve("notes.md"), "mine");

    for (int round = 0; round < ROUNDS; round++) {
      Path killed = round % 2 == 0 ? out : shared;
      killed(java(List.of(), FaultyWriter.class, "map", killed, "0"), random.nextInt(150));
      if (killed.equals(shared)) {
        MapFolder.open(shared);
      }
      assertOneMap(killed);
    }

    done(once);
    done(java(List.of(), FaultyWriter.class, "map", shared, "1"));
    assertThat(names(out)).isEqualTo(FILES);
    assertThat(names(shared)).hasSize(FILES.size() + 1).contains("notes.md").containsAll(FILES);
    assertThat(names(place)).containsExactly("out", "shared");
  }

  // ---- vectors with their ids

  /// Row by row, the vector is the one of the id.
  private static void assertTogether(Path npy) throws IOException {
    EmbeddingMatrix vectors = NpyFile.read(npy);
    List<String> ids = Files.readAllLines(NpyFile.idsBeside(npy));
    assertThat(ids).hasSize(vectors.rows());
    for (int row = 0; row < vectors.rows(); row++) {
      assertThat(vectors.row(row)).isEqualTo(FaultyWriter.vector(ids.get(row)));
    }
  }

  @Test
  void a_killed_embed_leaves_vectors_with_their_ids_and_the_next_clears_up() throws Exception {
    Path place = Files.createDirectory(folder.resolve("vectors"));
    Path npy = place.resolve("v.npy");
    done(java(List.of(), FaultyWriter.class, "embed", npy, "1"));
    for (int round = 0; round < ROUNDS; round++) {
      killed(java(List.of(), FaultyWriter.class, "embed", npy, "0"), random.nextInt(150));
      if (Files.exists(npy)) {
        assertTogether(npy);
      }
      GivenVectors.read(npy);
      assertTogether(npy);
    }

    done(java(List.of(), FaultyWriter.class, "embed", npy, "1"));
    assertThat(names(place)).containsExactly("v.ids.txt", "v.npy");
  }

  // ---- indexes

  @Test
  void a_killed_index_keeps_what_was_committed_and_the_next_clears_up() throws Exception {
    Path index = folder.resolve("index");
    done(java(List.of(), FaultyWriter.class, "index", index, "1"));
    for (int round = 0; round < ROUNDS; round++) {
      killed(java(List.of(), FaultyWriter.class, "index", index, "0"), random.nextInt(200));
      FaultyWriter.assertOneCommit(index);
    }

    done(java(List.of(), FaultyWriter.class, "index", index, "1"));
    FaultyWriter.assertOneCommit(index);
    assertThat(names(index)).containsExactly("lucene", "papermap.index");
  }

  // ---- unpacking

  @Test
  void killed_unpacking_is_done_anew_and_nothing_stays_behind() throws Exception {
    Path cache = Files.createDirectory(folder.resolve("natives"));
    for (int round = 0; round < Math.min(ROUNDS, 20); round++) {
      killed(java(List.of(), FaultyWriter.class, "unpack", cache, "0"), random.nextInt(300));
      done(java(List.of(), FaultyWriter.class, "unpack", cache, "1"));
      assertThat(names(cache).stream().filter(it -> !it.endsWith(".lock")))
          .containsExactly("libraries");
    }
  }

  // ---- two writers

  @Test
  void writers_in_two_containers_with_equal_numbers_do_not_tear_each_others_files()
      throws Exception {
    List<String> apart = new ArrayList<>(List.of("unshare", "-p", "-f"));
    assumeTrue(works(apart), "no namespaces of processes here: run as root");
    Path place = Files.createDirectory(folder.resolve("both"));
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      for (String kind : List.of("map", "embed")) {
        List<String> command = new ArrayList<>(apart);
        command.addAll(
            java(
                List.of(),
                FaultyWriter.class,
                kind,
                place.resolve(kind.equals("map") ? "out" : "v.npy"),
                Math.max(4, ROUNDS)));
        Process writer = start(command, kind + i + ".log");
        writer.getInputStream().close();
        writers.add(writer);
      }
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).as(logs()).isZero();
    }

    assertOneMap(place.resolve("out"));
    assertTogether(place.resolve("v.npy"));
    assertThat(names(place)).containsExactly("out", "v.ids.txt", "v.npy");
    assertThat(names(place.resolve("out"))).isEqualTo(FILES);
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".log")).toList()) {
        all.append(file.getFileName()).append(": ").append(Files.readString(file)).append('\n');
      }
    }
    return all.toString();
  }

  private static boolean works(List<String> way) throws InterruptedException {
    List<String> trial = new ArrayList<>(way);
    trial.add("true");
    try {
      return new ProcessBuilder(trial).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  // ---- endings

  /// Ends a process while its workers are inside the engine, now and then.
  private void assertEndsCleanly(List<String> command, boolean terminated, int status)
      throws Exception {
    Process program = start(command, "ended.log");
    if (terminated) {
      Thread.sleep(900 + random.nextInt(2500));
      program.destroy();
    }
    assertThat(program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    String log = Files.readString(folder.resolve("ended.log"));
    assertThat(program.exitValue()).as(log).isEqualTo(status);
    assertThat(log).doesNotContain("fatal error").doesNotContain("terminate called");
    assertThat(names(folder)).noneMatch(it -> it.startsWith("hs_err") || it.startsWith("core"));
  }

  @Test
  void a_process_that_is_told_to_end_while_it_embeds_does_so_cleanly() throws Exception {
    Path texts = folder.resolve("texts.txt");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add(random.nextInt() + " " + "a text that goes through all the layers ".repeat(20));
    }
    Files.write(texts, lines);
    Path cache = Files.createDirectory(folder.resolve("cache"));
    Files.createSymbolicLink(
        cache.resolve("models"), Files.createDirectories(CacheFolder.standard().resolve("models")));
    Path trials = CacheFolder.standard().resolve("kernels.txt");
    if (Files.exists(trials)) {
      Files.copy(trials, cache.resolve("kernels.txt"));
    }
    List<String> own = List.of("-Dpapermap.cache=" + cache);
    for (int round = 0; round < Math.max(1, ROUNDS / 2); round++) {
      assertEndsCleanly(
          java(
              own,
              Main.class,
              "embed",
              texts,
              "--format",
              "lines",
              "--out",
              folder.resolve("v.npy")),
          true,
          128 + 15);
      assertEndsCleanly(
          java(own, FaultyWriter.class, "exit", texts, Integer.toString(random.nextInt(600))),
          false,
          7);
    }
    assertThat(names(folder)).noneMatch(it -> it.endsWith(".draft") || it.endsWith(".part"));
  }

  // ---- full disks

  /// Runs a command with a folder on a disk of this size, and tells what is there afterwards.
  private void assertFullDiskIsTold(Path disk, String size, List<String> command) throws Exception {
    Files.createDirectories(disk);
    List<String> shell =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "\"$@\"; echo status $?; find \"$0\" -type f | wc -l",
                disk.toString()));
    shell.addAll(command);
    Process program = start(Mounts.inMemory(disk, "size=" + size, shell), "full.log");
    List<String> out = program.inputReader(StandardCharsets.UTF_8).lines().toList();
    program.waitFor();
    List<String> err = Files.readAllLines(folder.resolve("full.log"));
    assertThat(out).as("%s", err).contains("status 1");
    assertThat(out.getLast()).as("files left on the disk").isEqualTo("0");
    assertThat(err).hasSize(1).first().asString().startsWith("papermap: ").contains("space left");
  }

  @Test
  void a_full_disk_is_told_in_one_line_and_nothing_stays_on_it() throws Exception {
    Path disk = folder.resolve("disk");
    Path vectors = folder.resolve("given.npy");
    done(java(List.of(), FaultyWriter.class, "embed", vectors, "1"));
    Path out = folder.resolve("out");
    done(java(List.of(), FaultyWriter.class, "map", out, "1"));

    assertFullDiskIsTold(
        disk,
        "60k",
        java(
            List.of(),
            Main.class,
            "map",
            folder.resolve("papers.csv"),
            "--vectors",
            vectors,
            "--out",
            disk.resolve("out")));
    assertFullDiskIsTold(
        disk,
        "8k",
        java(
            List.of(),
            Main.class,
            "extract",
            out.resolve("map.html"),
            "--out",
            disk.resolve("t.csv")));
    assertFullDiskIsTold(
        disk, "4k", java(List.of(), FaultyWriter.class, "embed", disk.resolve("v.npy"), "1"));
  }

  @Test
  void an_index_on_a_full_disk_is_told_in_one_line_and_is_written_by_the_next_run()
      throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path index = disk.resolve("index");
    List<String> command =
        java(List.of(), Main.class, "index", folder.resolve("papers.csv"), "--out", index);
    List<String> shell =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "\"$@\"; echo status $?; mount -o remount,size=20m \"$0\"; \"$@\" >&2; echo status"
                    + " $?",
                disk.toString()));
    shell.addAll(command);

    Process program = start(Mounts.inMemory(disk, "size=30k", shell), "full.log");

    List<String> out = program.inputReader(StandardCharsets.UTF_8).lines().toList();
    program.waitFor();
    List<String> err = Files.readAllLines(folder.resolve("full.log"));
    assertThat(out).as("%s", err).containsExactly("status 1", "status 0");
    assertThat(err.getFirst()).startsWith("papermap: " + index).contains("space left");
  }

  @Test
  void a_place_that_cannot_be_written_is_found_before_the_work() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    for (String kind : List.of("map", "index", "embed")) {
      List<String> command =
          java(
              List.of(),
              Main.class,
              kind,
              folder.resolve("papers.csv"),
              "--out",
              disk.resolve("x"));
      Process program = start(Mounts.inMemory(disk, "ro", command), "readonly.log");

      assertThat(program.waitFor()).isEqualTo(ExitCode.FAILED);
      assertThat(Files.readAllLines(folder.resolve("readonly.log")))
          .singleElement()
          .asString()
          .startsWith("papermap: " + disk)
          .endsWith("cannot be written. Give a folder that you may write to.");
    }
  }

  @Test
  void standard_output_that_cannot_be_written_is_no_success() throws Exception {
    Path out = folder.resolve("out");
    done(java(List.of(), FaultyWriter.class, "map", out, "1"));
    Process program =
        new ProcessBuilder(java(List.of(), Main.class, "extract", out.resolve("map.html")))
            .redirectOutput(Path.of("/dev/full").toFile())
            .redirectError(folder.resolve("lost.log").toFile())
            .start();

    assertThat(program.waitFor()).isEqualTo(ExitCode.FAILED);
    assertThat(Files.readAllLines(folder.resolve("lost.log")))
        .singleElement()
        .asString()
        .startsWith("papermap: standard output: could not be written in full (No space left")
        .endsWith("Write it to another place.");
  }
}
