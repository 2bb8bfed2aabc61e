package org.papermap.embed.internal.formats.site;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.Locale;
import java.util.Objects;
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

/// Hugging Face's pages of papers, copied as text. On a page of a day stand, for each paper, who
/// submitted it, votes, its title, perhaps its abstract and an organisation, and how many authors
/// it has. The page of one paper begins with its arXiv identifier and the title, and names its
/// authors and its abstract.
public final class HuggingFaceText extends NamedFormat {
  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\h*Submitted by\\b.*\\R(?:.*\\R){1,16}?[\\h·•]*\\d+ authors?\\h*$");
  private static final Pattern ALONE =
      Pattern.compile("(?m)^arxiv:\\h?\\d{4}\\.\\d{4,5}\\h*\\R(?:.*\\R){1,40}?Authors:\\h*$");

  private static final Pattern SUBMITTED = Pattern.compile("[·•\\h]*Submitted by\\b\\s*(.*)");
  private static final Pattern ARXIV = Pattern.compile("arxiv:\\s?(\\d{4}\\.\\d{4,5})");
  private static final Pattern AUTHORS = Pattern.compile("[·•\\h]*\\d+ authors?");
  private static final Pattern PUBLISHED = Pattern.compile("[·•\\h]*Published on (.*)");
  private static final Pattern MARKS = Pattern.compile("[\\d\\p{P}\\p{S}\\h]*[kKmM]?|Upvotes?");
  private static final Pattern END =
      Pattern.compile(
          "View arXiv page|View PDF|Add to collection|Community.*|.* citing this paper.*");

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private static final int SHORTEST_ABSTRACT = 100;

  public HuggingFaceText() {
    super("huggingface-text", "Hugging Face papers as text");
  }

  @Override
  public Claim claim(Head head) {
    String text = head.isText() ? head.text() : "";
    boolean found =
        text.contains("Submitted by") && LISTED.matcher(text).find()
            || text.contains("citing this paper") && ALONE.matcher(text).find();
    return found ? new Claim(Certainty.SIGNED, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    Page page = new Page(sink);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        page.take(lines.getLineNumber(), line.strip());
      }
    }
    page.end();
    if (!page.any) {
      throw new UnrecognizedException(
          "not papers as Hugging Face lists them", "Copy the page again, or leave out --format");
    }
  }

  /// What the next line may be.
  private enum Part {
    NOTHING,
    USER,
    TITLE,
    BEHIND_TITLE,
    REST,
    NAMES,
    ABSTRACT
  }

  /// One pass over the lines that are not blank, with the paper that is open.
  private static final class Page {
    private final RecordSink sink;
    private Part part = Part.NOTHING;
    private SourceRecord.@Nullable Builder open;

    /// Whether the open paper has a page of its own.
    private boolean alone;

    private String title = "";
    private final StringBuilder text = new StringBuilder();
    private boolean any;

    Page(RecordSink sink) {
      this.sink = sink;
    }

    void take(long number, String line) {
      Matcher submitted = SUBMITTED.matcher(line);
      Matcher arxiv = ARXIV.matcher(line);
      if (arxiv.matches()) {
        end();
        begin(number, Part.TITLE, true);
        open().put(Field.ARXIV, arxiv.group(1));
      } else if (submitted.matches() && !(alone && part != Part.NOTHING)) {
        end();
        begin(number, submitted.group(1).isBlank() ? Part.USER : Part.TITLE, false);
      } else if (END.matcher(line).matches() && alone) {
        end();
        sink.navigation(number, line);
      } else {
        takePart(number, line);
      }
    }

    private void takePart(long number, String line) {
      Matcher published = PUBLISHED.matcher(line);
      if (published.matches() && (part == Part.BEHIND_TITLE || part == Part.REST)) {
        open().put(Field.DATE, published.group(1).replaceFirst("\\s*[·•].*", ""));
        return;
      }
      switch (part) {
        case NOTHING, REST -> sink.navigation(number, line);
        case USER -> part = Part.TITLE;
        case TITLE -> {
          if (!MARKS.matcher(line).matches()) {
            title = line;
            part = Part.BEHIND_TITLE;
          }
        }
        case BEHIND_TITLE -> takeBehindTitle(line);
        case NAMES -> {
          if (line.equals("Abstract")) {
            part = Part.ABSTRACT;
          } else {
            COMMA
                .splitAsStream(line)
                .filter(name -> !MARKS.matcher(name).matches())
                .forEach(open()::author);
          }
        }
        case ABSTRACT -> {
          if (line.toLowerCase(Locale.ROOT).startsWith("ai-generated summary")) {
            text.setLength(0); // what stood before it is the machine's
          } else {
            text.append(text.isEmpty() ? "" : "\n").append(line);
          }
        }
      }
    }

    private void takeBehindTitle(String line) {
      if (alone && line.equals("Authors:")) {
        part = Part.NAMES;
      } else if (alone && line.equals("Abstract")) {
        part = Part.ABSTRACT;
      } else if (!alone && line.length() >= SHORTEST_ABSTRACT) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      } else if (!alone && AUTHORS.matcher(line).matches()) {
        part = Part.REST;
      } else if (!alone && !MARKS.matcher(line).matches()) {
        open().put("organization", line);
      }
    }

    private void begin(long number, Part first, boolean onItsOwn) {
      open = SourceRecord.at(number);
      part = first;
      alone = onItsOwn;
    }

    private SourceRecord.Builder open() {
      return Objects.requireNonNull(open);
    }

    void end() {
      if (open != null && !title.isEmpty()) {
        sink.record(open().put(Field.TITLE, title).put(Field.ABSTRACT, text.toString()).build());
        any = true;
      }
      open = null;
      title = "";
      text.setLength(0);
      part = Part.NOTHING;
    }
  }
}
