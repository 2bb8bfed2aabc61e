package org.papermap.viz.internal.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.map.PaperMap;
import org.papermap.viz.SampleMaps;

class ImportanceTest {
  @Test
  void where_no_field_tells_it_a_paper_weighs_by_how_often_it_is_nearest() {
    PaperMap map = SampleMaps.of(91);
    int[] times = new int[91];
    for (int row = 0; row < 91; row++) {
      for (int rank = 0; rank < map.neighbors().k(); rank++) {
        times[map.neighbors().neighbor(row, rank)]++;
      }
    }

    // Of the sample's papers one in ten has upvotes, which is too few.
    Importance importance = Importance.of(map);

    assertThat(importance.field()).isEmpty();
    for (int i = 1; i < 91; i++) {
      assertThat(times[importance.order().get(i)])
          .isLessThanOrEqualTo(times[importance.order().get(i - 1)]);
    }
    assertThat(importance.weights()).allMatch(weight -> weight >= 0 && weight <= 1);
    assertThat(importance.weights().get(importance.order().getFirst())).isEqualTo(1);
  }

  @Test
  void upvotes_weigh_by_their_root() {
    Importance importance = Importance.of(withField("Cited by", List.of("0", "25", "100", "n/a")));

    assertThat(importance.field()).isEqualTo("Cited by");
    assertThat(importance.weights().get(0)).isZero();
    // The few papers at the top are alike: the highest weight begins at the 99.7th percentile.
    assertThat(importance.weights().get(2)).isEqualTo(1);
    assertThat(importance.weights().get(1)).isCloseTo(0.5, within(1e-9));
    assertThat(importance.weights().get(3)).isZero();
  }

  @Test
  void a_count_that_all_papers_share_makes_none_stand_out() {
    assertThat(Importance.of(withField("Cited by", List.of("7"))).field()).isEmpty();
  }

  @Test
  void no_papers_weigh_nothing() {
    assertThat(Importance.of(SampleMaps.of(0)).order()).isEmpty();
    assertThat(Importance.of(SampleMaps.of(1)).order()).containsExactly(0);
  }

  /// The sample's papers with a further field, whose values repeat.
  private static PaperMap withField(String name, List<String> values) {
    PaperMap map = SampleMaps.of(91);
    List<Paper> papers = new ArrayList<>();
    for (int row = 0; row < 91; row++) {
      Paper paper = map.corpus().paper(row);
      papers.add(
          new Paper(
              paper.id(),
              paper.title(),
              paper.abstractText(),
              paper.authors(),
              paper.date(),
              paper.url(),
              Map.of(name, values.get(row % values.size()))));
    }
    return new PaperMap(
        map.title(),
        Corpus.of(papers),
        map.neighbors(),
        map.layout(),
        map.layoutQuality(),
        map.tree(),
        map.named(),
        map.themes(),
        map.provenance());
  }
}
