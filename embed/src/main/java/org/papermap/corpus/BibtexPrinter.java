package org.papermap.corpus;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Papers as BibTeX: as they were read, or by the fields that all programs know. In every value, as
/// many braces open as close.
final class BibtexPrinter {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Set<String> NAMED_OTHERWISE =
      Set.of("doi", "arxiv", "journal", "venue", "keywords", "key", "citekey", "type", "abstract");

  private final Writer out;
  private final Set<String> keys = new HashSet<>();

  private BibtexPrinter(Writer out) {
    this.out = out;
  }

  static void print(List<Paper> papers, Writer out) throws IOException {
    BibtexPrinter printer = new BibtexPrinter(out);
    for (Paper paper : papers) {
      List<Originals.Tag> tags = Originals.of(paper, "bibtex");
      if (tags.isEmpty()) {
        printer.entry(type(paper), key(paper), newFields(paper));
      } else {
        printer.printBack(paper, tags);
      }
    }
  }

  private void printBack(Paper paper, List<Originals.Tag> tags) throws IOException {
    String type = type(paper);
    String key = key(paper);
    Map<String, String> fields = new LinkedHashMap<>();
    for (Originals.Tag tag : tags) {
      if (tag.name().startsWith("@")) {
        type = tag.name().substring(1);
        key = tag.value();
      } else {
        String value = tag.isAbstract() ? paper.abstractText() : tag.value();
        fields.put(tag.bareName(), isBalanced(value) ? value : LatexEscapes.of(value));
      }
    }
    entry(type, key, fields);
  }

  private void entry(String type, String key, Map<String, String> fields) throws IOException {
    out.write("@" + (type.matches("[A-Za-z]+") ? type : "misc") + "{" + unique(key) + ",\n");
    String body =
        fields.entrySet().stream()
            .filter(field -> field.getKey().matches("[A-Za-z][A-Za-z0-9_.:+/-]*"))
            .map(field ->
                "  " + field.getKey() + " = " + delimited(field.getKey(), field.getValue()))
            .collect(Collectors.joining(",\n"));
    out.write(body + "\n}\n\n");
  }

  private static String delimited(String name, String value) {
    boolean month = name.equals("month") && MONTHS.contains(value);
    return month ? value : "{" + value.replaceAll("[\\r\\n]+", " ") + "}";
  }

  /// The key without characters that could end it, and with a number behind it if it was used
  /// before.
  private String unique(String key) {
    String plain = key.replaceAll("[\\s{}(),=\"#%~\\\\']+", "_");
    String bare = plain.isBlank() ? "paper" : plain;
    String free = bare;
    for (int copy = 2; !keys.add(free.toLowerCase(Locale.ROOT)); copy++) {
      free = bare + "-" + copy;
    }
    return free;
  }

  private static String key(Paper paper) {
    return paper.extra().getOrDefault("citekey", paper.extra().getOrDefault("key", paper.id()));
  }

  private static String type(Paper paper) {
    String type = paper.extra().getOrDefault("type", "").toLowerCase(Locale.ROOT);
    boolean venue = paper.extra().containsKey("journal") || paper.extra().containsKey("venue");
    return switch (type) {
      case "book", "inproceedings", "incollection", "inbook", "phdthesis", "techreport" -> type;
      default -> venue ? "article" : "misc";
    };
  }

  private static Map<String, String> newFields(Paper paper) {
    Map<String, String> extra = paper.extra();
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "title", "{" + LatexEscapes.of(paper.title()) + "}");
    put(fields, "author", authors(paper.authors()));
    put(fields, "abstract", LatexEscapes.of(paper.abstractText()));
    LocalDate date = paper.date();
    if (date != null) {
      put(fields, "date", paper.dateText());
      put(fields, "year", Integer.toString(date.getYear()));
      if (paper.dateText().length() > 4) {
        put(fields, "month", MONTHS.get(date.getMonthValue() - 1));
      }
    }
    put(fields, "doi", LatexEscapes.address(RisPrinter.identifier(paper, "doi", "10.")));
    String arxiv = extra.getOrDefault("arxiv", "");
    put(fields, "eprint", LatexEscapes.address(arxiv));
    put(fields, "archiveprefix", arxiv.isEmpty() ? "" : "arXiv");
    put(fields, "url", paper.url() == null ? "" : LatexEscapes.address(paper.url().toString()));
    String journal = extra.getOrDefault("journal", extra.getOrDefault("venue", ""));
    put(fields, "journal", LatexEscapes.of(journal));
    put(fields, "keywords", LatexEscapes.of(extra.getOrDefault("keywords", "")));
    extra.forEach((name, value) -> {
      if (!NAMED_OTHERWISE.contains(name) && !Originals.isOne(name)) {
        fields.putIfAbsent(fieldName(name), LatexEscapes.of(value));
      }
    });
    return fields;
  }

  private static String fieldName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    return plain.matches("[a-z].*") ? plain : "x-" + plain;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isBlank() && !value.equals("{}")) {
      fields.put(name, value);
    }
  }

  /// Names that hold an `and`, or more commas than names have, stay whole in braces.
  private static String authors(List<String> authors) {
    return authors.stream()
        .map(name -> {
          boolean whole =
              name.matches("(?is).*\\sand\\s.*|others|.*;.*")
                  || name.chars().filter(c -> c == ',').count() > 2
                  || name.endsWith(",");
          return whole ? "{" + LatexEscapes.of(name) + "}" : LatexEscapes.of(name);
        })
        .collect(Collectors.joining(" and "));
  }

  /// Whether the braces open and close in turn, both for programs that pass over a brace behind a
  /// backslash and for BibTeX, which does not.
  static boolean isBalanced(String value) {
    int all = 0;
    int unescaped = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escaped = c == '\\' && i + 1 < value.length();
      char brace = escaped ? value.charAt(i + 1) : c;
      int step = brace == '{' ? 1 : brace == '}' ? -1 : 0;
      all += step;
      unescaped += escaped ? 0 : step;
      if (all < 0 || unescaped < 0) {
        return false;
      }
      i += escaped ? 1 : 0;
    }
    return all == 0 && unescaped == 0 && !value.endsWith("\\");
  }
}
