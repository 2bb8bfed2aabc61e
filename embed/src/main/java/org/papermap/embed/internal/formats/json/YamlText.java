package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the part of YAML that lists of references are written in: mappings and lists by indents,
/// texts plain, in quotation marks, folded (`>`) and kept (`|`), and lists and mappings in
/// brackets. Anchors, tags and keys of several lines are left as they stand.
final class YamlText {
  /// Deeper than any record, shallow enough for every thread's stack.
  private static final int MAX_DEPTH = 60;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static final Pattern KEY =
      Pattern.compile(
          "(\"[^\"]{1,200}\"|'[^']{1,200}'|[\\p{L}\\d_@$][^:#]{0,199}?)\\h*:(?:\\h+(.*))?");

  private static final Pattern BLOCK = Pattern.compile("([|>])[+-]?\\d?[+-]?(?:\\h+#.*)?");
  private static final Pattern COMMENT = Pattern.compile("\\h+#.*$");
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,8}");

  private final List<Line> lines = new ArrayList<>();
  private int at;

  /// A line without its indent.
  private record Line(int indent, String text, long number) {
    boolean isItem() {
      return text.equals("-") || text.startsWith("- ");
    }

    boolean isBlank() {
      return text.isEmpty();
    }
  }

  /// @param first the number of the first line
  private YamlText(List<String> lines, long first) {
    long number = first;
    for (String line : lines) {
      String text = line.strip();
      int indent = line.length() - line.stripLeading().length();
      this.lines.add(new Line(indent, text, number++));
    }
  }

  /// The value that the lines of one document write down.
  static JsonNode value(List<String> lines, long first) {
    YamlText text = new YamlText(lines, first);
    text.skip();
    return text.at < text.lines.size() ? text.block(0) : NODES.missingNode();
  }

  private void skip() {
    while (at < lines.size() && (line().isBlank() || line().text().startsWith("#"))) {
      at++;
    }
  }

  private Line line() {
    return lines.get(at);
  }

  /// What begins at this line and goes on at its indent.
  private JsonNode block(int depth) {
    Line first = line();
    if (depth > MAX_DEPTH) {
      at = lines.size();
      return NODES.missingNode();
    }
    if (first.isItem()) {
      return list(first.indent(), depth);
    }
    if (KEY.matcher(first.text()).matches()) {
      return mapping(first.indent(), depth);
    }
    at++;
    return scalar(first.text(), first.indent() - 1, depth);
  }

  private ArrayNode list(int indent, int depth) {
    ArrayNode list = NODES.arrayNode();
    for (skip(); at < lines.size() && line().indent() == indent && line().isItem(); skip()) {
      Line item = line();
      String rest = item.text().substring(1).strip();
      if (rest.isEmpty()) {
        at++;
        list.add(inside(indent, depth));
      } else {
        int offset = item.text().indexOf(rest, 1);
        lines.set(at, new Line(indent + offset, rest, item.number()));
        list.add(block(depth + 1));
      }
    }
    return list;
  }

  private ObjectNode mapping(int indent, int depth) {
    ObjectNode mapping = new LocatedObject(line().number());
    for (skip(); at < lines.size() && line().indent() == indent; skip()) {
      Matcher key = KEY.matcher(line().text());
      if (line().isItem() || !key.matches()) {
        break;
      }
      at++;
      String rest = key.group(2) == null ? "" : key.group(2).strip();
      boolean below = rest.isEmpty() || rest.startsWith("#");
      JsonNode value = below ? below(indent, depth) : scalar(rest, indent, depth);
      mapping.set(key.group(1).replaceAll("^[\"']|[\"']$", ""), value);
    }
    return mapping;
  }

  /// What stands below a key: further in, or a list at the key's own indent.
  private JsonNode below(int indent, int depth) {
    skip();
    boolean list = at < lines.size() && line().indent() == indent && line().isItem();
    return list ? list(indent, depth + 1) : inside(indent, depth);
  }

  private JsonNode inside(int indent, int depth) {
    skip();
    return at < lines.size() && line().indent() > indent ? block(depth + 1) : NODES.nullNode();
  }

  /// A value that begins with this text and goes on in lines that are further in.
  private JsonNode scalar(String begun, int indent, int depth) {
    Matcher block = BLOCK.matcher(begun);
    if (block.matches()) {
      return NODES.stringNode(kept(indent, block.group(1).equals("|") ? "\n" : " "));
    }
    char mark = begun.charAt(0);
    if (mark == '"' || mark == '\'') {
      StringBuilder text = new StringBuilder(begun);
      while (!isClosed(text, mark) && at < lines.size()) {
        text.append(line().isBlank() ? "\n" : " ").append(lines.get(at++).text());
      }
      return NODES.stringNode(unquoted(text.toString(), mark));
    }
    boolean flow = mark == '[' || mark == '{';
    StringBuilder text = new StringBuilder(flow ? begun : COMMENT.matcher(begun).replaceFirst(""));
    while (at < lines.size() && (line().indent() > indent || line().isBlank())) {
      text.append(' ').append(lines.get(at++).text());
    }
    String plain = text.toString().strip();
    return flow ? new YamlFlow(plain).value(depth) : word(plain);
  }

  /// The lines further in, with this between them.
  private String kept(int indent, String between) {
    StringBuilder text = new StringBuilder();
    while (at < lines.size() && (line().isBlank() || line().indent() > indent)) {
      text.append(line().isBlank() ? "\n" : line().text() + between);
      at++;
    }
    return text.toString().strip();
  }

  private static boolean isClosed(StringBuilder text, char mark) {
    boolean open = true;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (mark == '"' && c == '\\') {
        i++;
      } else if (c == mark) {
        open = !open;
      }
    }
    return !open;
  }

  /// The text between the marks; what stands behind the second one is a comment.
  static String unquoted(String text, char mark) {
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean last = i + 1 == text.length();
      if (mark == '"' && c == '\\' && !last) {
        c = text.charAt(++i);
        plain.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
      } else if (c == mark && !last && mark == '\'' && text.charAt(i + 1) == mark) {
        plain.append(text.charAt(++i));
      } else if (c == mark) {
        break;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  static JsonNode word(String plain) {
    if (plain.isEmpty() || plain.equals("~") || plain.equalsIgnoreCase("null")) {
      return NODES.nullNode();
    }
    return NUMBER.matcher(plain).matches()
        ? NODES.numberNode(Integer.parseInt(plain))
        : NODES.stringNode(plain);
  }
}
