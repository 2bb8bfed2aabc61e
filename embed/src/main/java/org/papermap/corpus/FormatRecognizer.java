package org.papermap.corpus;

import java.util.Optional;
import java.util.regex.Pattern;

/// Tells the format of a text by how it begins. The file's name only helps with tables whose
/// columns have unknown names.
final class FormatRecognizer {
  private static final Pattern JSON_ARRAY = Pattern.compile("\\[\\s*[\\[{\"\\]]");
  private static final Pattern JSON_OBJECT = Pattern.compile("\\{\\s*[\"'}]");

  /// Programs that indent their JSON leave the brace alone on the first line.
  private static final Pattern INDENTED_OBJECT = Pattern.compile("\\{[ \\t]*\\R");

  private static final Pattern MARKUP = Pattern.compile("<[!?/A-Za-z]");
  private static final Pattern BIBTEX = Pattern.compile("(%.*\\R\\s*)*@\\w+\\s*[{(]");

  private FormatRecognizer() {}

  /// The format of the text that begins so; text in which nothing else is seen may be a page dump.
  ///
  /// @param head not blank
  static CorpusFormat recognize(String head, String fileName, RowSink rows)
      throws UnrecognizedCorpusException {
    String text = head.stripLeading();
    refuseWhatIsKnownToBeElse(text, rows);
    if (begins(JSON_ARRAY, text)) {
      return new JsonSequence("JSON array");
    }
    if (begins(JSON_OBJECT, text)) {
      return begins(INDENTED_OBJECT, text) ? new JsonSequence("JSON objects") : new JsonLines();
    }
    Optional<DelimitedTable> table = DelimitedTable.recognize(head, fileName);
    return table.isPresent() ? table.get() : new PageDump();
  }

  private static void refuseWhatIsKnownToBeElse(String text, RowSink rows)
      throws UnrecognizedCorpusException {
    if (text.indexOf('\0') >= 0) {
      throw rows.unrecognized("not text (it has zero bytes)", "Give text in UTF-8, gzipped or not");
    }
    if (begins(MARKUP, text)) {
      throw rows.unrecognized("HTML or XML", "Save the page as text, or export CSV or JSON");
    }
    if (begins(BIBTEX, text)) {
      throw rows.unrecognized("BibTeX", "Export CSV or JSON from your reference manager");
    }
  }

  private static boolean begins(Pattern pattern, String text) {
    return pattern.matcher(text).lookingAt();
  }
}
