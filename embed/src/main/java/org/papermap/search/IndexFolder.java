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

/// A folder with an index in it, and what may be wrong with that.
final class IndexFolder {
  private final Path folder;

  IndexFolder(Path folder) {
    this.folder = folder;
  }

  /// Something done to the files of an index.
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

  /// Reads the last commit, every byte of it once, so that damage is told here and not in the midst
  /// of an answer.
  DirectoryReader read() throws IOException {
    if (!holdsIndex()) {
      throw PaperIndexException.of(folder, "there is no index", "Index papers into it first");
    }
    return orTell(() -> {
      // Of an open folder nothing is held but the files that the reader closes.
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

  /// Runs what writes the files, and names the folder in what the system says of a full disk.
  <T> T written(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (IOException e) {
      throw DiskFailure.at(folder, e);
    } catch (AlreadyClosedException e) {
      // What had been written in the background had failed before.
      if (e.getCause() instanceof IOException earlier) {
        throw DiskFailure.at(folder, earlier);
      }
      throw e;
    }
  }

  /// Runs what reads or locks the files, and tells in the user's words what they are like.
  <T> T orTell(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (PaperIndexException e) {
      throw e;
    } catch (LockObtainFailedException e) {
      throw PaperIndexException.of(
          folder, "being written by someone else", "Wait until that is done", e);
    } catch (IndexFormatTooNewException e) {
      throw PaperIndexException.of(
          folder,
          "an index of a newer Lucene than the one here",
          "Use a newer Papermap, or index the papers again",
          e);
    } catch (IndexFormatTooOldException e) {
      throw PaperIndexException.of(
          folder, "an index of a Lucene too old to be read", "Index the papers again", e);
    } catch (CorruptIndexException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        // Lengths and offsets that were damaged lead the reader astray before it meets a checksum.
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      throw PaperIndexException.of(
          folder, "a damaged index", "Remove the folder and index the papers again", e);
    }
  }
}
