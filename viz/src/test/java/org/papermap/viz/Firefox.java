package org.papermap.viz;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Firefox of this machine, driven by WebDriver BiDi, which it speaks itself: Playwright needs
/// a Firefox of its own.
final class Firefox implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ADDRESS = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
  private static final int SECONDS = 120;

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final String window;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger commands = new AtomicInteger();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /// @param home an empty folder, for the profile and all else that it writes
  Firefox(Path program, Path home) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "--headless",
            "--no-remote",
            "--profile",
            Files.createDirectory(home.resolve("profile")).toString(),
            "--remote-debugging-port=0");
    builder.environment().put("HOME", home.toString());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    String address = address(process).get(SECONDS, TimeUnit.SECONDS);
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(address + "/session"), new Answers())
            .get(SECONDS, TimeUnit.SECONDS);
    send("session.new", Map.of("capabilities", Map.of()));
    send(
        "session.subscribe",
        Map.of("events", List.of("log.entryAdded", "network.beforeRequestSent")));
    window =
        send("browsingContext.getTree", Map.of()).get("contexts").get(0).get("context").asString();
  }

  static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of("firefox-esr", "firefox")
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Where it listens, as it tells on standard error, which is read to its end.
  private static CompletableFuture<String> address(Process process) {
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              Matcher found = ADDRESS.matcher(line);
              if (found.find()) {
                address.complete(found.group(1));
              }
            }
            address.completeExceptionally(new IOException("firefox ended before it listened"));
          } catch (IOException e) {
            address.completeExceptionally(e);
          }
        });
    return address;
  }

  private JsonNode send(String method, Map<String, Object> parameters) throws Exception {
    int id = commands.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
    JsonNode node = answer.get(SECONDS, TimeUnit.SECONDS);
    if (!node.get("type").asString().equals("success")) {
      throw new IllegalStateException(method + ": " + node);
    }
    return node.get("result");
  }

  /// Opens a page and waits until a map on it can be used.
  void open(URI address) throws Exception {
    send(
        "browsingContext.navigate",
        Map.of("context", window, "url", address.toString(), "wait", "complete"));
    evaluate(
        """
        new Promise((done) => {
          const look = () => (document.documentElement.dataset.ready ? done('') : setTimeout(look, 50));
          look();
        })\
        """);
  }

  /// The value of an expression, as text.
  String evaluate(String expression) throws Exception {
    JsonNode result =
        send(
            "script.evaluate",
            Map.of(
                "expression",
                "Promise.resolve(" + expression + ").then(String)",
                "target",
                Map.of("context", window),
                "awaitPromise",
                true));
    if (!result.has("result")) {
      throw new IllegalStateException(expression + ": " + result);
    }
    return result.get("result").get("value").asString();
  }

  /// What pages wrote to the console, and the addresses other than files that they asked for.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    client.close();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        take(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }

    private void take(JsonNode node) {
      if (node.has("id") && !node.get("id").isNull()) {
        CompletableFuture<JsonNode> answer = waiting.remove(node.get("id").asInt());
        if (answer != null) {
          answer.complete(node);
        }
        return;
      }
      JsonNode parameters = node.path("params");
      if (node.path("method").asString("").equals("log.entryAdded")) {
        complaints.add(parameters.path("text").asString(""));
        return;
      }
      String asked = parameters.path("request").path("url").asString("");
      if (!asked.isEmpty() && !asked.startsWith("file:") && !asked.startsWith("blob:")) {
        complaints.add(asked);
      }
    }
  }
}
