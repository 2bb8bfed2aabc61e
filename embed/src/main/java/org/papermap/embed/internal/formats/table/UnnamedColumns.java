package org.papermap.embed.internal.formats.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.table.RowParser.ParsedRow;
import org.papermap.embed.internal.formats.text.NameList;

/// The columns of a table that names none, where they are beyond doubt: one has texts as long as
/// abstracts, one other has titles, and the rest tell what they are by their form.
final class UnnamedColumns {
  private static final int FEWEST_ROWS = 2;

  /// Between commas and the like a text falls apart into columns by chance.
  private static final int FEWEST_ROWS_BETWEEN_COMMAS = 3;

  private static final int SHORTEST_ABSTRACT = 150;
  private static final int LONGEST_TITLE = 300;

  private static final Pattern ARXIV =
      Pattern.compile("(?i)(?:arxiv:)?\\d{4}\\.\\d{4,5}(?:v\\d+)?");
  private static final Pattern DOI =
      Pattern.compile("(?i)(?:https?://\\S+/|doi:\\s?)?10\\.\\d{4,9}/\\S+");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern DATE =
      Pattern.compile("(?:1[5-9]|20)\\d\\d(?:-\\d{2}(?:-\\d{2})?(?:[T ].*)?)?");
  private static final Pattern TITLE =
      Pattern.compile("(?s)\\S+\\s+\\S+\\s+\\S.*|\\p{IsHan}{6,}.*");
  private static final Pattern SENTENCES = Pattern.compile("(?s).*[.!?。][\"'”’)\\]]*\\s*");

  private UnnamedColumns() {}

  /// Names for the columns, blank where nothing tells what a column is.
  static Optional<List<String>> of(List<ParsedRow> rows, char separator) {
    int fewest = separator == '\t' ? FEWEST_ROWS : FEWEST_ROWS_BETWEEN_COMMAS;
    if (rows.size() < fewest) {
      return Optional.empty();
    }
    int columns = rows.getFirst().fields().size();
    if (columns < 2
        || rows.stream().anyMatch(row -> row.isUnclosed() || row.fields().size() != columns)) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int column = i;
      names.add(name(rows.stream().map(row -> row.fields().get(column).strip()).toList()));
    }
    boolean sure = hasOne(names, "title") && hasOne(names, "abstract");
    // A first row that names columns in words unknown here has no long text.
    return sure && isText(rows.getFirst().fields().get(names.indexOf("abstract")))
        ? Optional.of(names)
        : Optional.empty();
  }

  private static boolean hasOne(List<String> names, String name) {
    return names.stream().filter(name::equals).count() == 1;
  }

  private static String name(List<String> cells) {
    List<String> told = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    if (told.isEmpty()) {
      return "";
    }
    if (all(told, ARXIV)) {
      return "arxiv";
    }
    if (all(told, DOI)) {
      return "doi";
    }
    if (all(told, ADDRESS)) {
      return "url";
    }
    if (all(told, DATE)) {
      return "date";
    }
    if (most(told, UnnamedColumns::isText)) {
      return "abstract";
    }
    if (most(told, NameList::matches)) {
      return "authors";
    }
    boolean titles =
        told.size() == cells.size()
            && new HashSet<>(told).size() == told.size()
            && most(told, cell -> cell.length() <= LONGEST_TITLE && TITLE.matcher(cell).matches());
    return titles ? "title" : "";
  }

  private static boolean isText(String cell) {
    return cell.length() >= SHORTEST_ABSTRACT && SENTENCES.matcher(cell).matches();
  }

  private static boolean all(List<String> cells, Pattern form) {
    return cells.stream().allMatch(cell -> form.matcher(cell).matches());
  }

  private static boolean most(List<String> cells, Predicate<String> form) {
    return 5 * cells.stream().filter(form).count() >= 4L * cells.size();
  }
}
