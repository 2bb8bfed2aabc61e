package org.papermap.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.ThreadInterruptedException;
import org.papermap.embed.internal.files.DiskFailure;
import org.papermap.embed.internal.files.Interruption;
import org.papermap.files.InputException;
import org.papermap.files.OutputFile;
import org.papermap.files.OutputFile.OutputException;
import org.papermap.search.PaperIndexException.Reason;

/// A folder with an index in it, and what may be wrong with that. A file in it says that it is
/// Papermap's; Lucene, which takes what has names like its own for its own, has a folder inside.
/// Earlier versions let Lucene have the folder itself: those are read and no longer written.
final class IndexFolder {
  private static final String MARKER = "papermap.index";
  private static final String LUCENE = "lucene";
  private static final String FIRST_LINE = "Papermap index, format 1";

  /// Stands in the marker from the first commit on: without a commit there is damage from then on.
  private static final String COMMITTED = "committed";

  private final Path folder;

  /// @throws IllegalStateException if this program was packed without the list of Lucene's parts
  IndexFolder(Path folder) {
    this.folder = folder;
    LuceneParts.require();
  }

  /// What is wrong with a folder.
  static PaperIndexException wrong(Reason reason, Path folder, String found, String advice) {
    return new PaperIndexException(reason, folder, found, advice, null);
  }

  private PaperIndexException wrong(Reason reason, String found, String advice, Throwable cause) {
    return new PaperIndexException(reason, folder, found, advice, cause);
  }

  /// Work on the files of an index.
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /// Whether there is an index, as far as the names of the files tell.
  boolean holdsIndex() throws IOException {
    return isCommitted() || holdsCommit();
  }

  private boolean holdsCommit() throws IOException {
    if (!Files.isDirectory(place())) {
      return false;
    }
    try (Directory directory = directory()) {
      return DirectoryReader.indexExists(directory);
    }
  }

  Directory directory() throws IOException {
    return FSDirectory.open(place());
  }

  private Path place() throws IOException {
    return isMarked() ? folder.resolve(LUCENE) : folder;
  }

  private OutputFile marker() {
    return new OutputFile(
        folder.resolve(MARKER), "the mark of an index", Pattern.compile("^" + FIRST_LINE + "\\R"));
  }

  private boolean isMarked() throws IOException {
    return Files.isRegularFile(marker().path()) && marker().isOurs();
  }

  private boolean isCommitted() throws IOException {
    return isMarked() && Files.readString(marker().path()).lines().anyMatch(COMMITTED::equals);
  }

  /// Makes the folder ready to be written, before any work is done for it.
  ///
  /// @throws OutputException if something else is there
  void claim() throws IOException {
    OutputFile.requireGiven(folder);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    OutputFile.requireWritable(folder);
    if (isMarked()) {
      OutputFile.requireWritable(place());
      return;
    }
    if (holdsCommit()) {
      throw wrong(
          Reason.OLDER,
          folder,
          "an index of an earlier Papermap, which is read and no longer written",
          "Index the papers into another folder");
    }
    requireEmpty();
    marker().requireOurs();
  }

  private void requireEmpty() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      Optional<Path> other =
          entries
              .filter(it -> !String.valueOf(it.getFileName()).startsWith("."))
              .filter(it -> !it.endsWith(MARKER))
              .findFirst();
      if (other.isPresent()) {
        throw new OutputException(
            folder, "holds other things and no index", "Give a new or an empty folder");
      }
    }
  }

  /// Marks the folder, after [#claim], and gives Lucene its place in it.
  Directory mark() throws IOException {
    if (!isMarked()) {
      OutputFile.write(marker().path(), FIRST_LINE + "\n");
    }
    return directory();
  }

  /// Notes that there has been a commit.
  void markCommitted() throws IOException {
    if (!isCommitted()) {
      OutputFile.write(marker().path(), FIRST_LINE + "\n" + COMMITTED + "\n");
    }
  }

  /// Reads the last commit, every byte of it once, so that damage is found here and not during a
  /// search.
  DirectoryReader read() throws IOException {
    if (!holdsIndex()) {
      throw wrong(Reason.MISSING, folder, "there is no index", "Index papers into it first");
    }
    if (!holdsCommit()) {
      throw wrong(
          Reason.DAMAGED,
          folder,
          "a damaged index, whose list of parts (segments_N) is gone",
          "Bring it back from a copy, or remove the folder and index the papers again");
    }
    return orTell(() -> {
      // The reader closes the files; the directory itself holds nothing.
      Directory directory = directory();
      return checked(open(directory), Set.of());
    });
  }

  /// Reads the last commit like [#read], if it is newer than one that is open.
  Optional<DirectoryReader> readIfChanged(DirectoryReader before) throws IOException {
    return orTell(() -> {
      if (isLast(before)) {
        return Optional.empty();
      }
      DirectoryReader newer = newerThan(before);
      Set<Object> known = new HashSet<>();
      before.leaves().forEach(leaf -> known.add(key(leaf)));
      return Optional.of(checked(newer, known));
    });
  }

  /// Compares the random names of commits, as one of an index that was made anew may have the same
  /// number.
  private boolean isLast(DirectoryReader reader) throws IOException {
    try (Directory directory = directory()) {
      byte[] last = SegmentInfos.readLatestCommit(directory).getId();
      return reader instanceof StandardDirectoryReader known
          && Arrays.equals(known.getSegmentInfos().getId(), last);
    }
  }

  private DirectoryReader newerThan(DirectoryReader before) throws IOException {
    try {
      DirectoryReader newer = DirectoryReader.openIfChanged(before);
      return newer == null ? open(directory()) : newer;
    } catch (IllegalStateException e) {
      // Someone has removed the index and made another one in its place.
      return open(directory());
    }
  }

  /// Reads every byte of the parts that are not known.
  private static DirectoryReader checked(DirectoryReader reader, Set<Object> known)
      throws IOException {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (!known.contains(key(leaf))) {
          leaf.reader().checkIntegrity();
        }
      }
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /// What a part of an index is known by, whichever of its papers are deleted.
  private static Object key(LeafReaderContext leaf) {
    return leaf.reader().getCoreCacheHelper().getKey();
  }

  private static DirectoryReader open(Directory directory) throws IOException {
    try {
      return DirectoryReader.open(directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  IndexHeader header(DirectoryReader reader) throws IOException {
    return IndexHeader.parse(folder, reader.getIndexCommit().getUserData());
  }

  /// Runs work that writes the files, and names the folder when the disk fails.
  <T> T written(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (ThreadInterruptedException | ClosedByInterruptException _) {
      throw Interruption.of(folder.toString());
    } catch (IOException e) {
      throw DiskFailure.at(folder, e);
    } catch (AlreadyClosedException e) {
      // What had been written in the background had failed before.
      if (e.getCause() instanceof ClosedByInterruptException
          || e.getCause() instanceof ThreadInterruptedException) {
        throw Interruption.of(folder.toString());
      }
      if (e.getCause() instanceof IOException earlier) {
        throw DiskFailure.at(folder, earlier);
      }
      throw e;
    }
  }

  /// Runs work that reads or locks the files, and puts failures into the user's words.
  <T> T orTell(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (InputException e) {
      throw e;
    } catch (ThreadInterruptedException | ClosedByInterruptException _) {
      throw Interruption.of(folder.toString());
    } catch (LockObtainFailedException e) {
      throw wrong(Reason.BUSY, "being written by someone else", "Wait until that is done", e);
    } catch (IndexFormatTooNewException e) {
      throw wrong(
          Reason.NEWER,
          "an index of a newer Lucene than the one here",
          "Use a newer Papermap, or index the papers again",
          e);
    } catch (IndexFormatTooOldException e) {
      throw wrong(
          Reason.OLDER, "an index of a Lucene too old to be read", "Index the papers again", e);
    } catch (CorruptIndexException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        // Damaged lengths and offsets mislead the reader before it checks a checksum.
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      throw wrong(
          Reason.DAMAGED, "a damaged index", "Remove the folder and index the papers again", e);
    }
  }
}
