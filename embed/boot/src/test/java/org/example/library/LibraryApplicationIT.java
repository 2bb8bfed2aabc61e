package org.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The application as Spring Boot packs it, one jar with all others in it, from an empty cache.
class LibraryApplicationIT {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void a_spring_boot_application_answers_by_meaning_and_by_words() throws Exception {
    // Given
    Path output = folder.resolve("output.txt");
    Process application =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpapermap.cache=" + folder.resolve("cache"),
                "-jar",
                System.getProperty("application"),
                "--server.port=0",
                "--papers=" + System.getProperty("papers"),
                "--index=" + folder.resolve("index"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      String address = "http://localhost:" + port(application, output) + "/nearest?question=";

      // When
      HttpResponse<String> meaning = get(address + "searching%20among%20many%20vectors");
      HttpResponse<String> words = get(address + "diffusion&mode=KEYWORD");

      // Then
      assertThat(meaning.statusCode()).as(Files.readString(output)).isEqualTo(200);
      assertThat(meaning.body())
          .startsWith("[{\"rank\":1,\"paper\":{\"id\":")
          .contains("\"similarity\":0.");
      assertThat(words.body()).contains("iffusion").doesNotContain("NaN");
    } finally {
      application.destroy();
      assertThat(application.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String port(Process application, Path output) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && application.isAlive()) {
      Matcher port = PORT.matcher(Files.readString(output));
      if (port.find()) {
        return port.group(1);
      }
      Thread.sleep(100);
    }
    throw new IOException("the application did not start:\n" + Files.readString(output));
  }
}
