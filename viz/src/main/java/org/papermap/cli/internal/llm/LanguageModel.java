package org.papermap.cli.internal.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A language model behind an address that speaks OpenAI's chat protocol, as Ollama, llama.cpp and
/// vLLM do. It is asked for the likeliest answer, so that equal questions have equal answers as far
/// as the server can.
public final class LanguageModel implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration CONNECT = Duration.ofSeconds(20);

  /// Large models on small machines take minutes.
  private static final Duration ANSWER = Duration.ofMinutes(10);

  private static final int TRIES = 4;
  private static final int TOO_MANY = 429;
  private static final int FIRST_FAULT_OF_SERVER = 500;
  private static final int OK = 200;

  /// The most bytes that are read of an answer.
  private static final int LONGEST_ANSWER = 1 << 20;

  /// The most characters of a server's error message that are passed on.
  private static final int TOLD = 200;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI address;
  private final String name;
  private final String key;
  private final Duration pause;

  /// @param endpoint the server, such as `http://localhost:11434`, with or without `/v1`
  /// @param name as the server calls the model
  /// @param key sent as the bearer's token; empty for none
  /// @param pause before the second try; each further one is twice as long
  public LanguageModel(URI endpoint, String name, String key, Duration pause) {
    this.address = chat(endpoint);
    this.name = name;
    this.key = key;
    this.pause = pause;
  }

  private static URI chat(URI endpoint) {
    String scheme = String.valueOf(endpoint.getScheme());
    if (!List.of("http", "https").contains(scheme) || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          endpoint
              + ": is not the address of a server. Give one such as http://localhost:11434/v1.");
    }
    String text = endpoint.toString().replaceAll("/+$", "");
    if (text.endsWith("/chat/completions")) {
      return URI.create(text);
    }
    boolean versioned = text.matches(".*/v[0-9]+([a-z]+[0-9]*)?");
    return URI.create(text + (versioned ? "" : "/v1") + "/chat/completions");
  }

  /// The answer to a question.
  ///
  /// @param rules what the model is to do
  /// @param question with the data
  /// @throws IOException if the server cannot be reached, refuses, or gives no answer
  public String answer(String rules, String question) throws IOException {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "model",
                name,
                "temperature",
                0,
                "seed",
                0,
                "stream",
                false,
                "messages",
                List.of(
                    Map.of("role", "system", "content", rules),
                    Map.of("role", "user", "content", question))));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return content(sent(request.build()));
  }

  private String sent(HttpRequest request) throws IOException {
    for (int tries = 1; ; tries++) {
      Response response = once(request);
      if (response.status() == OK) {
        return response.body();
      }
      boolean mayPass = response.status() == TOO_MANY || response.status() >= FIRST_FAULT_OF_SERVER;
      if (!mayPass || tries == TRIES) {
        throw new IOException(
            "%s: refused with %d (%s). Check the address, the model's name and the key."
                .formatted(address, response.status(), told(response.body())));
      }
      waitFor(pause.multipliedBy(1L << (tries - 1)));
    }
  }

  private record Response(int status, String body) {}

  private Response once(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Response(
            response.statusCode(),
            new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new IOException(
          "%s: no answer (%s). Start the server, or check the address."
              .formatted(address, told(reason)),
          e);
    }
  }

  private void waitFor(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IOException(address + ": interrupted. Run it again; answers so far are kept.", e);
  }

  private static String told(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= TOLD ? line : line.substring(0, TOLD) + "…";
  }

  private String content(String body) throws IOException {
    try {
      JsonNode content =
          JSON.readTree(body).path("choices").path(0).path("message").path("content");
      if (content.isString()) {
        return content.stringValue();
      }
    } catch (JacksonException _) {
      // Told below.
    }
    throw new IOException(
        "%s: did not answer with a chat completion (%s). Give an OpenAI-compatible server."
            .formatted(address, told(body)));
  }

  @Override
  public void close() {
    client.close();
  }
}
