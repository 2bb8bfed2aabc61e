package org.papermap.map.internal.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.MappedPaper;
import org.papermap.viz.SampleMaps;

class MapDiffTest {
  private static final MapDescription MAP = SampleMaps.of(60).description();

  private static MappedPaper at(MappedPaper paper, double x, double y) {
    return new MappedPaper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.date(),
        paper.url(),
        paper.extra(),
        (float) x,
        (float) y,
        paper.topic(),
        paper.subtopic(),
        paper.neighborsKept(),
        paper.themes(),
        paper.themeSimilarity(),
        paper.edition(),
        paper.since());
  }

  private static MapDescription with(List<MappedPaper> papers) {
    return new MapDescription(
        MAP.title(),
        MAP.provenance(),
        MAP.quality(),
        papers,
        MAP.areas(),
        MAP.topics(),
        MAP.hues(),
        MAP.history());
  }

  private static MapDescription moved(DoubleBinaryOperator x, DoubleBinaryOperator y) {
    return with(
        MAP.papers().stream()
            .map(it -> at(it, x.applyAsDouble(it.x(), it.y()), y.applyAsDouble(it.x(), it.y())))
            .toList());
  }

  @Test
  void a_map_and_itself_differ_in_nothing() {
    MapDiff diff = MapDiff.of(MAP, MAP);

    assertThat(diff.isNothing()).isTrue();
    assertThat(diff.arrived()).isEmpty();
    assertThat(diff.gone()).isEmpty();
    assertThat(diff.movement(1)).isZero();
  }

  @Test
  void turning_mirroring_scaling_and_shifting_a_map_moves_nothing() {
    double cosine = Math.cos(0.7);
    double sine = Math.sin(0.7);
    for (double mirror : new double[] {1, -1}) {
      MapDescription turned =
          moved(
              (x, y) -> 0.2 + 0.6 * (cosine * x - mirror * sine * y),
              (x, y) -> 0.1 + 0.6 * (sine * x + mirror * cosine * y));

      MapDiff diff = MapDiff.of(turned, MAP);

      assertThat(diff.movement(1)).as("mirror %s", mirror).isCloseTo(0, within(1e-6));
      assertThat(diff.moved()).isEmpty();
      assertThat(diff.changedTopics()).isEmpty();
    }
  }

  @Test
  void one_paper_that_went_across_the_map_is_the_one_that_moved() {
    List<MappedPaper> papers = new ArrayList<>(MAP.papers());
    MappedPaper some = papers.get(7);
    papers.set(7, at(some, some.x() > 0.5 ? 0.05 : 0.95, some.y()));

    MapDiff diff = MapDiff.of(with(papers), MAP);

    assertThat(diff.moved()).containsExactly(7);
    assertThat(diff.isNothing()).isFalse();
    assertThat(diff.movement(0.5)).isLessThan(0.03);
  }

  @Test
  void the_order_of_papers_is_no_change_of_them() {
    List<MappedPaper> papers = new ArrayList<>(MAP.papers());
    Collections.shuffle(papers, new Random(1));
    MapDescription shuffled = with(papers);

    MapDiff diff = MapDiff.of(shuffled, MAP);

    assertThat(diff.arrived()).isEmpty();
    assertThat(diff.gone()).isEmpty();
    assertThat(diff.movement(1)).isCloseTo(0, within(1e-9));
  }

  @Test
  void papers_that_came_and_went_are_told_by_their_rows() {
    // Given a map of the first 40 papers beside one of all; and the other way round
    MapDescription fewer = SampleMaps.of(40).description();

    MapDiff later = MapDiff.of(fewer, MAP);
    MapDiff earlier = MapDiff.of(MAP, fewer);

    assertThat(later.arrived())
        .allSatisfy(row ->
            assertThat(fewer.papers()).noneMatch(it -> it.id().equals(MAP.papers().get(row).id())));
    assertThat(later.arrived()).hasSize(20);
    assertThat(later.gone()).isEmpty();
    assertThat(earlier.gone()).isEqualTo(later.arrived());
    assertThat(earlier.arrived()).isEmpty();
  }

  @Test
  void a_topic_is_born_where_no_earlier_one_is_the_same() {
    MapDescription fewer = SampleMaps.of(12).description();

    List<TopicHistory> topics = MapDiff.of(fewer, MAP).topics();

    assertThat(topics).anyMatch(it -> it.changes().contains(Change.BORN));
    assertThat(topics)
        .filteredOn(it -> it.changes().contains(Change.GREW))
        .allMatch(it -> it.papers() > it.earlierPapers());
  }
}
