package org.papermap.topic;

import org.papermap.topic.Topic.LabelQuality;

import org.papermap.topic.Topic.NameEvidence;

import org.papermap.topic.Topic.NameSource;

import org.papermap.topic.TopicModel.PhraseEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.vectors.EmbeddingMatrix;

class NameJudgeTest {
  /// The angle of each paper on a circle, in degrees: three of bread, one of them near the stars,
  /// and three of stars.
  private static final double[] ANGLES = {0, 10, 70, 80, 90, 100};

  private static final Corpus CORPUS =
      Corpus.of(
          List.of(
              Paper.of("a", "Rye bread", "Baking of rye."),
              Paper.of("b", "White breads", "Flour and yeast."),
              Paper.of("c", "Star-shaped rolls", "Baking of small bread."),
              Paper.of("d", "Stars", "Old stars shine."),
              Paper.of("e", "Neutron stars", "Dense matter."),
              Paper.of("f", "Giants", "Red light.")));

  private static Topic topic(int number, String name, List<Integer> papers) {
    return new Topic(
        number,
        name,
        List.of(),
        papers,
        List.of(),
        List.of(),
        new NameEvidence(NameSource.PHRASES, List.of(), List.of()),
        new LabelQuality(0, 1));
  }

  private static TopicTree tree(String first, String second) {
    return new TopicTree(
        List.of(),
        List.of(topic(0, first, List.of(0, 1, 2)), topic(1, second, List.of(3, 4, 5))),
        new LabelQuality(0, 1));
  }

  private static EmbeddingMatrix at(double... angles) {
    float[] values = new float[2 * angles.length];
    for (int i = 0; i < angles.length; i++) {
      values[2 * i] = (float) Math.cos(Math.toRadians(angles[i]));
      values[2 * i + 1] = (float) Math.sin(Math.toRadians(angles[i]));
    }
    return EmbeddingMatrix.normalized(values, 2);
  }

  private static List<NameJudge.Fit> fits(TopicTree tree, Map<String, Double> angles)
      throws IOException {
    PhraseEncoder encoder =
        names -> at(names.stream().mapToDouble(it -> angles.getOrDefault(it, 180.0)).toArray());
    return NameJudge.of(tree, CORPUS, at(ANGLES), encoder).all();
  }

  @Test
  void a_name_is_judged_by_how_it_picks_its_papers_out_of_those_beside() throws IOException {
    // given Bread at 30 degrees: its papers are 30, 20 and 40 away, the stars 50, 60 and 70; and
    // Stars at 90, which is nearer to paper c
    List<NameJudge.Fit> fits = fits(tree("Bread", "Stars"), Map.of("Bread", 30.0, "Stars", 90.0));

    // then all pairs are in order, and two of three papers are nearer to their own name
    assertThat(fits.getFirst().auc()).isEqualTo(1);
    assertThat(fits.getFirst().identified()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(fits.getFirst().score()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-9));
    // of Stars, c is 20 away, d 10, e 0, f 10: all pairs are in order
    assertThat(fits.getLast().auc()).isEqualTo(1);
    assertThat(fits.getLast().identified()).isEqualTo(1);
  }

  @Test
  void pairs_out_of_order_lower_the_auc() throws IOException {
    // given a name at 45 degrees: its papers are 45, 35 and 25 away, the others 35, 45 and 55; of
    // the nine pairs six are in order, two are ties, and one is not
    NameJudge.Fit fit =
        fits(tree("Bread", "Stars"), Map.of("Bread", 45.0, "Stars", 90.0)).getFirst();

    assertThat(fit.auc()).isCloseTo((6 + 2 * 0.5) / 9, within(0.06));
  }

  @Test
  void words_are_counted_in_singular_and_whole() throws IOException {
    List<NameJudge.Fit> fits = fits(tree("Bread", "Stars"), Map.of("Bread", 30.0, "Stars", 90.0));

    // bread is in a, b and c; stars in d and e, and elsewhere in c
    assertThat(fits.getFirst().coverage()).isEqualTo(1);
    assertThat(fits.getFirst().specificity()).isEqualTo(1);
    assertThat(fits.getLast().coverage()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(fits.getLast().specificity()).isCloseTo(2.0 / 3, within(1e-9));
  }

  @Test
  void a_name_that_two_groups_have_scores_nothing() throws IOException {
    List<NameJudge.Fit> fits = fits(tree("Bread", "bread"), Map.of("Bread", 30.0, "bread", 30.0));

    assertThat(fits).allMatch(fit -> !fit.unique() && fit.score() == 0);
  }

  @Test
  void other_names_are_judged_as_if_the_map_had_them() throws IOException {
    TopicTree tree = tree("Bread", "Stars");
    PhraseEncoder encoder =
        names -> at(IntStream.range(0, names.size()).mapToDouble(i -> 90.0 * i).toArray());
    NameJudge judge = NameJudge.of(tree, CORPUS, at(ANGLES), encoder);

    List<NameJudge.Fit> fits =
        judge.fits(NameJudge.families(tree).getFirst(), List.of("Baking", "Astronomy"));

    assertThat(fits).extracting(NameJudge.Fit::name).containsExactly("Baking", "Astronomy");
    assertThat(fits.getFirst().identified()).isCloseTo(2.0 / 3, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Graph neural networks", "Mixture of experts", "C++", "图神经网络", "Hubbard model"})
  void sound_names_have_no_fault(String name) {
    assertThat(NameJudge.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', length",
    "A name that is far too long to stand on a map of papers, length",
    "one two three four five six seven, length",
    "<b>bold</b>, characters",
    "'=SUM(A1)', characters",
    "Topic 7, says nothing",
    "Various methods, says nothing",
    "Novel approaches, says nothing",
    "2024, says nothing",
  })
  void names_that_are_unsound_are_told(String name, String fault) {
    assertThat(NameJudge.fault(name)).contains(fault);
  }
}
