package org.papermap.viz.internal.page;

import java.util.List;
import org.papermap.wordsearch.SearchQuality;
import org.papermap.wordsearch.WordSearch;

/// The search by meaning as the page carries it: four packed texts, a line each. The first is a
/// [Facts]; the others are the whole steps of the words, of the papers, and of what each paper is
/// ahead by.
final class MeaningPayload {
  private MeaningPayload() {}

  record Facts(
      int axes,
      List<String> words,
      float[] wordSteps,
      float[] paperSteps,
      float aheadStep,
      SearchQuality quality) {}

  static String of(WordSearch search) {
    Facts facts =
        new Facts(
            search.axes(),
            search.words(),
            search.wordSteps(),
            search.paperSteps(),
            search.typicalityStep(),
            search.quality());
    return String.join(
        "\n",
        Gzip.packJson(facts),
        Gzip.packCodes(search.wordCodes()),
        Gzip.packCodes(search.paperCodes()),
        Gzip.packCodes(search.typicalityCodes()));
  }
}
