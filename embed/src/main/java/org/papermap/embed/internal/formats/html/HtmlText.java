package org.papermap.embed.internal.formats.html;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;
import org.papermap.embed.internal.formats.AbstractHeading;

/// Texts of elements, without what only pages need.
final class HtmlText {
  /// What stands before an abstract in its own line.
  private static final Pattern LABEL =
      Pattern.compile("(?i)^abstract\\s*[:.—–-]?\\s+(?-i:(?=\\p{Lu}))");

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?i)\\bpublished(?: online)?(?: on| in|:)? ((?:[a-z]{3,9}\\.? \\d{1,2}, |\\d{1,2}\\.?"
              + " [a-z]{3,9}\\.? |[a-z]{3,9}\\.? )?(?:19|20)\\d\\d(?:-\\d\\d){0,2})\\b");

  private static final Set<String> PARTS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "table");

  private HtmlText() {}

  /// The day behind `Published on`, or empty.
  static String published(Element element) {
    Matcher day = PUBLISHED.matcher(element.text());
    return day.find() ? day.group(1) : "";
  }

  /// Puts the TeX of formulas in the place of what a browser made of it.
  static void mendFormulas(Document page) {
    for (Element tex : page.select("script[type^=math/tex]")) {
      tex.replaceWith(new TextNode("$" + tex.data() + "$"));
    }
    // In this case of letters; pages name their own elements `mathjax`.
    page.select("[class~=(^|\\s)MathJax(_\\w+)?(\\s|$)]").remove();
    for (Element formula : page.select(".katex, .ltx_Math, math")) {
      Element tex = formula.selectFirst("annotation[encoding=application/x-tex]");
      if (tex != null) {
        formula.replaceWith(new TextNode("$" + tex.text() + "$"));
      }
    }
  }

  /// The text of the element, on one line.
  static String of(Element element) {
    return element.text().strip();
  }

  /// The text of the element if it has so many letters at most, or fewer if a heading or a table is
  /// in it; else nothing. Texts of elements within elements take a time that grows with the square
  /// of their number.
  static Optional<String> upTo(int limit, int limitOfParts, Element element) {
    int[] length = {0, limit};
    element.filter((node, _) -> {
      if (node instanceof TextNode words) {
        length[0] += words.text().length();
      } else if (node != element && PARTS.contains(node.nodeName())) {
        length[1] = limitOfParts;
      }
      return length[0] > length[1]
          ? NodeFilter.FilterResult.STOP
          : NodeFilter.FilterResult.CONTINUE;
    });
    return length[0] > length[1] ? Optional.empty() : Optional.of(of(element));
  }

  /// The text without a label at its beginning, such as `Title:`.
  static String without(String label, String text) {
    return text.regionMatches(true, 0, label, 0, label.length())
        ? text.substring(label.length()).strip()
        : text;
  }

  /// The text of an element that holds an abstract, without its heading.
  static String ofAbstract(Element element) {
    Element copy = element.clone();
    Elements headings =
        copy.select("h1, h2, h3, h4, h5, h6, .descriptor, .title, strong, b, summary");
    for (Element heading : headings) {
      if (isAbstractHeading(of(heading))) {
        heading.remove();
        break;
      }
    }
    return LABEL.matcher(of(copy)).replaceFirst("");
  }

  static boolean isAbstractHeading(String text) {
    return AbstractHeading.is(text);
  }

  /// The line of the page that the node begins at, from 1; 1 where it is not known.
  static long line(Node node) {
    return node.sourceRange().isTracked()
        ? Math.max(1, node.sourceRange().start().lineNumber())
        : 1;
  }
}
