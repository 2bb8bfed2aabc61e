package org.papermap.embed.internal.formats.text;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// ScienceDirect's citations as text: authors, title, journal, volume, year, pages, ISSN and
/// addresses, a line each with a comma behind it, then `Abstract:` and `Keywords:`. A blank line
/// ends a record.
public final class ScienceDirect extends NamedFormat {
  private static final Pattern ADDRESS =
      Pattern.compile("(?m)^\\(https?://www\\.sciencedirect\\.com/science/article/\\S+\\)\\s*$");

  /// What may follow the journal.
  private static final Pattern AFTER_JOURNAL =
      Pattern.compile(
          "(?:Volumes? |Issue |Pages? |ISSN |ISBN |https?://|In Press|Available"
              + " online|\\d{4},$).*");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern LABEL = Pattern.compile("(Abstract|Keywords): ?(.*)");

  public ScienceDirect() {
    super("sciencedirect", "ScienceDirect text");
  }

  @Override
  public Claim claim(Head head) {
    boolean found =
        head.isText()
            && head.text().contains("(http")
            && ADDRESS.matcher(head.text()).find()
            && head.text().contains("\nISSN ");
    return found ? new Claim(Certainty.SURE, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    List<String> block = new ArrayList<>();
    boolean any = false;
    long begun = 1;
    String line;
    do {
      line = lines.readLine();
      if (line != null && !line.isBlank()) {
        begun = block.isEmpty() ? lines.getLineNumber() : begun;
        block.add(line.strip());
      } else if (!block.isEmpty()) {
        any |= deliver(begun, block, sink);
        block.clear();
      }
    } while (line != null);
    if (!any) {
      throw new UnrecognizedException(
          "not citations of ScienceDirect", "Export RIS there, or leave out --format");
    }
  }

  private static boolean deliver(long begun, List<String> block, RecordSink sink) {
    int after = 0;
    while (after < block.size() && !AFTER_JOURNAL.matcher(block.get(after)).matches()) {
      after++;
    }
    if (after < 2 || after == block.size()) {
      sink.navigation(begun, String.join(" ", block));
      return false;
    }
    SourceRecord.Builder record = SourceRecord.at(begun);
    record.put(Field.TITLE, bare(block.get(after - 2)));
    record.put(Field.VENUE, "journal", bare(block.get(after - 1)));
    record.put(Field.AUTHORS, bare(String.join(" ", block.subList(0, after - 2))));
    StringBuilder text = new StringBuilder();
    for (String line : block.subList(after, block.size())) {
      Matcher label = LABEL.matcher(line);
      if (label.matches() && label.group(1).equals("Keywords")) {
        record.put(Field.KEYWORDS, "keywords", label.group(2));
      } else if (label.matches() || !text.isEmpty()) {
        text.append(label.matches() ? label.group(2) : " " + line);
      } else {
        putFact(line, record);
      }
    }
    record.put(Field.ABSTRACT, text.toString());
    sink.record(record.build());
    return true;
  }

  private static void putFact(String line, SourceRecord.Builder record) {
    String bare = bare(line);
    if (YEAR.matcher(bare).matches()) {
      record.put(Field.DATE, bare);
    } else if (bare.contains("doi.org/")) {
      record.put(Field.DOI, bare);
    } else if (bare.startsWith("(http")) {
      record.put(Field.URL, bare.substring(1, bare.length() - 1));
    }
  }

  private static String bare(String line) {
    return line.replaceFirst("[,.]+$", "").strip();
  }
}
