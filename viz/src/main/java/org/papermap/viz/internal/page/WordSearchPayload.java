package org.papermap.viz.internal.page;

import java.util.List;
import org.papermap.map.internal.Decimals;
import org.papermap.wordsearch.WordSearch;
import org.papermap.wordsearch.WordSearch.SearchQuality;

/// The search by meaning as the page carries it: four packed texts, a line each. The first is a
/// [Facts]; the others are the quantized vectors of words and papers, an axis after the other, and the papers'
/// typicality.
final class WordSearchPayload {
  private WordSearchPayload() {}

  record Facts(
      int axes,
      List<String> words,
      float paperStep,
      float aheadStep,
      double chance,
      SearchQuality quality) {}

  static String of(WordSearch search) {
    Facts facts =
        new Facts(
            search.wordVectors().columns(),
            search.words(),
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
