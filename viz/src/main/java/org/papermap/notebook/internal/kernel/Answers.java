package org.papermap.notebook.internal.kernel;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.papermap.notebook.Shown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Carries out Jupyter's requests and reports the results. One thread answers the shell channel,
/// another the control channel.
final class Answers {
  private final FutureTask<JavaShell> java;
  private final Outputs outputs;
  private final Runnable end;
  private int count;

  /// @param java may be under way; only what needs it waits for it
  /// @param end what to do when the kernel is told to end
  Answers(FutureTask<JavaShell> java, Outputs outputs, Runnable end) {
    this.java = java;
    this.outputs = outputs;
    this.end = end;
  }

  /// Answers on the channel that cells come in by.
  void shell(Channel channel, Message request) {
    outputs.status(request, "busy");
    switch (request.type()) {
      case "execute_request" -> execute(channel, request);
      case "complete_request" ->
          channel.reply(request, "complete_reply", tried(() -> complete(request)));
      case "inspect_request" ->
          channel.reply(request, "inspect_reply", tried(() -> inspect(request)));
      case "is_complete_request" ->
          channel.reply(request, "is_complete_reply", tried(() -> completeness(request)));
      case "history_request" -> {
        ObjectNode none = ok();
        none.putArray("history");
        channel.reply(request, "history_reply", none);
      }
      case "comm_info_request" -> {
        ObjectNode none = ok();
        none.putObject("comms");
        channel.reply(request, "comm_info_reply", none);
      }
      default -> any(channel, request);
    }
    outputs.status(request, "idle");
  }

  /// Answers on the channel that is heard while a cell runs.
  void control(Channel channel, Message request) {
    outputs.status(request, "busy");
    any(channel, request);
    outputs.status(request, "idle");
    if (request.type().equals("shutdown_request")) {
      end.run();
    }
  }

  private void any(Channel channel, Message request) {
    switch (request.type()) {
      case "kernel_info_request" -> channel.reply(request, "kernel_info_reply", KernelInfo.reply());
      case "interrupt_request" -> {
        stopCell();
        channel.reply(request, "interrupt_reply", ok());
      }
      case "shutdown_request" -> {
        stopCell();
        boolean restart = request.content().path("restart").asBoolean(false);
        channel.reply(request, "shutdown_reply", ok().put("restart", restart));
      }
      default -> {
        // Widgets and debuggers, which this kernel does not have, expect no answer.
      }
    }
  }

  private void stopCell() {
    if (java.isDone()) {
      java().stop();
    }
  }

  private void execute(Channel channel, Message request) {
    JsonNode asked = request.content();
    boolean silent = asked.path("silent").asBoolean(false);
    if (!silent && asked.path("store_history").asBoolean(true)) {
      count++;
    }
    outputs.begin(request);
    if (!silent) {
      outputs.input(code(request), count);
    }
    ObjectNode reply;
    try {
      Optional<Shown> shown = run(code(request));
      outputs.flush();
      if (!silent) {
        shown.ifPresent(it -> outputs.result(it, count));
      }
      reply = ok();
      reply.putObject("user_expressions");
    } catch (CellFailure e) {
      outputs.flush();
      outputs.failure(e);
      reply = Outputs.describe(e).put("status", "error");
    }
    channel.reply(request, "execute_reply", reply.put("execution_count", count));
  }

  private Optional<Shown> run(String code) throws CellFailure {
    try {
      return java().run(code).map(Shown::of);
    } catch (RuntimeException | StackOverflowError e) {
      // A `toString` in the notebook failed, or JShell itself.
      throw CellFailure.thrown(e);
    }
  }

  /// A fault of JShell must not cost the state of a notebook.
  private static ObjectNode tried(Supplier<ObjectNode> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      return Outputs.describe(CellFailure.thrown(e)).put("status", "error");
    }
  }

  private ObjectNode completeness(Message request) {
    return json().put("status", java().completeness(code(request))).put("indent", "");
  }

  private ObjectNode complete(Message request) {
    String code = code(request);
    JavaShell.Completions found = java().completions(code, cursor(request, code));
    ObjectNode reply =
        ok().put("cursor_start", code.codePointCount(0, found.from()))
            .put("cursor_end", request.content().path("cursor_pos").asInt(0));
    reply.putObject("metadata");
    ArrayNode matches = reply.putArray("matches");
    found.texts().forEach(matches::add);
    return reply;
  }

  private ObjectNode inspect(Message request) {
    String code = code(request);
    Optional<String> found = java().documentation(code, cursor(request, code));
    ObjectNode reply = ok().put("found", found.isPresent());
    reply.putObject("metadata");
    ObjectNode data = reply.putObject("data");
    found.ifPresent(text -> data.put("text/plain", text));
    return reply;
  }

  private static String code(Message request) {
    return request.content().path("code").asString("");
  }

  /// The position of the cursor: Jupyter counts code points, Java UTF-16 units.
  private static int cursor(Message request, String code) {
    int asked = request.content().path("cursor_pos").asInt(0);
    return code.offsetByCodePoints(0, Math.clamp(asked, 0, code.codePointCount(0, code.length())));
  }

  private JavaShell java() {
    try {
      return java.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("JShell did not start", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nothing interrupts this thread", e);
    }
  }

  private static ObjectNode ok() {
    return json().put("status", "ok");
  }

  private static ObjectNode json() {
    return JsonMapper.shared().createObjectNode();
  }
}
