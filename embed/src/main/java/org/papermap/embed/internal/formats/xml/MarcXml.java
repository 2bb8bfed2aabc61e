package org.papermap.embed.internal.formats.xml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// MARC 21 in XML, as the catalogues of libraries write it, alone or in what OAI-PMH and SRU answer
/// (Library of Congress, MARC 21 Format for Bibliographic Data).
final class MarcXml implements XmlSchema {
  private static final Pattern DATA_FIELD =
      Pattern.compile("<(?:[A-Za-z_][\\w.-]*:)?datafield\\s[^<>]*\\btag\\s*=\\s*[\"'](?:245|100)");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d(?!\\d)");

  /// What cataloguing puts behind a part because of the part that comes next.
  private static final Pattern BEFORE_NEXT = Pattern.compile("\\s*[/:;,=]\\s*$");

  /// A full stop that ends a field, not an initial.
  private static final Pattern FULL_STOP = Pattern.compile("(?<=[\\p{Ll}\\d)\\]])\\.$");

  /// What people are called who did not write the work.
  private static final Set<String> OTHERS =
      Set.of("edt", "ths", "trl", "ill", "dgs", "rev", "opn", "editor", "advisor", "translator");

  /// Whether the text has fields of MARC 21 by their tags.
  static boolean isIn(String head) {
    return head.contains("datafield") && DATA_FIELD.matcher(head).find();
  }

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("record") || name.equals("marc");
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    Optional<XmlElement> record = marc(element);
    record.ifPresent(marc -> sink.record(record(marc)));
  }

  /// The element that has the fields: a record of OAI-PMH or SRU has another in it.
  private static Optional<XmlElement> marc(XmlElement element) {
    return element.children("datafield").findAny().isPresent()
        ? Optional.of(element)
        : element.children().map(MarcXml::marc).flatMap(Optional::stream).findFirst();
  }

  private static SourceRecord record(XmlElement marc) {
    SourceRecord.Builder record = SourceRecord.at(marc.line());
    marc.children("controlfield")
        .filter(field -> field.has("tag", "001"))
        .findFirst()
        .ifPresent(number -> record.put(Field.KEY, "001", number.text()));
    record.put(Field.TITLE, title(marc));
    record.put(Field.ABSTRACT, summary(marc));
    Stream.of("100", "700")
        .flatMap(tag -> fields(marc, tag))
        .filter(MarcXml::isAuthor)
        .forEach(person -> record.author(bare(first(person, "a"))));
    record.put(Field.DATE, date(marc));
    fields(marc, "024")
        .filter(id -> first(id, "2").equalsIgnoreCase("doi"))
        .findFirst()
        .ifPresent(id -> record.put(Field.DOI, first(id, "a")));
    record.put(Field.URL, firstOf(marc, "856", "u"));
    record.put(Field.VENUE, "journal", bare(firstOf(marc, "773", "t")));
    record.put(
        Field.KEYWORDS,
        "keywords",
        Stream.of("650", "653")
            .flatMap(tag -> fields(marc, tag))
            .flatMap(subject -> parts(subject, "a"))
            .map(MarcXml::bare)
            .distinct()
            .collect(Collectors.joining("; ")));
    return record.build();
  }

  private static String title(XmlElement marc) {
    return fields(marc, "245")
        .findFirst()
        .map(field -> {
          String title = bare(first(field, "a"));
          String rest = bare(first(field, "b"));
          return rest.isEmpty() ? title : title + ": " + rest;
        })
        .orElse("");
  }

  /// The field that says it is an abstract, else the longest.
  private static String summary(XmlElement marc) {
    List<XmlElement> summaries = fields(marc, "520").toList();
    return summaries.stream()
        .filter(field -> field.has("ind1", "3"))
        .findFirst()
        .map(field -> first(field, "a"))
        .orElseGet(() ->
            summaries.stream()
                .map(field -> first(field, "a"))
                .reduce("", (best, next) -> next.length() > best.length() ? next : best));
  }

  private static boolean isAuthor(XmlElement person) {
    return Stream.of("e", "4")
        .flatMap(code -> parts(person, code))
        .noneMatch(role -> OTHERS.contains(bare(role).replaceAll(".*/", "")));
  }

  private static String date(XmlElement marc) {
    String published =
        Stream.of("264", "260")
            .flatMap(tag -> fields(marc, tag))
            .flatMap(field -> parts(field, "c"))
            .findFirst()
            .orElseGet(() -> firstOf(marc, "773", "g"));
    Matcher year = YEAR.matcher(published);
    if (year.find()) {
      return year.group();
    }
    // Characters 7 to 10 of the field of fixed lengths are the year.
    return marc.children("controlfield")
        .filter(field -> field.has("tag", "008"))
        .map(XmlElement::text)
        .filter(codes -> codes.length() > 11)
        .map(codes -> YEAR.matcher(codes.substring(7, 11)))
        .filter(Matcher::matches)
        .map(Matcher::group)
        .findFirst()
        .orElse("");
  }

  private static Stream<XmlElement> fields(XmlElement marc, String tag) {
    return marc.children("datafield").filter(field -> field.has("tag", tag));
  }

  private static Stream<String> parts(XmlElement field, String code) {
    return field.children("subfield").filter(part -> part.has("code", code)).map(XmlElement::text);
  }

  private static String first(XmlElement field, String code) {
    return parts(field, code).findFirst().orElse("").strip();
  }

  private static String firstOf(XmlElement marc, String tag, String code) {
    return fields(marc, tag).findFirst().map(field -> first(field, code)).orElse("");
  }

  private static String bare(String part) {
    String bare = BEFORE_NEXT.matcher(part.strip()).replaceFirst("");
    return FULL_STOP.matcher(bare).replaceFirst("");
  }
}
