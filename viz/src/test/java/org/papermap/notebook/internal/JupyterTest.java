package org.papermap.notebook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How Jupyter is called, by programs that only tell how they were.
@DisabledOnOs(OS.WINDOWS)
class JupyterTest {
  private static final String TELL =
      "#!/bin/sh\n{ basename \"$0\"; for it; do echo \"<$it>\"; done; env; } >%s\n";

  @TempDir Path folder;
  private Path programs;
  private Path told;

  @BeforeEach
  void make_a_folder_of_programs() throws IOException {
    programs = Files.createDirectory(folder.resolve("programs"));
    told = folder.resolve("told");
  }

  private Jupyter jupyter() throws IOException {
    return Jupyter.in(folder.resolve("jupyter"), "a.jar:b.jar", new Programs(programs));
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void the_kernel_is_described_in_the_folder_and_has_the_class_path() throws IOException {
    jupyter();

    JsonNode spec =
        JsonMapper.shared().readTree(folder.resolve("jupyter/kernels/papermap/kernel.json"));
    assertThat(spec.get("argv").valueStream().map(JsonNode::asString))
        .endsWith("-cp", "a.jar:b.jar", "org.papermap.cli.KernelMain", "{connection_file}")
        .first()
        .asString()
        .startsWith(System.getProperty("java.home"));
  }

  @Test
  void the_editor_gets_the_options_and_keeps_all_in_the_folder() throws Exception {
    // Given
    program("jupyter-notebook", TELL.formatted(told));
    Path notebook = folder.resolve("some.ipynb");

    // When
    int status = jupyter().open(notebook, List.of("--no-browser", "--port=8889")).waitFor();

    // Then
    assertThat(status).isZero();
    assertThat(Files.readAllLines(told))
        .startsWith("jupyter-notebook", "<--no-browser>", "<--port=8889>", "<" + notebook + ">")
        .contains(
            "JUPYTER_PATH=" + folder.resolve("jupyter"),
            "JUPYTER_DATA_DIR=" + folder.resolve("jupyter"),
            "JUPYTER_CONFIG_DIR=" + folder.resolve("jupyter/config"),
            "JUPYTER_RUNTIME_DIR=" + folder.resolve("jupyter/runtime"),
            "IPYTHONDIR=" + folder.resolve("jupyter/ipython"));
  }

  @Test
  void the_lab_is_opened_where_it_is_installed() throws Exception {
    program("jupyter-notebook", TELL.formatted(told));
    program("jupyter-lab", TELL.formatted(told));

    jupyter().open(folder, List.of()).waitFor();

    assertThat(Files.readAllLines(told)).startsWith("jupyter-lab");
  }

  @Test
  void without_jupyter_it_says_what_to_install() throws IOException {
    Jupyter jupyter = jupyter();

    assertThatThrownBy(() -> jupyter.open(folder, List.of()))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("jupyter: not found. Install");
    assertThatThrownBy(() -> jupyter.run(folder.resolve("some.ipynb")))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("apt-get install jupyter-nbconvert");
  }

  @Test
  void a_kernel_that_does_not_start_is_told_in_one_line_and_not_started_again() throws IOException {
    // Given
    program(
        "jupyter-nbconvert",
        """
        #!/bin/sh
        echo start >>%s
        echo 'Traceback (most recent call last):'
        echo "RuntimeError: Kernel didn't respond in 60 seconds"
        exit 1
        """
            .formatted(told));
    Jupyter jupyter = jupyter();

    // Then
    assertThatThrownBy(() -> jupyter.run(folder.resolve("some.ipynb")))
        .isInstanceOf(NotebookException.class)
        .hasMessageEndingWith(
            "could not be run: RuntimeError: Kernel didn't respond in 60 seconds");
    assertThat(Files.readAllLines(told)).hasSize(1);
    assertThat(folder.resolve("jupyter")).isDirectoryNotContaining("glob:**run*");
  }

  @Test
  void what_keeps_a_notebook_from_running_is_told_in_one_line() throws IOException {
    program("jupyter-nbconvert", "#!/bin/sh\necho 'a long story'\necho 'No such kernel'\nexit 1\n");
    Jupyter jupyter = jupyter();

    assertThatThrownBy(() -> jupyter.run(folder.resolve("some.ipynb")))
        .isInstanceOf(NotebookException.class)
        .hasMessageEndingWith("could not be run: No such kernel");
  }
}
