package org.papermap.cluster.internal.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.internal.phrase.PhraseIndex;
import org.papermap.cluster.internal.phrase.PhraseVectors;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.vectors.EmbeddingMatrix;

class NameMeaningsTest {
  private static final List<String> PHRASES = List.of("near", "of some", "far");
  private static final int[] GROUP = {0, 1, 2, 3};
  private static final int[] SIBLINGS = {4, 5, 6, 7};

  /// The cosines of each paper with the phrases: on average those with the group are .2 higher than
  /// those with its siblings, for each phrase.
  private static final double[][] COSINES = {
    {.8, .5, .2}, {.8, .5, .2}, {.8, 0, .2}, {.8, 0, .2},
    {.6, .05, 0}, {.6, .05, 0}, {.6, .05, 0}, {.6, .05, 0}
  };

  private static double[] factors(boolean general) {
    int dimension = PHRASES.size() + 1;
    float[] papers = new float[COSINES.length * dimension];
    for (int row = 0; row < COSINES.length; row++) {
      double rest = 1;
      for (int i = 0; i < PHRASES.size(); i++) {
        papers[row * dimension + i] = (float) COSINES[row][i];
        rest -= COSINES[row][i] * COSINES[row][i];
      }
      papers[row * dimension + PHRASES.size()] = (float) Math.sqrt(rest);
    }
    float[] phrases = new float[PHRASES.size() * dimension];
    for (int i = 0; i < PHRASES.size(); i++) {
      phrases[i * dimension + i] = 1;
    }
    Corpus corpus =
        Corpus.of(
            List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                .map(id -> Paper.of(id, "On it", ""))
                .toList());
    PhraseVectors vectors =
        new PhraseVectors(
            EmbeddingMatrix.normalized(papers, dimension), PhraseIndex.of(PaperWords.of(corpus)));
    return NameMeanings.of(PHRASES, EmbeddingMatrix.normalized(phrases, dimension))
        .factors(
            PHRASES,
            new NameCandidates.Subject(List.of(), GROUP, List.of(), SIBLINGS, List.of(), general),
            vectors);
  }

  @Test
  void a_phrase_weighs_most_that_is_near_to_a_group_and_tells_each_of_its_papers_from_others() {
    double[] factors = factors(false);

    // .2 + .8 × .2 / (.8 × .8) and .2 + .8 × .25 / (.8 × .8), to the power 1.5; half of the papers
    // being nearer is no separation: .2 to the power 1.5 × (.15 + .85 × 60 / 64)
    assertThat(factors[0]).isEqualTo(1, within(1e-3));
    assertThat(factors[1]).isEqualTo(.3669 * .1017, within(1e-3));
    assertThat(factors[2]).isEqualTo(.3019, within(1e-3));
  }

  @Test
  void an_area_looks_at_the_difference_of_the_mean_cosines_alone() {
    assertThat(factors(true)).containsExactly(new double[] {1, 1, 1}, within(1e-3));
  }
}
