package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;

/// The parts of a reference in the styles of IEEE, APA, Chicago, MHRA and Vancouver, as annotated
/// bibliographies have them in the place of titles.
///
/// @param authors one by one, if `list` is blank
/// @param list the authors as one text
record CitedTitle(List<String> authors, String list, String title, String venue, String year) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
  private static final Pattern NUMBER = Pattern.compile("^(?:\\[\\d{1,4}]|\\d{1,4}\\.)\\s+");

  private static final Pattern QUOTED =
      Pattern.compile(
          "([^\"“„«‘]{3,400}?)\\s*(\\(?(?:19|20)\\d\\d[a-z]?\\)?)?[.,:]?\\s*[\"“„«‘'](.{10,300}?)[,.]?[\"”“»’']"
              + "[,.]?\\s+(\\S.+)");

  private static final Pattern AFTER_YEAR =
      Pattern.compile(
          "([^()]{3,400}?)\\s*\\(((?:19|20)\\d\\d)[a-z]?(?:,"
              + " [^()]{3,20})?\\)[.:,]?\\s+(.{10,300}?[.?!])\\s+(\\p{Lu}.+)");

  /// `Lind A, Moreau J. Title. J Things. 2020;3(2):1-9.`
  private static final Pattern VANCOUVER =
      Pattern.compile(
          "((?:[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,2} \\p{Lu}{1,3}(?:, |(?=\\. ))|et al(?=\\."
              + " )){1,60})\\. (.{10,300}?[.?!]) (.{2,100}?)\\.? ((?:19|20)\\d\\d)\\b.*");

  /// `Lind, A. B.`
  private static final Pattern FAMILY_FIRST =
      Pattern.compile(
          "([\\p{L}'’-]+(?: [\\p{L}'’-]+){0,3}, (?:\\p{Lu}\\p{M}?\\.[ -]?){1,4})[,; ]*");

  private static final Pattern BETWEEN =
      Pattern.compile("(?:&|\\band\\b|…|\\.\\.\\.|et al\\.?)[, ]*");

  private static final Pattern VENUE_BEHIND = Pattern.compile(" - .*\\b(?:19|20)\\d\\d\\b");
  private static final Pattern YEAR_LAST = Pattern.compile(", (?:19|20)\\d\\d(?: - \\S+)?$");
  private static final Pattern INITIAL = Pattern.compile("(?:^|[ ,])\\p{Lu}{1,3}\\.? \\p{Lu}");

  /// The parts of the text, if it is such a reference.
  static Optional<CitedTitle> of(String text) {
    String line = NUMBER.matcher(text).replaceFirst("");
    if (!YEAR.matcher(line).find()) {
      return Optional.empty();
    }
    Matcher after = AFTER_YEAR.matcher(line);
    Matcher quoted = QUOTED.matcher(line);
    if (quoted.matches() && YEAR.matcher(line).find()) {
      String told = quoted.group(2) == null ? quoted.group(4) : quoted.group(2);
      return cited(quoted.group(1), quoted.group(3), quoted.group(4), told);
    }
    if (after.matches()) {
      return cited(after.group(1), after.group(3), after.group(4), after.group(2));
    }
    Matcher vancouver = VANCOUVER.matcher(line);
    return vancouver.matches()
        ? Optional.of(
            new CitedTitle(
                List.of(),
                vancouver.group(1).replaceFirst("[, ]*et al$", ""),
                ended(vancouver.group(2)),
                vancouver.group(3),
                vancouver.group(4)))
        : Optional.empty();
  }

  private static Optional<CitedTitle> cited(String names, String title, String venue, String told) {
    String list = names.replaceAll("[,;:\\s]+$", "");
    List<String> authors = familyFirst(list);
    String plain = list.replaceAll("(?:,? et al)?\\.?$", "");
    Matcher year = YEAR.matcher(told);
    return (authors.isEmpty() && !new Paragraph(1, plain).mayBeNames()) || !year.find()
        ? Optional.empty()
        : Optional.of(new CitedTitle(authors, plain, ended(title), venue, year.group()));
  }

  /// The names in `Lind, A., & Moreau, J.`, or none if it is anything else.
  private static List<String> familyFirst(String list) {
    List<String> names = new ArrayList<>();
    Matcher name = FAMILY_FIRST.matcher(BETWEEN.matcher(list).replaceAll(""));
    int end = 0;
    while (name.find() && name.start() == end) {
      names.add(name.group(1).strip());
      end = name.end();
    }
    return name.hitEnd() && !names.isEmpty() ? List.copyOf(names) : List.of();
  }

  private static String ended(String title) {
    return title.replaceFirst("[.,]$", "");
  }

  void put(SourceRecord.Builder record) {
    record.put(Field.TITLE, title);
    authors.forEach(record::author);
    if (authors.isEmpty()) {
      record.put(Field.AUTHORS, list);
    }
    record.put(Field.VENUE, "venue", venue);
    record.put(Field.DATE, year);
  }

  /// The names in `A. Lind, J. Moreau - Journal, 2020`, as Google Scholar has them, or null.
  static @Nullable Paragraph namesBeforeVenue(String text) {
    int dash = text.indexOf(" - ");
    if (dash < 0 || !VENUE_BEHIND.matcher(text).find(dash)) {
      return null;
    }
    Paragraph names = new Paragraph(1, text.substring(0, dash).replace("…", ""));
    boolean sure =
        names.isListOfNames()
            || names.mayBeNames()
                && (INITIAL.matcher(names.text()).find() || YEAR_LAST.matcher(text).find());
    return sure ? names : null;
  }
}
