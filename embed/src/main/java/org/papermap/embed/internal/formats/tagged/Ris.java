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

/// RIS, as EndNote, Zotero, Mendeley and the publishers write it: `TY - JOUR` begins a record and
/// `ER -` ends it (Research Information Systems, RIS Format Specifications).
///
/// Read as well: a missing `ER`, one blank before the dash or none, lower-case tags, values over
/// several lines, lines before the first record. What stands between records and belongs to none is
/// reported.
public final class Ris implements Format {
  private static final Pattern FIRST_TAG =
      Pattern.compile("(?m)^\\h*(?i:TY)\\h{0,3}[-–]\\h*[A-Za-z0-9]{2,10}\\h*$");
  private static final Pattern TAG = Pattern.compile("(?m)^[A-Z][A-Z0-9]  - ");
  private static final Pattern END = Pattern.compile("(?m)^\\h*ER  -\\h*$");
  private static final Pattern TAG_BEFORE_END = Pattern.compile("(?m)^(TI|T1|AU|A1|AB|N2)  - ");

  @Override
  public String key() {
    return "ris";
  }

  @Override
  public String words() {
    return "RIS";
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText() || head.text().indexOf('-') < 0) {
      return Claim.none();
    }
    String text = head.text();
    if (head.begins(FIRST_TAG)) {
      return new Claim(Certainty.SIGNED, words());
    }
    boolean tagged = TAG.matcher(text).find();
    boolean begun = FIRST_TAG.matcher(text).find() && tagged;
    boolean ended = END.matcher(text).find() && TAG_BEFORE_END.matcher(text).find();
    // A table may have records in its cells.
    return begun || ended ? new Claim(Certainty.LIKELY, words()) : Claim.none();
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
          "no RIS: no line begins with a tag such as \"TY  - JOUR\"",
          "Export RIS again, or leave out --format");
    }
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records {
    private final RecordSink sink;
    private RisLine.Style style = RisLine.Style.STRICT;
    private @Nullable TaggedRecord open;
    private boolean any;

    Records(RecordSink sink) {
      this.sink = sink;
    }

    void take(long number, String text) {
      RisLine line = RisLine.of(text, style);
      if (line == null) {
        takeUntagged(number, text);
      } else if (line.name().equals("TY")) {
        deliver("the next record begins without an ER before it", number);
        style = line.style();
        open = new TaggedRecord(number);
        open.add("TY", line.value());
      } else if (line.name().equals("ER")) {
        deliver("", number);
      } else {
        if (open == null) {
          open = new TaggedRecord(number);
        }
        open.add(line.name(), line.value());
      }
    }

    private void takeUntagged(long number, String text) {
      if (text.isBlank()) {
        return;
      }
      if (open == null || !open.goOn(text)) {
        sink.navigation(number, text.strip());
      }
    }

    void end(long number) {
      deliver("the content ends without an ER: it may be cut off", number);
    }

    private void deliver(String note, long number) {
      TaggedRecord record = open;
      open = null;
      if (record == null) {
        return;
      }
      any = true;
      RisFields.deliver(record, sink, true);
      if (!note.isEmpty()) {
        sink.note(number, note);
      }
    }
  }
}
