package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs that the README shows, compiled and run as they stand there.
class ReadmeExampleTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_example_of_the_readme_makes_a_map_and_finds_papers(@TempDir Path folder)
      throws IOException {
    String printed = run(program(0, folder), folder);

    assertThat(folder.resolve("out/map.html")).isNotEmptyFile();
    assertThat(printed.lines()).hasSize(5).first().asString().startsWith("1 0.");
  }

  @Test
  void the_example_of_an_index_finds_papers(@TempDir Path folder) throws IOException {
    String printed = run(program(1, folder), folder);

    assertThat(printed.lines()).hasSize(3).allMatch(title -> title.contains("for"));
  }

  /// A program of the README, counted from 0, with its folders in the place of the current one.
  static String program(int number, Path folder) throws IOException {
    List<String> programs =
        JAVA_BLOCK
            .matcher(Files.readString(ROOT.resolve("README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    return programs
        .get(number)
        .replace("Path.of(\"data\")", "Path.of(\"" + ROOT.resolve("data") + "\")")
        .replace("Path.of(\"out\")", "Path.of(\"" + folder.resolve("out") + "\")")
        .replace("Path.of(\"library\")", "Path.of(\"" + folder.resolve("library") + "\")");
  }

  private static String run(String program, Path folder) throws IOException {
    Path source = folder.resolve("Example.java");
    Files.writeString(
        source,
        """
        import java.nio.file.Path;
        import org.papermap.corpus.*;
        import org.papermap.embed.*;
        import org.papermap.model.*;
        import org.papermap.pipeline.*;
        import org.papermap.search.*;

        public class Example {
          public static void main(String[] args) throws Exception {
            %s
          }
        }
        """
            .formatted(program));
    Process java =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
