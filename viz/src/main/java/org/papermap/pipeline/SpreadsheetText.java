package org.papermap.pipeline;

/// Text for the cell of a table that a spreadsheet may open.
public final class SpreadsheetText {
  /// What a spreadsheet takes for the beginning of a formula, which it runs; the last four are the
  /// wide forms of the first, which some take for the same.
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /// The text, behind an apostrophe where it would be a formula: paper titles come from strangers.
  public static String of(String text) {
    return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
