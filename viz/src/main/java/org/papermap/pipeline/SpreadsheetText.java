package org.papermap.pipeline;

/// Text for the cell of a table that a spreadsheet may open.
public final class SpreadsheetText {
  /// What a spreadsheet takes for the beginning of a formula, which it runs.
  private static final String FORMULA = "=+-@\t\r";

  private SpreadsheetText() {}

  /// The text, behind an apostrophe where it would be a formula: paper titles come from strangers.
  public static String of(String text) {
    return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
