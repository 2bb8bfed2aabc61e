package org.papermap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cli.internal.terminal.ExitCode;

/// The `papermap` script in a checkout of its own, with a Maven and a JDK that only tell how they
/// were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /// "Builds" a jar and its class path, and counts its runs.
  private static final String MAVEN =
      """
      #!/bin/sh
      echo run >>maven-runs
      [ ! -e broken ] || { echo '[ERROR] it does not compile'; exit 1; }
      echo >viz/target/papermap-viz-$(cat version).jar
      printf %s "$PWD/library.jar" >viz/target/class-path
      """;

  /// Makes an AOT cache where it is told to, and keeps how it was called; tells its encoding, its
  /// home and its last arguments, a line each.
  private static final String JAVA =
      """
      #!/bin/sh
      echo "$*" >>"$(dirname "$0")/calls"
      for argument; do
        case $argument in
          -XX:AOTCacheOutput=*)
            [ ! -e "$(dirname "$0")/untrainable" ] || exit 1
            echo "classes and methods" >"${argument#*=}"
            ;;
        esac
      done
      case $* in *failing.csv) exit 3 ;; esac
      case $* in *"/dev/stdin") cat ;; esac
      case $* in *endless.csv) echo $$ >"$(dirname "$0")/running"; exec sleep 600 ;; esac
      locale charmap
      [ -z "${DJL_CACHE_DIR:-}" ] || echo "DJL_CACHE_DIR=$DJL_CACHE_DIR"
      while [ $# -gt 0 ]; do
        case $1 in -Dpapermap.home=* | *.jar*) echo "$1" ;; org.papermap.cli.Main) shift; break ;; esac
        shift
      done
      for argument; do echo "<$argument>"; done
      """;

  @TempDir Path folder;
  private Path checkout;
  private Path jdk;

  /// What one call came to.
  private record Outcome(int status, List<String> out, List<String> err) {}

  @BeforeEach
  void check_out() throws IOException {
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    Files.createDirectories(checkout.resolve("data"));
    for (String module : List.of("embed", "cluster", "viz")) {
      Files.createDirectories(checkout.resolve(module + "/src/main/java"));
      write(module + "/pom.xml", "");
      write(module + "/src/main/java/A.java", "");
      write(module + "/src/main/java/B.java", "");
    }
    write("pom.xml", "");
    write("models.properties", "");
    write("library.jar", "");
    write("version", "1");
    write("data/papers.csv", "");
    try (Stream<Path> all = Files.walk(checkout)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
      }
    }
    Files.copy(Path.of("..", "papermap"), checkout.resolve("papermap"));
    jdk = folder.resolve("jdk");
    program(jdk.resolve("bin/java"), JAVA);
    program(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
    program(folder.resolve("programs/mvn"), MAVEN);
  }

  @Test
  void the_first_call_builds_and_later_ones_do_not() throws Exception {
    // When
    Outcome first = papermap("map", "two words", "*");
    Outcome second = papermap("models");

    // Then
    assertThat(first.status()).as(first.toString()).isZero();
    assertThat(first.err()).hasSize(1).first().asString().contains("building");
    assertThat(first.out()).contains("-Dpapermap.home=" + checkout.toRealPath());
    assertThat(first.out()).endsWith("<map>", "<two words>", "<*>");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_source_that_is_changed_added_or_deleted_is_built() throws Exception {
    papermap();
    write("viz/src/main/java/A.java", "changed");
    papermap();
    assertThat(builds()).isEqualTo(2);
    write("cluster/src/main/java/C.java", "added");
    papermap();
    assertThat(builds()).isEqualTo(3);
    Files.delete(checkout.resolve("embed/src/main/java/B.java"));
    papermap();
    assertThat(builds()).isEqualTo(4);
  }

  @Test
  void the_build_ends_with_maps_that_make_the_aot_cache_of_all_runs() throws Exception {
    // When
    Outcome first = papermap("nearest", "text");
    papermap("map");

    // Then
    assertThat(first.out()).endsWith("<nearest>", "<text>").doesNotContain("<map>");
    assertThat(calls()).hasSize(3);
    assertThat(calls().getFirst()).contains("-XX:AOTCacheOutput=", "Main train ", "/data ");
    String aotCache = "-XX:AOTCache=" + aotCache();
    assertThat(calls().subList(1, 3)).allMatch(call -> call.contains(aotCache));
    assertThat(aotCache()).hasContent("classes and methods");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map",
        "map few.csv",
        "read few.csv --out many",
        "place few.csv text",
        "models -h"
      })
  void short_commands_are_compiled_by_the_first_compiler_alone(String line) throws Exception {
    Files.write(folder.resolve("few.csv"), new byte[900 << 10]);
    Files.write(folder.resolve("many"), new byte[1600 << 10]); // of an earlier run

    papermap(line.split(" "));

    assertThat(calls().getFirst()).doesNotContain("TieredStopAtLevel");
    assertThat(calls().getLast()).contains("-XX:TieredStopAtLevel=1 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map many.csv",
        "map few.csv too.csv",
        "map folder",
        "map --settings few.csv",
        "map -",
        "read /dev/null",
        "map few.csv --like=many.csv",
        "eval topics few.csv"
      })
  void commands_over_many_papers_are_compiled_by_both_compilers(String line) throws Exception {
    Files.write(folder.resolve("few.csv"), new byte[900 << 10]);
    Files.write(folder.resolve("too.csv"), new byte[900 << 10]);
    Files.write(folder.resolve("many.csv"), new byte[1600 << 10]);
    Files.createDirectory(folder.resolve("folder"));
    Files.write(folder.resolve("folder/many.csv"), new byte[1600 << 10]);

    papermap(line.split(" "));

    assertThat(calls().getLast()).contains("-XX:Tier4").doesNotContain("TieredStopAtLevel");
  }

  @Test
  void install_lets_maven_run_on_the_java_that_was_found() throws Exception {
    program(folder.resolve("programs/mvn"), "#!/bin/sh\necho \"$JAVA_HOME $*\"\n");

    Outcome install = papermap("install", "-Dmaven.repo.local=elsewhere");

    assertThat(install.status()).as(install.toString()).isZero();
    assertThat(install.out())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(jdk.toRealPath() + " ")
        .contains("-Prelease,adapters install -Dmaven.repo.local=elsewhere")
        .doesNotContain("verify");
    assertThat(checkout.resolve("viz/target/lib")).doesNotExist();
  }

  @Test
  void a_java_that_makes_no_aot_cache_is_asked_once() throws Exception {
    Files.writeString(jdk.resolve("bin/untrainable"), "");

    Outcome first = papermap("map");
    papermap("map");

    assertThat(first.status()).isZero();
    assertThat(calls()).filteredOn(call -> call.contains("AOTCacheOutput")).hasSize(1);
    assertThat(calls().getLast()).doesNotContain("AOT");
  }

  @Test
  void without_papers_to_map_there_is_no_aot_cache() throws Exception {
    Files.delete(checkout.resolve("data/papers.csv"));
    Files.delete(checkout.resolve("data"));

    papermap("models");

    assertThat(calls()).hasSize(1);
  }

  @Test
  void many_papers_in_the_data_folder_are_not_mapped_unasked() throws Exception {
    Files.write(checkout.resolve("data/many.csv"), new byte[3 << 20]);

    papermap("models");

    assertThat(calls()).hasSize(1);
  }

  @Test
  void a_new_build_makes_a_new_aot_cache() throws Exception {
    papermap("map");
    write("viz/src/main/java/A.java", "changed");
    papermap("map");

    assertThat(calls()).filteredOn(call -> call.contains("AOTCacheOutput")).hasSize(2);
  }

  @Test
  void a_library_that_has_gone_is_built_for_again() throws Exception {
    papermap();
    Files.delete(checkout.resolve("viz/target/lib/library.jar"));
    papermap();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void what_is_built_stands_without_the_repository_that_its_libraries_came_from() throws Exception {
    // Given
    Files.writeString(checkout.resolve("library.jar"), "of the repository");
    papermap();

    // When
    Files.delete(checkout.resolve("library.jar"));
    Outcome later = papermap("models");

    // Then
    Path jars = checkout.toRealPath().resolve("viz/target/lib");
    assertThat(later.err()).isEmpty();
    assertThat(later.out()).contains(jars + "/papermap-viz-1.jar:" + jars + "/library.jar");
    assertThat(jars.resolve("library.jar")).hasContent("of the repository");
  }

  @Test
  void a_jar_that_cannot_be_had_is_told_and_not_left_out() throws Exception {
    Files.delete(checkout.resolve("library.jar"));

    Outcome outcome = papermap("models");

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).last().asString().contains("viz/target/lib: not all jars");
    assertThat(checkout.resolve("viz/target/papermap-built")).doesNotExist();
  }

  @Test
  void a_java_runtime_is_enough_where_nothing_is_to_be_built() throws Exception {
    papermap();
    Files.delete(jdk.resolve("bin/javac"));

    Outcome running = papermap("models");
    write("viz/src/main/java/A.java", "changed");
    Outcome building = papermap("models");

    assertThat(running.out()).endsWith("<models>");
    assertThat(building.status()).isEqualTo(ExitCode.FAILED);
    assertThat(building.err()).hasSize(1).first().asString().contains("no JDK 25");
  }

  @Test
  void another_java_makes_an_aot_cache_of_its_own() throws Exception {
    papermap("map");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"26\"\n");

    papermap("map");

    assertThat(calls()).filteredOn(call -> call.contains("AOTCacheOutput")).hasSize(2);
  }

  @Test
  void what_was_packed_runs_with_its_own_runtime_and_builds_nothing() throws Exception {
    // Given
    papermap("map");
    Path packed = Files.createDirectories(folder.resolve("a packed one"));
    Files.copy(checkout.resolve("papermap"), packed.resolve("papermap"));
    Files.move(checkout.resolve("viz/target/lib"), packed.resolve("lib"));
    Files.createDirectories(packed.resolve("engine"));
    Files.move(jdk, packed.resolve("runtime"));
    Files.delete(packed.resolve("runtime/bin/javac"));

    // When
    Outcome outcome = run(Map.of(), packed.resolve("papermap").toString(), "models");

    // Then
    Path home = packed.toRealPath();
    assertThat(outcome.status()).as(outcome.toString()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("-Dpapermap.home=" + home, "DJL_CACHE_DIR=" + home.resolve("engine"))
        .endsWith("<models>");
    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "notebook", "bench", "dist"})
  void what_was_packed_says_what_needs_the_sources(String command) throws Exception {
    Files.delete(checkout.resolve("pom.xml"));

    Outcome outcome = papermap(command);

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .containsExactly(
            "papermap: papermap %s: needs the sources, which are not unpacked here. Run it in the source tree."
                .formatted(command));
  }

  @Test
  void a_build_that_fails_gets_its_error_told_and_is_tried_again() throws Exception {
    // When
    write("broken", "");
    Outcome failed = papermap("map");
    Outcome failedAgain = papermap("map");
    Files.delete(checkout.resolve("broken"));
    Outcome mended = papermap("map");

    // Then
    assertThat(failed.status()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("[ERROR] it does not compile");
    assertThat(failedAgain.status()).isEqualTo(ExitCode.FAILED);
    assertThat(mended.status()).isZero();
    assertThat(mended.out()).endsWith("<map>");
  }

  @Test
  void a_checkout_that_cannot_be_written_gets_one_line() throws Exception {
    write("viz/target", "a file where the folder should be");

    Outcome outcome = papermap("map");

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).hasSize(1).first().asString().contains("viz/target: not writable");
  }

  @Test
  void the_jar_of_an_earlier_version_is_not_run() throws Exception {
    papermap();
    write("version", "2");
    write("pom.xml", "changed");

    Outcome upgraded = papermap();

    assertThat(upgraded.out()).anyMatch(it -> it.contains("papermap-viz-2.jar:"));
    assertThat(upgraded.out()).noneMatch(it -> it.contains("papermap-viz-1.jar"));
  }

  @Test
  void the_jars_of_a_release_are_not_run() throws Exception {
    papermap();
    for (String beside : List.of("sources", "javadoc")) {
      write("viz/target/papermap-viz-1-" + beside + ".jar", "");
    }

    Outcome released = papermap();

    assertThat(released.out()).anyMatch(it -> it.contains("papermap-viz-1.jar:"));
    assertThat(released.out()).noneMatch(it -> it.contains("sources") || it.contains("javadoc"));
  }

  @Test
  void a_link_to_the_launcher_serves_from_anywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("papermap"));

    Outcome outcome = run(Map.of("PAPERMAP_JAVA_HOME", jdk.toString()), link.toString(), "models");

    assertThat(outcome.status()).as(outcome.toString()).isZero();
    assertThat(outcome.out()).contains("-Dpapermap.home=" + checkout.toRealPath());
  }

  @Test
  void the_bare_locale_gives_way_to_one_that_has_all_file_names() throws Exception {
    for (Map<String, String> locale : List.of(Map.<String, String>of(), Map.of("LC_ALL", "C"))) {
      assertThat(papermap(locale).out()).first().isEqualTo("UTF-8");
    }
  }

  @Test
  void a_java_home_that_is_too_old_is_told_and_not_passed_over() throws Exception {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.12\"\n");

    Outcome outcome = papermap("models");

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).hasSize(1).first().asString().contains("PAPERMAP_JAVA_HOME");
  }

  @Test
  void notebooks_need_no_build_of_their_own() throws Exception {
    // Given
    program(folder.resolve("programs/jupyter-notebook"), "#!/bin/sh\n");
    papermap("models");

    // When
    Outcome opened = papermap("notebook", "a.ipynb", "--no-browser");

    // Then
    assertThat(opened.status()).as(opened.toString()).isZero();
    assertThat(opened.out()).endsWith("<notebook>", "<a.ipynb>", "<--no-browser>");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void without_jupyter_it_says_what_to_install_before_it_builds() throws Exception {
    Outcome outcome = withoutOtherPrograms("notebook");

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).hasSize(1).first().asString().contains("Install JupyterLab or");
    assertThat(checkout.resolve("maven-runs")).doesNotExist();
  }

  @Test
  void without_maven_it_says_what_to_install() throws Exception {
    Files.delete(folder.resolve("programs/mvn"));

    Outcome outcome = withoutOtherPrograms();

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).hasSize(1).first().asString().contains("Install Apache Maven");
  }

  /// Runs the launcher where there are few programs but those of the test.
  private Outcome withoutOtherPrograms(String... arguments) throws Exception {
    for (String program : List.of("sh", "dirname", "readlink", "sed", "locale", "mkdir")) {
      program(
          folder.resolve("programs").resolve(program),
          "#!" + found("sh") + "\nexec " + found(program) + " \"$@\"\n");
    }
    return papermap(Map.of("PATH", folder.resolve("programs").toString()), arguments);
  }

  private Outcome papermap(String... arguments) throws Exception {
    return papermap(Map.of(), arguments);
  }

  private Outcome papermap(Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PAPERMAP_JAVA_HOME", jdk.toString());
    return run(
        all,
        Stream.concat(Stream.of(checkout.resolve("papermap").toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /// Runs a command with this environment and no other, in a folder of its own.
  private Outcome run(Map<String, String> environment, String... command) throws Exception {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    String path = folder.resolve("programs") + ":" + System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Outcome(status, Files.readAllLines(out), Files.readAllLines(err));
  }

  private Path aotCache() throws IOException {
    String java = "cksum <'%s'".formatted(jdk.resolve("release"));
    Process sum = new ProcessBuilder("sh", "-c", java).start();
    String[] numbers = new String(sum.getInputStream().readAllBytes(), UTF_8).strip().split(" ");
    return checkout.toRealPath().resolve("viz/target/papermap-%s.aot".formatted(numbers[0]));
  }

  /// The arguments of each run of Java.
  private List<String> calls() throws IOException {
    return Files.readAllLines(jdk.resolve("bin/calls"));
  }

  private int builds() throws IOException {
    return Files.readAllLines(checkout.resolve("maven-runs")).size();
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(checkout.resolve(file), content);
  }

  private static void program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, script, UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path found(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(it -> Path.of(it, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
