package org.papermap.search;

import java.nio.file.Path;
import java.util.Map;
import org.papermap.embed.Embedder;
import org.papermap.files.InputException;
import org.papermap.search.PaperIndexException.Reason;

/// The header of an index on disk.
///
/// @param model name of the model whose vectors it holds
/// @param identity everything that decides them, see [Embedder#identity()]
/// @param dimension of the vectors, which have unit length
public record IndexHeader(String model, String identity, int dimension) {
  /// Goes up when older versions cannot read the index.
  private static final int FORMAT = 1;

  private static final String KEY_FORMAT = "papermap.format";
  private static final String KEY_MODEL = "model";
  private static final String KEY_IDENTITY = "identity";
  private static final String KEY_DIMENSION = "dimension";
  private static final String KEY_LENGTH = "length";
  private static final String UNIT = "unit";

  static IndexHeader of(Embedder embedder) {
    return new IndexHeader(
        embedder.model().name(), embedder.identity(), embedder.model().dimension());
  }

  Map<String, String> written() {
    return Map.of(
        KEY_FORMAT, Integer.toString(FORMAT),
        KEY_MODEL, model,
        KEY_IDENTITY, identity,
        KEY_DIMENSION, Integer.toString(dimension),
        KEY_LENGTH, UNIT);
  }

  static IndexHeader parse(Path folder, Map<String, String> written) throws InputException {
    int format = number(written, KEY_FORMAT);
    if (format < 0) {
      throw IndexFolder.wrong(
          Reason.FOREIGN,
          folder,
          "an index of another program",
          "Give a folder that Papermap has made");
    }
    if (format > FORMAT) {
      throw IndexFolder.wrong(
          Reason.NEWER,
          folder,
          "an index of format %d, and this Papermap reads %d".formatted(format, FORMAT),
          "Use a newer Papermap, or index the papers again");
    }
    String model = written.getOrDefault(KEY_MODEL, "");
    String identity = written.getOrDefault(KEY_IDENTITY, "");
    int dimension = number(written, KEY_DIMENSION);
    if (model.isEmpty()
        || identity.isEmpty()
        || dimension < 1
        || !UNIT.equals(written.get(KEY_LENGTH))) {
      throw IndexFolder.wrong(
          Reason.DAMAGED, folder, "an index without a whole header", "Index the papers again");
    }
    return new IndexHeader(model, identity, dimension);
  }

  private static int number(Map<String, String> written, String key) {
    try {
      return Integer.parseInt(written.getOrDefault(key, ""));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /// Requires that papers may be added by this embedder.
  void requireMadeBy(Path folder, Embedder embedder) throws InputException {
    if (!equals(of(embedder))) {
      throw other(folder, embedder);
    }
  }

  /// Requires that questions may be asked by this embedder.
  void requireComparable(Path folder, Embedder embedder) throws InputException {
    if (dimension != embedder.model().dimension() || !embedder.isComparableWith(identity)) {
      throw other(folder, embedder);
    }
  }

  private InputException other(Path folder, Embedder embedder) {
    return IndexFolder.wrong(
        Reason.OTHER_MODEL,
        folder,
        "made with \"%s\", and the model here is \"%s\"".formatted(identity, embedder.identity()),
        "Use that model, or index the papers again");
  }
}
