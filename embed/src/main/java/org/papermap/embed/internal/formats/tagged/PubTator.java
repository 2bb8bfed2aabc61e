package org.papermap.embed.internal.formats.tagged;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;

/// PubTator: `12345|t|Title` and `12345|a|Abstract`, with what was found in them on lines below.
public final class PubTator extends NamedFormat {
  private static final Pattern TEXT = Pattern.compile("(\\S{1,60}?)\\|([ta])\\|(.*)");
  private static final Pattern FIRST = Pattern.compile("\\S{1,60}?\\|t\\|.*\\R++\\S{1,60}?\\|a\\|");

  public PubTator() {
    super("pubtator", "PubTator");
  }

  @Override
  public Claim claim(Head head) {
    return head.isText() && head.begins(FIRST)
        ? new Claim(Certainty.SIGNED, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    SourceRecord.@Nullable Builder record = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher text = TEXT.matcher(line.strip());
      if (!text.matches()) {
        continue; // what was found in the texts
      }
      if (record == null || text.group(2).equals("t")) {
        if (record != null) {
          sink.record(record.build());
        }
        String id = text.group(1);
        record = SourceRecord.at(lines.getLineNumber());
        record.put(id.matches("\\d{4,9}") ? Field.PUBMED : Field.KEY, "pmid", id);
      }
      record.put(text.group(2).equals("t") ? Field.TITLE : Field.ABSTRACT, text.group(3));
    }
    if (record != null) {
      sink.record(record.build());
    }
  }
}
