package org.papermap.embed.internal.formats.xml;

import java.util.Locale;
import java.util.Set;
import org.papermap.embed.internal.formats.SectionLabels;

/// The text of elements: inline elements run on, blocks are set apart by spaces, titles of sections
/// become labels (`Background: …`), and of formulas in several notations one is taken.
final class XmlText {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "sec",
          "title",
          "list",
          "list-item",
          "li",
          "ul",
          "ol",
          "br",
          "break",
          "div",
          "lb",
          "disp-formula",
          "disp-quote",
          "head",
          "abstracttext",
          "item",
          "tr",
          "td",
          "h3",
          "h4");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "fn", "graphic", "inline-graphic", "object-id", "annotation", "annotation-xml", "label");

  private static final Set<String> MARKS =
      Set.of("fn", "aff", "author-notes", "corresp", "table-fn");

  private static final Set<String> OWN_NAMES =
      Set.of("abstract", "summary", "abstract:", "summary:");

  private static final String BEGIN = "\\begin{document}";
  private static final String END = "\\end{document}";

  private XmlText() {}

  static String of(XmlElement element) {
    StringBuilder text = new StringBuilder();
    append(element, text);
    return text.toString().strip();
  }

  private static void append(XmlElement element, StringBuilder text) {
    for (Object part : element.content()) {
      switch (part) {
        case XmlElement child -> appendChild(element, child, text);
        default -> text.append(part);
      }
    }
  }

  private static void appendChild(XmlElement parent, XmlElement child, StringBuilder text) {
    String name = child.name().toLowerCase(Locale.ROOT);
    if (LEFT_OUT.contains(name) || (name.equals("xref") && isMark(parent, child))) {
      return;
    }
    switch (name) {
      case "inline-formula", "disp-formula", "alternatives" -> appendFormula(child, text);
      case "math" -> text.append(MathText.of(child));
      case "tex-math" -> text.append(tex(child));
      case "title", "head" -> appendTitle(parent, child, text);
      default -> {
        boolean block = BLOCKS.contains(name);
        text.append(block ? " " : "");
        append(child, text);
        text.append(block ? " " : "");
      }
    }
  }

  /// Whether a reference is the mark of a note: in a title any is.
  private static boolean isMark(XmlElement parent, XmlElement reference) {
    return parent.name().equals("article-title")
        || MARKS.contains(reference.attribute("ref-type").toLowerCase(Locale.ROOT));
  }

  /// The title of a section is its label. `Abstract` over an abstract says nothing.
  private static void appendTitle(XmlElement parent, XmlElement title, StringBuilder text) {
    String label = SectionLabels.sentenceCase(of(title));
    boolean section = parent.name().equals("sec") || parent.name().equals("div");
    if (label.isEmpty() || OWN_NAMES.contains(label.toLowerCase(Locale.ROOT))) {
      return;
    }
    text.append(' ').append(label).append(section ? ": " : " ");
  }

  private static void appendFormula(XmlElement formula, StringBuilder text) {
    XmlElement notations = formula.first("alternatives").orElse(formula);
    notations
        .first("math")
        .or(() -> notations.first("tex-math"))
        .ifPresentOrElse(
            one -> text.append(one.name().equals("math") ? MathText.of(one) : tex(one)),
            () -> append(notations, text));
  }

  /// A formula in TeX between dollars, without the document that publishers wrap it in.
  private static String tex(XmlElement element) {
    StringBuilder all = new StringBuilder();
    append(element, all);
    String tex = all.toString();
    int begin = tex.indexOf(BEGIN);
    int end = tex.indexOf(END);
    if (begin >= 0 && end > begin) {
      tex = tex.substring(begin + BEGIN.length(), end);
    }
    tex = tex.strip();
    if (tex.startsWith("$$") && tex.endsWith("$$") && tex.length() > 4) {
      tex = tex.substring(1, tex.length() - 1);
    }
    return tex.contains("$") ? tex : "$" + tex + "$";
  }
}
