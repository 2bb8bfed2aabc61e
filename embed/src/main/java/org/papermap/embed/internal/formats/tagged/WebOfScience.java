package org.papermap.embed.internal.formats.tagged;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Web of Science, plain text (`savedrecs.txt`, `.ciw`): two characters and a blank, further lines
/// of a value under an indent of three; `PT` begins a record, `ER` ends it, `EF` ends the file.
public final class WebOfScience implements Format {
  private static final Pattern SIGNATURE = Pattern.compile("FN \\S.*\\R\\s*VR \\d");
  private static final Pattern FIRST_TAG =
      Pattern.compile("PT [A-Z]\\h*\\R(?:[A-Z][A-Z0-9] .*\\R)");

  @Override
  public String key() {
    return "wos";
  }

  @Override
  public String words() {
    return "Web of Science";
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

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    Records records = new Records(sink);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      records.take(lines.getLineNumber(), line);
    }
    records.end(lines.getLineNumber());
    if (!records.any) {
      throw new UnrecognizedException(
          "no Web of Science export: no line begins with a tag such as \"PT \"",
          "Export \"Plain text file\" with \"Full record\" again, or leave out --format");
    }
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records {
    private final RecordSink sink;
    private @Nullable TaggedRecord open;
    private boolean any;
    private boolean indentLost;

    Records(RecordSink sink) {
      this.sink = sink;
    }

    void take(long number, String line) {
      if (line.isBlank()) {
        return;
      }
      String name = WosFields.tag(line, indentLost);
      String value = name.isEmpty() ? line : line.substring(2).strip();
      switch (name) {
        case "" -> goOn(number, line);
        case "FN", "VR", "EF" -> deliver("");
        case "ER" -> deliver("");
        case "PT" -> {
          deliver("the next record begins without an ER before it");
          begin(number).add(name, value);
        }
        default -> (open == null ? begin(number) : open).add(name, value);
      }
    }

    private TaggedRecord begin(long number) {
      TaggedRecord begun = new TaggedRecord(number);
      open = begun;
      return begun;
    }

    private void goOn(long number, String line) {
      indentLost |= !Character.isWhitespace(line.charAt(0));
      if (open == null || !open.goOn(line)) {
        sink.navigation(number, line.strip());
      }
    }

    void end(long number) {
      if (open != null) {
        long line = open.line();
        deliver("");
        sink.note(number, "the record of line " + line + " has no ER: the file may be cut off");
      }
    }

    private void deliver(String note) {
      TaggedRecord record = open;
      open = null;
      if (record == null) {
        return;
      }
      any = true;
      WosFields.deliver(record, sink);
      if (!note.isEmpty()) {
        sink.note(record.line(), note);
      }
    }
  }
}
