package org.papermap.notebook.internal.kernel;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.papermap.notebook.Shown;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The messages to everybody who looks at a notebook. Safe to use from any thread.
final class Outputs {
  private final Channel iopub;
  private final PrintStream out = printer("stdout");
  private final PrintStream err = printer("stderr");

  /// The request whose cell runs or ran last. Its threads may still print.
  private volatile @Nullable Message cell;

  Outputs(Channel iopub) {
    this.iopub = iopub;
  }

  private PrintStream printer(String name) {
    return new PrintStream(
        new CellStream(text -> publish("stream", json().put("name", name).put("text", text))),
        false,
        StandardCharsets.UTF_8);
  }

  /// Where cells print.
  PrintStream out() {
    return out;
  }

  /// Where cells print what went wrong.
  PrintStream err() {
    return err;
  }

  /// Reports that a request is worked on, or done.
  void status(Message request, String state) {
    iopub.publish(request, "status", json().put("execution_state", state));
  }

  /// A cell begins; the next outputs are its own.
  void begin(Message request) {
    cell = request;
  }

  void input(String code, int count) {
    publish("execute_input", json().put("code", code).put("execution_count", count));
  }

  void result(Shown shown, int count) {
    ObjectNode content = json().put("execution_count", count);
    content.putObject("metadata");
    ObjectNode data = content.putObject("data");
    shown.forms().forEach(data::put);
    publish("execute_result", content);
  }

  void failure(CellFailure failure) {
    publish("error", describe(failure));
  }

  /// A failure in Jupyter's form.
  static ObjectNode describe(CellFailure failure) {
    ObjectNode content = json().put("ename", failure.kind()).put("evalue", failure.text());
    ArrayNode lines = content.putArray("traceback");
    failure.story().forEach(lines::add);
    return content;
  }

  /// Sends printed text that no line feed has ended yet.
  void flush() {
    out.flush();
    err.flush();
  }

  private void publish(String type, ObjectNode content) {
    iopub.publish(cell, type, content);
  }

  private static ObjectNode json() {
    return JsonMapper.shared().createObjectNode();
  }
}
