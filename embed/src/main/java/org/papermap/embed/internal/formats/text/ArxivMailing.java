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

/// arXiv's daily mail: an announcement begins with `\\`, then come its labels, `\\` again, the
/// abstract, and `\\ ( address , size)`. Announcements of new versions have no abstract.
public final class ArxivMailing extends NamedFormat {
  private static final String BREAK = "\\\\";
  private static final Pattern START =
      Pattern.compile("(?m)^\\\\\\\\\\h*\\R(?:arXiv:\\S|Paper:\\h|Paper \\()");
  private static final Pattern LABEL =
      Pattern.compile("([A-Z][A-Za-z-]*)(?:\\h*\\([^)]*\\))?:\\s*(.*)");
  private static final Pattern ID = Pattern.compile("(?:arXiv:|Paper[^:]*:\\s*)(\\S+).*");
  private static final Pattern END = Pattern.compile("\\\\\\\\\\h*\\(\\s*(\\S+?)\\s*,.*\\)?\\h*");
  private static final Pattern SIZE = Pattern.compile("\\s*\\(\\d+kb[^)]*\\)\\s*$");
  private static final Pattern RULE = Pattern.compile("[-%]{5,}");

  public ArxivMailing() {
    super("arxiv-mail", "arXiv mailing");
  }

  @Override
  public Claim claim(Head head) {
    boolean found =
        head.isText() && head.text().contains("\\\\") && START.matcher(head.text()).find();
    return found ? new Claim(Certainty.SIGNED, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    Mail mail = new Mail(sink);
    boolean coded = QuotedPrintable.isIn(source.head());
    String line = coded ? QuotedPrintable.readLine(lines) : lines.readLine();
    while (line != null) {
      mail.take(lines.getLineNumber(), line);
      line = coded ? QuotedPrintable.readLine(lines) : lines.readLine();
    }
    mail.end();
    if (!mail.any) {
      throw new UnrecognizedException(
          "not an arXiv mailing: no line is \"\\\\\"",
          "Save the mail as text, or leave out --format");
    }
  }

  /// Where in an announcement a line stands.
  private enum Part {
    OUTSIDE,
    LABELS,
    ABSTRACT
  }

  /// One pass over the lines, with the announcement that is open.
  private static final class Mail {
    private final RecordSink sink;
    private Part part = Part.OUTSIDE;
    private @Nullable LabelledRecord open;
    private long start;
    private boolean any;

    Mail(RecordSink sink) {
      this.sink = sink;
    }

    void take(long number, String text) {
      String line = text.strip();
      if (RULE.matcher(line).matches()) {
        deliver("");
      } else if (line.equals(BREAK)) {
        turn(number);
      } else if (line.startsWith(BREAK) && END.matcher(line).matches()) {
        Matcher end = END.matcher(line);
        deliver(end.matches() ? end.group(1) : "");
      } else {
        takeText(number, text, line);
      }
    }

    private void turn(long number) {
      switch (part) {
        case OUTSIDE -> {
          part = Part.LABELS;
          open = null;
          start = number;
        }
        case LABELS -> {
          part = Part.ABSTRACT;
          if (open != null) {
            open.add(Field.ABSTRACT, "abstract", "");
          }
        }
        case ABSTRACT -> deliver("");
      }
    }

    private void takeText(long number, String text, String line) {
      LabelledRecord record = open;
      if (line.isEmpty()) {
        return;
      }
      if (part == Part.OUTSIDE) {
        sink.navigation(number, line);
      } else if (part == Part.ABSTRACT) {
        if (record == null || !record.goOn(line)) {
          sink.navigation(number, line);
        }
      } else {
        if (record == null) {
          record = new LabelledRecord(start + 1);
          open = record;
        }
        label(record, number, text, line);
      }
    }

    private void label(LabelledRecord record, long number, String text, String line) {
      Matcher id = ID.matcher(line);
      Matcher label = LABEL.matcher(line);
      boolean indented = Character.isWhitespace(text.charAt(0));
      if (id.matches() && !record.has(Field.ARXIV)) {
        record.add(Field.ARXIV, "arxiv", id.group(1));
      } else if (!indented && label.matches()) {
        add(record, label.group(1), label.group(2));
      } else if (!record.goOn(line)) {
        sink.navigation(number, line);
      }
    }

    private static void add(LabelledRecord record, String name, String value) {
      switch (name) {
        case "Title" -> record.add(Field.TITLE, name, value);
        case "Author", "Authors" -> record.add(Field.AUTHORS, name, value);
        case "DOI" -> record.add(Field.DOI, name, value);
        case "Categories", "Subjects" -> record.add(Field.KEYWORDS, "categories", value);
        case "Date" -> {
          if (!record.has(Field.DATE)) {
            record.add(Field.DATE, name, SIZE.matcher(value).replaceAll(""));
          }
        }
        default -> record.add(new Label(null, name, value, true));
      }
    }

    void end() {
      deliver("");
    }

    private void deliver(String address) {
      LabelledRecord record = open;
      open = null;
      part = Part.OUTSIDE;
      if (record == null) {
        return;
      }
      any = true;
      if (!address.isEmpty()) {
        record.add(Field.URL, "url", address);
      }
      record.deliver(sink);
    }
  }
}
