package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;

/// What one user has built or packed is run by another, who has an empty home, no network, no Maven
/// and no compiler, and may write nowhere else.
///
/// The builder's Maven only brings what this build has made. Where the system does not let this
/// process become another user or leave the network, the runs are its own, and the output says so.
@EnabledOnOs(OS.LINUX)
class OtherUserIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path BUILT = Path.of("target").toAbsolutePath();

  private static final String MAVEN =
      """
      #!/bin/sh
      cp "%1$s"/papermap-viz-*.jar "%1$s/class-path" viz/target/
      cp -R "%1$s/licences" viz/target/
      """;

  /// What the launcher calls, and no more.
  private static final List<String> PROGRAMS =
      List.of("sh", "cksum", "cut", "dirname", "find", "head", "locale", "readlink", "sed");

  private static final List<String> NOBODY =
      List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
  private static final List<String> OFFLINE = List.of("/usr/bin/unshare", "-n");

  @TempDir private static Path folder;
  private static Path tree;
  private static Path archive;
  private static Path programs;

  /// What stands before a command that the other user runs.
  private static final List<String> AS_OTHER = new ArrayList<>();

  private static boolean isOther;

  /// What one call came to.
  private record Outcome(int status, List<String> out, List<String> err) {}

  @BeforeAll
  static void build_and_pack() throws Exception {
    assumeTrue(Files.exists(BUILT.resolve("class-path")), "the jars are made by 'mvn verify'");
    openToAll(folder);
    programs = openToAll(Files.createDirectory(folder.resolve("programs")));
    for (String program : PROGRAMS) {
      program(
          programs.resolve(program),
          "#!%s%nexec %s \"$@\"%n".formatted(found("sh"), found(program)));
    }
    isOther = isAllowed(NOBODY);
    if (isAllowed(OFFLINE)) {
      AS_OTHER.addAll(OFFLINE);
    }
    if (isOther) {
      AS_OTHER.addAll(NOBODY);
    }
    tree = openToAll(Files.createDirectory(folder.resolve("a tree")));
    copySources();
    Path maven = Files.createDirectory(folder.resolve("maven"));
    program(maven.resolve("mvn"), MAVEN.formatted(BUILT));
    archive =
        Path.of(
            byBuilder(tree.resolve("papermap").toString(), "dist", "--runtime").out().getLast());
    readOnly(tree);
  }

  private static void copySources() throws Exception {
    List<String> command = new ArrayList<>(List.of("cp", "-R", "--parents"));
    for (String file :
        List.of("papermap", "LICENSE", "README.md", ".github", "models.properties", "data")) {
      command.add(file);
    }
    for (String module : List.of("embed", "cluster", "viz")) {
      command.add(module + "/pom.xml");
      command.add(module + "/src/main");
    }
    command.addAll(List.of("pom.xml", "notebooks", "viz/src/dist", tree.toString()));
    succeeded(run(ROOT, Map.of("PATH", System.getenv("PATH")), command));
  }

  @AfterAll
  static void let_everything_be_deleted() throws Exception {
    byBuilder("chmod", "-R", "u+w", folder.toString());
  }

  @Test
  void an_archive_unpacked_read_only_makes_the_map_that_the_tree_makes() throws Exception {
    // Given
    Path place = openToAll(Files.createDirectory(folder.resolve("unpacked here")));
    byBuilder("tar", "-xzf", archive.toString(), "-C", place.toString());
    readOnly(place);
    Path unpacked = place.resolve(archive.getFileName().toString().replace("-java.tar.gz", ""));
    Path other = home("of the tree's user");
    byOther(other, java(), tree, "map");

    // When
    Path user = home("of the archive's user");
    // The virtual machine ends where it cannot start from the cache that was packed.
    Outcome outcome =
        byOther(user, Map.of("PAPERMAP_JAVA_OPTS", "-XX:AOTMode=on"), unpacked, "map");

    // Then
    assertThat(outcome.err()).singleElement().asString().startsWith("passed over, ");
    assertSameFiles(user.resolve("out"), other.resolve("out"));
    // The libraries are nobody's own.
    assertThat(user.resolve(".cache/papermap/engine")).doesNotExist();
    assertThat(unpacked.resolve("licences/THIRD-PARTY.txt")).isNotEmptyFile();
    assertThat(unpacked.resolve("sources.tar.gz")).isNotEmptyFile();
  }

  private static void assertSameFiles(Path one, Path other) throws IOException {
    try (Stream<Path> files = Files.list(other)) {
      List<Path> expected = files.toList();
      assertThat(one.toFile().list()).hasSize(expected.size()).contains("map.html", "report.json");
      for (Path file : expected) {
        assertThat(one.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void a_tree_that_one_user_built_runs_for_another_and_stays_as_it_is() throws Exception {
    // Given
    assumeTrue(isOther, "only root can become another user");
    List<String> before = files(tree);

    // When
    Outcome outcome = byOther(home("of a reader"), java(), tree, "models");

    // Then
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).first().asString().startsWith("* all-MiniLM-L6-v2");
    assertThat(files(tree)).isEqualTo(before);
    assertThat(Files.readAllLines(tree.resolve("viz/target/lib/class-path")))
        .doesNotHaveDuplicates()
        .allMatch(jar -> Files.isReadable(tree.resolve("viz/target/lib").resolve(jar)));
  }

  @Test
  void a_user_whose_cache_cannot_be_written_gets_one_line_that_names_it() throws Exception {
    Path home = home("closed");
    readOnly(home);
    assumeTrue(isOther || !Files.isWritable(home), "root may write everywhere");
    Map<String, String> environment = new HashMap<>(java());
    environment.put("PAPERMAP_CACHE", home.resolve("cache").toString());

    Path open = home("open");
    Outcome outcome = launch(home, environment, tree, "map", "--out", open + "/map");

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).last().asString().contains(home.toString());
    assertThat(outcome.err()).filteredOn(line -> line.startsWith("papermap: ")).hasSize(1);
  }

  private static Map<String, String> java() {
    return Map.of("PAPERMAP_JAVA_HOME", System.getProperty("java.home"));
  }

  /// Runs one of the tree's commands, or another program.
  private static Outcome byBuilder(String... command) throws Exception {
    Map<String, String> environment = new HashMap<>(java());
    environment.put("PATH", folder.resolve("maven") + ":" + System.getenv("PATH"));
    return succeeded(run(folder, environment, List.of(command)));
  }

  private static void program(Path file, String script) throws IOException {
    openToAll(Files.writeString(file, script));
  }

  private static void readOnly(Path path) throws Exception {
    byBuilder("chmod", "-R", "a-w", path.toString());
  }

  private static Outcome byOther(
      Path home, Map<String, String> environment, Path where, String... arguments)
      throws Exception {
    return succeeded(launch(home, environment, where, arguments));
  }

  private static Outcome launch(
      Path home, Map<String, String> environment, Path where, String... arguments)
      throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", programs.toString());
    all.put("HOME", home.toString());
    List<String> command = new ArrayList<>(AS_OTHER);
    command.add(where.resolve("papermap").toString());
    command.addAll(Arrays.asList(arguments));
    return run(home, all, command);
  }

  private static Outcome succeeded(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.toString()).isZero();
    return outcome;
  }

  private static Outcome run(Path where, Map<String, String> environment, List<String> command)
      throws Exception {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Outcome(status, Files.readAllLines(out), Files.readAllLines(err));
  }

  /// Whether this process may run programs in this way; told where it may not.
  private static boolean isAllowed(List<String> way) throws Exception {
    boolean allowed = false;
    if (Files.isExecutable(Path.of(way.getFirst()))) {
      List<String> command = new ArrayList<>(way);
      command.add(found("true").toString());
      allowed = run(folder, Map.of(), command).status() == 0;
    }
    if (!allowed) {
      System.out.println(String.join(" ", way) + ": not allowed here, done without");
    }
    return allowed;
  }

  /// An empty home, owned by the other user.
  private static Path home(String name) throws Exception {
    Path home = openToAll(Files.createDirectory(folder.resolve(name)));
    if (isOther) {
      byBuilder("chown", "65534:65534", home.toString());
    }
    return home;
  }

  private static Path openToAll(Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static List<String> files(Path where) throws IOException {
    try (Stream<Path> all = Files.walk(where)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private static Path found(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(it -> Path.of(it, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
