package org.papermap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.files.InputException;
import org.papermap.real.RealPapers;

class ThemeFileTest {
  @TempDir private Path folder;

  private List<Theme> read(String text) throws IOException {
    Path file = folder.resolve("mine.properties");
    Files.writeString(file, text);
    return ThemeFile.read(file);
  }

  @Test
  void the_themes_that_come_along_are_four() {
    assertThat(RealPapers.themes())
        .extracting(Theme::name)
        .containsExactly("Diffusion", "LLM", "Vision", "Retrieval");
  }

  @Test
  void themes_stand_in_the_order_of_their_numbers() throws IOException {
    List<Theme> themes =
        read(
            """
            \uFEFF# mine
            theme.10.phrases = b one ; b two;
            theme.2.name=Ä = ä

              theme.2.phrases=a
            ! also a comment
            theme.10.name = B
            """);

    assertThat(themes)
        .containsExactly(
            new Theme("Ä = ä", List.of("a")), new Theme("B", List.of("b one", "b two")));
  }

  @Test
  void phrases_after_not_say_what_a_theme_is_not() throws IOException {
    Theme robots =
        read("""
        theme.1.name = Robots
        theme.1.phrases = robot arms; not: robotic process automation; not:chat bots; legs
        """)
            .getFirst();

    assertThat(robots.phrases()).containsExactly("robot arms", "legs");
    assertThat(robots.not()).containsExactly("robotic process automation", "chat bots");
    assertThat(robots.written())
        .containsExactly("robot arms", "legs", "not: robotic process automation", "not: chat bots");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not: a; not: b | say only what it is not",
        "a; not: | a 'not:' with nothing behind it"
      })
  void a_theme_needs_a_phrase_of_what_it_is(String phrases, String found) {
    assertThatThrownBy(() -> read("theme.4.name = A\ntheme.4.phrases = " + phrases + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("mine.properties")
                + ": theme.4.phrases: "
                + found
                + ". Give a phrase of what it is, and a phrase after each 'not:'.");
  }

  @Test
  void a_file_without_themes_has_none() throws IOException {
    assertThat(read("# nothing yet\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "theme.1.nam = A | :1: unknown key \"theme.1.nam\". Write theme.N.name = … or"
            + " theme.N.phrases = …; ….",
        "themes | :1: \"themes\". Write theme.N.name = … or theme.N.phrases = …; ….",
        "theme.1.name = | :1: theme.1.name is empty. Give it a value.",
        "theme.3.phrases = ; ; | : theme.3: no name. Add theme.3.name = ….",
        "theme.1.name = A | : theme.1: no phrases. Add theme.1.phrases = ….",
        "theme.1.phrases = a | : theme.1: no name. Add theme.1.name = ….",
      })
  void what_is_wrong_is_said_with_file_line_and_key(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("mine.properties") + message);
  }

  @Test
  void a_line_or_a_name_that_is_there_twice_is_told() {
    assertThatThrownBy(() -> read("theme.1.name=A\ntheme.1.name=B\n"))
        .hasMessage(
            folder.resolve("mine.properties")
                + ":2: \"theme.1.name\" stands in line 1 too. Keep one of them.");
    assertThatThrownBy(() ->
            read(
                """
                theme.1.name=A
                theme.1.phrases=a
                theme.2.name=A
                theme.2.phrases=b
                """))
        .hasMessageContaining("theme.2.name: A is the name of an earlier theme");
  }

  @Test
  void a_name_that_a_terminal_or_a_page_would_obey_is_refused() {
    for (String obeyed : List.of("\u001B[31mred", "turned \u202E round", "hidden \u2066 text")) {
      assertThatThrownBy(() -> read("theme.1.name=" + obeyed + "\ntheme.1.phrases=a\n"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("theme.1.name: ")
          .hasMessageEndingWith("Leave control characters and those that turn the direction out.");
    }
    // A joiner, as emoji and Persian have them, is no such character.
    assertThatCode(() -> read("theme.1.name=\u0645\u06CC\u200C\u062E\ntheme.1.phrases=a\n"))
        .doesNotThrowAnyException();
  }

  @Test
  void control_characters_do_not_reach_the_terminal() {
    assertThatThrownBy(() -> read("\u001B[2Joops\n")).hasMessageNotContaining("\u001B");
  }

  @Test
  void a_file_in_another_encoding_or_none_is_told() throws IOException {
    Path latin = folder.resolve("latin.properties");
    Files.write(latin, "theme.1.name = Ä".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ThemeFile.read(latin))
        .hasMessage(latin + ": not UTF-8. Save it as UTF-8.");
    assertThatThrownBy(() -> ThemeFile.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(": is a folder. Name a file.");
    assertThatThrownBy(() -> ThemeFile.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
