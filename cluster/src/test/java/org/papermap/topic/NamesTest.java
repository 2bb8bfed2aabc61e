package org.papermap.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.vectors.EmbeddingMatrix;

class NamesTest {
  private final List<Paper> papers = new ArrayList<>();

  private void paper(String title, String text) {
    papers.add(Paper.of("p" + papers.size(), title, text));
  }

  /// Names papers whose topics each lie in a direction of their own.
  private TopicTree fit(ClusterTree tree) {
    int topics = tree.topics().count();
    float[] values = new float[papers.size() * topics];
    for (int row = 0; row < papers.size(); row++) {
      values[row * topics + tree.topics().label(row)] = 1;
    }
    return TopicModel.defaults()
        .fit(Corpus.of(papers), EmbeddingMatrix.normalized(values, topics), tree);
  }

  private List<Topic> fit(int... topics) {
    return fit(ClusterTree.of(List.of(Clustering.of(topics)))).topics();
  }

  private void threePapersOn(String subject, String text) {
    for (String title : List.of("%s", "More %s", "On %s")) {
      paper(title.formatted(subject), text.formatted(subject));
    }
  }

  private static ClusterTree inAreas(int[] areas, int[] topics) {
    return ClusterTree.of(List.of(Clustering.of(areas), Clustering.of(topics)), 1);
  }

  @Test
  void an_area_is_named_by_what_most_of_its_papers_say_be_it_not_rare_elsewhere() {
    // given robots in all 6 papers of one area and in 2 of 6 elsewhere: three times as frequent
    // would be 2; half of the first have it in the title
    threePapersOn("grasping", "Robots learn %s. We build robots.");
    threePapersOn("climbing", "Robots learn %s. We build robots.");
    threePapersOn("lullabies", "We discuss %s, and robots.");
    threePapersOn("sonatas", "We discuss %s.");
    paper("Robots", "Robots learn grasping.");
    paper("Robots again", "Robots learn climbing.");

    // when
    TopicTree named =
        fit(
            inAreas(
                new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0},
                new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 0, 1}));

    // then 8 of 8 against 3 of 6 is twice as frequent
    assertThat(named.areas().getFirst().name()).isEqualTo("Robots");
    assertThat(named.areas().getFirst().subtopics())
        .extracting(Topic::name)
        .containsExactly("Grasping", "Climbing");
  }

  @Test
  void a_topic_is_not_named_by_what_all_of_its_area_says() {
    // given an area whose topics have nothing but robots
    threePapersOn("robots", "We build %s.");
    threePapersOn("robots", "They drive %s.");
    threePapersOn("lullabies", "We discuss %s.");
    threePapersOn("sonatas", "We discuss %s.");

    TopicTree named =
        fit(
            inAreas(
                new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1},
                new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3}));

    assertThat(named.areas().getFirst().name()).isEqualTo("Robots");
    assertThat(named.areas().getFirst().subtopics())
        .extracting(Topic::name)
        .containsExactly("“robots”", "Topic 2");
  }

  @Test
  void an_area_of_one_topic_has_the_name_of_that_topic() {
    threePapersOn("grasping", "Robots learn %s.");
    threePapersOn("climbing", "Robots learn %s.");
    threePapersOn("lullabies", "We discuss %s.");

    TopicTree named =
        fit(inAreas(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1}, new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2}));

    assertThat(named.areas().getLast().name()).isEqualTo("Lullabies");
    assertThat(named.areas().getLast().subtopics().getFirst().name()).isEqualTo("Lullabies");
  }

  @Test
  void a_second_phrase_tells_of_papers_that_the_first_does_not() {
    // given violas only where there are violins, and cellos where there are none
    paper("Violins", "We discuss violins and violas.");
    paper("About violins", "We discuss violins and violas.");
    paper("On violins", "We discuss violins.");
    paper("Cellos", "We discuss cellos.");
    paper("On cellos", "We discuss cellos.");
    threePapersOn("lullabies", "We discuss %s.");
    threePapersOn("sonatas", "We discuss %s.");

    List<Topic> topics = fit(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);

    assertThat(topics.stream().filter(topic -> topic.papers().contains(0)))
        .extracting(Topic::name)
        .containsExactly("Violins & cellos");
  }

  @Test
  void a_phrase_within_another_ones_papers_makes_no_pair_with_it() {
    // given violas, which are in titles, only where there are violins, which are in one
    threePapersOn("violas", "We discuss %s and violins.");
    paper("Violins", "We discuss violins.");
    paper("That", "We discuss violins.");
    paper("These", "We discuss violins.");
    threePapersOn("lullabies", "We discuss %s.");
    threePapersOn("sonatas", "We discuss %s.");

    List<Topic> topics = fit(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);

    assertThat(topics.stream().filter(topic -> topic.papers().contains(0)))
        .extracting(Topic::name)
        .containsExactly("Violins");
  }

  @Test
  void with_a_hyphen_or_without_it_is_one_name() {
    threePapersOn("pseudodifferential operators", "We discuss %s for violins.");
    threePapersOn("pseudo-differential operators", "We discuss %s for cellos.");
    threePapersOn("lullabies", "We discuss %s.");

    List<Topic> topics = fit(0, 0, 0, 1, 1, 1, 2, 2, 2);

    assertThat(topics)
        .extracting(topic -> topic.name().toLowerCase(Locale.ROOT).replace("-", ""))
        .doesNotHaveDuplicates();
  }
}
