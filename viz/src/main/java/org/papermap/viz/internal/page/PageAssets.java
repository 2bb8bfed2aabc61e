package org.papermap.viz.internal.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.papermap.files.ResourceText;

/// The page's own files: a template, and style and script in one file a concern, which are joined
/// in the order of `files.txt`.
public final class PageAssets {
  /// The scripts and styles by kind, in the order of `files.txt`, which tells the rule of it.
  private static final Map<String, List<String>> FILES =
      ResourceText.sections(PageAssets.class, "files.txt");

  private static final String TYPE = "/** @type ";

  private PageAssets() {}

  public static String template() {
    return read("map.html");
  }

  /// The scripts in their order: a file uses only what those before it define.
  static List<String> scripts() {
    return FILES.getOrDefault("js", List.of());
  }

  public static String style() {
    return joined("css", "</style");
  }

  /// One script without comments, in a function of its own, so that the page adds no names to the
  /// window but those it means to.
  public static String script() {
    StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
    addWithoutComments(joined("js", "</script"), script);
    return script.append("})();\n").toString();
  }

  /// Adds what browsers need of the scripts, three quarters: no comments on lines of their own, no
  /// blank lines, and no types within a line. Other comments stay. By lines, in 5 ms of a new
  /// process where a pattern over all of it takes 40.
  private static void addWithoutComments(String scripts, StringBuilder kept) {
    int line = 0;
    while (line < scripts.length()) {
      int end = scripts.indexOf('\n', line) + 1;
      end = end == 0 ? scripts.length() : end;
      int begin = afterBlanks(scripts, line);
      int ended = begin;
      if (scripts.startsWith("/*", begin)) {
        ended = afterBlanks(scripts, scripts.indexOf("*/", begin + 2) + 2);
      } else if (scripts.startsWith("//", begin)) {
        ended = end - 1;
      }
      if (scripts.startsWith("\n", ended)) {
        end = ended + 1;
      } else {
        addWithoutTypes(scripts, line, end, kept);
      }
      line = end;
    }
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static void addWithoutTypes(String scripts, int line, int end, StringBuilder kept) {
    int from = line;
    for (int type = scripts.indexOf(TYPE, from, end);
        type >= 0;
        type = scripts.indexOf(TYPE, from, end)) {
      kept.append(scripts, from, type);
      from = scripts.indexOf("*/", type) + 2;
      from += scripts.startsWith(" ", from) ? 1 : 0;
    }
    kept.append(scripts, Math.min(from, end), end);
  }

  private static String joined(String kind, String end) {
    String text =
        FILES.getOrDefault(kind, List.of()).stream()
            .map(name -> read(kind + "/" + name + "." + kind))
            .collect(Collectors.joining("\n"));
    if (text.toLowerCase(Locale.ROOT).contains(end)) {
      throw new IllegalStateException(kind + ": contains " + end + ". Split the word.");
    }
    return text;
  }

  private static String read(String name) {
    return ResourceText.read(PageAssets.class, name);
  }
}
