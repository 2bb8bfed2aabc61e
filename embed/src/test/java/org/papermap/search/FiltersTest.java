package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;

/// Filters find the same papers in memory, on disk and along the graph, by meaning and by words.
class FiltersTest {
  private static final WordEmbedder EMBEDDER = new WordEmbedder(32);
  private static final String LONG = "word ".repeat(60);

  private static final List<Paper> PAPERS =
      List.of(
          paper("a", "Bengio, Yoshua", "2023-05-01", Map.of("votes", "9", "seen", "2024-01-31")),
          paper("b", "Samy Bengio", "2024-02-29", Map.of("votes", "10", "seen", "2024-02")),
          paper("c", "Ada Lovelace", "2024-07-01", Map.of("votes", "1e2", "tags", "nlp; vision")),
          paper("d", "Alan Turing", "2025-01-01", Map.of("votes", "n/a", "note", LONG + "end")),
          new Paper("e", "words e", "some words", List.of(), null, null, Map.of("Votes", "-3")));

  @TempDir Path folder;
  private final List<PaperIndex> opened = new ArrayList<>();

  enum Kind {
    MEMORY,
    DISK,
    GRAPH
  }

  private static Paper paper(String id, String author, String date, Map<String, String> extra) {
    return new Paper(
        id, "words " + id, "some words", List.of(author), LocalDate.parse(date), null, extra);
  }

  @AfterEach
  void close() throws IOException {
    for (PaperIndex index : opened) {
      index.close();
    }
  }

  private PaperIndex index(Kind kind) throws IOException {
    PaperIndex index =
        switch (kind) {
          case MEMORY -> {
            Corpus corpus = Corpus.of(PAPERS);
            List<String> texts = PAPERS.stream().map(Paper::text).toList();
            yield PaperIndex.of(corpus, EMBEDDER.embed(texts), EMBEDDER);
          }
          case DISK -> PaperIndex.open(written(), EMBEDDER);
          case GRAPH -> PaperIndex.openGraph(written(), EMBEDDER);
        };
    opened.add(index);
    return index;
  }

  private Path written() throws IOException {
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      writer.put(PAPERS);
      writer.commit();
    }
    return folder;
  }

  /// The ids of the papers that pass, joined, as all ways of asking find them.
  private static String found(PaperIndex index, Filter filter) throws IOException {
    Query query = Query.text("some words").withFilter(filter);
    String meaning = ids(index.nearest(query));
    assertThat(ids(index.nearest(query.withMode(SearchMode.KEYWORD)))).isEqualTo(meaning);
    assertThat(index.papers(filter, 10)).extracting(Paper::id).isEqualTo(split(meaning));
    assertThat(PAPERS.stream().filter(filter::test).map(Paper::id)).isEqualTo(split(meaning));
    return meaning;
  }

  private static List<String> split(String ids) {
    return ids.isEmpty() ? List.of() : List.of(ids.split(""));
  }

  private static String ids(List<Neighbor> found) {
    return found.stream().map(near -> near.paper().id()).sorted().reduce("", String::concat);
  }

  @ParameterizedTest
  @EnumSource
  void numbers_are_compared_as_numbers(Kind kind) throws IOException {
    PaperIndex index = index(kind);

    assertThat(found(index, Filter.range("votes", 9.5, 100))).isEqualTo("bc");
    assertThat(found(index, Filter.range("VOTES", Double.NEGATIVE_INFINITY, 9))).isEqualTo("ae");
    assertThat(found(index, Filter.range("year", 2024, 2024))).isEqualTo("bc");
    assertThat(found(index, Filter.range("author", 0, 9))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void days_are_compared_as_days_in_every_field(Kind kind) throws IOException {
    PaperIndex index = index(kind);
    LocalDate february = LocalDate.of(2024, 2, 1);

    assertThat(found(index, Filter.range("seen", null, february))).isEqualTo("ab");
    assertThat(found(index, Filter.range("seen", february, null))).isEqualTo("b");
    assertThat(found(index, Filter.dates(february, LocalDate.of(2024, 12, 31)))).isEqualTo("bc");
    assertThat(found(index, Filter.range("votes", february, null))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_part_of_a_value_is_found_even_in_a_long_one(Kind kind) throws IOException {
    PaperIndex index = index(kind);

    assertThat(found(index, Filter.contains("author", "BENGIO"))).isEqualTo("ab");
    assertThat(found(index, Filter.contains("note", "word end"))).isEqualTo("d");
    assertThat(found(index, Filter.contains("note", "ending"))).isEmpty();
    assertThat(found(index, Filter.contains("tags", "vis"))).isEqualTo("c");
  }

  @ParameterizedTest
  @EnumSource
  void filters_are_joined_by_and_or_and_not(Kind kind) throws IOException {
    PaperIndex index = index(kind);
    Filter bengio = Filter.contains("author", "bengio");
    Filter recent = Filter.range("year", 2024, 2025);
    Filter isD = Filter.where(paper -> paper.id().equals("d"));

    assertThat(found(index, bengio.and(recent))).isEqualTo("b");
    assertThat(found(index, bengio.or(recent))).isEqualTo("abcd");
    assertThat(found(index, bengio.not())).isEqualTo("cde");
    assertThat(found(index, bengio.or(isD))).isEqualTo("abd");
    assertThat(found(index, bengio.or(isD).not())).isEqualTo("ce");
    assertThat(found(index, recent.and(isD.not()))).isEqualTo("bc");
    assertThat(found(index, Filter.all().not())).isEmpty();
    assertThat(found(index, Filter.anyOf(List.of()))).isEmpty();
    assertThat(found(index, Filter.anyOf(List.of()).not())).isEqualTo("abcde");
  }

  @ParameterizedTest
  @EnumSource
  void any_of_very_many_values_is_one_filter(Kind kind) throws IOException {
    List<Filter> ids =
        IntStream.range(0, 3000)
            .mapToObj(i -> Filter.field("id", i == 2999 ? "c" : "x" + i))
            .toList();

    assertThat(found(index(kind), Filter.anyOf(ids))).isEqualTo("c");
  }

  @ParameterizedTest
  @EnumSource
  void an_index_tells_its_fields_and_their_values(Kind kind) throws IOException {
    PaperIndex index = index(kind);

    assertThat(index.fields())
        .containsExactly("author", "date", "id", "note", "seen", "tags", "title", "votes", "year");
    assertThat(index.values("Year").entrySet().stream().map(Object::toString))
        .containsExactly("2024=2", "2023=1", "2025=1");
    assertThat(index.values("tags").keySet()).containsExactly("nlp", "nlp; vision", "vision");
    assertThat(index.values("color")).isEmpty();
  }

  @Test
  void papers_that_pass_a_filter_are_deleted() throws IOException {
    written();

    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      assertThat(writer.delete(Filter.range("votes", 0, 10))).isEqualTo(2);
      assertThat(writer.delete(Filter.where(paper -> paper.date() == null))).isEqualTo(1);
      assertThat(writer.delete(Filter.field("id", "a"))).isZero();
      writer.commit();
    }

    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      assertThat(index.papers(Filter.all(), 10)).extracting(Paper::id).containsExactly("c", "d");
      assertThat(index.fields()).doesNotContain("seen").contains("tags");
      assertThat(index.values("votes")).containsOnlyKeys("1e2", "n/a");
    }
  }

  @Test
  void a_range_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> Filter.range("votes", 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("votes: 2.0 to 1.0. Give the smaller number first.");
    assertThatThrownBy(() -> Filter.range("votes", Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Filter.contains("author", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("text: blank.");
  }
}
