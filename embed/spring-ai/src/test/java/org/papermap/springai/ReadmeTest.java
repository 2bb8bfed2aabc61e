package org.papermap.springai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program that the README shows, compiled and run as it stands there.
class ReadmeTest {
  private static final String FRAME =
      """
      import java.nio.file.Path;
      import java.util.*;
      import org.papermap.embed.*;
      import org.papermap.model.*;
      import org.papermap.search.*;
      import org.papermap.springai.*;
      import org.springframework.ai.document.*;
      import org.springframework.ai.vectorstore.*;

      public class Example {
        public static void main(String[] args) throws Exception {
          %s
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void the_example_of_the_readme_finds_what_is_said_of_insects() throws Exception {
    // Given
    String program =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../../README.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .filter(block -> block.contains("PapermapVectorStore"))
            .findFirst()
            .orElseThrow();
    Path source = folder.resolve("Example.java");
    Files.writeString(
        source,
        FRAME.formatted(
            program.replace(
                "Path.of(\"documents\")", "Path.of(\"" + folder.resolve("index") + "\")")));

    // When
    Process java =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    assertThat(printed.lines()).containsExactly("Bees dance to tell the way.");
  }
}
