package org.papermap.embed.internal.formats.bibtex;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.AsciiSet;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// What the fields of BibTeX and BibLaTeX mean.
final class BibtexFields {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern DAY = Pattern.compile("\\d{1,2}");
  private static final Pattern ARXIV =
      Pattern.compile("(?:arxiv:)?\\d{4}\\.\\d{4,5}(?:v\\d+)?", Pattern.CASE_INSENSITIVE);
  private static final AsciiSet MARKS = AsciiSet.of("<>&\\${}~`'%#_^");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /// Fields that the paper's own further fields show; the rest is kept to write it back.
  private static final Set<String> SHOWN =
      Set.of("volume", "number", "pages", "publisher", "series", "issn", "isbn", "pmid", "note");

  private static final Set<String> BOOKS =
      Set.of("book", "proceedings", "collection", "mvbook", "mvproceedings", "mvcollection");

  /// A shorter abstract may be a placeholder, which does not count as an abstract.
  private static final int SURE_ABSTRACT = 60;

  private BibtexFields() {}

  static void deliver(BibtexEntry entry, BibtexEntry whole, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(entry.line());
    put(record, Field.TITLE, title(whole));
    put(record, Field.ABSTRACT, plain(first(whole, "abstract", "abstractnote", "summary")));
    if (!entry.key().isBlank()) {
      record.put("citekey", entry.key());
    }
    BibtexNames.put(first(whole, "author", "editor"), record);
    put(record, Field.DATE, date(whole));
    putIdentifiers(whole, record);
    String venue =
        plain(
            first(
                whole,
                "journal",
                "journaltitle",
                "booktitle",
                "eventtitle",
                "school",
                "institution",
                "publisher",
                "howpublished"));
    if (!venue.isEmpty()) {
      record.put(Field.VENUE, "journal", venue);
    }
    String keywords = plain(first(whole, "keywords", "keyword", "author_keywords"));
    if (!keywords.isEmpty()) {
      record.put(Field.KEYWORDS, "keywords", keywords);
    }
    record.put("type", entry.type());
    whole
        .fields()
        .forEach((name, value) -> {
          if (SHOWN.contains(name) && !value.isBlank()) {
            record.put(name, plain(value));
          }
        });
    keep(entry, record);
    sink.record(record.build());
    entry.notes().forEach(note -> sink.note(entry.line(), entry.name() + ": " + note));
  }

  /// Where a title goes on in a subtitle, both; of a book that has only a book's title, that.
  private static String title(BibtexEntry entry) {
    String title = plain(entry.value("title"));
    if (title.isEmpty() && BOOKS.contains(entry.type())) {
      title = plain(first(entry, "booktitle", "maintitle"));
    }
    String subtitle = entry.value("title").isBlank() ? "" : plain(entry.value("subtitle"));
    if (subtitle.isEmpty()) {
      return title;
    }
    boolean ended = title.endsWith(":") || title.endsWith("?") || title.endsWith("!");
    return title + (ended ? " " : ": ") + subtitle;
  }

  private static void putIdentifiers(BibtexEntry entry, SourceRecord.Builder record) {
    put(record, Field.DOI, LatexText.verbatim(entry.value("doi")));
    String url = LatexText.verbatim(first(entry, "url", "ee", "link", "pdf", "biburl"));
    if (url.isEmpty() && entry.value("howpublished").contains("http")) {
      url = LatexText.verbatim(entry.value("howpublished"));
    }
    put(record, Field.URL, url);
    String prefix = first(entry, "archiveprefix", "eprinttype");
    String eprint = LatexText.verbatim(entry.value("eprint"));
    boolean arxiv = prefix.equalsIgnoreCase("arxiv") || ARXIV.matcher(eprint).matches();
    if (arxiv) {
      put(record, Field.ARXIV, eprint.replaceFirst("(?i)^arxiv:\\s*", ""));
    } else {
      put(record, Field.ARXIV, LatexText.verbatim(entry.value("arxivid")));
    }
  }

  /// `date` as it stands, else year, month and day in one text that begins with the year.
  private static String date(BibtexEntry entry) {
    String date = plain(entry.value("date"));
    String year = plain(entry.value("year")).strip();
    if (!date.isEmpty() && (year.isEmpty() || date.contains(year))) {
      return date;
    }
    if (!YEAR.matcher(year).matches()) {
      return year.isEmpty() ? date : year;
    }
    String month = plain(entry.value("month")).strip();
    String day = plain(entry.value("day")).strip();
    if (month.isEmpty()) {
      return year;
    }
    int numbered = MONTHS.indexOf(BibtexEntry.lower(month)) + 1;
    if (numbered == 0 && month.length() <= 2 && month.matches("0?[1-9]|1[0-2]")) {
      numbered = Integer.parseInt(month);
    }
    if (numbered == 0) {
      return year + " " + month + (DAY.matcher(day).matches() ? " " + day : "");
    }
    String text = year + "-" + twoDigits(numbered);
    return DAY.matcher(day).matches() ? text + "-" + twoDigits(Integer.parseInt(day)) : text;
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /// The entry as it stood: its type and key, then its fields in LaTeX. An abstract that needs no
  /// cleaning is not kept twice: its name has `=` behind it.
  private static void keep(BibtexEntry entry, SourceRecord.Builder record) {
    record.original("@" + entry.type(), entry.key());
    for (Map.Entry<String, String> field : entry.fields().entrySet()) {
      String value = oneLine(field.getValue());
      if (field.getKey().equals("abstract") && isPlainAscii(value)) {
        record.original("abstract=", "abstract");
      } else {
        record.original(field.getKey(), value);
      }
    }
  }

  private static String oneLine(String value) {
    boolean broken = value.indexOf('\n') >= 0 || value.contains("  ");
    return broken ? WHITE_SPACE.matcher(value).replaceAll(" ").strip() : value;
  }

  private static boolean isPlainAscii(String value) {
    if (value.length() < SURE_ABSTRACT || value.regionMatches(true, 0, "abstract", 0, 8)) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || MARKS.contains(c)) {
        return false;
      }
    }
    return !value.contains("--");
  }

  private static String first(BibtexEntry entry, String... names) {
    for (String name : names) {
      if (!entry.value(name).isBlank()) {
        return entry.value(name);
      }
    }
    return "";
  }

  private static String plain(String value) {
    return LatexText.plain(value).strip();
  }

  private static void put(SourceRecord.Builder record, Field field, String value) {
    if (!value.isBlank()) {
      record.put(field, value);
    }
  }
}
