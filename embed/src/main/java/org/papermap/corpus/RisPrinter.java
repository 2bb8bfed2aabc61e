package org.papermap.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Papers as RIS: as they stood, or by the tags that all programs know.
final class RisPrinter {
  private static final Set<String> KNOWN =
      Set.of("doi", "arxiv", "journal", "venue", "keywords", "key", "citekey", "type");

  private RisPrinter() {}

  static void print(List<Paper> papers, Writer out) throws IOException {
    for (Paper paper : papers) {
      List<Originals.Tag> tags = Originals.of(paper, "ris");
      if (tags.isEmpty()) {
        printNew(paper, out);
      } else {
        printBack(paper, tags, out);
      }
      out.write("ER  - \r\n\r\n");
    }
  }

  private static void printBack(Paper paper, List<Originals.Tag> tags, Writer out)
      throws IOException {
    if (tags.stream().noneMatch(tag -> tag.name().equals("TY"))) {
      line("TY", "GEN", out);
    }
    for (Originals.Tag tag : tags) {
      if (tag.name().equals("+")) {
        out.write(oneLine(tag.value()) + "\r\n");
      } else if (tag.name().matches("[A-Z][A-Z0-9]=?") && !tag.name().equals("ER")) {
        line(tag.bareName(), tag.isAbstract() ? paper.abstractText() : tag.value(), out);
      }
    }
  }

  private static void printNew(Paper paper, Writer out) throws IOException {
    Map<String, String> extra = paper.extra();
    line("TY", type(extra), out);
    line("TI", paper.title(), out);
    for (String author : paper.authors()) {
      line("AU", author, out);
    }
    lineIfAny("AB", paper.abstractText(), out);
    if (paper.date() != null) {
      line("PY", Integer.toString(paper.date().getYear()), out);
      if (paper.dateText().length() > 4) {
        line("DA", paper.dateText().replace('-', '/'), out);
      }
    }
    lineIfAny("DO", identifier(paper, "doi", "10."), out);
    lineIfAny("T2", extra.getOrDefault("journal", extra.getOrDefault("venue", "")), out);
    for (String keyword : extra.getOrDefault("keywords", "").split(";", -1)) {
      lineIfAny("KW", keyword.strip(), out);
    }
    lineIfAny("VL", extra.getOrDefault("volume", ""), out);
    lineIfAny("IS", extra.getOrDefault("number", ""), out);
    lineIfAny("SP", extra.getOrDefault("pages", ""), out);
    lineIfAny("PB", extra.getOrDefault("publisher", ""), out);
    lineIfAny("ID", extra.getOrDefault("citekey", extra.getOrDefault("key", paper.id())), out);
    if (paper.url() != null) {
      line("UR", paper.url().toString(), out);
    }
    for (Map.Entry<String, String> field : extra.entrySet()) {
      if (!isWritten(field.getKey())) {
        line("N1", field.getKey() + ": " + field.getValue(), out);
      }
    }
  }

  private static boolean isWritten(String name) {
    return KNOWN.contains(name)
        || Originals.isOne(name)
        || Set.of("volume", "number", "pages", "publisher").contains(name);
  }

  static String identifier(Paper paper, String name, String beginning) {
    String own = paper.id().startsWith(beginning) ? paper.id() : "";
    return paper.extra().getOrDefault(name, own);
  }

  private static String type(Map<String, String> extra) {
    return switch (extra.getOrDefault("type", "").toLowerCase(Locale.ROOT)) {
      case "book" -> "BOOK";
      case "inproceedings", "conference", "proceedings paper", "conference paper" -> "CPAPER";
      case "incollection", "inbook", "book section" -> "CHAP";
      case "phdthesis", "mastersthesis", "thesis" -> "THES";
      case "techreport", "report" -> "RPRT";
      default -> extra.containsKey("journal") || extra.containsKey("venue") ? "JOUR" : "GEN";
    };
  }

  private static void lineIfAny(String tag, String value, Writer out) throws IOException {
    if (!value.isBlank()) {
      line(tag, value, out);
    }
  }

  private static void line(String tag, String value, Writer out) throws IOException {
    out.write(tag + "  - " + oneLine(value) + "\r\n");
  }

  /// A line break in a value could begin a tag.
  private static String oneLine(String value) {
    return value.replaceAll("\\s*[\\r\\n\\u0085\\u2028\\u2029]+\\s*", " ");
  }
}
