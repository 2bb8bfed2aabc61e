package org.papermap.embed.internal.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that grows beside its place and takes it when it is done; until then, and when it is
/// never done, what stands there stays as it is. Not safe to use from several threads.
public final class DraftFile implements AutoCloseable {
  /// What a file is to hold.
  @FunctionalInterface
  public interface Content {
    /// Writes it.
    void writeTo(OutputStream out) throws IOException;
  }

  private final Path target;
  private final Path half;
  private final FileChannel channel;
  private final OutputStream out;

  private DraftFile(Path target, Path half, FileChannel channel) {
    this.target = target;
    this.half = half;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /// An empty draft of the file at `target`, whose folder is made if need be.
  public static DraftFile open(Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null || Files.isDirectory(absolute)) {
      throw new IOException(target + ": is a folder. Name a file.");
    }
    Files.createDirectories(folder);
    // The process's number keeps two programs apart that write the same file.
    Path half = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
    try {
      return new DraftFile(
          target,
          half,
          FileChannel.open(
              half,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw DiskFailure.at(target, e);
    }
  }

  /// Adds to the end.
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

  /// Writes over the beginning, which must be there already.
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

  /// Puts the file in its place.
  public void publish() throws IOException {
    try {
      out.flush();
      channel.close();
      Files.move(half, target.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw DiskFailure.at(target, e);
    }
  }

  /// Clears a draft away that has not been published.
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(half);
  }
}
