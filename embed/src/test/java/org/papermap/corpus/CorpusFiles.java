package org.papermap.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Files to read in tests.
public final class CorpusFiles {
  /// One sentence over and over, long enough for the abstract of a page dump.
  static final String LONG = "This sentence is here only to be long enough. ".repeat(6).strip();

  private static final Path CASES = Path.of("src", "test", "resources", "org", "papermap", "cases");

  private CorpusFiles() {}

  /// The papers of a kept input, by its path below `org/papermap/cases` in the test resources.
  public static CorpusReading readCase(String path) throws IOException {
    return CorpusReader.read(caseFile(path));
  }

  /// The same file, to be read otherwise.
  public static Path caseFile(String path) {
    return CASES.resolve(path);
  }

  static Path file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  static CorpusReading reading(Path folder, String name, String text) throws IOException {
    return CorpusReader.read(file(folder, name, text));
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
