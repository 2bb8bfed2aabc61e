package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.papermap.corpus.CorpusFiles.LONG;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One list of papers, as pages and people lay it out.
class PageLayoutsTest {
  private record Told(String title, List<String> authors, String day) {}

  private static final List<Told> PAPERS =
      List.of(
          new Told(
              "Knots in Wet Rope and How They Hold in Cold Weather",
              List.of("Ada Lind", "Jo Moreau"),
              "2024-05-12"),
          new Told("Nets That Dry Without Wind", List.of("Kim Park", "Eva Berg"), "2023-11-02"),
          new Told("What Sailors Forget About Sails", List.of("Noor Haddad"), "2022-01-30"),
          new Told(
              "Counting Gulls with Cheap Cameras on Small Boats at Night",
              List.of("Tom Ito", "Li Wei", "Hans van der Berg"),
              "2021-07-19"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TITLE|AUTHORS|DAY||TEXT",
        "NUMBER. TITLE|   AUTHORS|   TEXT",
        "NUMBER|TITLE|AUTHORS|TEXT",
        "• TITLE|AUTHORS|TEXT",
        "TITLE|AUTHORS|Proceedings of the Sea Conference 2024||TEXT",
        "TITLE|AUTHORS; Proceedings of the Sea Conference, 2024, pp. 1-9|TEXT|[pdf] [supp]",
        "Submitted by userNUMBER|TITLE|Published on DAY|Upvote|NUMBER|Authors:|LINES|Abstract|TEXT",
        "TITLE|AUTHORS|Published: DAY, Last Modified: DAY|Keywords: ropes, NUMBER|TEXT",
        "TITLE|(AUTHORS)|TEXT",
        "TITLE|by AUTHORS|TEXT",
        "TITLE\tAUTHORS|TEXT",
        "TITLE — AUTHORS||TEXT",
        "\"TITLE\" by AUTHORS||TEXT",
        "TITLE|AUTHORS|https://arxiv.org/abs/2405.1000NUMBER||TEXT",
        "TITLE|AUTHORS|WRAPPED",
        "TITLE|AUTHORS||TEXT|* * *",
        "TITLE||Number of pages: 34 · Posted: 12 May 2021||AUTHORS||TEXT",
        "TITLE Number of pages: 34 Posted: DAY|AUTHORS||TEXT",
        "TITLE|AUTHORS - Landscape and Sea, 2020|TEXT|Cited by 1NUMBER   Related articles   All 2"
            + " versions",
        "AUTHORS, \"TITLE,\" J. Knots, vol. 3, no. 2, pp. 1-9, 2021.||TEXT",
        "AUTHORS. “TITLE.” Journal of Knots 3, no. 2 (2021): 1–9.||TEXT",
        "AUTHORS, ‘TITLE’, Journal of Knots, 3 (2021), 1-9||TEXT",
        "AUTHORS (2021). TITLE. Journal of Knots, 3(2), 1-9."
            + " https://doi.org/10.5555/k.NUMBER||TEXT",
        "TITLE|WRAPPED AUTHORS"
      })
  void tells_titles_authors_and_texts(String layout) throws IOException {
    CorpusReading reading = reading(folder, "p.txt", page(layout));

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactlyElementsOf(PAPERS.stream().map(Told::title).toList());
    assertThat(reading.corpus().papers())
        .extracting(Paper::abstractText)
        .containsExactlyElementsOf(texts());
    if (layout.contains("AUTHORS") && !layout.contains("WRAPPED AUTHORS")) {
      assertThat(reading.corpus().papers())
          .extracting(Paper::authors)
          .containsExactlyElementsOf(PAPERS.stream().map(Told::authors).toList());
    }
    assertThat(reading.report().drops()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TITLE|AUTHORS|DAY||TEXT",
        "TITLE|Published on DAY|TEXT",
        "DAY|TITLE||TEXT",
        "TITLE|AUTHORS|TEXT|Submitted on DAY"
      })
  void tells_the_day_of_each_paper(String layout) throws IOException {
    CorpusReading reading = reading(folder, "p.txt", page(layout));

    assertThat(reading.corpus().papers())
        .extracting(paper -> String.valueOf(paper.date()))
        .containsExactlyElementsOf(PAPERS.stream().map(Told::day).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TITLE|https://arxiv.org/abs/2405.1000NUMBER||TEXT",
        "TITLE|TEXT|https://arxiv.org/abs/2405.1000NUMBER",
        "arXiv:2405.1000NUMBER [pdf, other]|cs.LG||TITLE||TEXT",
        "TITLE [2405.1000NUMBER]|TEXT"
      })
  void tells_the_address_of_each_paper(String layout) throws IOException {
    CorpusReading reading = reading(folder, "p.txt", page(layout));

    assertThat(reading.corpus().papers())
        .extracting(Paper::id)
        .containsExactly("2405.10001", "2405.10002", "2405.10003", "2405.10004");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TITLE|AUTHORS|TEXT"})
  void a_list_of_many_names_is_no_abstract(String layout) throws IOException {
    String many = "Ada Lind, Jo Moreau, Kim Park, ".repeat(12) + "Eva Berg";
    String text = page(layout).replace("Ada Lind, Jo Moreau", many);

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactlyElementsOf(PAPERS.stream().map(Told::title).toList());
    assertThat(reading.corpus().paper(0).authors()).hasSize(37);
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < PAPERS.size(); i++) {
      texts.add("Text " + (i + 1) + " of ours. " + LONG);
    }
    return texts;
  }

  private static String page(String layout) {
    StringBuilder page = new StringBuilder("Papers of the week\nSign in\n\n");
    for (int i = 0; i < PAPERS.size(); i++) {
      Told paper = PAPERS.get(i);
      String wrapped = texts().get(i).replaceAll("(.{50,60}) ", "$1\n");
      Map<String, String> parts = new TreeMap<>();
      parts.put("TITLE", paper.title());
      parts.put("WRAPPED AUTHORS", String.join(",\n", paper.authors()) + "\n\n" + wrapped);
      parts.put("WRAPPED", wrapped);
      parts.put("AUTHORS", String.join(", ", paper.authors()));
      parts.put("LINES", String.join("\n,\n", paper.authors()));
      parts.put("DAY", paper.day());
      parts.put("NUMBER", Integer.toString(i + 1));
      parts.put("TEXT", texts().get(i));
      String text = layout.replace("|", "\n");
      for (String name :
          List.of(
              "WRAPPED AUTHORS", "WRAPPED", "TITLE", "AUTHORS", "LINES", "DAY", "NUMBER", "TEXT")) {
        text = text.replace(name, parts.getOrDefault(name, ""));
      }
      page.append(text).append("\n\n");
    }
    return page.toString();
  }

  @Test
  void names_of_a_reference_may_be_inverted() throws IOException {
    String page =
        "Lind, A., & van der Berg, J. K. (2020). Knots in wet rope. Journal of Knots, 3(2), 1-9.\n\n%s\n\n"
                .formatted(texts().get(0))
            + "Moreau J, Park K. Nets that dry: a review. J Nets. 2019;3(2):11-20.\n\n%s\n"
                .formatted(texts().get(1));

    CorpusReading reading = reading(folder, "p.txt", page);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("Knots in wet rope", "Nets that dry: a review");
    assertThat(reading.corpus().papers())
        .extracting(Paper::authors)
        .containsExactly(List.of("Lind, A.", "van der Berg, J. K."), List.of("Moreau J", "Park K"));
    assertThat(reading.corpus().papers())
        .extracting(Paper::dateText)
        .containsExactly("2020", "2019");
  }

  @Test
  void a_programme_has_chairs_and_times_and_names_with_universities_in_parentheses()
      throws IOException {
    StringBuilder programme = new StringBuilder("10:00–11:30  Session 1: Ropes\nChair: Eva Berg\n");
    for (int i = 0; i < 3; i++) {
      programme.append(
          "\n1%d:00\n%s\n%s (University of Bergen), Jo Moreau (University of Lyon)\n\n%s\n"
              .formatted(i, PAPERS.get(i).title(), PAPERS.get(i).authors().getFirst(), LONG));
    }

    Corpus corpus = reading(folder, "programme.txt", programme.toString()).corpus();

    for (int i = 0; i < 3; i++) {
      assertThat(corpus.papers().get(i).title()).isEqualTo(PAPERS.get(i).title());
      assertThat(corpus.papers().get(i).authors())
          .containsExactly(PAPERS.get(i).authors().getFirst(), "Jo Moreau");
    }
  }

  @Test
  void a_summary_in_one_line_is_no_title() throws IOException {
    String page =
        "Knots in Wet Rope\nAda Lind, Jo Moreau\nTL;DR: We show that wet knots hold.\nAbstract: "
            + LONG
            + "\n\nNets That Dry Without Wind\nKim Park, Eva Berg\nAbstract: "
            + LONG;

    Corpus corpus = reading(folder, "page.txt", page).corpus();

    assertThat(corpus.papers().stream().map(Paper::title))
        .containsExactly("Knots in Wet Rope", "Nets That Dry Without Wind");
  }
}
