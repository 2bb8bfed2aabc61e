package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPairsTest {
  @Test
  void pairs_that_say_more_than_their_words_get_vectors_of_their_own() {
    // Given 40 texts each, of which only “hot dog” is not explained by its words; 11 are too few
    List<String> texts = new ArrayList<>();
    texts.addAll(Collections.nCopies(40, "hot dog"));
    texts.addAll(Collections.nCopies(40, "dog hot"));
    texts.addAll(Collections.nCopies(11, "cold dog"));
    TermCounts counts = TermCounts.of(texts);
    Vocabulary vocabulary = Vocabulary.of(counts, 1, 100, List.of());
    List<int[]> words = vocabulary.sequences(counts, IntStream.range(0, texts.size()).toArray());
    float[] residual = new float[2 * texts.size()];
    for (int text = 0; text < 40; text++) {
      residual[2 * text] = 1;
    }

    WordPairs found = WordPairs.of(words, vocabulary, residual, 2);

    assertThat(found.pairs()).containsExactly("dog hot", "hot dog");
    // One column of 40 equal values v = 5 s in 40 texts: w = 40 v / (40 v² + 8), and 5 w counts.
    double value = 5 * vocabulary.scale(words.getFirst());
    double expected = 5 * 40 * value / (40 * value * value + 8);
    assertThat((double) found.vectors()[1][0]).isCloseTo(expected, within(1e-4));
    assertThat(found.vectors()[1][1]).isZero();
    assertThat(found.vectors()[0]).containsExactly(0, 0);
  }

  @Test
  void words_that_are_not_known_part_pairs() {
    TermCounts texts = TermCounts.of(Collections.nCopies(20, "a rare b"));
    Vocabulary vocabulary = Vocabulary.of(TermCounts.of(List.of("a b")), 1, 100, List.of());

    List<int[]> words = vocabulary.sequences(texts, IntStream.range(0, 20).toArray());

    WordPairs found = WordPairs.of(words, vocabulary, new float[20], 1);

    assertThat(found.pairs()).isEmpty();
  }
}
