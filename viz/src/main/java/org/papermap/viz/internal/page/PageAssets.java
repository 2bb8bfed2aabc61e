package org.papermap.viz.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The page's own files: a template, and style and script in one file a concern, which are joined
/// in the order given here.
public final class PageAssets {
  private static final List<String> STYLES =
      List.of(
          "tokens", "base", "map", "cards", "legend", "panel", "charts", "news", "phone", "table",
          "place", "print");

  /// The order rule of the scripts: **a file uses only what the files above it define**, whether at
  /// once or later. So they have no circles, and this list is also the order to read them in.
  /// `PageScriptsTest` holds the rule, and `docs/page.md` tells what each file is for.
  static final List<String> SCRIPTS =
      List.of(
          "opening",
          "page-copy",
          "dom",
          "unpack",
          "meta",
          "word-coding",
          "papers",
          "past",
          "color-scheme",
          "store",
          "fields",
          "ranges",
          "words",
          "word-index",
          "query",
          "keyword-search",
          "semantic-search",
          "search",
          "placing",
          "reasons",
          "marks",
          "shown",
          "emphasis",
          "cards",
          "frame",
          "viewport",
          "dot-sizes",
          "colors",
          "picking",
          "surface",
          "canvas-surface",
          "svg-surface",
          "glow",
          "splat",
          "webgl",
          "dots",
          "sprites",
          "labels",
          "drawing",
          "announce",
          "toast",
          "pin",
          "links",
          "navigation",
          "timeline",
          "title-block",
          "picture",
          "map-export",
          "mark-exchange",
          "paper-list",
          "panel",
          "bars",
          "topic-tree",
          "mark-editor",
          "paper-panel",
          "topic-panel",
          "time-panel",
          "list-panel",
          "charts-panel",
          "reading-panel",
          "start-panel",
          "news-panel",
          "place-panel",
          "table-panel",
          "matrix-panel",
          "results",
          "head",
          "legend",
          "time-brush",
          "crumb",
          "tooltip",
          "about-panel",
          "lasso",
          "tools",
          "pointer",
          "keyboard",
          "permalink",
          "start");

  private static final String TYPE = "/** @type ";

  private PageAssets() {}

  public static String template() {
    return read("map.html");
  }

  public static String style() {
    return joined(STYLES, "css", "</style");
  }

  /// One script without comments, in a function of its own, so that the page adds no names to the
  /// window but those it means to.
  public static String script() {
    StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
    addWithoutComments(joined(SCRIPTS, "js", "</script"), script);
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

  private static String joined(List<String> names, String kind, String end) {
    String text =
        names.stream()
            .map(name -> read(kind + "/" + name + "." + kind))
            .collect(Collectors.joining("\n"));
    if (text.toLowerCase(Locale.ROOT).contains(end)) {
      throw new IllegalStateException(kind + ": contains " + end + ". Split the word.");
    }
    return text;
  }

  private static String read(String name) {
    try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not in the jar. Build it again.");
      }
      // A browser hashes a script with plain line feeds, however the sources were checked out.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
