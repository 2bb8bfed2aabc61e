package org.papermap.cluster.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AbbreviationsTest {
  @Test
  void a_short_form_that_people_spell_out_is_obscure() {
    String text = "A world model (WM) is one. Our world model is a world model.";

    assertThat(obscure(text, "WM")).isTrue();
    assertThat(obscure(text + " This WM and that WM, a WM, one more WM.", "WM")).isFalse();
    assertThat(obscure(text, "world")).isFalse();
  }

  private static boolean obscure(String text, String word) {
    TokenVocabulary vocabulary = new TokenVocabulary();
    int[] read = vocabulary.read(text);
    int number = vocabulary.read(word)[0];
    List<Word> words = new Dictionary(vocabulary.tokens()).words();
    Abbreviations abbreviations = Abbreviations.of(words, new int[][] {read});
    abbreviations.shorten(read);
    return abbreviations.isObscure(number);
  }
}
