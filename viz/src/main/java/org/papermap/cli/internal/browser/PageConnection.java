package org.papermap.cli.internal.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks one page of a browser one thing after the other.
final class PageConnection {
  private static final int MOST_SECONDS = 120;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WebSocket socket;
  private final BlockingQueue<String> messages;
  private int asked;

  private PageConnection(WebSocket socket, BlockingQueue<String> messages) {
    this.socket = socket;
    this.messages = messages;
  }

  static PageConnection open(HttpClient client, URI page) {
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    WebSocket socket =
        client.newWebSocketBuilder().buildAsync(page, new Collector(messages)).join();
    return new PageConnection(socket, messages);
  }

  /// The value of an expression, as JSON.
  ///
  /// @throws IOException if it fails there, or the browser does not answer
  JsonNode evaluate(String expression) throws IOException {
    int number = ++asked;
    socket
        .sendText(
            JSON.writeValueAsString(
                Map.of(
                    "id",
                    number,
                    "method",
                    "Runtime.evaluate",
                    "params",
                    Map.of(
                        "expression", expression,
                        "returnByValue", true,
                        "awaitPromise", true))),
            true)
        .join();
    JsonNode answer = next();
    while (answer.path("id").asInt(0) != number) {
      answer = next();
    }
    JsonNode result = answer.path("result");
    if (result.has("exceptionDetails")) {
      throw new IOException("chromium: " + result.path("exceptionDetails").path("text"));
    }
    return result.path("result").path("value");
  }

  private JsonNode next() throws IOException {
    try {
      String message = messages.poll(MOST_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("chromium: does not answer. Try again.");
      }
      return JSON.readTree(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  void close() {
    socket.abort();
  }

  /// Joins the parts of messages.
  private static final class Collector implements WebSocket.Listener {
    private final BlockingQueue<String> messages;
    private final StringBuilder message = new StringBuilder();

    Collector(BlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        messages.add(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
