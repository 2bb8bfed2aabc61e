package org.papermap.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.vectors.EmbeddingMatrix;

/// Kinds of names that readers marked down.
class NameKindsTest {
  private final List<Paper> papers = new ArrayList<>();

  private void paper(String title, String text) {
    papers.add(Paper.of("p" + papers.size(), title, text));
  }

  /// The name of the papers so far, beside papers on lullabies.
  private String name() {
    return name((corpus, vectors, tree) -> TopicModel.defaults().fit(corpus, vectors, tree));
  }

  /// The same, by a model with a vector for each phrase.
  private String nameBy(Function<String, float[]> model) {
    return name((corpus, vectors, tree) ->
        TopicModel.defaults()
            .fit(
                corpus,
                vectors,
                tree,
                texts -> {
                  float[] values = new float[2 * texts.size()];
                  for (int i = 0; i < texts.size(); i++) {
                    System.arraycopy(model.apply(texts.get(i)), 0, values, 2 * i, 2);
                  }
                  return EmbeddingMatrix.normalized(values, 2);
                }));
  }

  private interface Naming {
    TopicTree of(Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) throws IOException;
  }

  private String name(Naming naming) {
    int size = papers.size();
    List<Paper> all = new ArrayList<>(papers);
    for (int i = 0; i < size + 2; i++) {
      all.add(Paper.of("l" + i, "Lullabies", "We sing lullabies to children at night."));
    }
    int[] topics = new int[all.size()];
    float[] values = new float[2 * all.size()];
    for (int row = 0; row < topics.length; row++) {
      topics[row] = row < size ? 0 : 1;
      values[2 * row + topics[row]] = 1;
    }
    try {
      return naming
          .of(
              Corpus.of(all),
              EmbeddingMatrix.normalized(values, 2),
              ClusterTree.of(List.of(Clustering.of(topics))))
          .topics()
          .stream()
          .filter(topic -> topic.papers().contains(0))
          .findFirst()
          .orElseThrow()
          .name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Hubbard, model, Hubbard model",
    "Meissner, effect, Meissner effect",
    "vision-language, models, Vision-language models",
    "Earth, observation, Earth observation",
    "process reward, models, Process reward models",
  })
  void a_stock_noun_stays_where_papers_hardly_say_the_phrase_without_it(
      String phrase, String noun, String name) {
    for (int i = 0; i < 4; i++) {
      paper(
          "The %s %s".formatted(phrase, noun),
          "We look at the %s %s. Of the %s %s little is known."
              .formatted(phrase, noun, phrase, noun));
    }
    paper("More on it", "It is about %s alone, which some say.".formatted(phrase));

    assertThat(name()).isEqualTo(name);
  }

  @Test
  void the_noun_behind_an_abbreviation_stays_with_its_long_form() {
    for (int i = 0; i < 4; i++) {
      paper(
          "Symmetry protected topological phases",
          "Symmetry protected topological (SPT) phases are matter. We find SPT phases in a chain.");
    }

    assertThat(name()).isEqualTo("SPT phases");
  }

  @Test
  void a_stock_noun_stays_behind_a_phrase_that_papers_abbreviate() {
    paper("On vision-language", "Of vision-language (VL) little is known.");
    for (int i = 0; i < 4; i++) {
      paper(
          "Vision-language models",
          "We look at vision-language models. Our vision-language models are small.");
    }

    assertThat(name()).isEqualTo("Vision-language models");
  }

  @Test
  void a_verb_is_no_name() {
    for (int i = 0; i < 6; i++) {
      paper("Incentivizing", "We write about incentivizing the dogs of ships.");
    }

    assertThat(name()).doesNotContainIgnoringCase("incentivizing");
  }

  @Test
  void what_a_verb_begins_is_no_name() {
    paper(
        "On it", "Advancing the sea is hard. We end by advancing the shores and advancing a sea.");
    for (int i = 0; i < 6; i++) {
      paper("Advancing shores", "We write about advancing shores.");
    }

    assertThat(name()).isEqualTo("Shores");
  }

  @Test
  void what_a_noun_with_the_ending_of_a_verb_begins_is_a_name() {
    paper("On it", "Steering the ships is hard.");
    for (int i = 0; i < 6; i++) {
      paper("Steering wheels", "Steering is hard. We write about steering wheels.");
    }

    assertThat(name()).isEqualTo("Steering wheels");
  }

  @Test
  void two_of_twenty_papers_add_no_second_phrase() {
    for (int i = 0; i < 20; i++) {
      String phrase = i < 9 ? "Sea shanties" : i < 11 ? "Copper kettles" : "";
      paper("On that " + phrase, "It is of the " + phrase + ".");
    }

    assertThat(name()).isEqualTo("Sea shanties");
  }

  @Test
  void a_stock_noun_is_left_out_where_papers_say_the_phrase_without_it() {
    for (int i = 0; i < 4; i++) {
      paper("Quantization methods", "Quantization is fast. With quantization, weights are small.");
    }

    assertThat(name()).isEqualTo("Quantization");
  }

  @Test
  void a_short_form_that_few_papers_use_is_spelled_out() {
    for (int i = 0; i < 4; i++) {
      paper("On WAMs", "A world action model (WAM) plans. Our WAM is fast, and WAMs are small.");
    }
    for (int i = 0; i < 300; i++) {
      paper("Sonata", "We play sonatas in the evening.");
    }
    int size = papers.size();
    int[] topics = new int[size];
    float[] values = new float[2 * size];
    for (int row = 0; row < size; row++) {
      topics[row] = row < 4 ? 0 : 1;
      values[2 * row + topics[row]] = 1;
    }

    String name =
        TopicModel.defaults()
            .fit(
                Corpus.of(papers),
                EmbeddingMatrix.normalized(values, 2),
                ClusterTree.of(List.of(Clustering.of(topics))))
            .topics()
            .getLast()
            .name();

    assertThat(name).isEqualTo("World action model");
  }

  /// However often papers have it.
  @Test
  void a_short_form_that_papers_mostly_spell_out_is_spelled_out_in_the_plural() {
    paper("On world models", "A world model (WM) plans.");
    paper("More of them", "World models (WMs) plan.");
    for (int i = 0; i < 4; i++) {
      paper("World models", "Our world models are small. Of a world model little is known.");
    }

    assertThat(name()).isEqualTo("World models");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"conversational", "sustainable", "qualitative", "numerically", "smooth", "safe"})
  void an_adjective_or_adverb_is_no_name(String word) {
    for (int i = 0; i < 6; i++) {
      paper("What is " + word, "This is %s, and that is %s.".formatted(word, word));
      paper("The " + word, "We call it %s. They say %s.".formatted(word, word));
    }

    assertThat(name()).isNotEqualToIgnoringCase(word);
  }

  @ParameterizedTest
  @CsvSource({"high-fidelity, false", "chain-of-thought, true"})
  void a_compound_that_mostly_stands_before_nouns_is_no_name(String compound, boolean noun) {
    for (String beside : List.of("ships", "boats", "sails", "masts", "decks", "oars")) {
      paper(
          "%s %s".formatted(compound, beside),
          "We have %1$s %2$s. They ask for %1$s.".formatted(compound, beside));
    }

    assertThat(name().equalsIgnoreCase(compound)).isEqualTo(noun);
  }

  @Test
  void what_an_adjective_ends_is_no_name() {
    for (int i = 0; i < 6; i++) {
      paper(
          "Eventually smooth shores", "Shores are smooth. We call it eventually smooth, at last.");
    }

    assertThat(name()).containsIgnoringCase("shores");
  }

  @ParameterizedTest
  @CsvSource({"narrative, narratives", "retrieval, retrieval", "music, music"})
  void a_noun_with_the_ending_of_an_adjective_is_a_name(String singular, String plural) {
    for (int i = 0; i < 6; i++) {
      paper("On " + plural, "We hear a %s. There are %s.".formatted(singular, plural));
    }

    assertThat(name()).isEqualToIgnoringCase(plural);
  }

  @Test
  void a_title_in_capitals_does_not_decide_the_case() {
    paper("THE GALAXIES OF THE NORTH", "");
    paper("Four galaxies", "We see one of the four galaxies.");
    paper("Of galaxies", "There are galaxies in the north.");

    assertThat(name()).isEqualTo("Galaxies");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failures",
        "struggles",
        "readers",
        "communication",
        "inequalities",
        "learned",
        "transl",
        "offline",
        "nonlinearities",
        "thresholds",
        "preferences"
      })
  void a_word_without_content_is_no_name(String word) {
    for (int i = 0; i < 4; i++) {
      paper("On " + word, "We write about %s. There are %s in it.".formatted(word, word));
    }

    assertThat(name()).isNotEqualToIgnoringCase(word);
  }

  @Test
  void a_vague_word_names_beside_another() {
    for (int i = 0; i < 4; i++) {
      paper("Wireless communication", "We write about wireless communication. It is fast.");
    }

    assertThat(name()).isEqualTo("Wireless communication");
  }

  @Test
  void chinese_words_are_not_cut_in_the_middle() {
    paper("关于卷积神经网络的研究", "我们的卷积神经网络很快。");
    paper("卷积神经网络与图像", "用卷积神经网络看图像。");
    paper("论卷积神经网络", "这是卷积神经网络的理论。");

    assertThat(name()).isEqualTo("卷积神经网络");
  }

  /// "冰川增加", glaciers grow, is in all of them, too, but ends in the middle of a sentence.
  @Test
  void a_fragment_that_is_as_frequent_as_a_chinese_word_does_not_keep_it_from_naming() {
    for (int i = 0; i < 4; i++) {
      paper("冰川与融水", "本文研究了冰川与融水之间的关系。冰川增加时融水也随之增强。");
    }

    assertThat(name()).contains("冰川");
  }

  @Test
  void of_few_papers_what_the_model_puts_near_them_names_them() {
    // given "Choosing Wisely", which three titles say, and "mammography", which all texts do
    paper("Choosing Wisely", "We ask about mammography.");
    paper("Choosing Wisely at home", "We ask about mammography.");
    paper("Choosing Wisely", "We ask about mammography.");
    paper("Mammography", "We ask about mammography.");

    // when the model knows of neither, then of mammography
    String before = nameBy(_ -> new float[] {1, 1});
    String after =
        nameBy(text -> text.equals("mammography") ? new float[] {1, 0} : new float[] {0, 1});

    assertThat(before).isEqualTo("Choosing wisely");
    assertThat(after).isEqualTo("Mammography");
  }

  @Test
  void a_phrase_far_from_few_papers_needs_four_times_the_count_to_name_them() {
    // given "dust" in 9 titles of 10, and "mammography" in 4
    for (int i = 0; i < 10; i++) {
      String dust = i < 9 ? "Dust" : "";
      String subject = i < 4 ? "mammography" : "it";
      paper(dust + " and " + subject, "We ask about %s, and %s.".formatted(dust, subject));
    }

    String name =
        nameBy(text -> text.equals("mammography") ? new float[] {1, 0} : new float[] {0, 1});

    assertThat(name).isEqualTo("Mammography");
  }

  @Test
  void of_a_group_few_papers_do_not_name_it_for_their_titles() {
    // given one phrase in three titles, and another in the texts of four and one title
    for (int i = 0; i < 20; i++) {
      String phrase = i < 3 ? "river communication" : i < 7 ? "harbor communication" : "it";
      paper(i < 4 ? "On " + phrase : "That", "We write about %s.".formatted(phrase));
    }

    assertThat(name()).isEqualTo("Harbor communication");
  }

  @Test
  void british_and_american_spellings_are_one_phrase() {
    paper("Hand behaviour", "We see hand behaviour.");
    paper("Hand behavior", "We see hand behavior.");
    paper("More of it", "We see hand behaviour.");
    paper("Pearls", "We see pearls.");
    paper("On pearls", "We see pearls.");

    // then three papers have it, and it leads
    assertThat(name()).isEqualTo("Hand behaviour & pearls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sb", "La", "II"})
  void symbols_that_formulas_leave_behind_are_no_names(String symbol) {
    for (int i = 0; i < 3; i++) {
      paper(symbol, "The role of %s. The role of %s.".formatted(symbol, symbol));
    }

    assertThat(name()).isNotEqualTo(symbol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"试验", "策"})
  void chinese_words_that_tell_no_subject_are_no_names(String word) {
    for (int i = 0; i < 3; i++) {
      paper(word + "。", "%s。%s。".formatted(word, word));
    }

    assertThat(name()).isNotEqualTo(word);
  }
}
