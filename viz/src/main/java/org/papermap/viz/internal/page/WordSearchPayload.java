package org.papermap.viz.internal.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.papermap.map.internal.Decimals;
import org.papermap.wordsearch.WordSearch;
import org.papermap.wordsearch.WordSearch.QuantizedRows;
import org.papermap.wordsearch.WordSearch.SearchQuality;
import tools.jackson.databind.json.JsonMapper;

/// The search by meaning as the page carries it: four packed texts, a line each. The first is a
/// [Facts]; the others are the quantized vectors of words and papers, axis after axis, and the
/// papers' typicality.
public final class WordSearchPayload {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WordSearchPayload() {}

  /// Reads back what [#of] gives; nothing where the page has no search by meaning.
  ///
  /// @throws IOException if it is cut off, or something else
  public static Optional<WordSearch> read(String packed) throws IOException {
    if (packed.isBlank()) {
      return Optional.empty();
    }
    String[] texts = packed.split("\n");
    if (texts.length != 4) {
      throw new IOException(texts.length + " texts in place of four");
    }
    Facts facts = WholeRecords.require(JSON.readValue(Gzip.unpack(texts[0]), Facts.class));
    return Optional.of(
        WordSearch.carried(
            facts.words(),
            QuantizedRows.stored(Gzip.unpack(texts[1]), facts.axes(), facts.wordStep()),
            QuantizedRows.stored(Gzip.unpack(texts[2]), facts.axes(), facts.paperStep()),
            QuantizedRows.stored(Gzip.unpack(texts[3]), 1, facts.aheadStep()),
            facts.quality()));
  }

  record Facts(
      int axes,
      List<String> words,
      float wordStep,
      float paperStep,
      float aheadStep,
      double chance,
      SearchQuality quality) {}

  static String of(WordSearch search) {
    Facts facts =
        new Facts(
            search.wordVectors().columns(),
            search.words(),
            search.wordVectors().step(),
            search.paperVectors().step(),
            search.typicality().step(),
            Decimals.rounded(search.chance()),
            search.quality());
    return String.join(
        "\n",
        Gzip.packJson(facts),
        Gzip.packCodes(search.wordVectors().codes()),
        Gzip.packCodes(search.paperVectors().codes()),
        Gzip.packCodes(search.typicality().codes()));
  }
}
