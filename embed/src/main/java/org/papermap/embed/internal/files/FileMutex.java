package org.papermap.embed.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// A lock that one thread of one process holds at a time, until it closes it. The system releases
/// it when the process dies.
public final class FileMutex implements AutoCloseable {
  /// The system's locks work between processes, not between threads of one.
  private static final ConcurrentMap<Path, ReentrantLock> IN_THIS_PROCESS =
      new ConcurrentHashMap<>();

  private final ReentrantLock lock;
  private final FileChannel channel;

  private FileMutex(ReentrantLock lock, FileChannel channel) {
    this.lock = lock;
    this.channel = channel;
  }

  /// Waits for its turn.
  ///
  /// @param file an empty file for this lock alone; created with its folder
  public static FileMutex lock(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    ReentrantLock lock = IN_THIS_PROCESS.computeIfAbsent(absolute, _ -> new ReentrantLock());
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new FileLockInterruptionException();
    }
    try {
      Path folder = absolute.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new FileMutex(lock, locked(absolute));
    } catch (IOException | RuntimeException e) {
      lock.unlock();
      throw e;
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      lock.unlock();
    }
  }
}
