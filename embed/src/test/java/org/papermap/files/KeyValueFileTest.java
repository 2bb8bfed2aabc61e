package org.papermap.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.files.KeyValueFile.Entry;

class KeyValueFileTest {
  private static final String ADVICE = "Write <key> = <value>";

  @TempDir private Path folder;

  @Test
  void lines_are_read_in_their_order_with_their_numbers() throws InputException {
    String text = "\uFEFFname = A = B\n\n# a comment\n! another\r\n  empty=\nünï = ç  \n";

    KeyValueFile file = KeyValueFile.parse("f", text, ADVICE);

    assertThat(file.entries())
        .containsExactly(
            new Entry(1, "name", "A = B"), new Entry(5, "empty", ""), new Entry(6, "ünï", "ç"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no sign | f:2: \"no sign\". Write <key> = <value>.",
        "= no key | f:2: \"= no key\". Write <key> = <value>.",
        "a = again | f:2: \"a\" stands in line 1 too. Keep one of them."
      })
  void a_wrong_line_is_told_with_its_place(String line, String message) {
    assertThatThrownBy(() -> KeyValueFile.parse("f", "a = 1\n" + line, ADVICE))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @Test
  void hostile_text_is_shown_short_and_without_control_characters() {
    assertThatThrownBy(() -> KeyValueFile.parse("f", "\u001B[2J" + "x".repeat(99), ADVICE))
        .hasMessage("f:1: \"?[2J" + "x".repeat(55) + "…\". Write <key> = <value>.");
  }

  @Test
  void a_folder_and_another_encoding_are_told() throws IOException {
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', '=', (byte) 0xc4});

    assertThatThrownBy(() -> KeyValueFile.read(folder, ADVICE))
        .isInstanceOf(InputException.class)
        .hasMessage(folder + ": is a folder. Name a file.");
    assertThatThrownBy(() -> KeyValueFile.read(latin, ADVICE))
        .isInstanceOf(InputException.class)
        .hasMessage(latin + ": not UTF-8. Save it as UTF-8.");
  }
}
