package org.papermap.embed.internal.formats.tagged;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// EndNote's tags with a percent sign (`.enw`), which come from refer and BibIX: `%T` the title,
/// `%A` an author, `%X` the abstract. `%0` begins a record; in files without it, blank lines part
/// them.
public final class EndNote extends TaggedFormat {
  private static final String MARKS = "0123456789*@$!#&?=<>()+^~[];:,";

  /// Titles of books are shorter.
  private static final int LONG = 300;

  private static final Pattern TAG = Pattern.compile("%[A-Z0-9@*?!$&<>+(=^~#](?:\\h.*|\\h*)");
  private static final Pattern TITLE = Pattern.compile("(?m)^\\h*%[TB]\\h+\\S");

  public EndNote() {
    super(
        "endnote",
        "EndNote",
        Records::new,
        "not an EndNote export: no line begins with a tag such as \"%T \"",
        "Export RIS, or leave out --format");
  }

  /// Two lines with tags, one of them a title, and no line that has none before them.
  @Override
  public Claim claim(Head head) {
    if (!head.isText() || !head.text().stripLeading().startsWith("%")) {
      return Claim.none();
    }
    boolean tagged =
        head.text()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .allMatch(line -> TAG.matcher(line.strip()).matches())
            && TITLE.matcher(head.text()).find();
    return tagged ? new Claim(Certainty.SURE, words()) : Claim.none();
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records extends TaggedReader {
    private boolean typed;
    private boolean afterBlank;

    Records(RecordSink sink) {
      super(sink);
    }

    @Override
    void take(long number, String text) {
      String line = text.strip();
      if (line.isEmpty()) {
        afterBlank = true;
        return;
      }
      if (isTagged(line)) {
        tag(number, line.substring(1, 2), line.substring(2).strip());
      } else {
        goOn(number, line);
      }
      afterBlank = false;
    }

    private static boolean isTagged(String line) {
      if (line.length() < 2 || line.charAt(0) != '%') {
        return false;
      }
      char mark = line.charAt(1);
      boolean known = (mark >= 'A' && mark <= 'Z') || MARKS.indexOf(mark) >= 0;
      return known && (line.length() == 2 || Character.isWhitespace(line.charAt(2)));
    }

    private void tag(long number, String name, String value) {
      TaggedRecord before = open();
      boolean begins =
          before == null
              || (name.equals("0") && (afterBlank || before.has("0")))
              || (afterBlank && !typed)
              || (afterBlank && before.has(name) && (name.equals("T") || name.equals("X")));
      typed |= name.equals("0");
      (before == null || begins ? begin(number) : before).add(name, value);
    }

    @Override
    void deliver(TaggedRecord record) {
      EndNote.deliver(record, sink);
    }
  }

  private static void deliver(TaggedRecord tags, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(tags.line());
    // NASA's ADS has the abstract where others have the title of a book.
    Optional<String> book = tags.first("B").filter(text -> text.length() < LONG);
    Optional<String> astronomers = tags.first("B").filter(text -> text.length() >= LONG);
    TaggedRecord.put(record, Field.TITLE, tags.first("T").or(() -> book).or(() -> tags.first("Q")));
    TaggedRecord.put(record, Field.ABSTRACT, tags.joined("\n", "X").or(() -> astronomers));
    List<String> names = tags.items("A");
    (names.isEmpty() ? tags.items("E") : names).forEach(record::author);
    TaggedRecord.put(record, Field.DATE, TaggedDates.joined(tags.first("D"), tags.first("8")));
    Optional<String> doi =
        TaggedIdentifiers.doi(tags.all("R"))
            .or(() ->
                TaggedIdentifiers.doi(
                    tags.all("U").stream().filter(text -> text.contains("doi.org/")).toList()));
    TaggedRecord.put(record, Field.DOI, doi);
    TaggedRecord.put(record, Field.ARXIV, TaggedIdentifiers.arxiv(tags.all("U")));
    TaggedRecord.put(record, Field.URL, TaggedIdentifiers.address(tags.all("U")));
    tags.first("F", "M")
        .filter(key -> !key.contains(" ") && TaggedIdentifiers.doi(List.of(key)).isEmpty())
        .ifPresent(key -> record.put("key", key));
    tags.first("J")
        .or(() -> book)
        .or(() -> tags.first("I"))
        .ifPresent(name -> record.put(Field.VENUE, "journal", name));
    TaggedRecord.put(record, Field.KEYWORDS, "keywords", tags.items("K"));
    TaggedRecord.put(record, "volume", tags.first("V"));
    TaggedRecord.put(record, "number", tags.first("N"));
    TaggedRecord.put(record, "pages", tags.first("P"));
    TaggedRecord.put(record, "type", tags.first("0"));
    sink.record(record.build());
  }
}
