package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.files.CacheFolder;

/// Traces what commands ask of the system: none connects to anything, or looks a name up.
@EnabledOnOs(OS.LINUX)
class NoNetworkTest {
  @TempDir private Path folder;

  private List<String> connections(String... args) throws Exception {
    Path trace = folder.resolve("trace");
    List<String> command =
        new ArrayList<>(List.of("strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o"));
    command.add(trace.toString());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "-Dpapermap.cache=" + CacheFolder.standard(),
            Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder program =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err").toFile());
    // Nothing that would keep the libraries from the network but Papermap itself.
    program.environment().remove("DJL_OFFLINE");
    program.environment().remove("OPT_OUT_TRACKING");
    assertThat(program.start().waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
    try (Stream<String> calls = Files.lines(trace)) {
      return calls.filter(it -> it.contains("AF_INET")).toList();
    }
  }

  private static boolean canTrace() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void no_command_asks_the_network() throws Exception {
    assumeTrue(canTrace(), "strace: not found or not allowed, so that nothing can be traced");
    Path texts = Files.writeString(folder.resolve("texts.txt"), "never seen " + System.nanoTime());
    String out = folder.resolve("v.npy").toString();

    assertThat(connections("embed", texts.toString(), "--format", "lines", "--out", out)).isEmpty();
    assertThat(connections("models", "--check")).isEmpty();
  }

  @Test
  void neither_a_map_nor_an_index_nor_a_question_asks_the_network() throws Exception {
    assumeTrue(canTrace(), "strace: not found or not allowed, so that nothing can be traced");
    StringBuilder table = new StringBuilder("title,abstract,url\n");
    for (int i = 0; i < 12; i++) {
      table.append(
          "Knots of kind %d,\"How long knot %d holds, at %d.\",https://example.org/%d\n"
              .formatted(i, i, System.nanoTime(), i));
    }
    String papers = Files.writeString(folder.resolve("papers.csv"), table).toString();
    String map = folder.resolve("map").toString();
    String index = folder.resolve("index").toString();

    assertThat(connections("map", papers, "--out", map)).isEmpty();
    assertThat(connections("index", papers, "--out", index)).isEmpty();
    assertThat(connections("nearest", "wet rope", "--index", index)).isEmpty();
    assertThat(connections("read", papers)).isEmpty();
    assertThat(connections("extract", map + "/map.html")).isEmpty();
    assertThat(connections("inspect", map + "/map.html")).isEmpty();
  }
}
