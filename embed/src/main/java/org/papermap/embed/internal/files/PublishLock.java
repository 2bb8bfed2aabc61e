package org.papermap.embed.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// A lock under which one thread of one process at a time publishes files of a folder. Its file
/// exists only meanwhile. The thread that has locked it holds it until it closes it.
public final class PublishLock implements AutoCloseable {
  private static final ConcurrentMap<Path, ReentrantLock> IN_THIS_PROCESS =
      new ConcurrentHashMap<>();

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_BYTES = 1 << 20;

  private final ReentrantLock lock;
  private final FileChannel channel;
  private final Path file;

  private PublishLock(ReentrantLock lock, FileChannel channel, Path file) {
    this.lock = lock;
    this.channel = channel;
    this.file = file;
  }

  /// Waits for its turn.
  public static PublishLock on(Path file) throws IOException {
    ReentrantLock lock = IN_THIS_PROCESS.computeIfAbsent(file, _ -> new ReentrantLock());
    lock.lock();
    try {
      while (true) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isHeld(channel, file)) {
          return new PublishLock(lock, channel, file);
        }
        channel.close();
      }
    } catch (IOException | RuntimeException e) {
      lock.unlock();
      throw e;
    }
  }

  /// Locks, and sees that the file was not taken away before: by its size, as the system gives a
  /// lock up when the file is opened and closed once more.
  private static boolean isHeld(FileChannel channel, Path file) throws IOException {
    try {
      FileLock _ = channel.lock();
    } catch (UnsupportedOperationException _) {
      return true;
    }
    int size = 1 + RANDOM.nextInt(MOST_BYTES);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(new byte[1]), size - 1L);
    try {
      return Files.size(file) == size;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      lock.unlock();
    }
  }
}
