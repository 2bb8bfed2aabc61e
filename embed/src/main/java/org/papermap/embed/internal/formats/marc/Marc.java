package org.papermap.embed.internal.formats.marc;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;

/// MARC as catalogues hand it out (`.mrc`, ISO 2709), and the forms in which programs print it:
/// `=245 10$aTitle` (MarcEdit), `245 10 $a Title` (yaz-marcdump) and Aleph's with a number before.
/// Of the first, lines are records.
public final class Marc extends NamedFormat {
  private static final int END_OF_RECORD = 0x1D;
  private static final String END_OF_FIELD = "\u001E";
  private static final String BEFORE_CODE = "\u001F";
  private static final int LEADER = 24;
  private static final int ENTRY = 12;

  /// Longer than any record may be, which tells its length in five digits.
  private static final int LONGEST = 1 << 20;

  private static final Pattern LEADER_LINE = Pattern.compile("\\d{5}.{5}22\\d{5}.{3}45");
  private static final Pattern PRINTED =
      Pattern.compile("=LDR  .*\\R(?:=\\d{3}  .*\\R){0,60}=(?:245|200)  |\\d{5}.{5}22.{12}\\R001 ");
  private static final Pattern LINE = Pattern.compile("=?(\\d{3}|LDR) {1,2}(.*)");

  /// `000000001 24510 L $$aTitle`, as Aleph writes it.
  private static final Pattern OF_ALEPH = Pattern.compile("(\\d{9}) (\\d{3}|LDR)(..) [A-Z] (.*)");

  private static final Pattern LEADER_AGAIN = Pattern.compile("=LDR .*|\\d{5}.{5}22.{10,14}");

  public Marc() {
    super("marc", "MARC");
  }

  @Override
  public Claim claim(Head head) {
    return head.begins(LEADER_LINE) || head.begins(PRINTED) || head.begins(OF_ALEPH)
        ? new Claim(Certainty.SIGNED, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    if (source.head().text().contains(END_OF_FIELD)) {
      readBytes(source.bytes(), sink);
    } else {
      readLines(source.text(), sink);
    }
  }

  private static void readBytes(InputStream bytes, RecordSink sink) throws IOException {
    long number = 0;
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      if (next != END_OF_RECORD) {
        if (record.size() > 0 || !Character.isWhitespace(next)) {
          record.write(next);
        }
      }
      if (next == END_OF_RECORD || record.size() > LONGEST) {
        deliver(++number, record.toByteArray(), sink);
        record.reset();
      }
    }
    if (record.size() > 0) {
      sink.malformed(number + 1, "the content is cut off in this record");
    }
  }

  private static void deliver(long number, byte[] bytes, RecordSink sink) {
    String text = MarcLetters.decoded(bytes);
    int end = text.indexOf(END_OF_FIELD);
    if (end < LEADER || (end - LEADER) % ENTRY != 0) {
      sink.malformed(number, "no directory of fields, as MARC has it");
      return;
    }
    String directory = text.substring(LEADER, end);
    List<String> contents = List.of(text.substring(end + 1).split(END_OF_FIELD, -1));
    int count = directory.length() / ENTRY;
    if (contents.size() < count) {
      sink.malformed(
          number, "%d fields are listed and here are %d".formatted(count, contents.size()));
      return;
    }
    // By their places: the lengths are those of bytes, which conversions change.
    List<String> entries =
        IntStream.range(0, count)
            .mapToObj(i -> directory.substring(i * ENTRY, (i + 1) * ENTRY))
            .sorted(Comparator.comparing(entry -> entry.substring(7)))
            .toList();
    List<MarcField> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(field(entries.get(i).substring(0, 3), contents.get(i), BEFORE_CODE));
    }
    fields.sort(Comparator.comparing(MarcField::tag));
    sink.record(new MarcRecord(number, fields).record());
  }

  /// @param mark what stands before the code of a part
  private static MarcField field(String tag, String content, String mark) {
    int first = content.indexOf(mark);
    if (tag.startsWith("00") || first < 0) {
      return new MarcField(tag, "", content, List.of());
    }
    List<MarcField.Part> parts = new ArrayList<>();
    for (String part : content.substring(first + 1).split(Pattern.quote(mark), -1)) {
      if (!part.isEmpty()) {
        parts.add(
            new MarcField.Part(part.substring(0, 1), part.substring(1).replace("{dollar}", "$")));
      }
    }
    return new MarcField(tag, content.substring(0, first), "", parts);
  }

  private static void readLines(BufferedReader text, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(text);
    List<MarcField> fields = new ArrayList<>();
    long begin = 0;
    String number = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher aleph = OF_ALEPH.matcher(line);
      Matcher field = LINE.matcher(line);
      if (line.isBlank() || LEADER_AGAIN.matcher(line).matches()) {
        deliver(begin, fields, sink);
        begin = line.isBlank() ? 0 : lines.getLineNumber();
      } else if (aleph.matches()) {
        if (!aleph.group(1).equals(number)) {
          deliver(begin, fields, sink);
          begin = 0;
        }
        number = aleph.group(1);
        begin = begin == 0 ? lines.getLineNumber() : begin;
        String content = aleph.group(4).replace("$$", "$").replace('^', ' ');
        boolean plain = aleph.group(2).startsWith("00");
        fields.add(field(aleph.group(2), plain ? content : aleph.group(3) + content, "$"));
      } else if (field.matches()) {
        begin = begin == 0 ? lines.getLineNumber() : begin;
        fields.add(field(field.group(1), blanks(field.group(1), field.group(2)), "$"));
      } else {
        sink.navigation(lines.getLineNumber(), line.strip());
      }
    }
    deliver(begin, fields, sink);
  }

  /// MarcEdit prints a backslash for a blank where places count.
  private static String blanks(String tag, String content) {
    int end = tag.startsWith("00") ? content.length() : Math.min(2, content.length());
    return content.substring(0, end).replace('\\', ' ') + content.substring(end);
  }

  private static void deliver(long line, List<MarcField> fields, RecordSink sink) {
    if (!fields.isEmpty()) {
      sink.record(new MarcRecord(line, List.copyOf(fields)).record());
      fields.clear();
    }
  }
}
