package org.papermap.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.files.InputException;
import org.papermap.files.Sha256;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;

/// Vectors of papers that were made elsewhere, by a model that may not be known. Immutable.
public final class GivenVectors {
  private static final String NAMED = "vectors of ";
  private static final int HASH_DIGITS = 16;

  /// Papers that a model is tried on. Their vectors must have a cosine of at least [#LIKELY_SAME]
  /// to those given: between two models it is near 0; between two number formats of one model, or
  /// with and without the title, 0.9 and more.
  private static final int SAMPLE = 5;

  private static final double LIKELY_SAME = 0.8;

  private final String name;
  private final EmbeddingMatrix vectors;
  private final String sha256;

  /// The row of each paper's id; null where rows are in the papers' order.
  private final @Nullable Map<String, Integer> rows;

  private GivenVectors(
      String name, EmbeddingMatrix vectors, String sha256, @Nullable Map<String, Integer> rows) {
    this.name = name;
    this.vectors = vectors;
    this.sha256 = sha256;
    this.rows = rows;
  }

  /// The vectors in a `.npy` file, see [NpyFile#read]. A file of ids beside it, as `papermap embed`
  /// writes it, tells the paper of each row; without one, rows are in the papers' order.
  ///
  /// @throws InputException if the file has no vectors, a vector without direction, or another
  ///   number of rows than there are ids
  public static GivenVectors read(Path file) throws IOException {
    EmbeddingStream.recover(file);
    EmbeddingMatrix vectors = NpyFile.read(file);
    return new GivenVectors(
        String.valueOf(file.getFileName()), vectors, Sha256.hex(file), rows(file, vectors.rows()));
  }

  private static @Nullable Map<String, Integer> rows(Path file, int count) throws IOException {
    Path beside = NpyFile.idsBeside(file);
    if (!Files.exists(beside)) {
      return null;
    }
    List<String> ids = Files.readAllLines(beside);
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < ids.size(); row++) {
      rows.putIfAbsent(ids.get(row), row);
    }
    if (ids.size() != count || rows.size() != count) {
      throw new InputException(
          "%s: %d different ids for the %d rows of %s. Write both anew, or remove this file."
              .formatted(beside, rows.size(), count, file));
    }
    return rows;
  }

  /// Vectors that a program has made.
  ///
  /// @param name their name, such as that of their model
  /// @param vectors one row a paper, in the papers' order
  public static GivenVectors of(String name, EmbeddingMatrix vectors) {
    MessageDigest digest = Sha256.digest();
    ByteBuffer row =
        ByteBuffer.allocate(vectors.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < vectors.rows(); i++) {
      row.asFloatBuffer().put(vectors.values().slice(i * vectors.dimension(), vectors.dimension()));
      digest.update(row.array());
    }
    return new GivenVectors(name, vectors, HexFormat.of().formatHex(digest.digest()), null);
  }

  /// `vectors of` and the name of the file.
  public String name() {
    return NAMED + name;
  }

  /// Tells these vectors from all others, see [Embedder#identity()].
  public String identity() {
    return "%s (sha256 %s)".formatted(name(), sha256.substring(0, HASH_DIGITS));
  }

  /// Whether an identity is that of given vectors, so that no model can embed texts beside them.
  public static boolean isIdentity(String identity) {
    return identity.startsWith(NAMED);
  }

  /// The vectors of these papers, row by row.
  ///
  /// @throws InputException if a paper has no vector, or there are more or fewer rows than papers
  ///   and no ids to tell them apart
  public Embeddings of(Corpus corpus) throws InputException {
    EmbeddingMatrix ordered = rows == null ? inOrder(corpus) : byId(corpus, rows);
    return Embeddings.whole(ordered, new int[ordered.rows()], 0, 0);
  }

  private EmbeddingMatrix inOrder(Corpus corpus) throws InputException {
    if (vectors.rows() != corpus.size()) {
      throw new InputException(
          "%s: %d rows for %d papers. Give a row for each paper that is kept, in their order, or put %s beside it."
              .formatted(name, vectors.rows(), corpus.size(), NpyFile.idsBeside(Path.of(name))));
    }
    return vectors;
  }

  private EmbeddingMatrix byId(Corpus corpus, Map<String, Integer> rowOfId) throws InputException {
    int[] selected = new int[corpus.size()];
    for (int i = 0; i < selected.length; i++) {
      String id = corpus.paper(i).id();
      Integer row = rowOfId.get(id);
      if (row == null) {
        throw new InputException(
            "%s: no row for paper %s (%s). Embed these papers again."
                .formatted(name, id, corpus.paper(i).title()));
      }
      selected[i] = row;
    }
    return vectors.select(selected);
  }

  /// Requires that a model's vectors compare with these: embeds some short papers and compares.
  ///
  /// @throws InputException if the dimensions differ, or the model gives these papers other vectors
  public void requireMadeBy(Embedder embedder, Corpus corpus) throws IOException {
    EmbeddingMatrix mine = of(corpus).vectors();
    String model = embedder.model().name();
    if (mine.dimension() != embedder.model().dimension()) {
      throw new InputException(
          "%s: vectors of %d numbers, and those of %s have %d. Name the model that made them, or none."
              .formatted(name, mine.dimension(), model, embedder.model().dimension()));
    }
    // Short texts are below any token limit that the vectors were made with.
    List<Paper> sample =
        corpus.papers().stream()
            .sorted(Comparator.comparingInt(paper -> paper.text().length()))
            .limit(SAMPLE)
            .toList();
    EmbeddingMatrix theirs =
        embedder
            .embed(
                sample.stream().map(Paper::text).toList(), TextKind.PASSAGE, ProgressListener.NONE)
            .vectors();
    for (int i = 0; i < sample.size(); i++) {
      int row = corpus.rowOf(sample.get(i).id()).orElseThrow();
      double cosine = mine.dot(row, theirs.row(i));
      if (!(cosine >= LIKELY_SAME)) {
        throw new InputException(
            "%s: the vector of paper %s has a similarity of %.2f to what %s makes of it. Name the model that made the vectors, or none."
                .formatted(name, sample.get(i).id(), cosine, model));
      }
    }
  }
}
