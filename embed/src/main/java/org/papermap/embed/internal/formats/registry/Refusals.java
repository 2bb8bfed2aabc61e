package org.papermap.embed.internal.formats.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Files that people give for papers and that no format reads. Each is refused by its name, with
/// what to give instead.
final class Refusals {
  private static final String EXPORT = "Export RIS, BibTeX, CSV or JSON instead";
  private static final String REFERENCE_MANAGER =
      "Export RIS, BibTeX or CSV from your reference manager instead";

  /// Known by first bytes or by lines that nothing else has.
  private static final List<Kind> SIGNED =
      List.of(
          signed("PDF", "%PDF-", REFERENCE_MANAGER),
          signed(
              "an old Office file (.doc or .xls)",
              "\u00D0\u00CF\u0011\u00E0",
              "Save it as CSV or text"),
          signed("RTF", "{\\rtf", "Save it as plain text"),
          signed("packed data in packed data", "\u001F\u008B", "Unpack it first"),
          signed("XZ data", "\u00FD7zXZ", "Unpack it first"),
          signed("a 7-Zip archive", "7z\u00BC\u00AF", "Unpack it first, or pack it as zip"),
          signed("a RAR archive", "Rar!", "Unpack it first, or pack it as zip"),
          signed("an SQLite database", "SQLite format 3", EXPORT),
          signed("a PNG image", "\u0089PNG", EXPORT),
          signed("a JPEG image", "\u00FF\u00D8\u00FF", EXPORT),
          signed("a GIF image", "GIF8", EXPORT),
          signed("a Parquet file", "PAR1", EXPORT),
          signed("an Arrow or Feather file", "ARROW1", EXPORT),
          signed("an HDF5 file", "\u0089HDF", EXPORT),
          signed("a NumPy file", "\u0093NUMPY", "Give papers, not their vectors"),
          new Kind(
              "a Word or OpenDocument text",
              "Save it as plain text, or export CSV",
              head -> head.startsWith("PK") && contains(head, "word/", "opendocument.text")),
          new Kind(
              "a spreadsheet",
              "Save it as CSV",
              head -> head.startsWith("PK") && contains(head, "xl/", "opendocument.spreadsheet")));

  /// What licences begin with, below their names and those who hold the rights: sentences at the
  /// beginning of a line. Within a line an abstract may say so of its code.
  private static final List<String> LICENCES =
      List.of(
          "permission(?: to .{0,80})? is hereby granted",
          "permission is granted to anyone to use this software",
          "permission to use, copy, modify,? and(?:/or)? distribute",
          "redistribution and use in source and binary forms",
          "terms and conditions for use, reproduction, and distribution",
          "licensed under the (?:apache|mit|bsd|gnu|mozilla)\\b.{0,40}licen[cs]e",
          "everyone is permitted to copy and distribute",
          "mozilla public license,? version");

  private static final Pattern LICENCE =
      Pattern.compile(
          "(?:.{0,2000}?\\n)?[^\\w\\n]*(?=(?-i:[A-Z]))(?:%s)"
              .formatted(String.join("|", LICENCES).replace(" ", "\\s+")),
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int FEW = 5;
  private static final int MANY = 200;
  private static final int LONGEST_LINE = 1000;

  /// `Lind, A., & Moreau, J. (2020). `, behind a number or not.
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:\\[?\\d{1,4}[.)\\]]\\s+)?\\p{Lu}[\\p{L}'’ -]{1,40}, (?:\\p{Lu}\\.[ -]?){1,4}.{0,600}?"
              + "\\((?:19|20)\\d\\d[a-z]?(?:, [^()]{3,20})?\\)\\.\\s");

  private static final Pattern TIMED =
      Pattern.compile(
          "\\W{0,3}(?:\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4},?["
              + " T]{1,2})?\\d{1,2}:\\d{2}(?::\\d{2})?\\b");

  private static final List<Kind> TEXTS =
      List.of(
          new Kind(
              "a saved mail or web page (MIME)",
              "Save the page as text or HTML, or export CSV or JSON",
              head ->
                  begins(head, "(?i)(?:[A-Za-z-]{2,40}: .*\\R(?:[ \\t].*\\R){0,100}){1,60}")
                      && matches(head, "(?im)^MIME-Version: |^Content-Type: multipart/")),
          new Kind(
              "LaTeX",
              "Give the .bib file, or export CSV or JSON",
              head ->
                  matches(head, "(?m)^\\h*\\\\(?:documentclass|documentstyle|begin\\{document})")),
          new Kind(
              "the text of a licence",
              "Name the file with the papers",
              head -> LICENCE.matcher(head.text()).lookingAt()),
          new Kind(
              "the text of an agreement",
              "Name the file with the papers",
              head ->
                  begins(
                      head,
                      "(?i)\\W*(?:(?:[\\w-]+ ){0,4}(?:service|licen[cs]e|lease|employment|purchase)"
                          + " agreement\\b|terms (?:of (?:service|use)|and conditions)\\b"
                          + "|privacy policy\\b)")),
          new Kind(
              "the minutes of a meeting",
              "Name the file with the papers",
              head ->
                  begins(
                      head,
                      "(?i)\\W*(?:(?:meeting )?minutes\\b|agenda\\b|protokoll (?:der|des|vom)\\b"
                          + "|procès-verbal|compte[ -]rendu|acta de|verbale)")),
          new Kind(
              "results of Google Scholar, copied as text",
              "Save the page as HTML, or add the papers to your library there and export BibTeX",
              head ->
                  areLines(head, "(?:…|\\.\\.\\.)$", 1)
                      && (areLines(head, "Cited by \\d+.* Related articles\\b", 1)
                          || areLines(head, " - .{0,200}\\b(?:19|20)\\d\\d - [\\w.…-]{3,60}$", 2))),
          new Kind(
              "results of a search, whose texts are cut off",
              "Export the papers there as RIS, BibTeX or CSV",
              head ->
                  areLines(head, ".{80}(?:…|\\.\\.\\.)$", 2) && !areLines(head, ".{150}[.!?]$", 2)),
          new Kind(
              "source code or configuration", "Name the file with the papers", Refusals::isCode),
          new Kind(
              "a post or page of a web site", "Name the file with the papers", Refusals::isPost),
          new Kind(
              "a template of a web site",
              "Name the file with the papers",
              head -> matches(head, "\\{%-?\\h*(?:for|if|block|extends|include|assign)\\b")),
          new Kind(
              "a chat or a log, whose lines begin with a time",
              "Name the file with the papers",
              Refusals::isTimed),
          new Kind(
              "a list of references",
              "Export them from your reference manager as RIS, BibTeX or CSV",
              Refusals::isReferences),
          new Kind(
              "an Org outline",
              "Export BibTeX or CSV, or write it as Markdown",
              head -> matches(head, "(?m)^\\h*:PROPERTIES:\\h*$|\\A#\\+\\w+:")),
          new Kind(
              "YAML",
              "Write the same as JSON",
              head ->
                  matches(
                          head,
                          "(?m)\\A\\s*+(?:(?:#|%YAML).*\\R\\s*+){0,200}+(?:---\\s*+)?(?:-"
                              + " +)?[\\w-]{1,30}:(?: .*)?\\R")
                      && matches(head, "(?m)^\\h*-?\\h*title: ")
                      && matches(head, "(?m)\\A---\\s|^\\h+[\\w-]{1,30}: |^[\\w-]{1,30}:\\h*$")),
          new Kind(
              "TOML",
              "Write the same as JSON",
              head ->
                  begins(head, "(?:#.*\\R\\s*+){0,200}+\\[\\[?[\\w.-]+]]?\\s*\\R\\s*\\w+\\s*=")),
          new Kind(
              "HTML or XML",
              "Save the page as text, or export CSV or JSON",
              head -> begins(head, "<[!?/A-Za-z]")));

  private Refusals() {}

  private record Kind(String words, String advice, Predicate<Head> test) {}

  private static Kind signed(String words, String magic, String advice) {
    return new Kind(words, advice, head -> head.startsWith(magic));
  }

  private static boolean contains(Head head, String one, String other) {
    String bytes = new String(head.bytes(), StandardCharsets.ISO_8859_1);
    return bytes.contains(one) || bytes.contains(other);
  }

  /// Whether two thirds of the first lines begin with a time of the day, behind a date or not.
  private static boolean isTimed(Head head) {
    List<String> lines =
        head.wholeLines().lines().filter(line -> !line.isBlank()).limit(MANY).toList();
    long timed = lines.stream().filter(line -> TIMED.matcher(line).lookingAt()).count();
    return lines.size() >= FEW && 3 * timed >= 2L * lines.size();
  }

  /// Whether a title stands between two lines of dashes, and a text behind them.
  private static boolean isPost(Head head) {
    List<String> lines = head.text().lines().map(String::stripTrailing).toList();
    int end = lines.size() < 2 ? -1 : lines.subList(1, lines.size()).indexOf("---") + 1;
    return end > 0
        && lines.getFirst().equals("---")
        && lines.subList(0, end).stream().anyMatch(line -> line.startsWith("title:"))
        && lines.subList(end + 1, lines.size()).stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(line -> !line.matches("(?:- )?[\\w-]{1,30}:(?:\\h.*)?"))
            .isPresent();
  }

  /// Whether half of the first lines end as those of programs do.
  private static boolean isCode(Head head) {
    List<String> lines =
        head.wholeLines().lines().filter(line -> !line.isBlank()).limit(MANY).toList();
    long code = lines.stream().filter(line -> line.stripTrailing().matches(".*[;{}]")).count();
    return lines.size() >= FEW && 2 * code >= lines.size();
  }

  /// Whether two thirds of the lines are references: names, a year in parentheses, a title and
  /// where it appeared.
  private static boolean isReferences(Head head) {
    List<String> lines =
        head.wholeLines().lines().filter(line -> !line.isBlank()).limit(MANY).toList();
    long references = lines.stream().filter(line -> REFERENCE.matcher(line).lookingAt()).count();
    return references > 2 && 3 * references >= 2L * lines.size();
  }

  /// Whether so many of the lines have this in them.
  private static boolean areLines(Head head, String pattern, int fewest) {
    Pattern line = Pattern.compile(pattern);
    return head.wholeLines()
            .lines()
            .map(String::stripTrailing)
            .filter(it -> it.length() < LONGEST_LINE && line.matcher(it).find())
            .limit(fewest)
            .count()
        == fewest;
  }

  private static boolean begins(Head head, String pattern) {
    return head.begins(Pattern.compile(pattern));
  }

  private static boolean matches(Head head, String pattern) {
    return Pattern.compile(pattern).matcher(head.text()).find();
  }

  /// What is known by its first bytes.
  static Optional<UnrecognizedException> signed(Head head) {
    return find(SIGNED, head);
  }

  /// What is known by its words, where nothing but a page dump claims it.
  static Optional<UnrecognizedException> text(Head head) {
    return find(TEXTS, head);
  }

  private static Optional<UnrecognizedException> find(List<Kind> kinds, Head head) {
    return kinds.stream()
        .filter(kind -> kind.test().test(head))
        .findFirst()
        .map(kind -> new UnrecognizedException(kind.words(), kind.advice()));
  }
}
