package org.papermap.cli.internal.terminal;

/// Text from papers, made safe to print: a title may hold what a terminal would obey.
public final class TerminalText {
  private TerminalText() {}

  /// The text with control and format characters, which could move the cursor, colour the screen or
  /// turn the line around, replaced by their numbers.
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (obeyed(c)) {
            safe.append("<U+%04X>".formatted(c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  /// Whether there is nothing in a text that a terminal would obey.
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(TerminalText::obeyed);
  }

  private static boolean obeyed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // Joiners belong to emoji and to Indic and Persian spelling; the other format characters can
      // reverse a line.
      case Character.FORMAT -> c != 0x200C && c != 0x200D;
      default -> false;
    };
  }
}
