package org.papermap.embed.internal.formats.tagged;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// Test collections of SMART, such as Cranfield, CACM and CISI: `.I 1` begins a record, `.T`, `.A`,
/// `.B` and `.W` or `.N` stand above the title, the authors, the source and the text.
public final class TestCollection extends TaggedFormat {
  private static final Pattern FIRST = Pattern.compile("\\.I \\d+\\h*\\R(?:\\.[A-Z]\\h*\\R)");
  private static final Pattern TAG = Pattern.compile("\\.([A-Z])(?: (\\d+))?\\h*");
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)1[89]\\d\\d(?!\\d)|(?<!\\d)20\\d\\d(?!\\d)");
  private static final Set<String> KNOWN =
      Set.of("I", "T", "A", "B", "W", "N", "K", "C", "X", "U", "M", "S", "P");

  public TestCollection() {
    super(
        "smart",
        "test collection",
        Records::new,
        "no test collection: no line such as \".I 1\"",
        "Leave out --format");
  }

  @Override
  public Claim claim(Head head) {
    return head.isText() && head.begins(FIRST)
        ? new Claim(Certainty.SIGNED, words())
        : Claim.none();
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records extends TaggedReader {
    Records(RecordSink sink) {
      super(sink);
    }

    @Override
    void take(long number, String line) {
      Matcher tag = TAG.matcher(line);
      if (tag.matches() && KNOWN.contains(tag.group(1))) {
        TaggedRecord open = open();
        boolean begins = open == null || tag.group(1).equals("I");
        (open == null || begins ? begin(number) : open)
            .add(tag.group(1), tag.group(2) == null ? "" : tag.group(2));
      } else if (!line.isBlank()) {
        goOn(number, line);
      }
    }

    @Override
    void deliver(TaggedRecord tags) {
      SourceRecord.Builder record = SourceRecord.at(tags.line());
      TaggedRecord.put(record, Field.KEY, tags.first("I"));
      tags.first("T")
          .map(title -> title.replaceAll("\\s+", " ").replaceFirst(" \\.$", ""))
          .ifPresent(title -> record.put(Field.TITLE, title));
      TaggedRecord.put(record, Field.ABSTRACT, tags.joined("\n", "W", "M"));
      tags.all("A").stream()
          .flatMap(names -> names.lines())
          .flatMap(names -> Pattern.compile("\\s+and\\s+|;").splitAsStream(names))
          .filter(name -> !name.isBlank())
          .forEach(record::author);
      tags.first("B")
          .map(YEAR::matcher)
          .filter(Matcher::find)
          .ifPresent(year -> record.put(Field.DATE, year.group()));
      sink.record(record.build());
    }
  }
}
