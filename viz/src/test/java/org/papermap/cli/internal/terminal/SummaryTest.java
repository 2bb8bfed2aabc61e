package org.papermap.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void topics_that_other_papers_would_not_give_are_named_and_beyond_eight_counted() {
    List<String> ten = IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).toList();

    assertThat(Summary.stability(List.of())).startsWith("all topics come back");
    assertThat(Summary.stability(List.of("Retrieval", "Diffusion")))
        .endsWith("grouped anew: Retrieval, Diffusion");
    assertThat(Summary.stability(ten.subList(0, 8)))
        .endsWith("grouped anew: 1, 2, 3, 4, 5, 6, 7, 8");
    assertThat(Summary.stability(ten)).endsWith("grouped anew: 1, 2, 3, 4, 5, 6, 7, 8 and 2 more");
  }
}
