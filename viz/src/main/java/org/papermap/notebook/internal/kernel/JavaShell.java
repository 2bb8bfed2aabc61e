package org.papermap.notebook.internal.kernel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// Java in cells: each cell knows the declarations of those before it. Used from one thread, but
/// for [#stop].
final class JavaShell implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "java.io",
          "java.math",
          "java.net",
          "java.util",
          "java.util.concurrent",
          "java.util.regex");

  /// The completions at a place in the code.
  ///
  /// @param from where the text begins that a completion replaces
  record Completions(int from, List<String> texts) {}

  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final CellExecution execution;

  private JavaShell(JShell shell, CellExecution execution) {
    this.shell = shell;
    this.analysis = shell.sourceCodeAnalysis();
    this.execution = execution;
  }

  /// A shell whose code may use what this process has on its class path.
  static JavaShell open() {
    CellExecution execution = new CellExecution();
    JShell shell =
        JShell.builder()
            .compilerOptions("-classpath", System.getProperty("java.class.path"))
            .executionEngine(new Execution(execution), Map.of())
            .build();
    IMPORTS.forEach(name -> shell.eval("import " + name + ".*;"));
    return new JavaShell(shell, execution);
  }

  /// Gives JShell the execution that is there.
  private record Execution(CellExecution execution) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "papermap";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return execution;
    }
  }

  /// Runs a cell.
  ///
  /// @return the value of its last part, if that is an expression and not null
  /// @throws CellFailure if a part of it does not compile or throws; those before have been run
  Optional<Object> run(String code) throws CellFailure {
    execution.begin();
    Optional<Object> value = Optional.empty();
    CompletionInfo part = analysis.analyzeCompletion(code);
    while (part.completeness().isComplete()) {
      value = runPart(part.source());
      part = analysis.analyzeCompletion(part.remaining());
    }
    if (part.completeness() != Completeness.EMPTY) {
      throw CellFailure.incomplete(part.remaining());
    }
    return value;
  }

  private Optional<Object> runPart(String source) throws CellFailure {
    for (SnippetEvent event : shell.eval(source)) {
      // The other events are about older parts that use this one.
      if (event.causeSnippet() == null) {
        return value(event);
      }
    }
    return Optional.empty();
  }

  private Optional<Object> value(SnippetEvent event) throws CellFailure {
    Optional<Object> value = Optional.ofNullable(execution.takeValue());
    if (execution.isStopped()) {
      throw CellFailure.interrupted();
    }
    if (event.exception() != null) {
      throw CellFailure.thrown(event.exception());
    }
    if (!event.status().isDefined()) {
      throw CellFailure.notCompiled(shell, event.snippet());
    }
    return isExpression(event.snippet()) ? value : Optional.empty();
  }

  private static boolean isExpression(Snippet snippet) {
    return switch (snippet.subKind()) {
      case VAR_VALUE_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }

  /// Stops the cell that runs, if one does. Any thread may call this.
  void stop() {
    execution.stop();
  }

  /// Whether a cell can be run as it stands, in Jupyter's words.
  String completeness(String code) {
    CompletionInfo part = analysis.analyzeCompletion(code);
    while (part.completeness().isComplete() && !part.remaining().isBlank()) {
      part = analysis.analyzeCompletion(part.remaining());
    }
    return switch (part.completeness()) {
      case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> "complete";
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "incomplete";
      case UNKNOWN -> "invalid";
    };
  }

  /// The completions at a place, the most suitable first.
  Completions completions(String code, int at) {
    int from = lastPart(code.substring(0, at));
    int[] anchor = {at - from};
    List<Suggestion> suggestions =
        analysis.completionSuggestions(code.substring(from, at), at - from, anchor);
    return new Completions(
        from + anchor[0],
        suggestions.stream()
            .sorted((one, other) -> Boolean.compare(other.matchesType(), one.matchesType()))
            .map(Suggestion::continuation)
            .distinct()
            .toList());
  }

  /// The signatures of the name at a place, with their documentation if there is some.
  Optional<String> documentation(String code, int at) {
    int end = at;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    if (end < code.length() && code.charAt(end) == '(') {
      end++;
    }
    int from = lastPart(code.substring(0, end));
    List<Documentation> found = analysis.documentation(code.substring(from, end), end - from, true);
    return found.stream()
        .map(it -> it.signature() + "\n" + Objects.requireNonNullElse(it.javadoc(), ""))
        .reduce((one, other) -> one + "\n" + other);
  }

  /// Where the last part of some code begins, which JShell completes when it sees no other.
  private int lastPart(String code) {
    String rest = code;
    CompletionInfo part = analysis.analyzeCompletion(rest);
    while (part.completeness().isComplete() && !part.remaining().isBlank()) {
      rest = part.remaining();
      part = analysis.analyzeCompletion(rest);
    }
    return code.length() - rest.length();
  }

  @Override
  public void close() {
    shell.close();
  }
}
