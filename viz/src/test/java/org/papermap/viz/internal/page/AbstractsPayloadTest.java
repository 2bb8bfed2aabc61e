package org.papermap.viz.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Paper;

/// Abstracts of a map that grew, of which most are packed as they were.
class AbstractsPayloadTest {
  private static Paper paper(int number, String text) {
    return Paper.of("p" + number, "Paper " + number, text);
  }

  private static List<Paper> papers(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(it -> paper(it, "We study bees and case" + it + "."))
        .toList();
  }

  private static List<Paper> joined(List<Paper> first, List<Paper> second) {
    List<Paper> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  private static List<Integer> rows(List<Paper> papers, List<Paper> before) {
    return papers.stream().map(Paper::id).map(id -> idsOf(before).indexOf(id)).toList();
  }

  private static List<String> idsOf(List<Paper> papers) {
    return papers.stream().map(Paper::id).toList();
  }

  private static String page(List<Paper> papers) {
    return AbstractsPayload.of(papers, "", List.of());
  }

  private static List<String> linesOf(String packed) {
    return packed.lines().skip(1).toList();
  }

  private static void assertHolds(String packed, List<Paper> papers) throws IOException {
    assertThat(AbstractsPayload.read(packed))
        .isEqualTo(papers.stream().map(Paper::abstractText).toList());
  }

  @Test
  void blocks_are_taken_over_when_papers_come_after_or_before_them() throws IOException {
    List<Paper> before = papers(0, 600);
    String page = page(before);
    List<Paper> after = joined(before, papers(600, 650));
    List<Paper> first = joined(papers(600, 650), before);

    String grown = AbstractsPayload.of(after, page, rows(after, before));
    String newestFirst = AbstractsPayload.of(first, page, rows(first, before));

    assertHolds(grown, after);
    assertHolds(newestFirst, first);
    // 256, 256 and 88 papers; the small block is joined with the new ones.
    assertThat(linesOf(grown)).hasSize(3).startsWith(linesOf(page).get(0), linesOf(page).get(1));
    assertThat(linesOf(newestFirst))
        .hasSize(4)
        .contains(linesOf(page).get(0), linesOf(page).get(1));
  }

  @Test
  void a_block_with_a_changed_a_gone_or_a_moved_paper_is_packed_anew() throws IOException {
    List<Paper> before = papers(0, 1024);
    String page = page(before);
    List<Paper> now = new ArrayList<>(before);
    now.set(700, paper(700, "Another text of unheard words."));
    now.set(300, before.get(301));
    now.set(301, before.get(300));
    now.remove(5);

    String grown = AbstractsPayload.of(now, page, rows(now, before));

    assertHolds(grown, now);
    assertThat(linesOf(grown)).doesNotContain(linesOf(page).subList(0, 3).toArray(String[]::new));
    // A quarter is too little: all are packed anew.
    assertThat(grown).isEqualTo(page(now));
    List<Paper> less = before.subList(1, 1024);
    String without = AbstractsPayload.of(less, page, rows(less, before));
    assertHolds(without, less);
    assertThat(linesOf(without)).endsWith(linesOf(page).subList(1, 4).toArray(String[]::new));
  }

  @Test
  void a_page_of_an_earlier_version_gives_its_texts_and_no_blocks() throws IOException {
    List<Paper> papers = papers(0, 300);
    String page = page(papers);
    String old = page.replaceAll("(?m)^\\d+ ", "");

    assertThat(old).isNotEqualTo(page);
    assertHolds(old, papers);
    assertThat(AbstractsPayload.of(papers, old, rows(papers, papers))).isEqualTo(page);
  }

  @Test
  void a_block_that_is_not_what_it_says_is_packed_anew() throws IOException {
    List<Paper> papers = papers(0, 1024);
    String page = page(papers);
    List<String> lines = new ArrayList<>(page.lines().toList());
    // Another's abstracts under these papers, a line that is no block, and numbers out of range.
    String packed = lines.get(1).substring(lines.get(1).indexOf(' '));
    lines.set(2, "256" + packed);
    lines.set(3, "256 <!--<script>");
    lines.set(4, Integer.MAX_VALUE + packed);
    lines.add("-257" + packed);

    String grown = AbstractsPayload.of(papers, String.join("\n", lines), rows(papers, papers));

    assertThat(grown).isEqualTo(page);
  }

  @Test
  void of_four_blocks_the_two_true_ones_are_taken_over() throws IOException {
    List<Paper> papers = papers(0, 1024);
    String page = page(papers);
    List<String> lines = new ArrayList<>(page.lines().toList());
    lines.set(2, "256" + lines.get(1).substring(lines.get(1).indexOf(' ')));
    lines.set(3, "256 <!--<script>");

    String grown = AbstractsPayload.of(papers, String.join("\n", lines), rows(papers, papers));

    assertHolds(grown, papers);
    assertThat(grown).doesNotContain("<");
    assertThat(linesOf(grown)).contains(linesOf(page).get(0), linesOf(page).get(3));
  }
}
