package org.papermap.embed.internal.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.papermap.embed.internal.formats.registry.Formats;

/// What a format gives of one content, as it comes: raw, in order.
public final class Gathered implements RecordSink {
  private static final Path CASES = Path.of("src", "test", "resources", "org", "papermap", "cases");

  private final List<SourceRecord> records = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private String words = "";

  /// What the format that claims the content gives.
  public static Gathered of(byte[] content, String fileName) throws IOException {
    Gathered gathered = new Gathered();
    Source source =
        Source.of(new ByteArrayInputStream(content), fileName, FieldNames.common(), null);
    Formats.Choice choice = Formats.choose(source.head());
    gathered.words = choice.words();
    choice.format().read(source, gathered);
    return gathered;
  }

  public static Gathered of(String content) throws IOException {
    return of(content.getBytes(StandardCharsets.UTF_8), "");
  }

  /// What one format gives, whether it claims the content or not.
  public static Gathered by(Format format, byte[] content) throws IOException {
    Gathered gathered = new Gathered();
    format.read(
        Source.of(new ByteArrayInputStream(content), "", FieldNames.common(), null), gathered);
    return gathered;
  }

  /// A kept input, by its path below `org/papermap/cases` in the test resources.
  public static Gathered ofCase(String path) throws IOException {
    return of(caseBytes(path), path.substring(path.lastIndexOf('/') + 1));
  }

  public static byte[] caseBytes(String path) throws IOException {
    return Files.readAllBytes(CASES.resolve(path));
  }

  public List<SourceRecord> records() {
    return records;
  }

  public SourceRecord record(int place) {
    return records.get(place);
  }

  /// What was told, each as `kind line: text`.
  public List<String> told() {
    return told;
  }

  /// What the claim calls the content.
  public String words() {
    return words;
  }

  public List<String> titles() {
    return records.stream().map(record -> value(record, Field.TITLE)).toList();
  }

  public List<String> abstracts() {
    return records.stream().map(record -> value(record, Field.ABSTRACT)).toList();
  }

  public List<String> all(Field field) {
    return records.stream().map(record -> value(record, field)).toList();
  }

  /// The value that counts most for the field, on one line; or empty.
  public static String value(SourceRecord record, Field field) {
    Optional<SourceRecord.Value> known =
        record.values().stream()
            .filter(value -> value.meaning() == field && !value.text().isBlank())
            .findFirst();
    return known
        .or(() ->
            record.values().stream()
                .filter(value ->
                    value.meaning() == null
                        && !value.text().isBlank()
                        && FieldNames.common().isNamed(value.name(), field))
                .min(
                    Comparator.comparingInt(
                        value -> FieldNames.common().named(value.name()).orElseThrow().rank())))
        .map(value -> PlainText.oneLine(value.text()))
        .orElse("");
  }

  /// The value of this name, or empty.
  public static String named(SourceRecord record, String name) {
    return record.values().stream()
        .filter(value -> value.name().equals(name))
        .findFirst()
        .map(SourceRecord.Value::text)
        .orElse("");
  }

  @Override
  public void record(SourceRecord record) {
    records.add(record);
  }

  @Override
  public void malformed(long line, String detail) {
    told.add("malformed " + line + ": " + detail);
  }

  @Override
  public void withoutTitle(long line, String detail) {
    told.add("withoutTitle " + line + ": " + detail);
  }

  @Override
  public void withoutAbstract(long line, String detail) {
    told.add("withoutAbstract " + line + ": " + detail);
  }

  @Override
  public void navigation(long line, String text) {
    told.add("navigation " + line + ": " + text);
  }

  @Override
  public void note(long line, String text) {
    told.add("note " + line + ": " + text);
  }
}
