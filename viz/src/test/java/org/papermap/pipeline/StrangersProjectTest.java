package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
      import java.nio.file.Path;
      import org.papermap.corpus.*;
      import org.papermap.embed.*;
      import org.papermap.model.*;
      import org.papermap.search.*;

      void main() throws Exception {
        %s
      }
      """;

  @TempDir Path folder;

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
    Path repository = repository();
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("pom.xml"), POM.formatted(VERSION));
    Files.writeString(
        Files.createDirectories(project.resolve("src/main/java")).resolve("Stranger.java"),
        PROGRAM.formatted(ReadmeExampleTest.program(1, folder)));

    // When
    run(
        project,
        "mvn",
        "-B",
        "-q",
        "-o",
        "-Dmaven.repo.local=" + repository,
        "-Dmdep.outputFile=class-path",
        "compile",
        "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath");
    String classPath = Files.readString(project.resolve("class-path"));
    List<String> printed =
        run(
            project,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dpapermap.cache=" + System.getProperty("papermap.cache"),
            "-cp",
            "target/classes" + File.pathSeparator + classPath,
            "Stranger");

    // Then
    assertThat(printed).hasSize(3).allMatch(title -> title.contains("for"));
    assertThat(classPath)
        .doesNotContain("smile", "papermap-cluster", "papermap-viz", "onnxruntime");
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
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int status = builder.start().waitFor();
    assertThat(status).as("%s%n%s", Files.readString(out), Files.readString(err)).isZero();
    return Files.readAllLines(out);
  }
}
