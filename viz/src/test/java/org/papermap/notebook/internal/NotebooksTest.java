package org.papermap.notebook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs every notebook from its first cell to its last, with the class path of this build, and
/// compares what it shows with what is stored.
class NotebooksTest {
  private static final Path NOTEBOOKS = Path.of("..", "notebooks").toAbsolutePath().normalize();

  @TempDir static Path folder;

  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
    }
  }

  @BeforeAll
  static void look_for_jupyter() {
    boolean present =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(at -> Files.isExecutable(Path.of(at, "jupyter-nbconvert")));
    if (System.getenv("CI") != null) {
      assertThat(present).as("CI must have jupyter, see the launcher's test command").isTrue();
    }
    assumeTrue(present, "jupyter-nbconvert is not installed");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void every_cell_runs_and_shows_what_is_stored(Path notebook) throws IOException {
    // When
    Notebook run = Jupyter.in(folder, classPath()).run(notebook);

    // Then
    assertThat(run.errors()).isEmpty();
    assertThat(Notebook.read(notebook).differences(run))
        .as("stale outputs; if they are right, './papermap notebook --refresh' stores them")
        .isEmpty();
  }

  /// What the launcher gives the notebooks, and none of what only tests have.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
