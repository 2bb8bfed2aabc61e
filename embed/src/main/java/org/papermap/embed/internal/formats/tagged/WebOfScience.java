package org.papermap.embed.internal.formats.tagged;

import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;

/// Web of Science, plain text (`savedrecs.txt`, `.ciw`): two characters and a blank, further lines
/// of a value under an indent of three; `PT` begins a record, `ER` ends it, `EF` ends the file.
public final class WebOfScience extends TaggedFormat {
  private static final Pattern SIGNATURE = Pattern.compile("FN \\S.*\\R\\s*VR \\d");
  private static final Pattern FIRST_TAG =
      Pattern.compile("PT [A-Z]\\h*\\R(?:[A-Z][A-Z0-9] .*\\R)");

  public WebOfScience() {
    super(
        "wos",
        "Web of Science",
        Records::new,
        "not a Web of Science export: no line begins with a tag such as \"PT \"",
        "Export \"Plain text file\" with \"Full record\" again, or leave out --format");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText()) {
      return Claim.none();
    }
    if (head.begins(SIGNATURE)) {
      return new Claim(Certainty.SIGNED, words());
    }
    return head.begins(FIRST_TAG) ? new Claim(Certainty.SURE, words()) : Claim.none();
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records extends TaggedReader {
    private boolean indentLost;

    Records(RecordSink sink) {
      super(sink);
    }

    @Override
    void take(long number, String line) {
      if (line.isBlank()) {
        return;
      }
      String name = WosFields.tag(line, indentLost);
      String value = name.isEmpty() ? line : line.substring(2).strip();
      switch (name) {
        case "" -> {
          indentLost |= !Character.isWhitespace(line.charAt(0));
          goOn(number, line);
        }
        case "FN", "VR", "EF", "ER" -> {
          TaggedRecord _ = close();
        }
        case "PT" -> {
          TaggedRecord before = close();
          if (before != null) {
            sink.note(before.line(), "the next record begins without an ER before it");
          }
          begin(number).add(name, value);
        }
        default -> {
          TaggedRecord open = open();
          (open == null ? begin(number) : open).add(name, value);
        }
      }
    }

    @Override
    void end(long number) {
      TaggedRecord last = close();
      if (last != null) {
        sink.note(
            number, "the record of line " + last.line() + " has no ER: the file may be cut off");
      }
    }

    @Override
    void deliver(TaggedRecord record) {
      WosFields.deliver(record, sink);
    }
  }
}
