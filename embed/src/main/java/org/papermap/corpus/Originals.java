package org.papermap.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The tags of a paper's source among its further fields, kept to write it back: `ris:AU#2`.
final class Originals {
  private static final Pattern COPY = Pattern.compile("#\\d+$");
  private static final Pattern NAME = Pattern.compile("(?:date|ris|bibtex):.*");

  private Originals() {}

  /// A tag as the source has it.
  ///
  /// @param name `+` for a further line of the value before
  record Tag(String name, String value) {
    /// Whether the value is the paper's abstract, which is not kept twice.
    boolean isAbstract() {
      return name.endsWith("=");
    }

    String bareName() {
      return isAbstract() ? name.substring(0, name.length() - 1) : name;
    }
  }

  /// The tags that the paper had in this format, in their order; none if it is from elsewhere.
  ///
  /// @param format the key of the format
  static List<Tag> of(Paper paper, String format) {
    String prefix = format + ":";
    List<Tag> tags = new ArrayList<>();
    for (Map.Entry<String, String> field : paper.extra().entrySet()) {
      if (field.getKey().startsWith(prefix)) {
        String name = COPY.matcher(field.getKey().substring(prefix.length())).replaceFirst("");
        tags.add(new Tag(name, field.getValue()));
      }
    }
    return tags;
  }

  /// Whether a further field is such a tag, of any format.
  static boolean isOne(String name) {
    return NAME.matcher(name).matches();
  }
}
