package org.papermap.embed.internal.formats.bibtex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One entry, its abbreviations written out and its values still in LaTeX.
///
/// @param line where it begins, from 1
/// @param type in lower case, without `@`
/// @param key may be blank, where the entry has none
/// @param fields by name as written, in order; of two of one name the first counts
/// @param notes what was doubtful in it
record BibtexEntry(
    long line, String type, String key, Map<String, String> fields, List<String> notes) {

  /// The value of the field of this name in lower case, or nothing.
  String value(String name) {
    String value = fields.get(name);
    return value == null ? "" : value;
  }

  /// This entry with the fields of the one that it refers to, where it has none of its own
  /// (BibLaTeX manual, appendix B).
  BibtexEntry inheriting(BibtexEntry parent) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    parent.fields.forEach((name, value) -> {
      switch (name) {
        case "title" -> all.putIfAbsent("booktitle", value);
        case "subtitle" -> all.putIfAbsent("booksubtitle", value);
        case "abstract", "author", "crossref", "doi", "url", "keywords", "eprint", "note" -> {
          // what the child alone can say of itself
        }
        default -> all.putIfAbsent(name, value);
      }
    });
    return new BibtexEntry(line, type, key, all, notes);
  }

  /// This entry with the fields of a container (`@xdata`) where it has none of its own.
  BibtexEntry with(BibtexEntry container) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    container.fields.forEach(all::putIfAbsent);
    return new BibtexEntry(line, type, key, all, notes);
  }

  /// What to call it in the report.
  String name() {
    return key.isBlank() ? "@" + type + " without a key" : key;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
