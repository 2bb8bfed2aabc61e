package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The text of a page in Markdown, for pages whose papers no element tells: headings, items of
/// lists, bold type, links, and a blank line between blocks.
final class PageText {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "script",
          "style",
          "nav",
          "header",
          "footer",
          "noscript",
          "template",
          "svg",
          "form",
          "head");

  /// Deeper than the blocks of pages lie in one another, and few enough for every thread's stack.
  private static final int DEEPEST = 100;

  private final List<String> lines = new ArrayList<>();
  private final List<Long> places = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private String mark = "";
  private long place = 1;
  private int depth;

  private PageText() {}

  static PageText of(Document page) {
    PageText text = new PageText();
    text.block(page.body());
    text.end();
    return text;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /// Where the page has what stands on this line of the text.
  ///
  /// @param number from 1
  long place(long number) {
    int at = (int) Math.max(1, Math.min(number, places.size())) - 1;
    return places.isEmpty() ? 1 : places.get(at);
  }

  private void block(Element element) {
    if (depth == DEEPEST) {
      add(HtmlText.of(element), element);
      return;
    }
    depth++;
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode words) {
        add(words.text(), words);
      } else if (child instanceof Element inner && !LEFT_OUT.contains(inner.normalName())) {
        element(inner);
      }
    }
    depth--;
  }

  private void element(Element inner) {
    switch (inner.normalName()) {
      case "br" -> breakLine();
      case "b", "strong", "dt" -> marked(inner, "**", inner.normalName().equals("dt"));
      case "a" -> link(inner);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        String marks = "#".repeat(inner.normalName().charAt(1) - '0');
        apart(inner, marks + " ");
      }
      case "li" -> apart(inner, "- ");
      default -> {
        if (inner.isBlock() || inner.normalName().matches("td|th|tr")) {
          apart(inner, "");
        } else {
          block(inner);
        }
      }
    }
  }

  private void apart(Element inner, String marks) {
    end();
    mark = marks;
    block(inner);
    end();
    mark = "";
  }

  private void marked(Element inner, String marks, boolean alone) {
    String words = HtmlText.of(inner);
    if (alone) {
      end();
    }
    if (!words.isEmpty()) {
      add(" " + marks + words + marks + " ", inner);
    }
    if (alone) {
      end();
    }
  }

  private void link(Element inner) {
    String words = HtmlText.of(inner);
    String address = inner.attr("href").strip();
    if (words.isEmpty() || !address.matches("https?://[^\\s()]+")) {
      block(inner);
    } else {
      add("[" + words.replaceAll("[\\[\\]]", "") + "](" + address + ")", inner);
    }
  }

  private void add(String words, Node from) {
    if (line.isEmpty() && !words.isBlank()) {
      place = HtmlText.line(from);
    }
    line.append(words);
  }

  private void breakLine() {
    String words = line.toString().strip();
    if (!words.isEmpty()) {
      put(mark + words);
      mark = mark.startsWith("- ") ? "  " : "";
    }
    line.setLength(0);
  }

  private void end() {
    breakLine();
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      put("");
    }
  }

  private void put(String words) {
    lines.add(words);
    places.add(place);
  }
}
