package org.papermap.embed.internal.formats.bibtex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;

/// Lists of names, which `and` parts outside braces.
final class BibtexNames {
  private static final Pattern FAMILY = Pattern.compile("\\bfamily\\s*=\\s*([^,=]+)");
  private static final Pattern GIVEN = Pattern.compile("\\bgiven\\s*=\\s*([^,=]+)");
  private static final Pattern PREFIX = Pattern.compile("\\bprefix\\s*=\\s*([^,=]+)");

  private BibtexNames() {}

  /// Puts the names into the record: one by one, or as they stand where somebody parted them by
  /// commas or semicolons instead.
  static void put(String value, SourceRecord.Builder record) {
    List<String> parts = split(value);
    boolean otherwise =
        parts.stream().anyMatch(part -> part.strip().endsWith(",") || part.contains(";"))
            || (parts.size() == 1 && commas(parts.getFirst()) > 2);
    if (otherwise) {
      record.put(Field.AUTHORS, LatexText.plain(value.replaceAll("\\s+", " ")));
      return;
    }
    for (String part : parts) {
      String name = LatexText.plain(extended(part)).strip();
      if (!name.isEmpty() && !name.equalsIgnoreCase("others")) {
        record.author(name);
      }
    }
  }

  /// The parts between the word `and` where no brace is open.
  static List<String> split(String value) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (depth == 0 && isAnd(value, i)) {
        parts.add(value.substring(start, i));
        start = i + 5;
        i = start - 2;
      }
    }
    parts.add(value.substring(Math.min(start, value.length())));
    return parts;
  }

  private static boolean isAnd(String value, int i) {
    return Character.isWhitespace(value.charAt(i))
        && value.regionMatches(true, i + 1, "and", 0, 3)
        && i + 4 < value.length()
        && Character.isWhitespace(value.charAt(i + 4));
  }

  private static int commas(String name) {
    int depth = 0;
    int commas = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      commas += c == ',' && depth == 0 ? 1 : 0;
    }
    return commas;
  }

  /// BibLaTeX's `family=Doe, given=Jo` as `Doe, Jo`.
  private static String extended(String name) {
    Matcher family = FAMILY.matcher(name);
    if (!family.find()) {
      return name;
    }
    Matcher prefix = PREFIX.matcher(name);
    Matcher given = GIVEN.matcher(name);
    return (prefix.find() ? prefix.group(1).strip() + " " : "")
        + family.group(1).strip()
        + (given.find() ? ", " + given.group(1).strip() : "");
  }
}
