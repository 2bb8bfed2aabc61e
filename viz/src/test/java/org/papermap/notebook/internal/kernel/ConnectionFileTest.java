package org.papermap.notebook.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.notebook.internal.NotebookException;

class ConnectionFileTest {
  private static final String JUPYTERS =
      """
      {"shell_port": 51851, "iopub_port": 44925, "stdin_port": 54751, "control_port": 35801,
       "hb_port": 51623, "ip": "127.0.0.1", "key": "9712f5f1", "transport": "%s",
       "signature_scheme": "hmac-sha256", "kernel_name": "papermap"}
      """;

  @TempDir Path folder;

  private ConnectionFile read(String content) throws IOException {
    return ConnectionFile.read(Files.writeString(folder.resolve("kernel.json"), content));
  }

  @Test
  void a_file_of_jupyters_is_read() throws IOException {
    assertThat(read(JUPYTERS.formatted("tcp")))
        .isEqualTo(
            new ConnectionFile("tcp://127.0.0.1", 51851, 35801, 44925, 54751, 51623, "9712f5f1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "[]", "{}", "{\"shell_port\": 99999}"})
  void another_file_gets_one_line(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(NotebookException.class)
        .hasMessageMatching(".*kernel\\.json: not a connection file of Jupyter\\. Let .*");
  }

  @Test
  void a_transport_that_is_not_there_is_named() {
    assertThatThrownBy(() -> read(JUPYTERS.formatted("ipc")))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("ipc");
  }
}
