package org.papermap.embed.internal.formats.bibtex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the entries of a BibTeX text one by one. An entry that is broken costs itself alone: the
/// next one begins at the next line that starts with `@type{`.
///
/// Written anew, because the parsers that can be had lose more: jbibtex 1.0.20 ends at a brace too
/// many and at an abbreviation that is not defined (its issue 26), and JabRef's comes with the
/// whole program.
final class BibtexParser {
  private static final Pattern VALUE = Pattern.compile("=\\s*[{\"]");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final String text;
  private final Map<String, String> strings = new HashMap<>();
  private int at;
  private final LineCounter lines;

  BibtexParser(String text) {
    this.text = text;
    this.lines = new LineCounter(text);
    MONTHS.forEach(month -> strings.put(month, month));
  }

  /// An entry that was lost.
  ///
  /// @param found why, with its key
  /// @param comment whether it is no entry but one in a line of comment
  record Broken(long line, String found, boolean comment) {}

  /// Gives all entries in order, whole or broken.
  void parse(Consumer<BibtexEntry> whole, Consumer<Broken> broken) {
    for (at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) {
      int start = at;
      long startLine = lines.at(start);
      String[] key = {""};
      if (BibtexHeaders.isInComment(text, start)) {
        at = start + 1;
        if (BibtexHeaders.begins(text, start)) {
          broken.accept(new Broken(startLine, shortly(start), true));
        }
        continue;
      }
      try {
        BibtexEntry entry = entry(startLine, key);
        if (entry != null) {
          BibtexHeaders.checkRest(text, at, entry);
          whole.accept(entry);
        }
      } catch (BrokenEntryException e) {
        String named = key[0].isBlank() ? "an entry without a key" : "entry " + key[0];
        broken.accept(new Broken(startLine, named + ": " + e.getMessage(), false));
        at = BibtexHeaders.next(text, start + 1);
      }
    }
  }

  /// The entry at the `@`, or null if that is none or only a comment or an abbreviation.
  private @Nullable BibtexEntry entry(long startLine, String[] key) throws BrokenEntryException {
    int start = at;
    boolean inWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    at++;
    if (inWord) {
      return null;
    }
    skipBlanks();
    String type = BibtexEntry.lower(word());
    skipBlanks();
    if (type.isEmpty()
        || at >= text.length()
        || (text.charAt(at) != '{' && text.charAt(at) != '(')) {
      if (BibtexHeaders.isAt(text, start)) {
        key[0] = text.substring(start + 1, text.indexOf(',', start)).strip();
        throw new BrokenEntryException("the brace behind its type is missing");
      }
      return null;
    }
    char close = text.charAt(at) == '{' ? '}' : ')';
    switch (type) {
      case "comment" -> skipComment();
      case "preamble" -> {
        at++;
        value(new ArrayList<>());
        end(close);
      }
      case "string" -> string(close);
      default -> {
        at++;
        key[0] = key(close);
        return fields(startLine, type, key[0], close);
      }
    }
    return null;
  }

  private void skipComment() {
    int start = at;
    try {
      braced();
    } catch (BrokenEntryException e) {
      int lineEnd = text.indexOf('\n', start);
      at = lineEnd < 0 ? text.length() : lineEnd;
    }
  }

  private void string(char close) throws BrokenEntryException {
    at++;
    skipBlanks();
    String name = BibtexEntry.lower(fieldName());
    skipBlanks();
    expect('=', "an abbreviation without a value");
    strings.put(name, value(new ArrayList<>()));
    end(close);
  }

  private void end(char close) throws BrokenEntryException {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      skipBlanks();
    }
    expect(close, "it does not end");
  }

  /// All up to the first comma, unless that is a field already.
  private String key(char close) {
    int start = at;
    int end = start;
    while (end < text.length()
        && ",=\"\n".indexOf(text.charAt(end)) < 0
        && text.charAt(end) != close) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '\n') {
      int next = end;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      boolean blank = text.substring(start, end).isBlank();
      if (blank && next < text.length()) {
        at = next;
        return key(close);
      }
      end = next < text.length() && text.charAt(next) == ',' ? next : end;
    }
    if (end < text.length() && text.charAt(end) == '=') {
      if (VALUE.matcher(text).region(end, text.length()).lookingAt()) {
        return "";
      }
      int comma = text.indexOf(',', end);
      end = comma < 0 ? end : comma;
    }
    at = end;
    return text.substring(start, end).strip();
  }

  private BibtexEntry fields(long startLine, String type, String key, char close)
      throws BrokenEntryException {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    while (true) {
      skipBlanks();
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        skipBlanks();
      }
      if (at >= text.length() || BibtexHeaders.isAt(text, at)) {
        throw new BrokenEntryException("its braces do not close");
      }
      if (text.charAt(at) == close) {
        at++;
        return new BibtexEntry(startLine, type, key, fields, notes);
      }
      String name = fieldName();
      skipBlanks();
      if (name.isEmpty()) {
        throw new BrokenEntryException(
            "here is no field, but \""
                + shortly(at)
                + "\": a brace, a quotation mark or a comma too"
                + " many or too few");
      }
      expect('=', "\"" + name + "\" has no value: a brace, a quotation mark or a comma too few");
      String value = value(notes);
      String lower = BibtexEntry.lower(name);
      String first = fields.putIfAbsent(lower, value);
      if (first != null && first.isBlank()) {
        fields.put(lower, value);
      } else if (first != null && !first.equals(value)) {
        notes.add("the field " + lower + " is there twice; the first one counts");
      }
    }
  }

  private String fieldName() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isNamePart(char c) {
    return !Character.isWhitespace(c) && "{}()\"#%',=@\\".indexOf(c) < 0;
  }

  /// Parts that `#` joins: in braces, in quotation marks, numbers and abbreviations.
  private String value(List<String> notes) throws BrokenEntryException {
    StringBuilder value = new StringBuilder();
    while (true) {
      skipBlanks();
      if (at >= text.length()) {
        throw new BrokenEntryException("its braces do not close");
      }
      char c = text.charAt(at);
      if (c == '{') {
        value.append(braced());
      } else if (c == '"') {
        value.append(quoted());
      } else {
        value.append(abbreviated(notes));
      }
      skipBlanks();
      if (at >= text.length() || text.charAt(at) != '#') {
        return value.toString();
      }
      at++;
    }
  }

  private String abbreviated(List<String> notes) throws BrokenEntryException {
    String name = fieldName();
    if (name.isEmpty()) {
      throw new BrokenEntryException("no value, but \"" + shortly(at) + "\"");
    }
    String meant = strings.get(BibtexEntry.lower(name));
    if (meant != null) {
      return meant;
    }
    if (!Character.isDigit(name.charAt(0))) {
      notes.add("the abbreviation " + name + " is not defined; kept as it stands");
    }
    return name;
  }

  /// What stands between this brace and the one that closes it. A line that begins an entry cannot
  /// stand there.
  private String braced() throws BrokenEntryException {
    int start = at + 1;
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        if (depth == 0) {
          at = i + 1;
          return text.substring(start, i);
        }
      } else if (c == '@' && BibtexHeaders.isAt(text, i)) {
        break;
      }
    }
    throw new BrokenEntryException("its braces do not close");
  }

  private String quoted() throws BrokenEntryException {
    int start = at + 1;
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '"') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        if (depth < 0) {
          break;
        }
      } else if (c == '"' && depth == 0) {
        at = i + 1;
        return text.substring(start, i);
      } else if (c == '@' && BibtexHeaders.isAt(text, i)) {
        break;
      }
    }
    throw new BrokenEntryException("its quotation marks or braces do not close");
  }

  private String word() {
    int start = at;
    while (at < text.length() && text.charAt(at) < 0x80 && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipBlanks() {
    // To Biber, what stands behind a % up to the end of the line is a comment.
    boolean comment = false;
    while (at < text.length()
        && (comment || text.charAt(at) == '%' || Character.isWhitespace(text.charAt(at)))) {
      comment = text.charAt(at) == '%' || (comment && text.charAt(at) != '\n');
      at++;
    }
  }

  private void expect(char c, String otherwise) throws BrokenEntryException {
    if (at >= text.length() || text.charAt(at) != c) {
      throw new BrokenEntryException(otherwise);
    }
    at++;
  }

  private String shortly(int from) {
    return text.substring(from, Math.min(text.length(), from + 20)).replaceAll("\\s+", " ");
  }
}
