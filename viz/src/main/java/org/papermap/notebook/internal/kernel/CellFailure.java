package org.papermap.notebook.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/// Why a cell did not run to its end.
final class CellFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String text;
  private final ArrayList<String> story;

  private CellFailure(String kind, @Nullable String text, List<String> story) {
    super(text);
    this.kind = kind;
    this.text = Objects.requireNonNullElse(text, "");
    this.story = new ArrayList<>(story);
  }

  static CellFailure interrupted() {
    return new CellFailure("Interrupted", "the cell was stopped", List.of("Interrupted."));
  }

  /// A cell that ends in the middle of a statement.
  static CellFailure incomplete(String rest) {
    String text = "the cell ends too early";
    return new CellFailure("SyntaxError", text, List.of("The cell ends too early:", rest.strip()));
  }

  static CellFailure notCompiled(JShell shell, Snippet snippet) {
    List<String> story = new ArrayList<>();
    shell.diagnostics(snippet).forEach(diag -> tell(diag, snippet.source(), story));
    if (snippet instanceof DeclarationSnippet declaration) {
      shell.unresolvedDependencies(declaration).forEach(name -> story.add("not found: " + name));
    }
    String first = story.isEmpty() ? "" : story.getFirst();
    return new CellFailure("CompilationError", first, story);
  }

  private static void tell(Diag diag, String source, List<String> story) {
    diag.getMessage(Locale.ROOT).lines().forEach(story::add);
    int at = (int) Math.clamp(diag.getPosition(), 0, source.length());
    int from = source.lastIndexOf('\n', at - 1) + 1;
    int feed = source.indexOf('\n', at);
    story.add(source.substring(from, feed < 0 ? source.length() : feed));
    story.add(" ".repeat(at - from) + "^");
  }

  static CellFailure thrown(Throwable exception) {
    List<String> story = new ArrayList<>();
    for (Throwable it = exception; it != null; it = it.getCause()) {
      String before = it == exception ? "" : "Caused by: ";
      story.add(before + name(it) + (it.getMessage() == null ? "" : ": " + it.getMessage()));
      for (StackTraceElement element : it.getStackTrace()) {
        story.add("    at " + element);
      }
    }
    return new CellFailure(name(exception), exception.getMessage(), story);
  }

  private static String name(Throwable thrown) {
    return thrown instanceof EvalException eval
        ? eval.getExceptionClassName()
        : thrown.getClass().getName();
  }

  /// The kind of failure, such as the name of an exception's class.
  String kind() {
    return kind;
  }

  /// The failure in one line or a few; may be empty.
  String text() {
    return text;
  }

  /// The failure at length, a line each.
  List<String> story() {
    return List.copyOf(story);
  }
}
