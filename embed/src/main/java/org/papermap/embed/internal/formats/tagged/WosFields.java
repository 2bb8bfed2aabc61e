package org.papermap.embed.internal.formats.tagged;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.files.ResourceText;

/// What the two-letter tags of Web of Science mean, which name the columns of its tables too.
final class WosFields {
  private static final Set<String> KNOWN =
      Set.copyOf(ResourceText.section(WosFields.class, "tags.txt", "wos"));

  /// `Lind, Ada (ada@example.org)`, as the Zoological Record has it.
  private static final Pattern MAIL = Pattern.compile("\\s*\\([^()\\s]+@[^()\\s]+\\)$");

  private WosFields() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }

  /// The tag that a line begins with, or nothing.
  ///
  /// @param indentLost whether lines without a tag have lost their indent, so that only known tags
  ///   are sure to be some
  static String tag(String line, boolean indentLost) {
    if (line.length() < 2 || (line.length() > 2 && line.charAt(2) != ' ')) {
      return "";
    }
    char first = line.charAt(0);
    char second = line.charAt(1);
    boolean shaped =
        first >= 'A'
            && first <= 'Z'
            && ((second >= 'A' && second <= 'Z') || (second >= '0' && second <= '9'));
    String name = line.substring(0, 2);
    return shaped && (!indentLost || isKnown(name)) ? name : "";
  }

  static void deliver(TaggedRecord tags, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(tags.line());
    TaggedRecord.put(record, Field.TITLE, tags.first("TI", "TT"));
    TaggedRecord.put(record, Field.ABSTRACT, tags.joined("\n", "AB"));
    names(tags).forEach(record::author);
    TaggedRecord.put(
        record,
        Field.DATE,
        TaggedDates.joined(tags.first("PY", "EY"), tags.first("PD")).or(() -> tags.first("EA")));
    TaggedRecord.put(
        record, Field.DOI, TaggedIdentifiers.doi(tags.all("DI")).or(() -> tags.first("DI")));
    TaggedRecord.put(record, Field.ARXIV, TaggedIdentifiers.arxiv(tags.all("AR")));
    tags.first("UT").ifPresent(id -> record.put(Field.ID, "ut", id));
    TaggedRecord.put(record, Field.URL, TaggedIdentifiers.address(tags.all("DL")));
    tags.first("SO", "SE", "PU")
        .ifPresent(name -> record.put(Field.VENUE, "journal", name.replace('\n', ' ')));
    TaggedRecord.put(record, Field.KEYWORDS, "keywords", keywords(tags));
    TaggedRecord.put(record, "volume", tags.first("VL"));
    TaggedRecord.put(record, "number", tags.first("IS"));
    TaggedRecord.put(record, "pages", pages(tags));
    TaggedRecord.put(record, "language", tags.first("LA"));
    TaggedRecord.put(record, "type", tags.first("DT"));
    TaggedRecord.put(record, "citations", tags.first("TC"));
    TaggedRecord.put(record, "pmid", tags.first("PM"));
    sink.record(record.build());
  }

  private static List<String> names(TaggedRecord tags) {
    for (String tag : List.of("AF", "AU", "BF", "BA", "CA", "GP", "BE", "ED")) {
      List<String> names =
          tags.items(tag).stream().map(name -> MAIL.matcher(name).replaceFirst("")).toList();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /// Words go on over line breaks, so that only semicolons part them.
  private static List<String> keywords(TaggedRecord tags) {
    TaggedRecord joined = new TaggedRecord(tags.line());
    for (String tag : List.of("DE", "ID")) {
      tags.all(tag).forEach(words -> joined.add(tag, words.replace('\n', ' ')));
    }
    return joined.items("DE", "ID");
  }

  private static Optional<String> pages(TaggedRecord tags) {
    return tags.first("BP").map(from -> tags.first("EP").map(to -> from + "-" + to).orElse(from));
  }
}
