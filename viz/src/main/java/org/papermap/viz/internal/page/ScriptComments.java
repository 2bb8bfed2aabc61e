package org.papermap.viz.internal.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Takes the comments out of a script, by its tokens: texts, templates and regular expressions stay
/// as they are. A third of the page's scripts is types and comments, which no browser needs.
///
/// A `/` begins a regular expression where no value stands before it. A `)` or `}` counts as a
/// value, so a script must not begin a regular expression right after one.
final class ScriptComments {
  /// Words after which a value begins.
  private static final Set<String> OPERATORS =
      Set.of(
          "return",
          "typeof",
          "case",
          "in",
          "of",
          "do",
          "else",
          "void",
          "delete",
          "throw",
          "new",
          "instanceof",
          "await",
          "yield");

  private final String script;
  private final StringBuilder kept = new StringBuilder();

  /// For each template that is open, the braces that are open in its `${…}`.
  private final Deque<Integer> braces = new ArrayDeque<>();

  private int at;

  private ScriptComments(String script) {
    this.script = script;
  }

  /// The script without comments and without lines that are then blank.
  static String removed(String script) {
    return new ScriptComments(script).withoutComments();
  }

  private String withoutComments() {
    while (at < script.length()) {
      char c = script.charAt(at);
      if (script.startsWith("//", at)) {
        int end = script.indexOf('\n', at);
        at = end < 0 ? script.length() : end;
      } else if (script.startsWith("/*", at)) {
        at = endOfComment();
        // Of the blanks about a comment one stays.
        at += script.startsWith(" ", at) && kept.indexOf(" ", kept.length() - 1) >= 0 ? 1 : 0;
      } else if (c == '\'' || c == '"') {
        keepTo(endOfText(c));
      } else if (c == '/' && !followsValue()) {
        keepTo(endOfExpression());
      } else if (c == '`') {
        keepTemplate();
      } else if (c == '}' && !braces.isEmpty() && braces.peek() == 0) {
        braces.pop();
        keepTemplate();
      } else {
        count(c);
        keepTo(c == '\n' ? at + 1 : endOfPlain());
      }
    }
    return kept.toString();
  }

  private void count(char c) {
    if (!braces.isEmpty() && (c == '{' || c == '}')) {
      braces.push(braces.pop() + (c == '{' ? 1 : -1));
    }
  }

  private int endOfComment() {
    int end = script.indexOf("*/", at + 2);
    if (end < 0) {
      throw new IllegalStateException("script: no */ after a comment. Add it.");
    }
    return end + 2;
  }

  /// Keeps what stands before `end`, but of a line break all blanks before it and, where the line
  /// is blank, itself.
  private void keepTo(int end) {
    if (script.charAt(at) == '\n') {
      int last = kept.length();
      while (last > 0 && kept.charAt(last - 1) == ' ') {
        last--;
      }
      kept.setLength(last);
      if (last == 0 || kept.charAt(last - 1) == '\n') {
        at = end;
        return;
      }
    }
    kept.append(script, at, end);
    at = end;
  }

  /// The end of a stretch in which nothing begins or ends.
  private int endOfPlain() {
    int i = at + 1;
    while (i < script.length()) {
      switch (script.charAt(i)) {
        case '/', '\'', '"', '`', '{', '}', '\n' -> {
          return i;
        }
        default -> i++;
      }
    }
    return i;
  }

  private int endOfText(char quote) {
    int i = at + 1;
    while (script.charAt(i) != quote) {
      i += script.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private int endOfExpression() {
    boolean inClass = false;
    int i = at + 1;
    while (inClass || script.charAt(i) != '/') {
      char c = script.charAt(i);
      inClass = c == '[' || inClass && c != ']';
      i += c == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /// Keeps a template from its beginning, or from the end of a `${…}`, to the next such or its end.
  private void keepTemplate() {
    int i = at + 1;
    while (script.charAt(i) != '`') {
      if (script.startsWith("${", i)) {
        braces.push(0);
        keepTo(i + 2);
        return;
      }
      i += script.charAt(i) == '\\' ? 2 : 1;
    }
    keepTo(i + 1);
  }

  private boolean followsValue() {
    int last = kept.length();
    while (last > 0 && Character.isWhitespace(kept.charAt(last - 1))) {
      last--;
    }
    if (last == 0) {
      return false;
    }
    int first = last;
    while (first > 0 && Character.isJavaIdentifierPart(kept.charAt(first - 1))) {
      first--;
    }
    return first < last
        ? !OPERATORS.contains(kept.substring(first, last))
        : ")]}'\"`".indexOf(kept.charAt(last - 1)) >= 0;
  }
}
