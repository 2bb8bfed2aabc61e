package org.papermap.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.papermap.embed.internal.files.DraftFile;

/// Writes files in full or not at all.
public final class AtomicFile {
  private AtomicFile() {}

  /// The content of a file.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes a file and then replaces the one at `target`, if any. Nothing changes when writing
  /// fails.
  public static void write(Path target, Content content) throws IOException {
    try (DraftFile draft = DraftFile.open(target)) {
      draft.write(content::writeTo);
      draft.publish();
    }
  }

  /// Writes a text in UTF-8. A lone surrogate becomes a question mark.
  public static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
