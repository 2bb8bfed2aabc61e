package org.papermap.viz.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordCodingTest {
  @Test
  void a_single_space_between_two_words_is_not_told() {
    assertThat(piecesOf("We study GPT4, a model.\n"))
        .containsExactly("We", "study", "GPT4", ", ", "a", "model", ".\n");
    assertThat(piecesOf(" a  b ")).containsExactly(" ", "a", "  ", "b", " ");
    assertThat(piecesOf("")).isEmpty();
  }

  private static List<String> piecesOf(String text) {
    CutTexts cut = CutTexts.of(List.of(text));
    return IntStream.range(0, cut.length() - 1)
        .mapToObj(place -> cut.pieces().get(cut.at(place)))
        .toList();
  }

  @Test
  void frequent_words_have_the_lowest_numbers_and_ties_go_by_the_alphabet() {
    WordCoding coding = WordCoding.of(List.of("b a c", "c a", "c"));

    assertThat(coding.dictionary()).containsExactly("c", "a", "b");
    // b a c, an end, c a, an end, c, an end: numbers count from 1.
    assertThat(coding.encode(CutTexts.of(List.of("b a c", "c a", "c"))))
        .containsExactly(3, 2, 1, 0, 1, 2, 0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "one",
        " leading and trailing ",
        "a  b\n\nc\td",
        "x-y (z), 3.5% of \u201Cthis\u201D\u2014and 𝒳-rays",
        "naïve e\u0301tude, Größe, 変換器 модель हिन्दी नमस्ते",
        "</script><script>alert(1)</script>\u2028\u0000"
      })
  void what_is_encoded_is_decoded(String text) throws IOException {
    WordCoding coding = WordCoding.of(List.of(text, "and others"));

    assertThat(coding.decode(coding.encode(CutTexts.of(List.of("and others", text)))))
        .containsExactly("and others", text);
  }

  @Test
  void words_of_all_lengths_of_numbers_come_back() throws IOException {
    // 80,000 different words need one, two and three bytes.
    List<String> texts =
        IntStream.range(0, 800)
            .mapToObj(text ->
                IntStream.range(0, 100)
                    .mapToObj(word -> "w" + (text * 100 + word))
                    .collect(Collectors.joining(" ")))
            .toList();
    WordCoding coding = WordCoding.of(texts);

    assertThat(coding.decode(coding.encode(CutTexts.of(texts)))).isEqualTo(texts);
  }

  @Test
  void damaged_bytes_are_refused() {
    WordCoding coding = WordCoding.of(List.of("a b"));

    assertThatThrownBy(() -> coding.decode(new byte[] {1}))
        .isInstanceOf(IOException.class)
        .hasMessage("a text without an end");
    assertThatThrownBy(() -> coding.decode(new byte[] {9, 0}))
        .isInstanceOf(IOException.class)
        .hasMessage("word 8 of 2");
    assertThatThrownBy(() -> coding.decode(new byte[] {(byte) 200}))
        .isInstanceOf(IOException.class)
        .hasMessage("a word without an end");
  }
}
