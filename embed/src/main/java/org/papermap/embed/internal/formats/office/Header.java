package org.papermap.embed.internal.formats.office;

import java.util.List;
import java.util.stream.Collectors;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// The names of a table's columns.
final class Header {
  private static final int NAMES_TOLD = 15;

  private static final List<Field> BESIDE_TITLES =
      List.of(Field.ABSTRACT, Field.AUTHORS, Field.DOI, Field.ARXIV, Field.PUBMED, Field.DATE);

  private Header() {}

  /// Whether the columns are those of papers: a title, and something else that papers have.
  static boolean isOfPapers(List<String> columns, FieldNames names) {
    return has(columns, names, Field.TITLE)
        && BESIDE_TITLES.stream().anyMatch(field -> has(columns, names, field));
  }

  private static boolean has(List<String> columns, FieldNames names, Field field) {
    return columns.stream().anyMatch(name -> names.isNamed(name, field));
  }

  /// @param what the table is
  static UnrecognizedException unknown(String what, List<String> columns) {
    String found =
        columns.stream()
            .filter(name -> !name.isBlank())
            .limit(NAMES_TOLD)
            .collect(Collectors.joining(", "));
    return new UnrecognizedException(
        what
            + " with no columns of titles and abstracts"
            + (found.isEmpty() ? "" : ", only " + PlainText.printable(found)),
        "Name the columns \"title\" and \"abstract\" in the first row, or say which they are with"
            + " --map title=COLUMN,abstract=COLUMN");
  }
}
