package org.papermap.viz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The page's own files: a template, and style and script in one file a concern, which are joined
/// in the order given here.
final class PageAssets {
  private static final List<String> STYLES =
      List.of("tokens", "base", "map", "cards", "legend", "panel", "phone", "print");

  /// A file uses what the files before it define; what it says at once, later ones may hear.
  private static final List<String> SCRIPTS =
      List.of(
          "opening",
          "dom",
          "payload",
          "theme",
          "store",
          "permalink",
          "fields",
          "shown",
          "search",
          "meaning",
          "camera",
          "colors",
          "surface",
          "picking",
          "labels",
          "splat",
          "webgl",
          "dots",
          "stamps",
          "drawing",
          "announce",
          "paper-list",
          "hover-card",
          "export",
          "panel",
          "paper-panel",
          "topic-panel",
          "time-panel",
          "list-panel",
          "matrix-panel",
          "about-panel",
          "head",
          "how-to-search",
          "legend",
          "pointer",
          "keyboard",
          "tools",
          "start");

  private PageAssets() {}

  static String template() {
    return read("map.html");
  }

  static String style() {
    return joined(STYLES, "css", "</style");
  }

  /// One script in a function of its own, so that the page adds no names to the window but those it
  /// means to.
  static String script() {
    return "(() => {\n'use strict';\n" + joined(SCRIPTS, "js", "</script") + "})();\n";
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
