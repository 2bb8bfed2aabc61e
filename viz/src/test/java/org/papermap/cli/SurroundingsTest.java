package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.files.CacheFolder;
import org.papermap.files.Sha256;

/// The map of one file has the same bytes whatever surrounds the process that makes it: language,
/// time zone, encoding, processors, memory, limits, names of folders. Each run is a process of its
/// own, which takes the vectors from the suite's cache.
@EnabledOnOs(OS.LINUX)
class SurroundingsTest {
  private static final Path PAPERS = Path.of("..", "data", "efficiency-papers.txt");
  private static final long PATIENCE_MINUTES = 10;

  @TempDir private static Path folder;
  private static String expected = "";

  /// @param shell what a shell does before it becomes the process, such as `umask 077;`
  /// @param flags of the virtual machine
  /// @param input the papers; the map goes beside them
  private record Surroundings(
      String name, Map<String, String> environment, String shell, List<String> flags, Path input) {
    static Surroundings of(String name) {
      return new Surroundings(name, Map.of(), "", List.of(), PAPERS.toAbsolutePath().normalize());
    }

    Surroundings with(Map<String, String> newEnvironment) {
      return new Surroundings(name, newEnvironment, shell, flags, input);
    }

    Surroundings after(String newShell) {
      return new Surroundings(name, environment, newShell, flags, input);
    }

    Surroundings with(String... newFlags) {
      return new Surroundings(name, environment, shell, List.of(newFlags), input);
    }

    Surroundings from(Path newInput) {
      return new Surroundings(name, environment, shell, flags, newInput);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void make_the_first_map() throws Exception {
    expected = hash(Surroundings.of("plain"));
  }

  static Stream<Surroundings> surroundings() throws IOException {
    return Stream.of(
        Surroundings.of("the C locale").with(Map.of("LC_ALL", "C")),
        Surroundings.of("a Turkish locale").with("-Duser.language=tr", "-Duser.country=TR"),
        Surroundings.of("an Arabic locale")
            .with("-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab"),
        Surroundings.of("a Thai locale")
            .with("-Duser.language=th", "-Duser.country=TH", "-Duser.extensions=u-ca-buddhist"),
        Surroundings.of("a German locale").with("-Duser.language=de", "-Duser.country=DE"),
        Surroundings.of("another time zone").with(Map.of("TZ", "Pacific/Kiritimati")),
        Surroundings.of("Latin-1").with("-Dfile.encoding=ISO-8859-1", "-Dstdout.encoding=US-ASCII"),
        Surroundings.of("one processor").with("-XX:ActiveProcessorCount=1"),
        Surroundings.of("two processors").with("-XX:ActiveProcessorCount=2"),
        Surroundings.of("eight processors").with("-XX:ActiveProcessorCount=8"),
        Surroundings.of("256 MB of heap").with("-Xmx256m"),
        Surroundings.of("another collector").with("-XX:+UseSerialGC"),
        // Each jar of the class path is one, and those of the tests are among them.
        Surroundings.of("128 open files").after("ulimit -n 128;"),
        Surroundings.of("no home").after("unset HOME;"),
        Surroundings.of("files that others cannot read").after("umask 077;"),
        Surroundings.of("another working folder").after("cd /;"),
        Surroundings.of("no fused multiply-adds in Java").with("-XX:-UseFMA"),
        Surroundings.of("a name with quotes").from(copied("it's \"new\"")),
        Surroundings.of("a name with umlauts").from(copied("Übersicht größer")),
        Surroundings.of("a symbolic link").from(linked()));
  }

  @ParameterizedTest
  @MethodSource("surroundings")
  void the_map_has_the_same_bytes_in(Surroundings surroundings) throws Exception {
    assertThat(hash(surroundings)).isEqualTo(expected);
  }

  @Test
  void the_map_has_the_same_bytes_without_newer_instructions_in_java() throws Exception {
    assumeTrue(
        List.of("amd64", "x86_64").contains(System.getProperty("os.arch")),
        "-XX:UseAVX is a flag for x86");
    for (int level : new int[] {2, 0}) {
      assertThat(hash(Surroundings.of("AVX " + level).with("-XX:UseAVX=" + level)))
          .as("-XX:UseAVX=%d", level)
          .isEqualTo(expected);
    }
  }

  @Test
  void the_map_has_the_same_bytes_after_all_sources_were_compiled_anew() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(List.of("-nowarn", "-proc:none", "--add-modules", "jdk.incubator.vector"));
    arguments.addAll(List.of("-cp", absoluteClassPath(), "-d", classes.toString()));
    for (String module : List.of("embed", "cluster", "viz")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files.map(Path::toString).filter(it -> it.endsWith(".java")).forEach(arguments::add);
      }
    }
    StringWriter told = new StringWriter();
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(new PrintWriter(told), new PrintWriter(told), arguments.toArray(String[]::new));
    assertThat(status).as(told.toString()).isZero();

    assertThat(hash(Surroundings.of("compiled anew"), classes + File.pathSeparator))
        .isEqualTo(expected);
  }

  private static Path copied(String folderName) throws IOException {
    Path target =
        Files.createDirectories(folder.resolve(folderName)).resolve("efficiency-papers.txt");
    return Files.copy(PAPERS, target);
  }

  private static Path linked() throws IOException {
    Path target = Files.createDirectories(folder.resolve("links")).resolve("efficiency-papers.txt");
    return Files.createSymbolicLink(target, PAPERS.toAbsolutePath().normalize());
  }

  /// Makes the map in a process of its own.
  ///
  /// @return the SHA-256 of `map.html`
  private static String hash(Surroundings surroundings) throws Exception {
    return hash(surroundings, "");
  }

  /// @param before what stands first on the class path
  private static String hash(Surroundings surroundings, String before) throws Exception {
    Path out = Files.createTempDirectory(folder, "map").resolve("out");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", surroundings.shell + " exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dpapermap.cache=" + CacheFolder.standard());
    command.addAll(surroundings.flags);
    command.addAll(List.of("-cp", before + absoluteClassPath(), Main.class.getName()));
    command.addAll(List.of("map", surroundings.input.toString(), "--out", out.toString()));
    Path log = Files.createTempFile(folder, "run", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // File names reach Java in the encoding of the locale.
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(surroundings.environment);
    Process process = builder.start();
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue())
        .as("%s: %s", surroundings, Files.readString(log, StandardCharsets.UTF_8))
        .isZero();
    return Sha256.hex(Files.readAllBytes(out.resolve("map.html")));
  }

  /// Entries that are relative would be looked for in another working folder.
  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }
}
