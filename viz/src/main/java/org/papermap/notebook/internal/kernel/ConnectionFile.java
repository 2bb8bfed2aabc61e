package org.papermap.notebook.internal.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.papermap.notebook.internal.NotebookException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The addresses at which Jupyter expects a kernel. It writes them to a file before it starts one.
///
/// @param address all ports' host, such as `tcp://127.0.0.1`
/// @param key what messages are signed with; empty where they are not
record ConnectionFile(
    String address, int shell, int control, int iopub, int stdin, int heartbeat, String key) {
  /// Reads the file.
  ///
  /// @throws NotebookException if it is not such a file, or asks for an unknown transport or
  ///   signature
  static ConnectionFile read(Path file) throws IOException {
    JsonNode json = parse(file);
    String transport = json.path("transport").asString("tcp");
    String scheme = json.path("signature_scheme").asString("hmac-sha256");
    if (!transport.equals("tcp") || !scheme.equals("hmac-sha256")) {
      throw new NotebookException(
          "%s: %s signed by %s. Set Jupyter to tcp and hmac-sha256."
              .formatted(file, transport, scheme));
    }
    return new ConnectionFile(
        transport + "://" + json.path("ip").asString("127.0.0.1"),
        port(file, json, "shell_port"),
        port(file, json, "control_port"),
        port(file, json, "iopub_port"),
        port(file, json, "stdin_port"),
        port(file, json, "hb_port"),
        json.path("key").asString(""));
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw noConnectionFile(file);
    }
  }

  private static int port(Path file, JsonNode json, String name) throws NotebookException {
    int port = json.path(name).asInt(0);
    if (port < 1 || port > 65535) {
      throw noConnectionFile(file);
    }
    return port;
  }

  private static NotebookException noConnectionFile(Path file) {
    return new NotebookException(
        file + ": not a connection file of Jupyter. Let Jupyter start it.");
  }
}
