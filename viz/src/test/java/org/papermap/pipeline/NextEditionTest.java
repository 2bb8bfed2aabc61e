package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory;
import org.papermap.map.MapHistory.Edition;
import org.papermap.map.MapHistory.GonePaper;
import org.papermap.map.MappedPaper;
import org.papermap.map.Provenance;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;

class NextEditionTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 12);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 2);
  private static final MapDescription.Quality QUALITY = new MapDescription.Quality(0.4, 0.9, 0.9);
  private static final MapHistory.Fit FIT = new MapHistory.Fit(1, 0.4, 0.9);

  private static Paper paper(String id, @Nullable LocalDate date) {
    return new Paper(id, "On " + id, "", List.of(), date, null, Map.of());
  }

  /// One topic of all papers.
  private static List<Topic> topics(int papers) {
    return List.of(
        new Topic(
            0,
            "Things",
            List.of(),
            IntStream.range(0, papers).boxed().toList(),
            List.of(),
            List.of(),
            new NameEvidence(NameSource.PHRASES, List.of(), List.of()),
            new LabelQuality(0, 1)));
  }

  private static MapDescription described(Corpus corpus, NextEdition edition) {
    return new MapDescription(
        "Map",
        new Provenance("1", List.of(), "m", "m", new Truncation(0, 0, 0, 0, 0), Map.of()),
        QUALITY,
        IntStream.range(0, corpus.size())
            .mapToObj(row -> {
              Paper paper = corpus.paper(row);
              int first = edition.firstSeen().get(row);
              return new MappedPaper(
                  paper.id(),
                  paper.title(),
                  "",
                  List.of(),
                  paper.date(),
                  null,
                  Map.of(),
                  0,
                  0,
                  0,
                  null,
                  1,
                  List.of(),
                  Map.of(),
                  first,
                  edition.history().editions().get(first - 1).day());
            })
            .toList(),
        List.of(),
        topics(corpus.size()),
        Map.of(),
        edition.history());
  }

  private static final Corpus FIRST = Corpus.of(List.of(paper("a", MAY), paper("b", null)));

  private static NextEdition first() {
    return NextEdition.first(FIRST, topics(2), null, QUALITY);
  }

  private static NextEdition after(
      MapDescription earlier, int[] rows, Corpus corpus, @Nullable LocalDate day) {
    return NextEdition.after(earlier, rows, corpus, topics(corpus.size()), day, FIT, "");
  }

  @Test
  void a_first_map_is_of_the_day_of_its_newest_paper_and_nothing_is_new_on_it() {
    NextEdition first = first();

    assertThat(first.history().editions()).containsExactly(new Edition(MAY, 2));
    assertThat(first.firstSeen()).containsExactly(1, 1);
    assertThat(first.history().isNew(1)).isFalse();
  }

  @Test
  void a_day_that_is_given_counts_and_papers_without_dates_give_none() {
    assertThat(NextEdition.first(FIRST, topics(2), JUNE, QUALITY).history().day()).isEqualTo(JUNE);
    assertThat(
            NextEdition.first(Corpus.of(List.of(paper("c", null))), topics(1), null, QUALITY)
                .history()
                .day())
        .isNull();
  }

  @Test
  void a_paper_is_new_on_the_map_that_has_it_first_and_one_that_went_is_listed() {
    Corpus corpus = Corpus.of(List.of(paper("b", null), paper("c", JUNE)));

    NextEdition next = after(described(FIRST, first()), new int[] {1, -1}, corpus, null);

    assertThat(next.history().editions())
        .containsExactly(new Edition(MAY, 2), new Edition(JUNE, 2));
    assertThat(next.history().earlierDay()).isEqualTo(MAY);
    assertThat(next.firstSeen()).containsExactly(1, 2);
    assertThat(next.history().isNew(2)).isTrue();
    assertThat(next.history().gone())
        .containsExactly(new GonePaper("a", "On a", MAY, null, MAY, "Things"));
    MappedPaper fresh = described(corpus, next).papers().get(1);
    assertThat(fresh.since()).isEqualTo(JUNE);
  }

  @Test
  void an_old_paper_that_comes_late_is_new_though_the_day_is_the_same() {
    Corpus corpus = Corpus.of(List.of(paper("a", MAY), paper("b", null), paper("z", null)));

    NextEdition next = after(described(FIRST, first()), new int[] {0, 1, -1}, corpus, null);

    assertThat(next.history().day()).isEqualTo(MAY);
    assertThat(next.firstSeen()).containsExactly(1, 1, 2);
    assertThat(next.history().isNew(2)).isTrue();
  }

  @Test
  void the_same_papers_again_are_the_same_edition_so_that_what_was_new_stays_new() {
    Corpus corpus = Corpus.of(List.of(paper("b", null), paper("c", JUNE)));
    NextEdition next = after(described(FIRST, first()), new int[] {1, -1}, corpus, null);

    NextEdition again = after(described(corpus, next), new int[] {0, 1}, corpus, null);

    assertThat(again).isEqualTo(next);
  }

  @Test
  void days_do_not_run_backwards_when_the_newest_paper_leaves() {
    Corpus corpus = Corpus.of(List.of(paper("b", null), paper("c", LocalDate.of(2020, 1, 1))));

    NextEdition next = after(described(FIRST, first()), new int[] {1, -1}, corpus, null);

    assertThat(next.history().day()).isEqualTo(MAY);
  }
}
