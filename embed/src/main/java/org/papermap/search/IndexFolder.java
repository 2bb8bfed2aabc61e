package org.papermap.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.papermap.embed.internal.files.DiskFailure;
import org.papermap.files.InputException;

/// The folder of an index, and what may be wrong with it.
final class IndexFolder {
  private final Path folder;

  IndexFolder(Path folder) {
    this.folder = folder;
  }

  /// What is wrong with a folder.
  static InputException wrong(Path folder, String found, String advice) {
    return new InputException("%s: %s. %s.".formatted(folder, found, advice));
  }

  private InputException wrong(String found, String advice, Throwable cause) {
    return new InputException("%s: %s. %s.".formatted(folder, found, advice), cause);
  }

  /// Work on the files of an index.
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /// Whether there is an index, as far as the names of the files tell.
  boolean holdsIndex() throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = directory()) {
      return DirectoryReader.indexExists(directory);
    }
  }

  Directory directory() throws IOException {
    return FSDirectory.open(folder);
  }

  /// Reads the last commit, every byte of it once, so that damage is found here and not during a
  /// search.
  DirectoryReader read() throws IOException {
    if (!holdsIndex()) {
      throw wrong(folder, "there is no index", "Index papers into it first");
    }
    return orTell(() -> {
      // The reader closes the files; the directory itself holds nothing.
      Directory directory = directory();
      DirectoryReader reader = open(directory);
      try {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
        return reader;
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    });
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
    } catch (IOException e) {
      throw DiskFailure.at(folder, e);
    } catch (AlreadyClosedException e) {
      // A write in the background had failed before.
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
    } catch (LockObtainFailedException e) {
      throw wrong("being written by someone else", "Wait until that is done", e);
    } catch (IndexFormatTooNewException e) {
      throw wrong(
          "an index of a newer Lucene than the one here",
          "Use a newer Papermap, or index the papers again",
          e);
    } catch (IndexFormatTooOldException e) {
      throw wrong("an index of a Lucene too old to be read", "Index the papers again", e);
    } catch (CorruptIndexException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        // Damaged lengths and offsets mislead the reader before it checks a checksum.
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      throw wrong("a damaged index", "Remove the folder and index the papers again", e);
    }
  }
}
