package org.papermap.files;

/// Text for the cell of a table that a spreadsheet may open.
public final class SpreadsheetText {
  /// What a spreadsheet takes for the beginning of a formula, which it runs.
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /// The text, behind an apostrophe where it would be a formula: paper titles come from strangers.
  public static String of(String text) {
    return isFormula(text, 0) ? "'" + text : text;
  }

  /// The text that [#of(String)] was given, or any other as it is.
  public static String plain(String cell) {
    return cell.startsWith("'") && isFormula(cell, 1) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String text, int start) {
    return text.length() > start && FORMULA.indexOf(text.charAt(start)) >= 0;
  }
}
