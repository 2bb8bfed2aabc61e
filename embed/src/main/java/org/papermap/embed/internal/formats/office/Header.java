package org.papermap.embed.internal.formats.office;

import java.util.List;
import java.util.stream.Collectors;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// The names of a table's columns.
final class Header {
  private static final int NAMES_TOLD = 15;

  private Header() {}

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
