package org.papermap.springai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
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
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(failed).isZero();

    // When
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) null);
    } finally {
      System.setOut(before);
    }

    // Then
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("Bees dance to tell the way.");
  }
}
