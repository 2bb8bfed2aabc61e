package org.papermap.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.papermap.embed.internal.files.DraftFile;

/// Writes files that are there in full or not at all.
public final class AtomicFile {
  private AtomicFile() {}

  /// What a file is to hold.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Puts a file in the place of the one at `target`, if any, once all of it is written. Nothing
  /// changes when writing fails.
  public static void write(Path target, Content content) throws IOException {
    try (DraftFile draft = DraftFile.open(target)) {
      draft.write(content::writeTo);
      draft.publish();
    }
  }

  /// Writes a text in UTF-8; half a character, as a cut text may end in, becomes a question mark.
  public static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
