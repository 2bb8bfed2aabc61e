package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.pipeline.internal.Versions;

/// A Maven project outside this one that has papermap-embed as its only dependency, built without a
/// network, runs the README's example of lookup.
///
/// Its local repository is made of links to the user's, so that nothing is fetched and nothing of
/// this build stays behind there.
@DisabledOnOs(OS.WINDOWS)
class StrangersProjectTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = Versions.papermap();
  private static final Path JAR = jar("embed");

  /// The plugins' versions are this project's, which are there.
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.example</groupId>
        <artifactId>stranger</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.release>25</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
          <dependency>
            <groupId>org.papermap</groupId>
            <artifactId>papermap-embed</artifactId>
            <version>%s</version>
          </dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <artifactId>maven-resources-plugin</artifactId>
              <version>3.4.0</version>
            </plugin>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.14.1</version>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  private static final String PROGRAM =
      """
      package stranger;

      import java.nio.file.Path;
      import org.papermap.corpus.*;
      import org.papermap.embed.*;
      import org.papermap.model.*;
      import org.papermap.search.*;

      public class Stranger {
        public static void main(String[] arguments) throws Exception {
          %s
        }
      }
      """;

  private static final String MAIN = "stranger.Stranger";

  @TempDir Path folder;
  private String mavenOptions = "";

  private static Path jar(String module) {
    return ROOT.resolve("%1$s/target/papermap-%1$s-%2$s.jar".formatted(module, VERSION));
  }

  @BeforeEach
  void look_for_the_jars() {
    // The modules before this one are packaged by 'mvn verify', and not by 'mvn test'.
    assumeTrue(Files.exists(JAR), JAR + " is not built");
  }

  @Test
  void the_jars_name_their_modules() {
    assertThat(
            ModuleFinder.of(JAR, jar("cluster")).findAll().stream()
                .map(module -> module.descriptor().name()))
        .containsExactlyInAnyOrder("org.papermap.embed", "org.papermap.cluster");
  }

  @Test
  void one_dependency_is_enough_for_lookup() throws Exception {
    // Given
    compile("");

    // When
    List<String> printed = java("-cp", "target/classes" + File.pathSeparator + classPath(), MAIN);

    // Then
    assertAnswered(printed);
    assertThat(classPath())
        .doesNotContain("smile", "papermap-cluster", "papermap-viz", "onnxruntime");
    for (Path jar : jars()) {
      assertThat(licences(pom(jar))).as(jar.toString()).anyMatch(name -> !name.contains("GPL"));
    }
  }

  /// The native libraries' jar has a name that no module can have.
  @Test
  void on_the_module_path_all_but_the_native_libraries_are_modules() throws Exception {
    // Given
    compile("module stranger { requires org.papermap.embed; }");
    String modules = joined(jar -> !isNative(jar));

    // When
    List<String> printed =
        java(
            "--module-path",
            "target/classes" + File.pathSeparator + modules,
            "--add-modules",
            "ALL-MODULE-PATH",
            "-cp",
            joined(StrangersProjectTest::isNative),
            "--module",
            "stranger/" + MAIN);

    // Then
    assertAnswered(printed);
  }

  @Test
  void packed_into_one_jar_it_answers_or_says_what_is_missing() throws Exception {
    // Given
    compile("");
    Path all = folder.resolve("all");
    for (Path jar : jars()) {
      if (!isNative(jar)) {
        unpack(jar, all);
      }
    }
    Path one = folder.resolve("one.jar");
    run(
        folder,
        tool("jar"),
        "--create",
        "--no-compress",
        "--file",
        one.toString(),
        "-C",
        "all",
        ".");
    String beside = "target/classes" + File.pathSeparator + joined(StrangersProjectTest::isNative);

    // When
    List<String> printed = java("-cp", one + File.pathSeparator + beside, MAIN);

    // Then
    assertAnswered(printed);
    for (Path list : listed(all.resolve("META-INF/services"))) {
      Files.delete(list);
    }
    assertThat(
            status(
                folder.resolve("project"),
                javaCommand("-cp", all + File.pathSeparator + beside, MAIN)))
        .isNotZero();
    assertThat(Files.readString(folder.resolve("err.txt")))
        .contains("Lucene: its parts are not in META-INF/services of this program. Merge these");
  }

  /// As Gradle does, which knows no profiles, or Maven on a system that none is for.
  @Test
  void the_dependencies_are_found_without_a_profile_of_the_platform() throws Exception {
    compile("", "-Dos.arch=riscv64", "-Dos.name=Plan9");

    assertThat(classPath()).contains("pytorch-native-cpu").doesNotContain("${");
  }

  private static void assertAnswered(List<String> printed) {
    assertThat(printed).hasSize(3).allMatch(title -> title.contains("for"));
  }

  /// Compiles the stranger's program, and finds out what it needs to run.
  ///
  /// @param module its module, or nothing
  /// @param maven options for the virtual machine of Maven
  private void compile(String module, String... maven) throws Exception {
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("pom.xml"), POM.formatted(VERSION));
    Path sources = Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(
        Files.createDirectories(sources.resolve("stranger")).resolve("Stranger.java"),
        PROGRAM.formatted(ReadmeExampleTest.program(1, folder)));
    if (!module.isEmpty()) {
      Files.writeString(sources.resolve("module-info.java"), module);
    }
    mavenOptions = String.join(" ", maven);
    run(
        project,
        "mvn",
        "-B",
        "-q",
        "-o",
        "-Dmaven.repo.local=" + repository(),
        "-Dmdep.outputFile=class-path",
        "compile",
        "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath");
  }

  private String classPath() throws IOException {
    return Files.readString(folder.resolve("project/class-path"));
  }

  private List<Path> jars() throws IOException {
    return Stream.of(classPath().split(File.pathSeparator)).map(Path::of).toList();
  }

  private String joined(Predicate<Path> wanted) throws IOException {
    return jars().stream()
        .filter(wanted)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNative(Path jar) {
    return jar.getFileName().toString().startsWith("pytorch-native");
  }

  private List<String> java(String... options) throws Exception {
    return run(folder.resolve("project"), javaCommand(options));
  }

  private static String[] javaCommand(String... options) {
    List<String> command = new ArrayList<>();
    command.add(tool("java"));
    command.add("-Dpapermap.cache=" + System.getProperty("papermap.cache"));
    command.addAll(List.of(options));
    return command.toArray(String[]::new);
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /// Of files with one name the first stays, as tools do that pack without merging.
  private static void unpack(Path jar, Path into) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
        Path file = into.resolve(entry.getName());
        if (!Files.exists(file) && !entry.getName().equals("META-INF/MANIFEST.MF")) {
          Files.createDirectories(file.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Path pom(Path jar) throws IOException {
    return listed(Objects.requireNonNull(jar.getParent())).stream()
        .filter(file -> file.toString().endsWith(".pom"))
        .findFirst()
        .orElseThrow();
  }

  /// The licences that a POM names, or else its parent.
  private static List<String> licences(Path pom) throws IOException {
    Document document = Jsoup.parse(Files.readString(pom), Parser.xmlParser());
    List<String> own = document.select("project > licenses > license > name").eachText();
    Element parent = document.selectFirst("project > parent");
    if (!own.isEmpty() || parent == null) {
      return own;
    }
    String artifact = parent.select("> artifactId").text();
    String version = parent.select("> version").text();
    Path repository = pom;
    while (!repository.endsWith("repository")) {
      repository = Objects.requireNonNull(repository.getParent());
    }
    return licences(
        repository
            .resolve(parent.select("> groupId").text().replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve(artifact + "-" + version + ".pom"));
  }

  /// The user's local repository with this project's artifacts in it, and no others of its group.
  private Path repository() throws IOException {
    Path users = Path.of(System.getProperty("papermap.repository"));
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Path ours = repository.resolve("org/papermap");
    Files.createDirectories(ours);
    link(users, repository, "org");
    link(users.resolve("org"), repository.resolve("org"), "papermap");
    install(ours, "papermap", ROOT.resolve("pom.xml"), "pom");
    install(ours, "papermap-embed", ROOT.resolve("embed/pom.xml"), "pom");
    install(ours, "papermap-embed", JAR, "jar");
    return repository;
  }

  private static void link(Path from, Path to, String but) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(but)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  private static void install(Path group, String artifact, Path file, String type)
      throws IOException {
    Path folder = Files.createDirectories(group.resolve(artifact).resolve(VERSION));
    Files.copy(file, folder.resolve("%s-%s.%s".formatted(artifact, VERSION, type)));
  }

  /// Runs a program, which must succeed, and gives the lines it printed.
  private List<String> run(Path where, String... command) throws Exception {
    int status = status(where, command);
    assertThat(status)
        .as(
            "%s%n%s",
            Files.readString(folder.resolve("out.txt")),
            Files.readString(folder.resolve("err.txt")))
        .isZero();
    return Files.readAllLines(folder.resolve("out.txt"));
  }

  private int status(Path where, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", mavenOptions);
    return builder.start().waitFor();
  }
}
