package org.papermap.corpus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Identifiers of papers in one normal form each, whatever spelling a source has: a DOI is
/// `10.1000/xyz` in lower case, an arXiv identifier `2405.15738` or `cond-mat/0207270` without
/// prefix, subject class and version. arXiv's own DOIs are arXiv identifiers.
final class Identifiers {
  /// arXiv identifiers since April 2007 and before it (info.arxiv.org/help/arxiv_identifier.html).
  private static final String ARXIV_FORM =
      "(?:(\\d{4}\\.\\d{4,5})|([a-z-]+)(?:\\.[a-z]{2})?/(\\d{7}))(?:v\\d+)?";

  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:(?:arxiv:\\s*|oai:arxiv\\.org:|(?:https?://)?(?:www\\.|export\\.)?(?:arxiv|alphaxiv)\\.org/"
              + "(?:abs|pdf|html|format|overview)/|(?:https?://)?huggingface\\.co/papers/"
              + "|(?:doi:\\s*|(?:https?://)?(?:dx\\.)?doi\\.org/)?10\\.48550/arxiv\\.)+)?"
              + ARXIV_FORM
              + "(?:\\.pdf)?/?(?:\\s*\\[[\\w.-]+])?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DOI =
      Pattern.compile(
          "(?:(?:https?://)?(?:[\\w.-]+\\.)?doi(?:\\.org|-org\\.[\\w.-]+)/|(?:info:|urn:)?doi[:/]?\\s*)*(10\\.\\d{1,9}(?:\\.\\d+)*/\\S+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PMID =
      Pattern.compile(
          "(?:pmid:?\\s*|(?:https?://)?(?:www\\.)?(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov"
              + "|ncbi\\.nlm\\.nih\\.gov/pubmed)/)(\\d{1,9})/?",
          Pattern.CASE_INSENSITIVE);

  /// Numbers of rows. Tables with gaps turn some of them into `12.0`.
  private static final Pattern ROW_NUMBER = Pattern.compile("[#(]?\\d{1,6}(?:\\.0+)?[.)]?");

  private static final Pattern MAY_BE_PUBMED = Pattern.compile("(?i)pmid|pubmed");

  /// No identifier is longer, and patterns take their time on long texts.
  private static final int LONGEST = 500;

  private Identifiers() {}

  /// The arXiv identifier that the whole text is, in any spelling.
  static Optional<String> arxiv(String text) {
    if (text.length() > LONGEST || !hasDigit(text)) {
      return Optional.empty();
    }
    Matcher matcher = ARXIV.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        matcher.group(1) != null
            ? matcher.group(1)
            : matcher.group(2).toLowerCase(Locale.ROOT) + "/" + matcher.group(3));
  }

  /// The DOI that the whole text is, in any spelling; none for a DOI of arXiv.
  static Optional<String> doi(String text) {
    if (text.length() > LONGEST || (text.indexOf("10.") < 0 && text.indexOf('%') < 0)) {
      return Optional.empty();
    }
    Matcher matcher = DOI.matcher(decoded(text));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String doi = withoutEnd(matcher.group(1)).toLowerCase(Locale.ROOT);
    return arxiv(doi).isPresent() ? Optional.empty() : Optional.of(doi);
  }

  /// The number in PubMed that the whole text names.
  static Optional<String> pubmed(String text) {
    if (text.length() > LONGEST || !MAY_BE_PUBMED.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher matcher = PMID.matcher(text);
    return matcher.matches() ? Optional.of("PMID:" + matcher.group(1)) : Optional.empty();
  }

  /// The normal form of an identifier of a known kind; any other text as it is.
  static String normal(String text) {
    return arxiv(text).or(() -> doi(text)).or(() -> pubmed(text)).orElse(text);
  }

  /// Whether the text numbers a row and so says nothing of the paper.
  static boolean isRowNumber(String text) {
    return ROW_NUMBER.matcher(text).matches();
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static String decoded(String text) {
    String plain =
        text.indexOf('&') < 0
            ? text
            : text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    if (plain.indexOf('%') < 0) {
      return plain;
    }
    try {
      return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return plain;
    }
  }

  /// Without the punctuation of a sentence, and a bracket that was not opened.
  private static String withoutEnd(String doi) {
    int end = doi.length();
    while (end > 0) {
      char last = doi.charAt(end - 1);
      boolean closes = last == ')' && doi.indexOf('(') < 0;
      boolean ends = last == '.' || last == ',' || last == ';' || last == '"' || last == '\'';
      if (!closes && !ends) {
        break;
      }
      end--;
    }
    return doi.substring(0, end);
  }
}
