package org.papermap.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.papermap.embed.internal.files.DraftFile;

/// A file that is to be written, and how those of its kind begin. In its place may be nothing, an
/// empty file, or an earlier one of the same kind: whatever else is there is somebody's own, and
/// stays.
///
/// @param what the kind in words, such as `a map`
/// @param start finds in the first 4,096 bytes, each as a character, what all of the kind have
public record OutputFile(Path path, String what, Pattern start) {
  private static final int HEAD = 4096;

  /// Requires that the file may be written.
  ///
  /// @throws OutputException if something else is there, or the path is blank
  /// @throws IOException if it cannot be read, or is a folder
  public void requireOurs() throws IOException {
    requireGiven(path);
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isDirectory(path)) {
      throw new IOException(path + ": is a folder. Name a file.");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new OutputException(path, "is a device or a pipe, not a file", "Name a file");
    }
    if (!isOurs()) {
      throw new OutputException(
          path, "is there, and not " + what + " of Papermap's", "Give another name, or move it");
    }
  }

  /// Whether nothing is lost when the file is written.
  public boolean isOurs() throws IOException {
    if (!Files.exists(path)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(path)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      return head.isEmpty() || start.matcher(head).find();
    } catch (NoSuchFileException _) {
      // Another process is replacing it at this moment.
      return true;
    }
  }

  /// Requires that a path names something: an empty one would mean the current folder.
  ///
  /// @throws OutputException if it is blank
  public static void requireGiven(Path path) throws OutputException {
    if (path.toString().isBlank()) {
      throw new OutputException(path, "names nothing", "Give a path");
    }
  }

  /// Requires, before any work is done, that there may be new files in a folder: which is there, or
  /// can be made.
  ///
  /// @throws IOException if it is no folder, or not writable
  public static void requireWritable(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw there.equals(folder.toAbsolutePath())
          ? new NotDirectoryException(folder.toString())
          : new FileSystemException(
              folder.toString(), null, "cannot be in " + there + ", a file. Give another place.");
    }
    if (!Files.isWritable(there)) {
      throw new AccessDeniedException(
          folder.toString(), null, "cannot be written. Give a folder that you may write to.");
    }
  }

  /// The content of a file.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes a file in full or not at all, then replaces the one at `target`, if any. Nothing
  /// changes when writing fails.
  public static void write(Path target, Content content) throws IOException {
    try (DraftFile draft = DraftFile.open(target)) {
      draft.write(content::writeTo);
      draft.publish();
    }
  }

  /// Writes a text in UTF-8, in full or not at all. A lone surrogate becomes a question mark.
  public static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A place that is not written to: it is an input, or what is there was made by somebody else.
  /// The message is one line for the user.
  public static final class OutputException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param found why the place cannot be used
    /// @param advice what to do, without a full stop
    public OutputException(Path place, String found, String advice) {
      super("%s: %s. %s.".formatted(place.toString().isBlank() ? "''" : place, found, advice));
    }
  }
}
