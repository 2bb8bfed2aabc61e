package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void puts_text_on_one_line_with_single_spaces() {
    assertThat(PlainText.oneLine(" \u00a0a\r\n  b\t\u2028c\u3000d\u0085 ")).isEqualTo("a b c d");
  }

  @Test
  void leaves_out_what_cannot_be_seen_or_turns_the_text_around() {
    assertThat(PlainText.oneLine("a\u0000\u001b[31mb\u202Ec\u200B\u00AD\u2066d\uFEFF\u007f"))
        .isEqualTo("a[31mbcd");
  }

  @Test
  void keeps_joined_emoji_and_scripts_of_every_direction() {
    String text = "👩‍🔬 שלום مرحبا می‌خواهم नमस्ते 漢字";

    assertThat(PlainText.oneLine(text)).isEqualTo(text);
  }

  @Test
  void prints_what_could_steer_a_terminal_as_escapes() {
    assertThat(PlainText.printable("a\u001b]0;x\u0007\r\nb\u202Ec\u2028"))
        .isEqualTo("a\\u001b]0;x\\u0007\\u000d\\u000ab\\u202ec\\u2028");
  }

  @Test
  void prints_the_beginning_of_a_long_text_without_cutting_a_character() {
    String printed = PlainText.printable("😀".repeat(1_000));

    assertThat(printed).isEqualTo("😀".repeat(80) + "…");
  }

  @Test
  void mends_windows_1252_that_was_decoded_as_latin_1() {
    assertThat(PlainText.clean("l\u0092analyse \u0093in contrast\u0094 c\u009Cur \u0085"))
        .isEqualTo(new PlainText.Cleaned("l’analyse “in contrast” cœur …", 5, 0));
  }

  @Test
  void mends_mac_roman_where_windows_1252_makes_no_words() {
    assertThat(PlainText.oneLine("Grammaires de d\u008Ependance et th\u008Eorie: \u0088 dÕanalyse"))
        .isEqualTo("Grammaires de dépendance et théorie: à d’analyse");
  }

  @Test
  void mends_utf_8_that_was_decoded_as_latin_1_or_windows_1252() {
    assertThat(PlainText.oneLine("agents\u00e2\u0080\u0099 \u00e2\u0080\u0093 for"))
        .isEqualTo("agents’ – for");
    assertThat(PlainText.oneLine("donâ€™t, MÃ¼ller")).isEqualTo("don’t, Müller");
  }

  @Test
  void leaves_letters_alone_that_are_right() {
    String text = "À côté: «Âge», ÇÃO, naïve façade, Ã";

    assertThat(PlainText.clean(text)).isEqualTo(new PlainText.Cleaned(text, 0, 0));
  }
}
