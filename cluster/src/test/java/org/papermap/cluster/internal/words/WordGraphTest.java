package org.papermap.cluster.internal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;

class WordGraphTest {
  private static Corpus corpus(String... titles) {
    return corpus(List.of(titles));
  }

  private static Corpus corpus(List<String> titles) {
    List<Paper> papers = new ArrayList<>();
    titles.forEach(title -> papers.add(Paper.of("p" + papers.size(), title, "")));
    return Corpus.of(papers);
  }

  @Test
  void papers_are_near_by_the_telling_words_that_they_share() {
    // given four papers; "violin" and "sonata" are in two, "oboe", "cello" and "suite" in one
    WordGraph graph =
        WordGraph.of(corpus("violin sonata", "violins", "sonata oboe", "cello suite"));

    // then papers are near by the former, as plurals are one word with the singular
    assertThat(graph.neighbors()[0]).containsExactly(1, 2);
    assertThat(graph.neighbors()[1]).containsExactly(0);
    assertThat(graph.neighbors()[2]).containsExactly(0);
    assertThat(graph.neighbors()[3]).isEmpty();
    // both words weigh √ln 2, half of the first paper's square and all of the others'
    assertThat(graph.cosines()[0][0]).isCloseTo((float) Math.sqrt(0.5), within(1e-4f));
    assertThat(graph.cosines()[1][0]).isCloseTo((float) Math.sqrt(0.5), within(1e-4f));
  }

  @Test
  void grammar_and_words_of_most_papers_make_no_neighbors() {
    List<String> titles = new ArrayList<>(List.of("the oboe of spring", "the harp of spring"));
    IntStream.range(0, 60).forEach(i -> titles.add("word" + i + " spring"));

    WordGraph graph = WordGraph.of(corpus(titles));

    assertThat(graph.neighbors()[0]).isEmpty();
  }

  @Test
  void chinese_papers_are_near_by_pairs_of_characters() {
    WordGraph graph = WordGraph.of(corpus("神经网络", "网络安全", "量子计算"));

    assertThat(graph.neighbors()[0]).containsExactly(1);
    assertThat(graph.neighbors()[2]).isEmpty();
  }

  @Test
  void copies_have_the_neighbors_of_the_first_and_change_nothing_for_others() {
    WordGraph alone = WordGraph.of(corpus("violin sonata", "violin suite", "oboe", "cello"));
    WordGraph copied =
        WordGraph.of(
            corpus("violin sonata", "violin suite", "oboe", "cello", "oboe", "violin sonata"));

    assertThat(copied.neighbors()[0]).isEqualTo(alone.neighbors()[0]);
    assertThat(copied.neighbors()[5]).isEqualTo(copied.neighbors()[0]);
    assertThat(copied.neighbors()[1]).containsExactly(0);
  }

  @Test
  void some_of_the_papers_keep_the_edges_among_them() {
    WordGraph graph =
        WordGraph.of(corpus("red violin", "blue violin", "red oboe", "blue oboe", "harp"));

    // given paper 3 standing for paper 1, and 0 for 2, in another order
    WordGraph some = graph.among(new int[] {4, 3, 0}, new int[] {2, 1, 2, 1, 0});

    assertThat(some.rows()).isEqualTo(3);
    assertThat(some.neighbors()[0]).isEmpty();
    assertThat(some.neighbors()[2]).containsExactly(1);
  }

  @Test
  void no_paper_and_one_are_fine() {
    assertThat(WordGraph.of(corpus()).rows()).isZero();
    assertThat(WordGraph.of(corpus("alone")).neighbors()[0]).isEmpty();
  }
}
