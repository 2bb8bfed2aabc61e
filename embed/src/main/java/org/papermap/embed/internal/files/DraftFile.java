package org.papermap.embed.internal.files;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is written beside its target and replaces it when it is complete. Until then, and if
/// it is never completed, the target stays as it is. The file is forced to the disk before it
/// replaces the target. Where the place is a link, the file that it leads to is replaced. Not safe
/// to use from several threads.
public final class DraftFile implements AutoCloseable {
  /// The content of a file.
  @FunctionalInterface
  public interface Content {
    /// Writes it.
    void writeTo(OutputStream out) throws IOException;
  }

  /// The most links that are followed, since links may form a circle.
  private static final int MOST_LINKS = 40;

  /// The lock is held until then, except on Windows, where it must be given up just before.
  private static final boolean MOVES_OPEN_FILES = File.separatorChar == '/';

  private final Path target;
  private final Path place;
  private final Path half;
  private final FileChannel channel;
  private final OutputStream out;

  private DraftFile(Path target, Path place, Drafts.Draft draft) {
    this.target = target;
    this.place = place;
    this.half = draft.path();
    this.channel = draft.channel();
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /// An empty draft of the file at `target`; creates its folder.
  public static DraftFile open(Path target) throws IOException {
    if (target.toString().isBlank()) {
      throw new IOException("'" + target + "': names nothing. Give a path.");
    }
    Path absolute = linked(target.toAbsolutePath());
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null || Files.isDirectory(absolute)) {
      throw new IOException(target + ": is a folder. Name a file.");
    }
    if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
      throw new IOException(target + ": is a device or a pipe, not a file. Name a file.");
    }
    Files.createDirectories(folder);
    try {
      Path real = folder.toRealPath();
      return new DraftFile(target, real.resolve(name), Drafts.file(real, name.toString()));
    } catch (IOException e) {
      throw DiskFailure.at(target, e);
    }
  }

  private static Path linked(Path path) throws IOException {
    Path place = path;
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(place); i++) {
      place = place.resolveSibling(Files.readSymbolicLink(place)).normalize();
    }
    return place;
  }

  /// Appends.
  public void write(byte[] bytes) throws IOException {
    write(stream -> stream.write(bytes));
  }

  public void write(Content content) throws IOException {
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw DiskFailure.at(target, e);
    }
  }

  /// Overwrites the beginning, which must have been written.
  public void writeFirst(byte[] bytes) throws IOException {
    try {
      out.flush();
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest, rest.position());
      }
    } catch (IOException e) {
      throw DiskFailure.at(target, e);
    }
  }

  /// Moves the file to its target.
  public void publish() throws IOException {
    try {
      out.flush();
      channel.force(true);
      if (MOVES_OPEN_FILES) {
        Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
        channel.close();
      } else {
        channel.close();
        Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw DiskFailure.at(target, e);
    }
    Drafts.end(half);
    Path folder = place.getParent();
    // Of a folder that is a draft itself, all names are forced at its end.
    if (folder != null && !Drafts.isLive(folder)) {
      Durable.sync(folder);
    }
  }

  /// Deletes a draft that was not published.
  @Override
  public void close() throws IOException {
    channel.close();
    if (Drafts.isLive(half)) {
      Files.deleteIfExists(half);
      Drafts.end(half);
    }
  }
}
