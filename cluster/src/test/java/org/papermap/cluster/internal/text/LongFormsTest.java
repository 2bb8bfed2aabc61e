package org.papermap.cluster.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LongFormsTest {
  private final TokenVocabulary vocabulary = new TokenVocabulary();

  @Test
  void a_form_is_found_where_its_words_stand_hyphened_or_not() {
    LongForms forms = forms("vision language model");

    assertThat(words(forms, "vision-language models see", 0)).isEqualTo(2);
    assertThat(words(forms, "vision language models see", 0)).isEqualTo(3);
    assertThat(words(forms, "our vision language models", 1)).isEqualTo(3);
    assertThat(words(forms, "vision language", 0)).isZero();
    assertThat(words(forms, "vision. language model", 0)).isZero();
    assertThat(words(forms, "vision language model-free", 0)).isZero();
    assertThat(words(forms, "language model", 0)).isZero();
    assertThat(words(forms, "unheard-of vision", 0)).isZero();
  }

  @Test
  void of_several_forms_the_longest_counts() {
    LongForms forms = forms("neural architecture", "neural architecture search", "neural tree");

    assertThat(words(forms, "neural architecture search", 0)).isEqualTo(3);
    assertThat(words(forms, "neural architecture fails", 0)).isEqualTo(2);
    assertThat(words(forms, "neural tree", 0)).isEqualTo(2);
    assertThat(words(forms, "neural", 0)).isZero();
  }

  private LongForms forms(String... texts) {
    List<LongForm> forms =
        Stream.of(texts)
            .map(text -> {
              int[] numbers = numbers(text);
              List<String> keys = List.of(text.split(" ", -1));
              return new LongForm(keys, numbers, text, numbers[0], numbers[0]);
            })
            .toList();
    // The words of the texts that are to be asked about.
    numbers("vision-language models see our unheard-of model-free fails language .");
    return new LongForms(new Dictionary(vocabulary.tokens()).words(), forms);
  }

  private int[] numbers(String text) {
    int[] read = vocabulary.read(text);
    return Arrays.copyOf(read, read.length - 1);
  }

  private int words(LongForms forms, String text, int at) {
    LongForms.Found found = forms.startingAt(vocabulary.read(text), at);
    return found == null ? 0 : found.words();
  }
}
