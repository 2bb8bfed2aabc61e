package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.papermap.corpus.CorpusFiles.LONG;
import static org.papermap.corpus.CorpusFiles.file;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Line;
import org.papermap.corpus.ReadReport.Reason;

class PageDumpTest extends CorpusFormatContract {
  @Override
  String write(List<Texts> papers) {
    return papers.stream()
        .map(paper -> paper.title() + "\n\n" + paper.abstractText())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  @Override
  String words() {
    return "page dump";
  }

  @Override
  long lineOf(int place) {
    return 4L * place + 1;
  }

  @Test
  void tells_navigation_from_titles() throws IOException {
    String text =
        String.join(
            "\n\u00a0\n",
            List.of(
                "new",
                "Get trending papers in your email inbox!",
                "Subscribe",
                "Apr 3",
                "One Paper to Start With",
                "12 authors",
                "Upvote",
                LONG,
                "+7",
                "Apr 2, 2025",
                "\u200bGPTQ",
                "Published on Apr 1",
                "Second. " + LONG,
                "Next",
                "2 days ago"));

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One Paper to Start With", "GPTQ");
    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().navigation())
        .extracting(Line::line, Line::text)
        .containsExactly(
            tuple(1L, "new"),
            tuple(3L, "Get trending papers in your email inbox!"),
            tuple(5L, "Subscribe"),
            tuple(7L, "Apr 3"),
            tuple(11L, "12 authors"),
            tuple(13L, "Upvote"),
            tuple(17L, "+7"),
            tuple(19L, "Apr 2, 2025"),
            tuple(23L, "Published on Apr 1"),
            tuple(27L, "Next"),
            tuple(29L, "2 days ago"));
  }

  @Test
  void does_not_take_a_line_that_every_paper_has_for_a_title() throws IOException {
    String text =
        List.of("One Good Title", "Two Good Titles", "Three Good Titles").stream()
            .map(title -> title + "\n\nView arXiv page\n\n" + title + ". " + LONG)
            .collect(Collectors.joining("\n\n"));

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One Good Title", "Two Good Titles", "Three Good Titles");
    assertThat(reading.report().navigation()).hasSize(3);
  }

  @Test
  void joins_the_paragraphs_and_the_list_items_of_an_abstract() throws IOException {
    String text =
        "A Title\n\nFirst. " + LONG + "\n\nSecond. " + LONG + "\n\n- an item\n\nThird. " + LONG;

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::abstractText)
        .containsExactly("First. " + LONG + " Second. " + LONG + " - an item Third. " + LONG);
  }

  @Test
  void joins_wrapped_lines() throws IOException {
    String wrapped = LONG.replace("here only", "here\n  only");
    String text =
        "A Title That Is Longer Than One Line of the Page:\n  So It Was Wrapped\n\n"
            + wrapped
            + "\n\nA Second Title\n\nSecond. "
            + wrapped;

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly(
            "A Title That Is Longer Than One Line of the Page: So It Was Wrapped",
            "A Second Title");
    assertThat(reading.corpus().paper(0).abstractText()).isEqualTo(LONG);
  }

  @Test
  void takes_a_title_and_an_abstract_without_a_blank_line_between_them() throws IOException {
    CorpusReading reading =
        reading(folder, "p.txt", "One Title\n" + LONG + "\nTwo Titles\nSecond. " + LONG);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One Title", "Two Titles");
  }

  @Test
  void parts_a_title_and_authors_from_the_wrapped_text_below_them() throws IOException {
    String wrapped =
        "This sentence is here only to be long enough for the wrapped text of\n".repeat(5)
            + "an abstract.";
    String text =
        "A First Good Title\nAda Lind, Jo Moreau\n"
            + wrapped
            + "\n\nA Second Good Title\nKim Park, Li Wei\nSecond. "
            + wrapped;

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("A First Good Title", "A Second Good Title");
    assertThat(reading.corpus().paper(1).authors()).containsExactly("Kim Park", "Li Wei");
  }

  @Test
  void refuses_what_looks_like_tags_sections_or_one_long_text() throws IOException {
    Path tags =
        file(folder, "tags.txt", ("XT  - A title of a paper\n\nXB  - " + LONG + "\n\n").repeat(2));
    Path article =
        file(
            folder,
            "article.txt",
            "1. Introduction\n\n"
                + LONG
                + "\n\n2. Methods\n\nSecond. "
                + LONG
                + "\n\n3. Results\n\n"
                + LONG);
    Path text = file(folder, "long.txt", "A Good Title\n\n" + (LONG + "\n\n").repeat(6));

    assertThatThrownBy(() -> CorpusReader.read(tags))
        .hasMessageContaining("text with tags before its lines, such as XT");
    assertThatThrownBy(() -> CorpusReader.read(article))
        .hasMessageContaining("a text with sections");
    assertThatThrownBy(() -> CorpusReader.read(text))
        .hasMessageContaining("6 long paragraphs under one title");
  }

  @Test
  void takes_a_sentence_between_titles_for_a_short_abstract() throws IOException {
    String sentence =
        "In this report we document what we changed while we trained the third version of the"
            + " model.";
    String text =
        "One Title Here\n\n"
            + LONG
            + "\n\nImprovements to a Model\n\nIn short. "
            + sentence
            + "\n\nTwo Titles There\n\nSecond. "
            + LONG;

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One Title Here", "Improvements to a Model", "Two Titles There");
    assertThat(reading.report().drops()).isEmpty();
  }

  @Test
  void reports_an_abstract_without_a_title() throws IOException {
    String text = "Apr 3\n\n" + LONG + "\n\nA Good Title\n\nSecond. " + LONG;

    CorpusReading reading = reading(folder, "p.txt", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("A Good Title");
    assertThat(reading.report().drops())
        .extracting(Drop::line, Drop::reason)
        .containsExactly(tuple(3L, Reason.NO_TITLE));
  }

  @Test
  void refuses_text_that_is_no_list_of_papers() throws IOException {
    Path file = file(folder, "notes.txt", "Some notes\n\nof no length\n");

    assertThatThrownBy(() -> CorpusReader.read(file))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageStartingWith(
            file + ": neither JSON, nor a table, nor titles followed by abstracts. Give ");
  }

  @Test
  void reads_the_91_papers_of_the_page_in_the_data_folder() throws IOException {
    CorpusReading reading = CorpusReader.read(Path.of("..", "data", "efficiency-papers.txt"));

    Corpus corpus = reading.corpus();
    assertThat(corpus.size()).isEqualTo(91);
    assertThat(corpus.paper(0).title())
        .isEqualTo("On the Scalability of Diffusion-based Text-to-Image Generation");
    assertThat(corpus.paper(0).abstractText())
        .startsWith("Scaling up model and data size has been quite successful")
        .endsWith("as functions of the scale of model size, compute and dataset size.");
    assertThat(corpus.paper(90).title())
        .isEqualTo(
            "AxFormer: Accuracy-driven Approximation of Transformers for Faster, Smaller and more"
                + " Accurate NLP Models");
    assertThat(corpus.paper(90).abstractText())
        .endsWith("quantization to achieve further efficiency gains.");
    assertThat(corpus.papers())
        .allSatisfy(paper -> {
          assertThat(paper.title().length()).isBetween(20, 139);
          assertThat(paper.abstractText().length()).isGreaterThan(250);
        });
    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().notes()).isEmpty();
    assertThat(reading.report().navigation())
        .extracting(Line::line, Line::text)
        .containsExactly(
            tuple(1L, "new"),
            tuple(3L, "Get trending papers in your email inbox!"),
            tuple(5L, "Subscribe"),
            tuple(7L, "byAK and the research community"),
            tuple(9L, "Apr 3"));
  }

  /// A line without an abstract is too unsure to make a paper of.
  @Override
  @Test
  void keeps_a_paper_without_an_abstract_and_tells_its_line() throws IOException {
    Path file =
        file(folder, "p.txt", "One Good Title\n\n" + LONG + "\n\nA title that stands alone\n");

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().size()).isEqualTo(1);
    assertThat(reading.report().drops())
        .extracting(Drop::line, Drop::reason, Drop::detail)
        .containsExactly(
            tuple(5L, Reason.NO_ABSTRACT, "no abstract after: A title that stands alone"));
  }

  @Test
  void a_numbered_list_has_as_many_papers_as_numbers() throws IOException {
    String text =
        "1. One Title\n"
            + LONG
            + "\n\n2. Two Titles\nSecond. "
            + LONG
            + "\n\n3. Three\nThird. "
            + LONG;

    assertThat(reading(folder, "p.txt", text).corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One Title", "Two Titles", "Three");
  }

  @Test
  void what_a_list_writes_around_its_titles_is_taken_off_where_most_have_it() throws IOException {
    String text =
        """
        2023-05-10: One Title (arXiv:2301.00001v2)
        %s

        2023-05-11: 2001: A Space Odyssey
        Second. %s
        """
            .formatted(LONG, LONG);

    List<Paper> papers = reading(folder, "p.txt", text).corpus().papers();

    assertThat(papers)
        .extracting(Paper::title)
        .containsExactly("One Title", "2001: A Space Odyssey");
    assertThat(papers.getFirst().id()).isEqualTo("2301.00001");
    assertThat(papers.get(1).date()).isEqualTo(LocalDate.of(2023, 5, 11));
  }

  @Test
  void a_list_of_short_abstracts_is_read_if_nothing_else_is_there() throws IOException {
    String shorter =
        "We tie two hundred knots in wet and in dry rope, and count how many of them hold after a"
            + " night in the wind and a day in the sun on a roof.";
    String list = "One Title\n" + shorter + "\n\nTwo Titles\nSecond. " + shorter + "\n";
    Path prose =
        file(folder, "q.txt", "Dear all,\n\n" + shorter + "\n\n" + shorter + "\n\nYours\nAda\n");

    assertThat(reading(folder, "p.txt", list).corpus().papers())
        .extracting(Paper::title, Paper::abstractText)
        .containsExactly(tuple("One Title", shorter), tuple("Two Titles", "Second. " + shorter));
    assertThatThrownBy(() -> CorpusReader.read(prose))
        .hasMessageContaining("neither JSON, nor a table, nor titles followed by abstracts");
  }

  @Test
  void a_day_behind_a_dot_is_no_title() throws IOException {
    String text =
        "One Title\n\n· Published on May 10\n\n"
            + LONG
            + "\n\nTwo Titles\n\n• Apr 3\n\nSecond. "
            + LONG;

    assertThat(reading(folder, "p.txt", text).corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One Title", "Two Titles");
  }

  @Test
  void refuses_one_long_text_under_one_title() throws IOException {
    Path file = file(folder, "p.txt", "Journal of Knots\n\n" + (LONG + " ").repeat(20) + "\n");

    assertThatThrownBy(() -> CorpusReader.read(file))
        .hasMessageContaining("one long text under one title");
  }

  @Test
  void refuses_a_licence_and_text_whose_lines_go_on_below() throws IOException {
    Path licence =
        file(
            folder,
            "LICENSE.txt",
            "Copyright (c) 2020 Ada Lind\n\n"
                + "Redistribution and use in source\n"
                + "and binary forms, with or without modification, are permitted.\n\n"
                + LONG
                + "\n");
    Path guide =
        file(
            folder,
            "guide.txt",
            "In this folder there are:\n\n" + LONG + "\n\nTo run them all, say:\n\n" + LONG);

    assertThatThrownBy(() -> CorpusReader.read(licence))
        .hasMessageContaining(": the text of a licence. ");
    assertThatThrownBy(() -> CorpusReader.read(guide))
        .hasMessageContaining(": prose, not a list of papers. ");
  }

  @Test
  void reads_papers_that_tell_the_licence_of_their_code() throws IOException {
    Path dump =
        file(
            folder,
            "papers.txt",
            "Snow on Steep Slopes\n\n"
                + LONG
                + " The code is licensed under the MIT license,\nand permission to use, copy,"
                + " modify and distribute it is given.\n\n"
                + "On the Drying of Nets\n\n"
                + LONG
                + " Redistribution and use in source and binary forms are free.\n");

    assertThat(CorpusReader.read(dump).corpus().papers())
        .extracting(Paper::title)
        .containsExactly("Snow on Steep Slopes", "On the Drying of Nets");
  }

  @Test
  void refuses_what_has_paragraphs_under_short_lines_and_no_papers() throws IOException {
    String text = LONG + "\n\n";
    List<String> others =
        List.of(
            "CHAPTER I\n\n%1$s“You are late,” said the man.\n\n%1$sCHAPTER II\n\n%1$s",
            "Installation\n\n%1$sUsage\n\n%1$sKnown problems\n\n%1$sContact\n\n%1$s",
            "# zlib License\n\n(C) 2020 Somebody\n\n%1$sPermission is granted to anyone to use this"
                + " software for any purpose.\n");
    for (String other : others) {
      Path file = file(folder, "other.txt", other.formatted(text));

      assertThatThrownBy(() -> CorpusReader.read(file)).isInstanceOf(CorpusFormatException.class);
    }
    String chat =
        "[01.05.24, 10:0%d:00] Ada: Has anybody read the paper for Friday? "
            + "I have got to the second section, and the proof of the lemma is beyond me.\n";
    String chats = IntStream.range(0, 6).mapToObj(chat::formatted).collect(Collectors.joining());

    assertThatThrownBy(() -> CorpusReader.read(file(folder, "chat.txt", chats)))
        .hasMessageContaining("a chat or a log");
  }

  @Test
  void refuses_a_list_of_references() throws IOException {
    String reference =
        "Lind, A., & Moreau, J. (20%d). Knots in wet rope and how they hold in cold weather: a"
            + " trial of two hundred. Journal of Knots, 12(3), 1-9. https://doi.org/10.5555/k.%d\n";
    String references =
        IntStream.range(10, 18)
            .mapToObj(year -> reference.formatted(year, year))
            .collect(Collectors.joining());

    assertThatThrownBy(() -> CorpusReader.read(file(folder, "references.txt", references)))
        .hasMessageContaining("a list of references. ");
  }

  @Test
  void tells_titles_from_links_and_days_and_knows_them_within_paragraphs() throws IOException {
    String page =
        "Snow Slides in Steep Gullies\n\nBibtex Paper Supplemental\n\n"
            + LONG
            + "\n\nBees and Their Hives\n\nlab/bees • • 3 May 2024\n\nSecond. "
            + LONG
            + "\n";
    String paragraphs =
        "Snow Slides — %1$s\n\nBees: Hives in Winter — %1$s\n\nWhy Nets Dry? — %1$s\n"
            .formatted(LONG);
    String lines =
        "Snow Slides\u2028\u2028" + LONG + "\u2028\u2028Bees\u2028\u2028Second. " + LONG + "\n";

    assertThat(titles("page.txt", page))
        .containsExactly("Snow Slides in Steep Gullies", "Bees and Their Hives");
    assertThat(titles("paragraphs.txt", paragraphs))
        .containsExactly("Snow Slides", "Bees: Hives in Winter", "Why Nets Dry?");
    assertThat(titles("lines.txt", lines)).containsExactly("Snow Slides", "Bees");
  }

  private List<String> titles(String name, String text) throws IOException {
    return CorpusReader.read(file(folder, name, text)).corpus().papers().stream()
        .map(Paper::title)
        .toList();
  }

  @Test
  void takes_numbers_names_and_counters_off_and_reads_no_boilerplate() throws IOException {
    String lettered =
        "P-1 Snow Slides in Gullies\n\n"
            + LONG
            + "\n\nP-2 Bees and Hives\n\nSecond. "
            + LONG
            + "\n";
    String named =
        "Snow Slides in Gullies by Ada Lind and Jo Moreau (2020)\n\n"
            + LONG
            + "\n\nBees and Hives by Kim Park and Ada Lind (2021)\n\nSecond. "
            + LONG
            + "\n";
    String counted =
        IntStream.of(1, 2, 3)
            .mapToObj(i ->
                List.of("Snow Slides", "Bees and Hives", "Acorn Bread").get(i - 1)
                    + "\n\nArticle 10"
                    + i
                    + "\n\n"
                    + i
                    + ". "
                    + LONG)
            .collect(Collectors.joining("\n\n"));
    String boilerplate =
        "CVPR 2024 open access\n\n"
            + "These papers are the Open Access versions, provided by the Foundation.\n"
            + "Except for the watermark, they are identical to the accepted versions of the"
            + " papers.\n\n"
            + "Snow Slides in Gullies\n\n"
            + LONG
            + "\n";

    assertThat(titles("lettered.txt", lettered))
        .containsExactly("Snow Slides in Gullies", "Bees and Hives");
    assertThat(titles("named.txt", named))
        .containsExactly("Snow Slides in Gullies", "Bees and Hives");
    assertThat(titles("counted.txt", counted))
        .containsExactly("Snow Slides", "Bees and Hives", "Acorn Bread");
    assertThat(titles("boilerplate.txt", boilerplate)).containsExactly("Snow Slides in Gullies");
  }

  @Test
  void names_and_venues_between_dots_and_quoted_abstracts_are_told_apart() throws IOException {
    String page =
        "Snow Slides in Gullies\nAda Lind, Jo Moreau · SNOW · 2020\n\n\""
            + LONG
            + "\"\n\nBees and Hives\nKim Park, Ada Lind · HIVES · 2021\n\n\"Second. "
            + LONG
            + "\"\n";

    List<Paper> papers = CorpusReader.read(file(folder, "dots.txt", page)).corpus().papers();

    assertThat(papers)
        .extracting(Paper::title)
        .containsExactly("Snow Slides in Gullies", "Bees and Hives");
    assertThat(papers).extracting(Paper::dateText).containsExactly("2020", "2021");
    assertThat(papers.getFirst().abstractText()).isEqualTo(LONG);
    assertThat(papers.getFirst().authors()).containsExactly("Ada Lind", "Jo Moreau");
  }
}
