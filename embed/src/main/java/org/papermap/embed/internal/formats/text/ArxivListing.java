package org.papermap.embed.internal.formats.text;

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
import org.papermap.embed.internal.formats.UnrecognizedException;

/// arXiv's page of new papers, saved or copied as text: `[1] arXiv:2401.00001 [pdf, html]`, a line
/// with the title, one with the authors, labels, and on some pages the abstract. What its search
/// found is written alike, behind `1. arXiv:2401.00001 [pdf, other]`.
public final class ArxivListing extends NamedFormat {
  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:\\[\\d+\\]\\s+|\\d+\\.\\s*)arXiv:(\\S+)(?:(?:\\s.*)?\\sdoi\\s+(10\\.\\S+)|\\s.*)?");
  private static final Pattern TWO_PARTS =
      Pattern.compile(
          "(?m)^\\h*\\[\\d+\\]\\s+arXiv:\\S+.*\\R(?:.*\\R){0,3}?\\s*Title:"
              + "|^\\h*\\d+\\.\\h*arXiv:\\S+.*\\R(?:.*\\R){1,5}?\\s*Authors:");
  private static final Pattern CLASSES =
      Pattern.compile(
          "[a-z-]{2,10}(?:\\.[A-Za-z-]{2,12})?(?:\\s+[a-z-]{2,10}(?:\\.[A-Za-z-]{2,12})?){0,9}");
  private static final String END_OF_ABSTRACT = "△ Less";
  private static final String SUBMITTED = "Submitted ";
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:(?:New|Cross|Replacement) (?:submissions|lists)|Cross-lists|Replacements|Showing"
              + " |Total of |(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} \\p{L}{3} \\d{4}|See today's"
              + " new).*");

  public ArxivListing() {
    super("arxiv-list", "arXiv listing");
  }

  @Override
  public Claim claim(Head head) {
    boolean found =
        head.isText() && head.text().contains("arXiv:") && TWO_PARTS.matcher(head.text()).find();
    return found ? new Claim(Certainty.SIGNED, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    Listing listing = new Listing(sink);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      listing.take(lines.getLineNumber(), line.strip());
    }
    listing.deliver();
    if (!listing.any) {
      throw new UnrecognizedException(
          "not an arXiv listing: no line begins with \"[1] arXiv:\"",
          "Save the page as text again, or leave out --format");
    }
  }

  /// One pass over the lines, with the paper that is open.
  private static final class Listing {
    private final RecordSink sink;
    private @Nullable LabelledRecord open;
    private boolean any;

    /// Whether the abstract of the open paper has ended.
    private boolean ended;

    Listing(RecordSink sink) {
      this.sink = sink;
    }

    void take(long number, String line) {
      if (line.isEmpty()) {
        return;
      }
      Matcher start = START.matcher(line);
      LabelledRecord record = open;
      if (start.matches()) {
        deliver();
        ended = false;
        record = new LabelledRecord(number);
        record.add(Field.ARXIV, "arxiv", start.group(1));
        if (start.group(2) != null) {
          record.add(Field.DOI, "doi", start.group(2));
        }
        open = record;
      } else if (record == null || PAGE.matcher(line).matches()) {
        deliver();
        sink.navigation(number, line);
      } else {
        takeText(record, number, line);
      }
    }

    private void takeText(LabelledRecord record, long number, String raw) {
      boolean last = raw.endsWith(END_OF_ABSTRACT);
      String line = last ? raw.substring(0, raw.length() - END_OF_ABSTRACT.length()).strip() : raw;
      Label label = Label.of(line);
      boolean inText = record.isIn(Field.ABSTRACT) && !ended;
      if (label != null && label.known() && !inText) {
        record.add(label);
      } else if (ended && line.startsWith(SUBMITTED)) {
        String day = line.substring(SUBMITTED.length()).replaceFirst(";.*", "");
        record.add(Field.DATE, "submitted", day);
      } else if (record.isEmptyValue() || inText) {
        record.goOn(line);
      } else if (!record.has(Field.TITLE)) {
        boolean classes = CLASSES.matcher(line).matches();
        record.add(classes ? Field.KEYWORDS : Field.TITLE, classes ? "subjects" : "title", line);
      } else if (!record.has(Field.AUTHORS)) {
        record.add(Field.AUTHORS, "authors", line);
      } else if (ended) {
        sink.navigation(number, line);
      } else {
        record.add(Field.ABSTRACT, "abstract", line);
      }
      ended |= last;
    }

    void deliver() {
      if (open != null) {
        any = true;
        open.deliver(sink);
      }
      open = null;
    }
  }
}
