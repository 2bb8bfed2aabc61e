package org.papermap.cli.internal.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.papermap.pipeline.internal.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window that has one page open, and answers what that page's script says. It
/// is told what to do by the DevTools protocol, over a port of this machine alone.
public final class Chromium implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";
  private static final Duration MOST_OPENING = Duration.ofMinutes(2);
  private static final int LOOK_AGAIN = 50; // milliseconds
  private static final int MOST_ENDING = 10; // seconds

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final Path profile;
  private final HttpClient client;
  private final PageConnection connection;

  private Chromium(Process process, Path profile, HttpClient client, PageConnection connection) {
    this.process = process;
    this.profile = profile;
    this.client = client;
    this.connection = connection;
  }

  /// Opens a page and waits until an expression is true in it.
  ///
  /// @throws IOException if there is no Chromium, or it does not open the page
  public static Chromium open(Path page, String ready) throws IOException {
    Path profile = Files.createTempDirectory("papermap-browser");
    HttpClient client = HttpClient.newHttpClient();
    Process process = start(page, profile);
    try {
      PageConnection connection = PageConnection.open(client, pageOf(client, port(process)));
      Chromium chromium = new Chromium(process, profile, client, connection);
      chromium.waitFor(ready, page);
      return chromium;
    } catch (IOException | RuntimeException e) {
      stop(process, profile);
      client.shutdownNow(); // its connection may still be open
      throw e;
    }
  }

  private static Process start(Path page, Path profile) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(required().toString());
    command.addAll(
        List.of(
            "--headless",
            "--remote-debugging-port=0",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-gpu",
            "--user-data-dir=" + profile));
    if (System.getProperty("user.name", "").equals("root")) {
      // Its sandbox does not start for root, as in containers.
      command.add("--no-sandbox");
    }
    command.add(page.toUri().toString());
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /// The program, which `CHROMIUM` or the path of programs names; empty where there is none.
  public static Optional<Path> find() {
    String chosen = System.getenv("CHROMIUM");
    if (chosen != null) {
      return Optional.of(Path.of(chosen));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// The program.
  ///
  /// @throws IOException if there is none
  public static Path required() throws IOException {
    return find()
        .orElseThrow(
            () -> new IOException("chromium: not found. Install it, or set CHROMIUM to its path."));
  }

  /// The port it listens on, which it tells on its standard error.
  private static String port(Process process) throws IOException {
    BufferedReader lines = process.errorReader();
    String line = lines.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("chromium: ended at once. Try whether it starts by itself.");
    }
    Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
    return URI.create(line.substring(LISTENING.length()).strip()).getAuthority();
  }

  private static URI pageOf(HttpClient client, String authority) throws IOException {
    HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + authority + "/json")).build();
    for (int tried = 0; tried < MOST_OPENING.toMillis() / LOOK_AGAIN; tried++) {
      for (JsonNode target : JSON.readTree(sent(client, list))) {
        if (target.path("type").asString("").equals("page")
            && target.path("url").asString("").startsWith("file:")) {
          return URI.create(target.path("webSocketDebuggerUrl").asString(""));
        }
      }
      pause();
    }
    throw new IOException("chromium: opens no page. Try whether it starts by itself.");
  }

  private static String sent(HttpClient client, HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void waitFor(String ready, Path page) throws IOException {
    for (int tried = 0; tried < MOST_OPENING.toMillis() / LOOK_AGAIN; tried++) {
      if (evaluate(ready).asBoolean(false)) {
        return;
      }
      pause();
    }
    throw new IOException(page + ": did not open in chromium. Give a map.html of this version.");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// The value of an expression in the page, as JSON.
  public JsonNode evaluate(String expression) throws IOException {
    return connection.evaluate(expression);
  }

  @Override
  public void close() throws IOException {
    connection.close();
    stop(process, profile);
    client.shutdownNow();
  }

  private static void stop(Process process, Path profile) throws IOException {
    List<ProcessHandle> helpers = process.descendants().toList();
    process.destroy();
    process.onExit().join();
    // They end a moment later than the browser, and write to the profile until then.
    for (ProcessHandle helper : helpers) {
      helper.destroyForcibly();
      helper.onExit().completeOnTimeout(helper, MOST_ENDING, TimeUnit.SECONDS).join();
    }
    Folders.delete(profile);
  }
}
