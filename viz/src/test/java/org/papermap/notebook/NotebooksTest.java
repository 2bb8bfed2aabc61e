package org.papermap.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Executes every notebook from its first cell to its last, in a kernel of its own, with the class
/// path of this build.
class NotebooksTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path NOTEBOOKS = Path.of("..", "notebooks").toAbsolutePath().normalize();

  /// The kernel now and then hangs while it starts, which nbconvert reports in these words.
  private static final String KERNEL_HUNG = "Kernel didn't respond in";

  private static final int STARTS = 3;
  private static final int START_TIMEOUT_SECONDS = 45;
  private static final int CELL_TIMEOUT_SECONDS = 300;

  @TempDir static Path jupyter;

  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
    }
  }

  @BeforeAll
  static void install_the_kernel_where_nobody_else_sees_it() throws Exception {
    boolean present = isOnPath("jupyter");
    if (System.getenv("CI") != null) {
      assertThat(present).as("CI must have jupyter, see the launcher's test command").isTrue();
    }
    assumeTrue(present, "jupyter is not installed");
    Path kernel = Files.createDirectories(jupyter.resolve("kernels/papermap"));
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("test-classes"))
            .collect(Collectors.joining(";"));
    Map<String, Object> description =
        Map.of(
            "argv",
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-jar",
                    Path.of("target", "kernel", "rapaio-jupyter-kernel.jar")
                        .toAbsolutePath()
                        .toString(),
                    "{connection_file}"),
            "display_name", "Java (Papermap)",
            "language", "java",
            "interrupt_mode", "message",
            "env", Map.of("RJK_CLASSPATH", classPath, "RJK_TIMEOUT_MILLIS", "-1"));
    JSON.writeValue(kernel.resolve("kernel.json"), description);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void every_cell_runs_without_an_error(Path notebook, @TempDir Path out) throws Exception {
    // When
    String said = execute(notebook, out);

    // Then
    Path executed = out.resolve(notebook.getFileName());
    assertThat(executed).as(said).exists();
    JsonNode cells = JSON.readTree(executed).get("cells");
    List<JsonNode> code =
        cells
            .valueStream()
            .filter(cell -> cell.get("cell_type").asString().equals("code"))
            .toList();
    assertThat(code).isNotEmpty();
    for (JsonNode cell : code) {
      assertThat(cell.get("execution_count").isNumber())
          .as("executed: %s", cell.get("source"))
          .isTrue();
      assertThat(cell.get("outputs").valueStream())
          .as("outputs of %s", cell.get("source"))
          .noneMatch(output -> output.get("output_type").asString().equals("error"));
    }
  }

  private static String execute(Path notebook, Path out) throws Exception {
    String said = "";
    for (int start = 0; start < STARTS; start++) {
      said = nbconvert(notebook, out);
      if (!said.contains(KERNEL_HUNG)) {
        break;
      }
    }
    return said;
  }

  private static String nbconvert(Path notebook, Path out) throws Exception {
    Path log = out.resolve("nbconvert.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                "jupyter",
                "nbconvert",
                "--to",
                "notebook",
                "--execute",
                "--ExecutePreprocessor.kernel_name=papermap",
                "--ExecutePreprocessor.startup_timeout=" + START_TIMEOUT_SECONDS,
                "--ExecutePreprocessor.timeout=" + CELL_TIMEOUT_SECONDS,
                "--output-dir",
                out.toString(),
                notebook.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JUPYTER_PATH", jupyter.toString());
    builder.environment().put("JUPYTER_DATA_DIR", jupyter.toString());
    builder.environment().put("JUPYTER_CONFIG_DIR", jupyter.resolve("config").toString());
    builder.environment().put("JUPYTER_RUNTIME_DIR", jupyter.resolve("runtime").toString());
    Process process = builder.start();
    boolean ended = process.waitFor(CELL_TIMEOUT_SECONDS * 2L, TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(ended).as("nbconvert ended in time: %s", said).isTrue();
    return said;
  }

  private static boolean isOnPath(String command) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
