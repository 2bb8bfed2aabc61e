package org.papermap.viz.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.wordsearch.WordSearch;
import org.papermap.wordsearch.WordSearch.QuantizedRows;
import org.papermap.wordsearch.WordSearch.SearchQuality;

class WordSearchPayloadTest {
  private static final WordSearch SEARCH =
      WordSearch.carried(
          List.of("attention", "diffusion", "robot"),
          QuantizedRows.stored(new byte[] {3, 0, 0, -4, 1, 1}, 2, 0.25f),
          QuantizedRows.stored(new byte[] {1, 0, 0, 2, -127, 5, 2, 2}, 2, 0.5f),
          QuantizedRows.stored(new byte[] {1, 2, -3, 0}, 1, 0.01f),
          new SearchQuality(22, 0.5, 0.25));

  @Test
  void a_search_is_read_back_from_a_page() throws IOException {
    WordSearch read = WordSearchPayload.read(WordSearchPayload.of(SEARCH)).orElseThrow();

    assertThat(read.words()).isEqualTo(SEARCH.words());
    assertThat(read.wordVectors().codes()).isEqualTo(SEARCH.wordVectors().codes());
    assertThat(read.wordVectors().step()).isEqualTo(SEARCH.wordVectors().step());
    assertThat(read.paperVectors().codes()).isEqualTo(SEARCH.paperVectors().codes());
    assertThat(read.paperVectors().step()).isEqualTo(SEARCH.paperVectors().step());
    assertThat(read.typicality().codes()).isEqualTo(SEARCH.typicality().codes());
    assertThat(read.quality()).isEqualTo(SEARCH.quality());
    assertThat(read.nearest("the robot", 4)).isEqualTo(SEARCH.nearest("the robot", 4)).hasSize(4);
  }

  @Test
  void a_page_without_one_has_none_and_a_part_of_one_is_refused() throws IOException {
    assertThat(WordSearchPayload.read("")).isEmpty();
    String packed = WordSearchPayload.of(SEARCH);
    assertThatThrownBy(() -> WordSearchPayload.read(packed.substring(0, packed.lastIndexOf('\n'))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 texts in place of four");
  }
}
