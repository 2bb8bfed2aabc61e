package org.papermap.embed.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The drafts of this process, and those that others have left behind. A draft has a random name,
/// since processes in two containers may have the same number. Its owner holds a lock on it, which
/// the system releases when the owner dies. The next process that writes the same file deletes such
/// a draft.
public final class Drafts {
  /// The file in a draft of a folder that is locked.
  public static final String OWNER = ".owner";

  /// Names of files are limited to 255 bytes.
  private static final int LONGEST_NAME = 48;

  private static final int TOKEN_BYTES = 8;

  /// Stands for the lock on file systems without locks.
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<Path> LIVE = ConcurrentHashMap.newKeySet();
  private static volatile boolean ending;

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(Drafts::deleteAll, "papermap-drafts"));
    } catch (IllegalStateException e) {
      ending = true;
    }
  }

  private Drafts() {}

  /// A file or folder that was made, with the lock on it.
  public record Draft(Path path, FileChannel channel) {}

  /// Makes an empty file beside its place, after clearing away those whose owners are gone.
  ///
  /// @param folder by its real path
  public static Draft file(Path folder, String name) throws IOException {
    sweep(folder, name);
    while (true) {
      Path path = folder.resolve(fresh(name, ".part"));
      begin(path);
      try {
        FileChannel channel = create(path);
        if (channel != null) {
          return new Draft(path, channel);
        }
      } catch (IOException | RuntimeException e) {
        end(path);
        throw e;
      }
      end(path);
    }
  }

  /// Makes an empty folder, likewise. The lock is on a file in it.
  public static Draft folder(Path parent, String name) throws IOException {
    sweep(parent, name);
    while (true) {
      Path path = parent.resolve(fresh(name, ".draft"));
      begin(path);
      try {
        Files.createDirectory(path);
        FileChannel channel = create(path.resolve(OWNER));
        if (channel != null) {
          return new Draft(path, channel);
        }
      } catch (NoSuchFileException e) {
        // Another process deleted it before it was locked, or the parent folder is gone.
        if (!Files.exists(parent)) {
          end(path);
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        end(path);
        throw e;
      }
      end(path);
    }
  }

  private static String fresh(String name, String suffix) {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return "." + shortened(name) + "." + HexFormat.of().formatHex(token) + suffix;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME)));
  }

  /// The file with a lock on it, or null where somebody has taken it away before it was locked.
  private static @Nullable FileChannel create(Path file) throws IOException {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
    } catch (FileAlreadyExistsException _) {
      return null;
    }
    try {
      lock(channel);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return channel;
      }
      channel.close();
      return null;
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel) {
    try {
      // Held until the channel is closed.
      FileLock _ = channel.lock();
    } catch (IOException _) {
      // A file system without locks: the random name has to do.
    }
  }

  private static void begin(Path path) throws IOException {
    if (ending) {
      throw new IOException(path.getParent() + ": not written, since the program is ending.");
    }
    LIVE.add(path);
  }

  /// Whether this process is at work on the draft.
  public static boolean isLive(Path path) {
    return LIVE.contains(path);
  }

  /// The draft is published, or was cleared away.
  public static void end(Path path) {
    LIVE.remove(path);
  }

  private static void deleteAll() {
    ending = true;
    for (Path path : LIVE) {
      try {
        FileTree.delete(path);
      } catch (IOException | RuntimeException _) {
        // The next run that writes the same file removes it.
      }
    }
  }

  /// Clears away drafts of a file or folder whose owners are gone.
  public static void sweep(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    // Earlier versions had the number of the process for a token.
    Pattern draft =
        Pattern.compile(
            Pattern.quote("." + shortened(name) + ".")
                + "([0-9a-f]{16}\\.(part|draft)|\\d+\\.part)");
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            folder, it -> draft.matcher(String.valueOf(it.getFileName())).matches())) {
      for (Path entry : entries) {
        if (!LIVE.contains(entry)) {
          deleteAbandoned(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /// Deletes a draft that nobody holds. It is locked meanwhile: a process that has just made it,
  /// and was about to lock it, finds it gone and makes another.
  private static void deleteAbandoned(Path draft) throws IOException {
    boolean isFolder = Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS);
    Path locked = isFolder ? draft.resolve(OWNER) : draft;
    try (FileChannel channel = isFolder ? orNew(locked) : existing(locked)) {
      if (channel.tryLock() != null) {
        FileTree.delete(draft);
      }
    } catch (NoSuchFileException | OverlappingFileLockException _) {
      // Gone, or at work in this process.
    } catch (IOException _) {
      // A file system without locks, or one that does not let this process delete.
      if (Files.exists(locked, LinkOption.NOFOLLOW_LINKS)
          && Files.getLastModifiedTime(locked)
              .toInstant()
              .isBefore(Instant.now().minus(PATIENCE))) {
        FileTree.delete(draft);
      }
    }
  }

  private static FileChannel existing(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /// A draft whose owner died before locking it is locked now, so that no other process uses it.
  private static FileChannel orNew(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }
}
