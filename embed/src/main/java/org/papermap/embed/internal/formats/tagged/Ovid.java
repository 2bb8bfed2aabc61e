package org.papermap.embed.internal.formats.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// Ovid's lists of citations: `<12. >` begins a record. Its fields stand behind tags, `TI - …`, or
/// below their names, indented.
public final class Ovid extends TaggedFormat {
  private static final String NUMBER = "\\h{0,2}<\\d+\\.? ?>\\h*";
  private static final Pattern FIRST = Pattern.compile(NUMBER + "\\R");
  private static final Pattern RECORD = Pattern.compile(NUMBER);
  private static final Pattern VERSION = Pattern.compile("VN  ?- Ovid");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?m)^\\h{0,2}(?:(?:TI|VN|AB) {1,2}- |(?:Title|Unique Identifier|Author|Source)\\h*$)");

  private static final Pattern TAG =
      Pattern.compile("\\h{0,2}([A-Z][A-Z0-9]{1,5})\\h{1,3}-(?:\\h+(.*))?");
  private static final Pattern NAME = Pattern.compile("[A-Z][\\p{L}()/ -]{1,40}\\.?\\h*");
  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

  /// What stands in brackets behind a name or a title says what it is.
  private static final Pattern REMARK = Pattern.compile("\\h*\\[[^\\]]{1,60}]\\.?\\s*$");

  private static final Pattern REMARKS = Pattern.compile("\\s*\\[[^\\]]{1,200}]");

  /// Marks of affiliations, and the full stop at the end of a list.
  private static final Pattern MARKS = Pattern.compile("(?:\\s[\\d*+†‡,. ]+|(?<=\\p{L}{2})\\.)$");

  private static final Pattern DEGREE =
      Pattern.compile(
          "(?:M\\.?D|Ph\\.?D|M\\.?P\\.?H|[MB]\\.?[SA]"
              + "|[MB]\\.?Sc|R\\.?N|D\\.?O|D[DV][SM]|Dr\\.?PH|ScD|DSc|PharmD|Psy\\.?D|Ed\\.?D|DPhil|JD"
              + "|MBA|MBBS|MBChB|MSc|MSN|BSN|MRC\\w{1,3}|F[AR]C\\w{1,3})\\.?");

  /// Degrees behind a whole name: `Lind, Ada B. MD, PhD`. Behind a family name may be initials.
  private static final Pattern DEGREES =
      Pattern.compile("^([^,]+, [^,]*?(?:\\p{Ll}|\\p{Lu}\\.))(?:,? %s)++$".formatted(DEGREE));

  private static final Pattern FIRST_TITLE_END = Pattern.compile("\\.$");

  /// The tags of names that stand above their values.
  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("Title", "TI"),
          Map.entry("Author", "AU"),
          Map.entry("Authors", "AU"),
          Map.entry("Author(s)", "AU"),
          Map.entry("Authors Full Name", "FA"),
          Map.entry("Author NameID", "-"),
          Map.entry("Abstract", "AB"),
          Map.entry("Source", "SO"),
          Map.entry("Unique Identifier", "UI"),
          Map.entry("Accession Number", "AN"),
          Map.entry("Digital Object Identifier", "DO"),
          Map.entry("DOI", "DO"),
          Map.entry("Year of Publication", "YR"),
          Map.entry("Publication Year", "YR"),
          Map.entry("Date of Publication", "DP"),
          Map.entry("Keyword Heading", "KW"),
          Map.entry("Keywords", "KW"));

  public Ovid() {
    super(
        "ovid",
        "Ovid",
        Records::new,
        "not a list of citations of Ovid: no line such as \"<1>\"",
        "Export RIS there, or leave out --format");
  }

  @Override
  public Claim claim(Head head) {
    boolean begins = head.isText() && (head.begins(FIRST) || head.begins(VERSION));
    return begins && OTHER.matcher(head.text()).find()
        ? new Claim(Certainty.SIGNED, words())
        : Claim.none();
  }

  /// One pass over the lines.
  private static final class Records extends TaggedReader {
    Records(RecordSink sink) {
      super(sink);
    }

    @Override
    void take(long number, String line) {
      TaggedRecord open = open();
      Matcher tag = TAG.matcher(line);
      if (RECORD.matcher(line).matches()) {
        begin(number);
      } else if (tag.matches()) {
        boolean further = open != null && !(tag.group(1).equals("VN") && open.has("TI"));
        (open != null && further ? open : begin(number)).add(tag.group(1), value(tag.group(2)));
      } else if (line.isBlank()) {
        return;
      } else if (open != null && NAME.matcher(line).matches()) {
        open.add(TAGS.getOrDefault(line.strip(), line.strip()), "");
      } else {
        goOn(number, line);
      }
    }

    private static String value(String text) {
      return text == null ? "" : text.strip();
    }

    @Override
    void deliver(TaggedRecord tags) {
      if (tags.isBlank()) {
        return;
      }
      SourceRecord.Builder record = SourceRecord.at(tags.line());
      tags.first("TI", "TT").ifPresent(title -> record.put(Field.TITLE, title(title)));
      TaggedRecord.put(record, Field.ABSTRACT, tags.joined("\n", "AB"));
      authors(tags).forEach(record::author);
      TaggedRecord.put(record, Field.DATE, date(tags));
      TaggedRecord.put(record, Field.DOI, TaggedIdentifiers.doi(tags.all("DO")));
      TaggedRecord.put(record, Field.DOI, TaggedIdentifiers.doi(tags.all("DI")));
      tags.first("AN", "UI").ifPresent(key -> record.put("key", key.replaceAll("\\.$", "")));
      TaggedRecord.put(record, "source", tags.first("SO", "BT"));
      TaggedRecord.put(record, Field.KEYWORDS, "keywords", tags.items("KW", "DE", "MH"));
      TaggedRecord.put(record, "language", tags.first("LG"));
      sink.record(record.build());
    }

    /// On one line, without what the list says of it and the full stop at its end.
    private static String title(String text) {
      String title = text.replaceAll("\\s+", " ");
      String bare = title.startsWith("[") ? title : REMARK.matcher(title).replaceFirst("");
      return FIRST_TITLE_END.matcher(bare.isBlank() ? title : bare.strip()).replaceFirst("");
    }

    private static List<String> authors(TaggedRecord tags) {
      List<String> lines = tags.all("FA").isEmpty() ? tags.all("AU") : tags.all("FA");
      List<String> names = new ArrayList<>();
      for (String line : lines) {
        // A value over several lines has a name a line, or names between semicolons.
        String bare = REMARKS.matcher(line).replaceAll(" ");
        for (String name : bare.split(bare.contains(";") ? ";" : "\n", -1)) {
          String one = MARKS.matcher(name.strip().replaceAll("\\s+", " ")).replaceFirst("").strip();
          names.add(DEGREES.matcher(one).replaceFirst("$1"));
        }
      }
      names.removeIf(name -> name.isEmpty() || DEGREE.matcher(name).matches());
      return names;
    }

    private static Optional<String> date(TaggedRecord tags) {
      return tags.first("DP", "YR")
          .or(() -> tags.first("SO", "BT").flatMap(source -> lastYear(source)));
    }

    /// Journals have numbers before it that may look like years.
    private static Optional<String> lastYear(String source) {
      return YEAR.matcher(source).results().reduce((_, next) -> next).map(year -> year.group());
    }
  }
}
