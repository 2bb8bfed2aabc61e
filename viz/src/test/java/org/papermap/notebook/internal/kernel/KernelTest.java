package org.papermap.notebook.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a kernel does with cells, in a process of its own.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KernelTest {
  @TempDir static Path folder;
  private static KernelProcess kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = KernelProcess.start(folder);
    kernel.awaitStart();
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  private static String status(Message reply) {
    return reply.content().path("status").asString();
  }

  private static void succeeds(String code) {
    assertThat(status(kernel.run(code))).as(code).isEqualTo("ok");
  }

  private static String shown(String type) {
    return kernel.told("execute_result").content().path("data").path(type).asString();
  }

  @Test
  void the_value_of_the_last_expression_is_shown() {
    succeeds("int x = 5;\nx * 2");

    assertThat(shown("text/plain")).isEqualTo("10");
  }

  @Test
  void a_chart_is_shown_as_a_picture_and_html_as_such() {
    succeeds("import org.papermap.viz.Chart; Chart.bars(\"Sizes\", Map.of(\"one\", 1.0))");
    assertThat(shown("image/svg+xml")).startsWith("<svg ");

    succeeds("org.papermap.notebook.Shown.html(\"<b>bold</b>\")");
    assertThat(shown("text/html")).isEqualTo("<b>bold</b>");
  }

  @Test
  void what_is_printed_comes_line_by_line_and_the_rest_at_the_end() {
    succeeds("System.out.printf(\"%d é%n\", 1); System.out.print(\"and more\");");

    assertThat(kernel.told("stream").content().path("text").asString()).isEqualTo("1 é\n");
    assertThat(kernel.told("stream").content().path("text").asString()).isEqualTo("and more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int y = \"text\";                  | CompilationError           | incompatible types",
        "new Nowhere()                      | CompilationError           | cannot find symbol",
        "throw new IllegalStateException(\"no\"); | java.lang.IllegalStateException | no",
        "int half = 1 / 0;                  | java.lang.ArithmeticException | / by zero",
        "void unended() {                   | SyntaxError                | ends too early",
      })
  void a_cell_that_fails_is_told_with_its_kind_and_reason(String code, String kind, String reason) {
    Message reply = kernel.run(code);

    assertThat(status(reply)).isEqualTo("error");
    assertThat(reply.content().path("ename").asString()).isEqualTo(kind);
    assertThat(reply.content().path("evalue").asString()).contains(reason);
    assertThat(kernel.told("error").content().path("ename").asString()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.println(\"on\"); Thread.sleep(600_000);",
        "System.out.println(\"on\"); while (true) {}",
        "System.out.println(\"on\"); for (int i = 0; ; i++) { Thread.onSpinWait(); }",
      })
  void a_cell_that_is_interrupted_ends_and_the_next_one_runs(String code) {
    // When
    kernel.send(code);
    kernel.told("stream");
    Message interrupted = kernel.control("interrupt_request");

    // Then
    assertThat(status(interrupted)).isEqualTo("ok");
    assertThat(kernel.reply().content().path("ename").asString()).isEqualTo("Interrupted");
    succeeds("2 + 2");
    assertThat(shown("text/plain")).isEqualTo("4");
  }

  @Test
  void a_toString_that_fails_is_the_failure_of_its_cell() {
    succeeds("class Shy { public String toString() { throw new IllegalStateException(\"no\"); } }");

    Message reply = kernel.run("new Shy()");

    assertThat(reply.content().path("ename").asString()).endsWith("IllegalStateException");
    succeeds("1 + 1");
    assertThat(shown("text/plain")).isEqualTo("2");
  }

  @Test
  void what_is_signed_with_another_key_is_not_run() {
    // Given
    kernel.sendForged("int forged = 1;");

    // When
    Message reply = kernel.run("forged");

    // Then
    assertThat(reply.content().path("evalue").asString()).contains("cannot find symbol");
  }

  @Test
  void two_classes_of_the_notebook_may_meet_in_a_loop() {
    succeeds("interface Shape {}\nrecord Dot(int x) implements Shape {}");
    succeeds("record Bar(int y) implements Shape {}");
    succeeds(
        """
        Shape some(int turns) {
          Shape shape = turns > 3 ? new Dot(1) : new Bar(2);
          for (int i = 0; i < turns; i++) {
            shape = i % 2 == 0 ? new Bar(i) : shape;
          }
          return shape;
        }
        some(4)
        """);

    assertThat(shown("text/plain")).isEqualTo("Bar[y=2]");
  }

  @Test
  void names_are_completed_and_explained() {
    String code = "int z = 1;\n\"text\".subs";
    Message completions =
        kernel.ask("complete_request", it -> it.put("code", code).put("cursor_pos", code.length()));
    assertThat(completions.content().path("matches").valueStream())
        .anyMatch(it -> it.asString().startsWith("substring("));
    assertThat(completions.content().path("cursor_start").asInt()).isEqualTo(code.length() - 4);

    Message inspected =
        kernel.ask(
            "inspect_request", it -> it.put("code", "\"text\".length()").put("cursor_pos", 9));
    assertThat(inspected.content().path("data").path("text/plain").asString())
        .startsWith("int String.length()");
  }

  @ParameterizedTest
  @CsvSource({"1 + 1,complete", "for (;;) {,incomplete", "'',complete", "},invalid"})
  void the_editor_learns_whether_a_cell_is_complete(String code, String status) {
    assertThat(status(kernel.ask("is_complete_request", it -> it.put("code", code))))
        .isEqualTo(status);
  }
}
