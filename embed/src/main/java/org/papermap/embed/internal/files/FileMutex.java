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

/// Lets one thread of one process in at a time. Held until it is closed, by the thread that has
/// locked it; given back by the system when a process dies.
public final class FileMutex implements AutoCloseable {
  /// The system's locks hold between processes, and fail between threads of one.
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
  /// @param file an empty file that exists for this purpose alone; made if need be, with its folder
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
