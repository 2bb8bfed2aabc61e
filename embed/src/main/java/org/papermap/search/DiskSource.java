package org.papermap.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.Embedder;

/// The source of an index on disk: it gives snapshots of the commits.
///
/// @param exact whether to compare with all vectors, by the number of papers
record DiskSource(Path folder, Embedder embedder, IntPredicate exact) {
  /// The last commit.
  LuceneEngine open() throws IOException {
    IndexFolder place = new IndexFolder(folder);
    return engine(place, place.read());
  }

  /// The last commit, if it is newer than a snapshot; the vectors that the snapshot has in memory,
  /// the newer one has, too.
  @Nullable LuceneEngine newerThan(LuceneEngine before) throws IOException {
    IndexFolder place = new IndexFolder(folder);
    Optional<DirectoryReader> changed = place.readIfChanged(before.reader());
    if (changed.isEmpty()) {
      return null;
    }
    LuceneEngine newer = engine(place, changed.get());
    try {
      newer.warmUpLike(before);
      return newer;
    } catch (IOException | RuntimeException e) {
      newer.close();
      throw e;
    }
  }

  private LuceneEngine engine(IndexFolder place, DirectoryReader reader) throws IOException {
    try {
      IndexHeader header = place.header(reader);
      header.requireComparable(folder, embedder);
      return new LuceneEngine(reader, header.dimension(), exact.test(reader.numDocs()));
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }
}
