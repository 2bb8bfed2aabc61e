package org.papermap.embed;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.papermap.embed.internal.cache.EmbeddingCache;
import org.papermap.embed.internal.files.FileMutex;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.embed.internal.weights.ModelStore;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.LongTexts;

/// The contents of a cache folder, with what is no longer used.
///
/// A file of vectors is in use if a model of the catalog, read in any way, has its identity: one of
/// a model that was taken out or described anew, or of an older importer, is not. The same goes for
/// imported models. Whatever a model in a folder of the user's own has made stays, since that
/// folder may be named again at any time. What is not known by its header or manifest to be
/// Papermap's is not looked at.
public final class CacheInventory {
  private static final String VECTORS = ".vectors";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final List<Item> items;

  private CacheInventory(Path folder, List<Item> items) {
    this.folder = folder;
    this.items = items;
  }

  /// The kind of an item.
  public enum Kind {
    /// Vectors of one model.
    VECTORS,
    /// An imported model.
    MODEL,
    /// Unpacked native libraries.
    LIBRARIES
  }

  /// A file or folder of the cache.
  ///
  /// @param path where it is
  /// @param name a model's identity, or the name of a folder
  /// @param bytes on disk
  /// @param vectors how many; 0 for other kinds
  /// @param damaged how many of them have a wrong checksum
  /// @param used whether it is in use
  public record Item(
      Kind kind, Path path, String name, long bytes, long vectors, long damaged, boolean used) {}

  /// Reads a cache folder with all of its vectors. A missing folder is empty.
  public static CacheInventory of(Path cacheFolder, ModelCatalog catalog) throws IOException {
    Reader reader = new Reader(catalog);
    List<Item> items = new ArrayList<>();
    for (Path file : entries(cacheFolder.resolve("vectors"))) {
      if (file.toString().endsWith(VECTORS) && EmbeddingCache.isOurs(file)) {
        items.add(reader.vectors(file));
      }
    }
    for (Path model : entries(ModelStore.folderOf(cacheFolder))) {
      if (ModelStore.isOurs(model)) {
        items.add(reader.model(model));
      }
    }
    for (String libraries : List.of("engine", "natives")) {
      Path found = cacheFolder.resolve(libraries);
      if (Files.isDirectory(found)) {
        items.add(new Item(Kind.LIBRARIES, found, libraries, size(found), 0, 0, true));
      }
    }
    return new CacheInventory(cacheFolder, List.copyOf(items));
  }

  /// The folder.
  public Path folder() {
    return folder;
  }

  /// All items, by kind and name.
  public List<Item> items() {
    return items;
  }

  /// The items that are not in use.
  public List<Item> unused() {
    return items.stream().filter(item -> !item.used).toList();
  }

  /// Removes the items that are not in use. Other processes may use the cache meanwhile.
  public void prune() throws IOException {
    deleteLeftovers();
    for (Item item : unused()) {
      Path lock = item.path.resolveSibling(item.path.getFileName() + LOCK);
      try (FileMutex _ = FileMutex.lock(lock)) {
        switch (item.kind) {
          case VECTORS -> Files.deleteIfExists(item.path);
          case MODEL -> ModelStore.remove(item.path);
          case LIBRARIES -> {}
        }
      }
    }
  }

  /// Earlier versions let DJL unpack libraries, which leaves such folders when it is killed.
  private void deleteLeftovers() throws IOException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    for (Path engine : entries(folder.resolve("engine"))) {
      for (Path leftover : entries(engine)) {
        if (String.valueOf(leftover.getFileName()).matches("tmp\\d+")
            && Files.getLastModifiedTime(leftover).toInstant().isBefore(yesterday)) {
          FileTree.delete(leftover);
        }
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(entries::add);
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    }
    entries.sort(Comparator.naturalOrder());
    return entries;
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  /// The identities and folders that the catalog's models use.
  private static final class Reader {
    private final Set<String> identities = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    Reader(ModelCatalog catalog) {
      for (ModelSpec model : catalog.models()) {
        for (Dtype dtype : model.dtypes()) {
          for (LinearKernel kernel : LinearKernel.values()) {
            add(model.withDtype(dtype), kernel);
          }
        }
      }
    }

    private void add(ModelSpec model, LinearKernel kernel) {
      folders.add(ModelStore.folderName(model, kernel));
      for (LongTexts longTexts : LongTexts.values()) {
        identities.add(kernel.identity(model.withLongTexts(longTexts)));
      }
    }

    Item vectors(Path file) throws IOException {
      Optional<EmbeddingCache.Contents> contents = EmbeddingCache.inspect(file);
      String identity = contents.map(EmbeddingCache.Contents::identity).orElse("unreadable");
      return new Item(
          Kind.VECTORS,
          file,
          identity,
          Files.size(file),
          contents.map(EmbeddingCache.Contents::entries).orElse(0L),
          contents.map(EmbeddingCache.Contents::damaged).orElse(0L),
          identities.contains(identity) || ModelSpec.isLocal(identity));
    }

    Item model(Path folder) throws IOException {
      String name = String.valueOf(folder.getFileName());
      return new Item(
          Kind.MODEL,
          folder,
          name,
          size(folder),
          0,
          0,
          folders.contains(name) || ModelStore.isLocal(name));
    }
  }
}
