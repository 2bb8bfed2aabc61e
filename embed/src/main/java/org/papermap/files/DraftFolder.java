package org.papermap.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.papermap.embed.internal.files.Drafts;
import org.papermap.embed.internal.files.Durable;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.embed.internal.files.FolderExchange;
import org.papermap.embed.internal.files.PublishLock;

/// Files that are written side by side and take their places together: a process that dies leaves
/// all of the old ones or all of the new.
///
/// A folder that holds these files alone is exchanged for the new one at a single moment. Elsewhere
/// the draft becomes a folder `.NAME.next` inside, whose files are then moved one by one. If the
/// process dies meanwhile, the next run that opens or writes the same finishes the move by
/// [#recover]. The file named last is never there beside files that do not belong to it.
public final class DraftFolder implements AutoCloseable {
  private static final int MOST_TRIES = 100;

  private final Path folder;
  private final String name;
  private final List<String> names;
  private final Drafts.Draft draft;

  private DraftFolder(Path folder, String name, List<String> names, Drafts.Draft draft) {
    this.folder = folder;
    this.name = name;
    this.names = names;
    this.draft = draft;
  }

  /// A draft of all that a folder is to hold.
  ///
  /// @param folder made when the files are published, if it is not there
  /// @param names of the files, the one that the others belong to last
  public static DraftFolder whole(Path folder, List<String> names) throws IOException {
    OutputFile.requireGiven(folder);
    String last = names.getLast();
    Path place = folder.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      place = place.toRealPath();
      recover(place, last, names);
      clear(place, last);
    }
    Path parent = place.getParent();
    if (parent == null || Files.isDirectory(place) && !holdsAlone(place, names)) {
      return new DraftFolder(place, last, names, Drafts.folder(place, last));
    }
    Files.createDirectories(parent);
    if (Files.isWritable(parent)) {
      parent = parent.toRealPath();
      place = parent.resolve(Objects.requireNonNull(place.getFileName()));
      Drafts.Draft beside = Drafts.folder(parent, String.valueOf(place.getFileName()));
      if (!Files.isDirectory(place) || tookRightsOf(place, beside.path())) {
        return new DraftFolder(place, last, names, beside);
      }
      discard(beside);
    }
    Files.createDirectories(place);
    return new DraftFolder(place, last, names, Drafts.folder(place, last));
  }

  /// Deletes what processes that died have left in a folder.
  private static void clear(Path folder, String last) throws IOException {
    Files.deleteIfExists(folder.resolve(Drafts.OWNER));
    Drafts.sweep(folder, last);
  }

  /// A draft of some files of a folder that holds others, too.
  ///
  /// @param names of the files, the one that the others belong to last
  public static DraftFolder among(Path folder, List<String> names) throws IOException {
    Path place = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
    String last = names.getLast();
    recover(place, last, names);
    return new DraftFolder(place, last, names, Drafts.folder(place, last));
  }

  /// Where to write the files.
  public Path path() {
    return draft.path();
  }

  /// Puts all files in their places.
  public void publish() throws IOException {
    Durable.sync(draft.path());
    if (!tookPlace()) {
      Files.createDirectories(folder);
      try (PublishLock _ = PublishLock.on(lockInside(folder, name))) {
        publishInside();
      }
    }
    Drafts.end(draft.path());
    draft.channel().close();
    Path parent = folder.getParent();
    if (parent != null) {
      Durable.sync(parent);
    }
    Files.deleteIfExists(folder.resolve(Drafts.OWNER));
  }

  private static Path lockInside(Path place, String of) {
    return place.resolve("." + of + ".publishing");
  }

  /// Whether the draft has become the folder, at a single moment.
  private boolean tookPlace() throws IOException {
    Path parent = draft.path().getParent();
    if (parent == null || folder.equals(parent)) {
      return false;
    }
    try (PublishLock _ =
        PublishLock.on(parent.resolve("." + folder.getFileName() + ".publishing"))) {
      if (moved(folder)) {
        return true;
      }
      if (holdsAlone(folder, names) && FolderExchange.exchange(draft.path(), folder)) {
        clearAwayOld();
        return true;
      }
      return false;
    }
  }

  /// Moves the draft to where it is whole and can be moved from, file by file.
  private void publishInside() throws IOException {
    Path next = next(folder, name);
    for (int tries = 1; !moved(next); tries++) {
      if (tries == MOST_TRIES) {
        throw new IOException(next + ": cannot be put there. Remove it, and try again.");
      }
      finishIfBegun(folder, name, names);
    }
    finish(folder, next, names);
  }

  /// Whether the draft has taken a place where there was nothing, or an empty folder.
  private boolean moved(Path place) throws IOException {
    try {
      Files.move(draft.path(), place, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException _) {
      return false;
    } catch (FileSystemException e) {
      if (Files.isDirectory(place)) {
        return false;
      }
      throw e;
    }
  }

  /// A file that somebody has put into the old folder at the last moment is moved to the new one.
  private void clearAwayOld() throws IOException {
    List<Path> entries;
    try (Stream<Path> old = Files.list(draft.path())) {
      entries = old.toList();
    } catch (NoSuchFileException _) {
      // Another process took it for the draft of a dead process, as there was no owner in it.
      return;
    }
    for (Path entry : entries) {
      String each = String.valueOf(entry.getFileName());
      if (names.contains(each) || each.equals(Drafts.OWNER)) {
        Files.deleteIfExists(entry);
      } else {
        Files.move(entry, folder.resolve(each));
      }
    }
    try {
      Files.deleteIfExists(draft.path());
    } catch (DirectoryNotEmptyException _) {
      // Another process holds it, and deletes it.
    }
  }

  /// Clears away what has not been published.
  @Override
  public void close() throws IOException {
    if (Drafts.isLive(draft.path())) {
      discard(draft);
    }
  }

  private static void discard(Drafts.Draft draft) throws IOException {
    draft.channel().close();
    FileTree.delete(draft.path());
    Drafts.end(draft.path());
  }

  /// Finishes what a process that died had begun to publish, if anything.
  ///
  /// @param names as they were written
  /// @throws IOException if the folder cannot be written
  public static void recover(Path folder, List<String> names) throws IOException {
    recover(folder, names.getLast(), names);
  }

  private static void recover(Path folder, String name, List<String> names) throws IOException {
    if (Files.isDirectory(next(folder, name), LinkOption.NOFOLLOW_LINKS)) {
      try (PublishLock _ = PublishLock.on(lockInside(folder, name))) {
        finishIfBegun(folder, name, names);
      }
    }
  }

  private static void finishIfBegun(Path folder, String name, List<String> names)
      throws IOException {
    Path next = next(folder, name);
    if (Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
      finish(folder, next, names);
    }
  }

  private static Path next(Path folder, String name) {
    return folder.resolve("." + name + ".next");
  }

  private static void finish(Path folder, Path next, List<String> names) throws IOException {
    String last = names.getLast();
    List<String> others = names.subList(0, names.size() - 1);
    for (String each : others) {
      if (isSame(next.resolve(each), folder.resolve(each))) {
        Files.deleteIfExists(next.resolve(each));
      }
    }
    if (others.stream().anyMatch(it -> Files.exists(next.resolve(it)))
        && Files.exists(next.resolve(last))) {
      Files.deleteIfExists(folder.resolve(last));
    }
    for (String each : names) {
      try {
        Files.move(next.resolve(each), folder.resolve(each), StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException _) {
        // It is in its place already, or another process has moved it there.
      }
    }
    Durable.sync(folder);
    FileTree.delete(next);
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.isRegularFile(one)
        && Files.isRegularFile(other)
        && Files.mismatch(one, other) == -1;
  }

  private static boolean holdsAlone(Path folder, List<String> names) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(it -> names.contains(String.valueOf(it.getFileName())));
    } catch (NoSuchFileException _) {
      return true;
    }
  }

  /// Whether a new folder can replace one that is there: that one is on the same disk, has the same
  /// owner, and is not the current folder of this process. The new one then gets the same rights.
  private static boolean tookRightsOf(Path old, Path fresh) throws IOException {
    try {
      for (String attribute : List.of("unix:dev", "unix:uid", "unix:gid")) {
        if (!Files.getAttribute(old, attribute).equals(Files.getAttribute(fresh, attribute))) {
          return false;
        }
      }
      if (Path.of("").toRealPath().startsWith(old)) {
        return false;
      }
      Files.setAttribute(fresh, "unix:mode", Files.getAttribute(old, "unix:mode"));
      return true;
    } catch (UnsupportedOperationException | IllegalArgumentException _) {
      return false;
    }
  }
}
