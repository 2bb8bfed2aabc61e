package org.papermap.pipeline.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.corpus.ReadReport;
import org.papermap.files.OutputFile;

/// The account of a reading as reports hold it: what was read, and what was left behind and why.
///
/// @param withoutAbstract papers that were kept and stand by their titles
public record ReadingReport(
    Papers papers,
    List<Input> inputs,
    List<Drop> dropped,
    List<Line> withoutAbstract,
    List<Line> navigation,
    List<PassedOver> passedOver,
    List<Line> notes) {

  /// How many papers there are.
  public record Papers(
      int rows, int kept, int withoutAbstract, int dropped, Map<String, Integer> droppedFor) {}

  /// A file that was read.
  public record Input(String file, String format, String sha256, int rows, int kept) {}

  /// A record that gave no paper.
  public record Drop(String file, long line, String reason, String detail) {}

  /// A line of a file, or with line 0 the file as a whole.
  public record Line(String file, long line, String text) {}

  /// A file that was not read.
  public record PassedOver(String file, String why) {}

  public static ReadingReport of(ReadReport reading) {
    return new ReadingReport(
        papers(reading),
        reading.sources().stream()
            .map(it ->
                new Input(
                    FileNames.last(it.file()), it.format(), it.sha256(), it.rows(), it.kept()))
            .toList(),
        reading.drops().stream()
            .map(it ->
                new Drop(FileNames.last(it.file()), it.line(), it.reason().words(), it.detail()))
            .toList(),
        reading.bare().stream()
            .map(it -> new Line(FileNames.last(it.file()), it.line(), it.text()))
            .toList(),
        reading.navigation().stream()
            .map(it -> new Line(FileNames.last(it.file()), it.line(), it.text()))
            .toList(),
        reading.passedOver().stream()
            .map(it -> new PassedOver(FileNames.last(it.file()), it.why()))
            .toList(),
        reading.notes().stream()
            .map(it -> new Line(FileNames.last(it.file()), it.line(), it.text()))
            .toList());
  }

  private static Papers papers(ReadReport reading) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    reading.dropCounts().forEach((reason, count) -> reasons.put(reason.words(), count));
    return new Papers(
        reading.rows(), reading.kept(), reading.bare().size(), reading.drops().size(), reasons);
  }

  /// Writes the account by itself, as JSON.
  ///
  /// @throws IOException if the file cannot be written
  public static void write(ReadReport reading, Path file) throws IOException {
    OutputFile.write(file, stream -> JsonFiles.MAPPER.writeValue(stream, of(reading)));
  }
}
