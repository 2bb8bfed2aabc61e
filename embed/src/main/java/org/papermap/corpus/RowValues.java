package org.papermap.corpus;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Dates, addresses and lists of names, as people write them.
final class RowValues {
  /// Down to `2024`, which tables with gaps turn into `2024.0`.
  private static final Pattern NUMERIC_DATE =
      Pattern.compile("(\\d{4})(?:\\.0|[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:[T ].*)?");

  /// `Mon, 2 Apr 2007 19:18:42 GMT` and its parts.
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:\\p{L}{3,9}, )?(\\d{1,2}) (\\p{L}{3})\\p{L}*\\.?,? (\\d{4})(?: .*)?");

  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3})\\p{L}*\\.? (\\d{1,2}), ?(\\d{4})");

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);

  /// arXiv identifiers since April 2007 and before it (info.arxiv.org/help/arxiv_identifier.html).
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:arxiv:)?(\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z-]+(?:\\.[a-z]{2})?/\\d{7}(?:v\\d+)?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DOI =
      Pattern.compile("(?:doi:)?(10\\.\\d{4,9}/\\S+)", Pattern.CASE_INSENSITIVE);

  private RowValues() {}

  /// The day that the text names; a missing month or day is the first one. Times are left out as
  /// they stand, without regard to their zone.
  static Optional<LocalDate> date(String text) {
    try {
      Matcher numeric = NUMERIC_DATE.matcher(text);
      if (numeric.matches()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(numeric.group(1)),
                numeric.group(2) == null ? 1 : Integer.parseInt(numeric.group(2)),
                numeric.group(3) == null ? 1 : Integer.parseInt(numeric.group(3))));
      }
      Matcher day = DAY_FIRST.matcher(text);
      if (day.matches()) {
        return Optional.of(english(day.group(1), day.group(2), day.group(3)));
      }
      Matcher month = MONTH_FIRST.matcher(text);
      return month.matches()
          ? Optional.of(english(month.group(2), month.group(1), month.group(3)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate english(String day, String month, String year) {
    String capital =
        month.substring(0, 1).toUpperCase(Locale.ROOT)
            + month.substring(1).toLowerCase(Locale.ROOT);
    return LocalDate.parse(day + " " + capital + " " + year, ENGLISH);
  }

  /// The text as an `http` or `https` address with a host.
  static Optional<URI> webAddress(String text) {
    try {
      URI uri = new URI(text);
      return Paper.isWebAddress(uri) && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The page of the paper with this identifier: one of arXiv, a DOI, or an address itself.
  static Optional<URI> pageOf(String id) {
    Matcher arxiv = ARXIV.matcher(id);
    if (arxiv.matches()) {
      return Optional.of(URI.create("https://arxiv.org/abs/" + arxiv.group(1)));
    }
    Matcher doi = DOI.matcher(id);
    if (doi.matches()) {
      return encoded("doi.org", "/" + doi.group(1));
    }
    return webAddress(id);
  }

  private static Optional<URI> encoded(String host, String path) {
    try {
      return Optional.of(new URI("https", host, path, null));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The names in a text such as `A, B and C`, `A; B` or `Last, First and Last, First`. A lone
  /// `Last, First` is one name.
  static List<String> names(String text) {
    if (text.contains(";")) {
      return split(text, ";");
    }
    List<String> byAnd = split(text, " and | & ");
    if (byAnd.stream().allMatch(RowValues::isLastFirst)) {
      return byAnd;
    }
    return byAnd.stream().flatMap(part -> split(part, ",").stream()).toList();
  }

  private static boolean isLastFirst(String name) {
    String[] parts = name.split(",", -1);
    return parts.length == 2
        && Stream.of(parts).map(String::strip).anyMatch(part -> !part.contains(" "));
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator, -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
