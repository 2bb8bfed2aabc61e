package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs that the README shows, compiled and run as they stand there.
class ReadmeExampleTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_example_of_the_readme_makes_a_map_and_finds_papers(@TempDir Path folder)
      throws Exception {
    String printed = run(compile(program(0, folder), folder));

    assertThat(folder.resolve("out/map.html")).isNotEmptyFile();
    assertThat(printed.lines()).hasSize(5).first().asString().startsWith("1 0.");
  }

  @Test
  void the_example_of_an_index_finds_papers(@TempDir Path folder) throws Exception {
    String printed = run(compile(program(1, folder), folder));

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

  private static Path compile(String program, Path folder) {
    String source =
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
            .formatted(program);
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:///Example.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call())
        .as("it compiles")
        .isTrue();
    return folder;
  }

  private static String run(Path classes) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) null);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
