package org.papermap.embed.internal.formats.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// What the tags of RIS mean; programs differ, so that most fields have several.
final class RisFields {
  private static final String[] TITLE = {"TI", "T1", "CT", "BT", "TT", "ST"};
  private static final String[] VENUE = {"JO", "JF", "T2", "JA", "J2", "BT", "SO", "PB"};

  /// A semicolon that does not end an entity, such as `&uuml;` or `&amp;uuml;`.
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("(?<!&(?:amp;)?[#\\w]{1,10})(?<!&amp);");

  private RisFields() {}

  /// @param kept whether the tags are kept to write the record back
  static void deliver(TaggedRecord tags, RecordSink sink, boolean kept) {
    SourceRecord.Builder record = SourceRecord.at(tags.line());
    String title = title(tags);
    if (!title.isEmpty()) {
      record.put(Field.TITLE, title);
      tellOtherTitles(tags, title, sink);
    }
    String text = abstractText(tags);
    if (!text.isEmpty()) {
      record.put(Field.ABSTRACT, text);
    }
    putAuthors(tags, record);
    TaggedRecord.put(
        record, Field.DATE, TaggedDates.joined(tags.first("PY", "Y1", "YR"), days(tags)));
    putIdentifiers(tags, record);
    tags.first(VENUE)
        .filter(venue -> !venue.equals(title))
        .ifPresent(venue -> record.put(Field.VENUE, "journal", venue));
    TaggedRecord.put(record, Field.KEYWORDS, "keywords", tags.items("KW", "K1"));
    if (kept) {
      tags.keep(record, text);
    }
    sink.record(record.build());
  }

  /// The tags that may hold the day, the best one first: the specification has it in `DA`, its
  /// first version in `Y1`.
  private static List<String> days(TaggedRecord tags) {
    return Stream.of("DA", "FD", "Y1").flatMap(name -> tags.all(name).stream()).toList();
  }

  /// Whether there is a title or an abstract.
  static boolean isPaper(TaggedRecord tags) {
    return !title(tags).isEmpty() || !abstractText(tags).isEmpty();
  }

  /// A book has its title where a chapter has that of its book.
  private static String title(TaggedRecord tags) {
    Optional<String> own = tags.first(TITLE);
    String type = tags.first("TY").orElse("").toUpperCase(Locale.ROOT);
    boolean whole = Set.of("BOOK", "EDBOOK", "EBOOK", "SER", "CONF", "WEB", "GEN").contains(type);
    return own.or(() -> whole ? tags.first("T2", "T3") : Optional.empty()).orElse("");
  }

  /// Two titles of one tag are those of two records, between which a line was lost, or the parts of
  /// a title that somebody broke.
  private static void tellOtherTitles(TaggedRecord tags, String title, RecordSink sink) {
    for (String name : List.of("TI", "T1")) {
      List<String> titles = tags.all(name);
      for (String other : titles.subList(Math.min(1, titles.size()), titles.size())) {
        if (!other.equals(title)) {
          sink.note(
              tags.line(), "a second title in one record, left out: " + PlainText.printable(other));
        }
      }
    }
  }

  private static String abstractText(TaggedRecord tags) {
    Optional<String> marked = tags.joined("\n", "AB", "N2");
    if (marked.isPresent()) {
      return TaggedRecord.withoutHeading(marked.get());
    }
    return tags.all("N1").stream()
        .filter(note -> note.regionMatches(true, 0, "abstract", 0, 8))
        .map(note -> note.substring(8).replaceFirst("^[\\s:.-]+", ""))
        .findFirst()
        .orElse("");
  }

  private static void putAuthors(TaggedRecord tags, SourceRecord.Builder record) {
    boolean twice = tags.all("AU").equals(tags.all("A1"));
    List<String> names = twice ? names(tags, "AU") : names(tags, "AU", "A1");
    if (names.isEmpty()) {
      names = names(tags, "A2", "ED", "A3", "A4");
    }
    if (names.size() == 1 && names.getFirst().contains(" and ")) {
      record.put(Field.AUTHORS, names.getFirst());
    } else {
      names.forEach(record::author);
    }
  }

  /// One name a tag, but for programs that put all into one.
  private static List<String> names(TaggedRecord tags, String... of) {
    List<String> names = new ArrayList<>();
    List<String> wanted = List.of(of);
    tags.forEach((name, value) -> {
      if (wanted.contains(name)) {
        boolean each = value.lines().allMatch(line -> line.contains(","));
        String separated = each ? value.replace('\n', ';') : value.replace('\n', ' ');
        for (String one : BETWEEN_NAMES.split(separated, -1)) {
          if (!one.isBlank()) {
            names.add(one.strip());
          }
        }
      }
    });
    return names;
  }

  private static void putIdentifiers(TaggedRecord tags, SourceRecord.Builder record) {
    List<String> addresses = new ArrayList<>();
    List.of("UR", "L2", "LK", "L1").forEach(name -> addresses.addAll(tags.all(name)));
    Optional<String> doi =
        TaggedIdentifiers.doi(tags.all("DO"))
            .or(() -> TaggedIdentifiers.doi(tags.all("DI")))
            .or(() -> TaggedIdentifiers.doi(tags.all("M3")))
            .or(() -> TaggedIdentifiers.doi(tags.all("L3")))
            .or(() ->
                TaggedIdentifiers.doi(
                    addresses.stream().filter(address -> address.contains("doi.org/")).toList()));
    TaggedRecord.put(record, Field.DOI, doi);
    List<String> places = new ArrayList<>(addresses);
    List.of("AN", "M1", "C7", "DO").forEach(name -> places.addAll(tags.all(name)));
    TaggedRecord.put(record, Field.ARXIV, TaggedIdentifiers.arxiv(places));
    tags.first("ID").filter(key -> !key.contains(" ")).ifPresent(key -> record.put("key", key));
    TaggedIdentifiers.address(addresses).ifPresent(address -> record.put(Field.URL, address));
  }
}
