package org.papermap.embed.internal.formats.tagged;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Scopus' plain text: authors, their names in full and their numbers, the title, `(2020) Journal,
/// …` and an address, each on a line of its own, then lines with labels in capitals. `SOURCE:
/// Scopus` ends a record.
public final class ScopusText extends NamedFormat {
  /// Scopus puts these lines before RIS and BibTeX, too.
  private static final Pattern BEGINNING =
      Pattern.compile("Scopus\\s*\\R\\s*EXPORT DATE:.*\\R\\s*(?!TY  -|@\\w+\\{)\\S");

  private static final Pattern PUBLISHED = Pattern.compile("\\((\\d{4})\\) (.*)");
  private static final Pattern LABEL = Pattern.compile("([A-Z][A-Z &-]{2,30}[A-Z]|DOI): (.*)");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern NUMBERS = Pattern.compile("[\\d;,\\s]{6,}");

  private static final Map<String, Field> MEANINGS =
      Map.of(
          "DOI", Field.DOI,
          "ABSTRACT", Field.ABSTRACT,
          "AUTHOR FULL NAMES", Field.AUTHORS,
          "AUTHOR KEYWORDS", Field.KEYWORDS);

  public ScopusText() {
    super("scopus-text", "Scopus plain text");
  }

  @Override
  public Claim claim(Head head) {
    return head.begins(BEGINNING) ? new Claim(Certainty.SIGNED, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    Records records = new Records(sink);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      records.take(lines.getLineNumber(), line.strip());
    }
    records.deliver();
    if (!records.any) {
      throw new UnrecognizedException(
          "no plain text of Scopus", "Export CSV or RIS there, or leave out --format");
    }
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records {
    private final RecordSink sink;
    private final List<String> top = new ArrayList<>();
    private SourceRecord.@Nullable Builder open;
    private long begin;
    private boolean named;
    private boolean any;

    Records(RecordSink sink) {
      this.sink = sink;
    }

    void take(long number, String line) {
      Matcher published = PUBLISHED.matcher(line);
      Matcher label = LABEL.matcher(line);
      SourceRecord.Builder record = open;
      if (line.isEmpty() || line.equals("Scopus") || line.startsWith("EXPORT DATE:")) {
        return;
      }
      if (record == null && published.matches() && !top.isEmpty()) {
        begin(published);
      } else if (label.matches() && label.group(1).equals("AUTHOR FULL NAMES")) {
        named = true;
        top.clear();
        top.add(label.group(2).replaceAll("\\s*\\(\\d+\\)", ""));
        begin = begin == 0 ? number : begin;
      } else if (record == null) {
        begin = begin == 0 ? number : begin;
        if (!NUMBERS.matcher(line).matches()) {
          top.add(line);
        }
      } else if (label.matches()) {
        Field meaning = MEANINGS.get(label.group(1));
        if (meaning == null) {
          record.put(label.group(1).toLowerCase(Locale.ROOT), label.group(2));
        } else {
          record.put(meaning, label.group(1).toLowerCase(Locale.ROOT), label.group(2));
        }
        if (line.equals("SOURCE: Scopus")) {
          deliver();
        }
      } else if (ADDRESS.matcher(line).matches()) {
        record.put(Field.URL, "url", line);
      } else {
        sink.navigation(number, line);
      }
    }

    /// Above the year stands the title, above that the authors, if there are any.
    private void begin(Matcher published) {
      SourceRecord.Builder record = SourceRecord.at(begin);
      record.put(Field.TITLE, "title", top.getLast());
      if (top.size() > 1) {
        record.put(Field.AUTHORS, "authors", named ? top.getFirst() : separated(top.getFirst()));
      }
      record.put(Field.DATE, "year", published.group(1));
      record.put(Field.VENUE, "journal", published.group(2).replaceFirst(",.*", ""));
      open = record;
    }

    /// `Müller A.K., O'Brien S.`: commas part names where nothing else does.
    private static String separated(String names) {
      return names.indexOf(';') >= 0 ? names : names.replaceAll("(?<=\\.),\\s+", "; ");
    }

    void deliver() {
      if (open != null) {
        sink.record(open.build());
        any = true;
      }
      open = null;
      named = false;
      begin = 0;
      top.clear();
    }
  }
}
