package org.papermap.embed.internal.formats.text;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.List;
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

/// Blocks of labelled lines, `Title: … PDF: … Summary: …`, in any order that the file keeps to. A
/// line of dashes parts blocks; without one a block begins with the label that the file began with,
/// or with a second title or abstract.
public final class LabelledBlocks extends NamedFormat {
  static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*[-=_*~#+][-=_*~#+\\s]{2,}|(?i:(?:record|document|paper) #?\\d+( of"
              + " \\d+)?\\s*:?)|<RECORD \\d+>");

  /// `👍 3 💬 1`, as chats have it below a message.
  private static final Pattern REACTIONS =
      Pattern.compile(
          "\\s*+(?:(?:[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D}]++|:[a-z0-9_+-]{2,30}:)\\s*+\\d{0,5}\\s*+){1,60}");

  private static final Pattern HEADING =
      Pattern.compile("(?i)\\W{0,12}(?:abstract|summary)\\W{0,4}");
  private static final Pattern MARKS =
      Pattern.compile("(?m)^.{0,6}\\*\\*\\p{L}[^*\\n]{1,30}(:\\*\\*|\\*\\*:)");

  /// Types whose fields are called as those of papers are.
  private static final Pattern CODE =
      Pattern.compile(
          "(?m)^\\h*(?:\\w+ )?(?:type|interface|class|struct|message|enum|model)"
              + " \\w+[^\\n]{0,80}\\{\\h*$");

  private static final Pattern YAML =
      Pattern.compile(
          "(?m)\\A---\\h*\\R|\\A- [a-z_]+:(?:\\h|\\R)|^[a-z_-]+:\\h*\\R(?:\\h*-"
              + " |\\h+[a-z_-]+:(?:\\h|\\R))");

  public LabelledBlocks() {
    super("labelled", "labelled text");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText() || CODE.matcher(head.text()).find()) {
      return Claim.none();
    }
    if (LoneLabels.areIn(head.wholeLines().lines().toList())) {
      return new Claim(Certainty.LIKELY, words());
    }
    if (head.text().chars().noneMatch(c -> ":：[【〔「".indexOf(c) >= 0)) {
      return Claim.none();
    }
    List<Label> labels =
        head.wholeLines()
            .lines()
            .map(Label::of)
            .filter(label -> label != null && label.meaning() != null)
            .toList();
    long titles = labels.stream().filter(label -> label.means(Field.TITLE)).count();
    long texts = labels.stream().filter(label -> label.means(Field.ABSTRACT)).count();
    // A date and words have minutes and notices, too.
    long others = labels.stream().filter(Label::isOfPaper).count();
    boolean yaml =
        YAML.matcher(head.text().stripLeading()).find()
            && labels.stream().limit(2).allMatch(Label::isLowerCase);
    if (titles == 0 && texts > 1 && TitlesAboveLabels.areIn(head.wholeLines().lines().toList())) {
      return new Claim(Certainty.POSSIBLE, words());
    }
    boolean sure = titles > 0 && (texts > 0 || others >= titles) && !yaml;
    if (!sure) {
      return Claim.none();
    }
    boolean first =
        head.text()
            .lines()
            .filter(line -> !line.isBlank() && !SEPARATOR.matcher(line).matches())
            .findFirst()
            .map(Label::of)
            .filter(label -> label.meaning() != null)
            .isPresent();
    return new Claim(first ? Certainty.SURE : Certainty.LIKELY, words());
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    Head head = source.head();
    Blocks blocks = new Blocks(sink, head.hasExtension("md") || MARKS.matcher(head.text()).find());
    List<String> first = head.wholeLines().lines().toList();
    List<String> all = List.of();
    if (TitlesAboveLabels.areIn(first)) {
      all = TitlesAboveLabels.labelled(lines.lines().toList());
    } else if (LoneLabels.areIn(first)) {
      all = LoneLabels.labelled(lines.lines().toList());
    }
    for (int i = 0; i < all.size(); i++) {
      blocks.take(i + 1, all.get(i));
    }
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      blocks.take(lines.getLineNumber(), line);
    }
    blocks.deliver();
    if (!blocks.anyTitle) {
      throw new UnrecognizedException(
          "no line that begins with \"Title:\"",
          "Put \"Title:\" and \"Abstract:\" before the lines, or leave out --format");
    }
  }

  /// One pass over the lines, with the block that is open.
  private static final class Blocks {
    /// A paragraph without a label of its own is an abstract from this length on.
    private static final int LONG = 100;

    private final RecordSink sink;
    private final boolean markdown;
    private @Nullable LabelledRecord open;
    private String starter = "";
    private boolean anyTitle;

    /// Whether lines of dashes part the papers, in which labels may then come again.
    private boolean parted;

    /// Whether the labels stand below an item of a list, which the next item ends.
    private boolean indented;

    private boolean afterBlank;

    /// Whether the last line had blanks before it.
    private boolean inset;

    Blocks(RecordSink sink, boolean markdown) {
      this.sink = sink;
      this.markdown = markdown;
    }

    void take(long number, String line) {
      if (line.isBlank()) {
        afterBlank = true;
        return;
      }
      Label label = label(line);
      if (indented && line.startsWith("- ")) {
        deliver();
      }
      if (SEPARATOR.matcher(line).matches()) {
        parted |= starter.isEmpty();
        deliver();
      } else if (REACTIONS.matcher(line).matches()) {
        sink.navigation(number, line.strip());
      } else if (label != null && isLabel(label, line)) {
        indented |= open == null && Character.isWhitespace(line.charAt(0));
        label(number, label);
      } else {
        goOn(number, line);
      }
      afterBlank = false;
      inset = Character.isWhitespace(line.charAt(0));
    }

    /// The label that the line begins with; `Abstract` alone is one, where none has come yet.
    private @Nullable Label label(String line) {
      LabelledRecord record = open;
      boolean heading =
          record != null
              && record.has(Field.TITLE)
              && !record.has(Field.ABSTRACT)
              && HEADING.matcher(line).matches();
      return heading ? new Label(Field.ABSTRACT, "abstract", "", true) : Label.of(line);
    }

    /// A label that no paper is known to have may be part of an abstract, of a value below its
    /// label or, indented, of a title.
    private boolean isLabel(Label label, String line) {
      if (label.known()) {
        return true;
      }
      LabelledRecord record = open;
      boolean inText = record == null || record.isIn(Field.ABSTRACT) || record.isEmptyValue();
      return !inText && !Character.isWhitespace(line.charAt(0));
    }

    private void label(long number, Label label) {
      boolean first = starter.isEmpty();
      if (first) {
        starter = label.name();
      }
      LabelledRecord record = open;
      boolean begins =
          record == null
              || (label.means(Field.TITLE) && record.has(Field.TITLE))
              || (label.means(Field.ABSTRACT) && record.has(Field.ABSTRACT))
              || (label.name().equals(starter) && record.has(Field.TITLE) && !parted);
      if (begins) {
        deliver();
        record = new LabelledRecord(number, markdown);
        open = record;
      }
      if (record != null) {
        record.add(label);
        anyTitle |= label.means(Field.TITLE);
      }
    }

    private void goOn(long number, String line) {
      LabelledRecord record = open;
      String text = line.strip();
      if (indented && record != null && record.isEmptyValue()) {
        text = text.replaceFirst("^[-*] ", "");
      }
      boolean foot = afterBlank && inset && !Character.isWhitespace(line.charAt(0));
      if (record == null
          || (afterBlank && record.hasValue() && (foot || !isParagraph(text, record)))) {
        sink.navigation(number, text);
      } else if (afterBlank && !record.isIn(Field.ABSTRACT) && record.hasValue()) {
        if (record.has(Field.ABSTRACT)) {
          sink.navigation(number, text);
        } else {
          record.add(new Label(Field.ABSTRACT, "abstract", text, true));
        }
      } else if (!record.goOn(text)) {
        sink.navigation(number, text);
      }
    }

    /// Whether a text after a blank line may be part of an abstract.
    private static boolean isParagraph(String text, LabelledRecord record) {
      boolean sentence = text.length() >= LONG / 2 && text.endsWith(".");
      return text.length() >= LONG || (sentence && record.isIn(Field.ABSTRACT));
    }

    void deliver() {
      if (open != null) {
        open.deliver(sink);
      }
      open = null;
    }
  }
}
