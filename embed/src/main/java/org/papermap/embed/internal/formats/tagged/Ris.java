package org.papermap.embed.internal.formats.tagged;

import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;

/// RIS, as EndNote, Zotero, Mendeley and the publishers write it: `TY - JOUR` begins a record and
/// `ER -` ends it (Research Information Systems, RIS Format Specifications).
///
/// Read as well: a missing `ER`, one blank before the dash or none, lower-case tags, values over
/// several lines, lines before the first record. What stands between records and belongs to none is
/// reported.
public final class Ris extends TaggedFormat {
  private static final Pattern FIRST_TAG =
      Pattern.compile("(?m)^\\h*(?i:TY)\\h{0,3}[-–]\\h*[A-Za-z0-9]{2,10}\\h*$");
  private static final Pattern TAG = Pattern.compile("(?m)^[A-Z][A-Z0-9] {1,2}[-–] ");
  private static final Pattern END = Pattern.compile("(?m)^\\h*ER  -\\h*$");
  private static final Pattern TAG_BEFORE_END = Pattern.compile("(?m)^(TI|T1|AU|A1|AB|N2)  - ");

  public Ris() {
    super(
        "ris",
        "RIS",
        Records::new,
        "not RIS: no line begins with a tag such as \"TY  - JOUR\"",
        "Export RIS again, or leave out --format");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText()) {
      return Claim.none();
    }
    String text = head.text().replace('\u00A0', ' '); // as copied from a page
    if (head.begins(FIRST_TAG)) {
      return new Claim(Certainty.SIGNED, words());
    }
    boolean begun = FIRST_TAG.matcher(text).find() && TAG.matcher(text).find();
    boolean ended =
        text.contains("ER  -") && END.matcher(text).find() && TAG_BEFORE_END.matcher(text).find();
    // A table may have records in its cells.
    return begun || ended ? new Claim(Certainty.LIKELY, words()) : Claim.none();
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records extends TaggedReader {
    private RisLine.Style style = RisLine.Style.STRICT;

    Records(RecordSink sink) {
      super(sink);
    }

    @Override
    void take(long number, String text) {
      RisLine line = RisLine.of(text, style);
      if (line == null && open() instanceof TaggedRecord record && !record.isInText()) {
        line = RisLine.of(text, RisLine.Style.LOOSE);
      }
      if (line == null) {
        if (!text.isBlank()) {
          goOn(number, text);
        }
      } else if (line.name().equals("TY")) {
        close("the next record begins without an ER before it", number);
        style = line.style();
        begin(number).add("TY", line.value());
      } else if (line.name().equals("ER")) {
        TaggedRecord _ = close();
      } else {
        TaggedRecord open = open();
        (open == null ? begin(number) : open).add(line.name(), line.value());
      }
    }

    @Override
    void end(long number) {
      close("the content ends without an ER: it may be cut off", number);
    }

    private void close(String note, long number) {
      TaggedRecord ended = close();
      if (ended != null && !isLeftOver(ended)) {
        sink.note(number, note);
      }
    }

    @Override
    void deliver(TaggedRecord record) {
      if (isLeftOver(record)) {
        record.forEach((name, value) ->
            sink.navigation(record.line(), name + "  - " + value.replace('\n', ' ')));
      } else {
        RisFields.deliver(record, sink, true);
      }
    }

    /// Ovid writes tags behind the end of a record.
    private static boolean isLeftOver(TaggedRecord record) {
      return !record.has("TY") && !RisFields.isPaper(record);
    }
  }
}
