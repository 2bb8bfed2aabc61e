package org.papermap.corpus;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;

/// What every format does alike, for formats whose records have a fixed number of lines.
class MoreFormatsTest {
  /// A format that writes each paper by one pattern: `%1$s` is its title, `%2$s` its abstract.
  private abstract static class OfLines extends CorpusFormatContract {
    private final String words;
    private final String before;
    private final String record;

    OfLines(String words, String before, String record) {
      this.words = words;
      this.before = before;
      this.record = record;
    }

    @Override
    String write(List<Texts> papers) {
      return before
          + papers.stream()
              .map(it -> record.formatted(escaped(it.title()), escaped(it.abstractText())))
              .collect(Collectors.joining());
    }

    /// The text as the format must write it.
    String escaped(String text) {
      return text;
    }

    @Override
    String words() {
      return words;
    }

    @Override
    long lineOf(int place) {
      return before.lines().count() + place * record.lines().count() + 1;
    }
  }

  @Nested
  class OfRis extends OfLines {
    OfRis() {
      super("RIS", "", "TY  - JOUR\nTI  - %s\nAB  - %s\nER  - \n\n");
    }
  }

  @Nested
  class OfMedline extends OfLines {
    OfMedline() {
      super("PubMed", "", "TI  - %s\nAB  - %s\nJT  - Knots\n\n");
    }
  }

  @Nested
  class OfEndNote extends OfLines {
    OfEndNote() {
      super("EndNote", "", "%%0 Journal Article\n%%T %s\n%%X %s\n\n");
    }
  }

  @Nested
  class OfWebOfScience extends OfLines {
    OfWebOfScience() {
      super(
          "Web of Science",
          "FN Clarivate Analytics Web of Science\nVR 1.0\n",
          "PT J\nTI %s\nAB %s\nER\n\n");
    }
  }

  @Nested
  class OfRefWorks extends OfLines {
    OfRefWorks() {
      super("RefWorks", "", "RT Journal Article\nT1 %s\nAB %s\n\n");
    }
  }

  @Nested
  class OfLabels extends OfLines {
    OfLabels() {
      super("labelled text", "", "Title: %s\nAbstract: %s\n\n");
    }
  }

  @Nested
  class OfMarkdownTables extends OfLines {
    OfMarkdownTables() {
      super("Markdown table", "| Title | Abstract |\n|---|---|\n", "| %s | %s |\n");
    }
  }

  @Nested
  class OfXml extends OfLines {
    OfXml() {
      super(
          "Atom feed",
          "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n",
          "<entry><title>%s</title>\n<summary>%s</summary></entry>\n");
    }

    @Override
    String write(List<Texts> papers) {
      return super.write(papers) + "</feed>\n";
    }

    @Override
    String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;");
    }
  }

  @Nested
  class OfSql extends OfLines {
    OfSql() {
      super(
          "SQL dump",
          "-- dump\n",
          "INSERT INTO `papers` (`title`, `abstract`) VALUES ('%s', '%s');\n");
    }

    @Override
    String escaped(String text) {
      return text.replace("'", "''");
    }
  }

  @Nested
  class OfBibtex extends OfLines {
    OfBibtex() {
      super("BibTeX", "", "@article{,\n  title = {%s},\n  abstract = {%s}\n}\n");
    }

    @Override
    String escaped(String text) {
      return text.replace("&", "\\&");
    }
  }

  @Nested
  class OfYaml extends OfLines {
    OfYaml() {
      super("YAML", "", "- title: '%s'\n  abstract: '%s'\n");
    }

    @Override
    String escaped(String text) {
      return text.replace("'", "''");
    }
  }

  @Nested
  class OfMarc extends OfLines {
    OfMarc() {
      super("MARC", "", "=LDR  00000nam\n=245  00$a%s\n=520  \\\\$a%s\n\n");
    }
  }

  @Nested
  class OfHtml extends OfLines {
    OfHtml() {
      super(
          "HTML",
          "<table>\n<tr><th>Title</th><th>Abstract</th></tr>\n",
          "<tr><td>%s</td><td>%s</td></tr>\n");
    }

    @Override
    String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;");
    }
  }

  @Nested
  class OfFieldRows extends OfLines {
    OfFieldRows() {
      super("table with a field a row", "", "TITLE,\"%s\"\nABSTRACT,\"%s\"\nDOI,\n");
    }

    @Override
    String escaped(String text) {
      return text.replace("\"", "\"\"");
    }
  }
}
