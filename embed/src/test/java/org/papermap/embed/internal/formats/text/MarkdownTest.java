package org.papermap.embed.internal.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

class MarkdownTest {
  @Test
  void headings_with_authors_abstracts_and_links_are_papers() throws IOException {
    Gathered read = Gathered.ofCase("page-dump-author-line/list.md");

    assertThat(read.words()).isEqualTo("Markdown");
    assertThat(read.titles()).isEqualTo(SixPapers.TITLES);
    assertThat(read.abstracts().getFirst())
        .startsWith("We study when snow slides start")
        .endsWith("without a computer.");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.all(Field.DATE)).startsWith("2020", "2021");
    assertThat(read.all(Field.URL)).startsWith("https://example.org/0.pdf");
    assertThat(read.told()).containsExactly("navigation 1: Reading list");
  }

  @Test
  void a_title_may_stand_in_quotation_marks_and_an_address_on_its_own() throws IOException {
    String text =
        """
        # To read

        - [ ] **Knots that hold** (Lind et al., 2017) https://arxiv.org/abs/1701.00001
        1. "On the drying of nets," Ada Lind, Jo Moreau. 2020. [arXiv](https://arxiv.org/abs/2001.00001)
        2. “Tar and rope”, Kim Park, 2021, https://example.org/tar.pdf.
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles())
        .containsExactly("Knots that hold", "On the drying of nets", "Tar and rope");
    assertThat(read.all(Field.URL))
        .containsExactly(
            "https://arxiv.org/abs/1701.00001",
            "https://arxiv.org/abs/2001.00001",
            "https://example.org/tar.pdf");
    assertThat(read.all(Field.DATE)).containsExactly("2017", "2020", "2021");
    assertThat(read.record(1).authors()).containsExactly("Ada Lind", "Jo Moreau");
  }

  @Test
  void a_venue_may_stand_as_code_before_the_linked_title() throws IOException {
    String text =
        """
        # Awesome nets

        * `ICLR 2024` [On the drying of nets](https://arxiv.org/abs/2001.00001) by Ada Lind, Jo Moreau.
        * `arXiv 2021` [Knots that hold](https://arxiv.org/abs/2101.00002) by Kim Park. :star:
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("On the drying of nets", "Knots that hold");
    assertThat(read.all(Field.DATE)).containsExactly("2024", "2021");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.record(1).authors()).containsExactly("Kim Park");
  }

  @Test
  void family_names_and_a_year_before_a_title_are_no_part_of_it() throws IOException {
    String text =
        """
        # Lektüre

        ## Lind; van den Berg (2021): Knots: A history

        - Autor:innen: Lind, Ada; van den Berg, Jo
        - In: *Nets* 64 (3)
        - Abstract: %1$s

        ## Park et al. (2018): On the drying of nets

        - DOI: [10.1000/nets.2](https://doi.org/10.1000/nets.2)
        - Abstract: %1$s

        ## Second war (1914): The drying of nets in harbours

        - DOI: [10.1000/nets.3](https://doi.org/10.1000/nets.3)
        - Abstract: %1$s
        """
            .formatted("Nets dry in the sun, and knots hold when they do. ".repeat(4));

    Gathered read = Gathered.of(text);

    assertThat(read.titles())
        .containsExactly(
            "Knots: A history",
            "On the drying of nets",
            "Second war (1914): The drying of nets in harbours");
    assertThat(read.all(Field.AUTHORS))
        .containsExactly("Lind, Ada; van den Berg, Jo", "Park et al.", "");
    assertThat(read.all(Field.DATE).subList(0, 2)).containsExactly("2021", "2018");
  }

  @Test
  void list_items_with_links_or_bold_titles_are_papers() throws IOException {
    String text =
        """
        # Awesome nets

        Some words before.

        ## 2020
        - [On the drying of nets](https://arxiv.org/abs/2001.00001) - Ada Lind, Jo Moreau. *Venue* 2020
        - **Knots that hold** [[Paper](https://example.org/k.pdf)] [[Code](https://example.org/k)]
          - Authors: Kim Park
          - Abstract: Knots of all kinds.
        * Tar and rope, _Ada Lind_, [[arXiv](https://arxiv.org/abs/2001.00003)]
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles())
        .containsExactly("On the drying of nets", "Knots that hold", "Tar and rope");
    assertThat(read.all(Field.URL))
        .containsExactly(
            "https://arxiv.org/abs/2001.00001",
            "https://example.org/k.pdf",
            "https://arxiv.org/abs/2001.00003");
    assertThat(read.abstracts()).containsExactly("", "Knots of all kinds.", "");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.told())
        .containsExactly(
            "navigation 1: Awesome nets", "navigation 3: Some words before.", "navigation 5: 2020");
  }

  @Test
  void a_list_may_have_contents_dates_before_titles_and_citations_behind_them() throws IOException {
    String text =
        """
        ## Contents
        - [Surveys](#surveys)

        ## Surveys
        - [2022/03] [Learning to listen to bees](https://arxiv.org/abs/2203.00003)
        - (*CVPR 2023*) Seeing swarms in the dark [[paper](https://example.org/x.pdf)]
        - **Counting bees** — Lind, A., & Moreau, J. (2020). *Bees*, 3.
          Hives hum differently before a swarm leaves, and we let a small network listen to the hum for one summer.
        - A remark that names no paper
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles())
        .containsExactly(
            "Learning to listen to bees", "Seeing swarms in the dark", "Counting bees");
    assertThat(read.all(Field.DATE)).containsExactly("2022", "2023", "2020");
    assertThat(read.all(Field.AUTHORS)).containsExactly("", "", "Lind, A. & Moreau, J.");
    assertThat(read.abstracts().getLast()).startsWith("Hives hum differently before a swarm");
    assertThat(read.told())
        .contains(
            "navigation 2: Surveys",
            "withoutAbstract 9: nothing of a paper but a title: A remark that names no paper");
  }

  @Test
  void bold_lines_over_abstracts_are_papers() throws IOException {
    String abstractText = "We look at nets of all kinds and say which of them hold. ".repeat(3);
    String text =
        "Some list\n\n**[On nets](https://arxiv.org/abs/2001.00001)**\n"
            + abstractText
            + "\n\n**On knots**\nAda Lind, Jo Moreau\n\n"
            + abstractText;

    Gathered read = Gathered.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "a.md");

    assertThat(read.titles()).containsExactly("On nets", "On knots");
    assertThat(read.abstracts()).containsExactly(abstractText.strip(), abstractText.strip());
    assertThat(read.records())
        .extracting(SourceRecord::authors)
        .containsExactly(List.of(), List.of("Ada Lind", "Jo Moreau"));
  }

  @Test
  void reads_tables() throws IOException {
    String text =
        """
        # Papers

        | Year | Paper | Authors | Abstract |
        |------|:-----:|---------|----------|
        | 2020 | [On **nets**](https://example.org/1) | Ada Lind | Nets \\| ropes |
        | 2021 | On knots | Jo Moreau |
        | 2022 | Too | many | cells | here |

        The end.
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.words()).isEqualTo("Markdown table");
    assertThat(read.titles()).containsExactly("On nets", "On knots");
    assertThat(read.abstracts()).containsExactly("Nets | ropes", "");
    assertThat(read.all(Field.DATE)).containsExactly("2020", "2021");
    assertThat(read.all(Field.URL)).containsExactly("https://example.org/1", "");
    assertThat(read.told())
        .containsExactly(
            "navigation 1: # Papers",
            "malformed 7: 4 columns are named and here are 5: write a bar in a value as \"\\|\"",
            "navigation 9: The end.");
  }

  @Test
  void a_list_of_contents_holds_no_papers() {
    String text =
        "# A tool\n\n- [How to install](#install)\n- [How to use it](docs/use.md)\n"
            + "- [The whole long manual](https://example.org/manual)\n";

    assertThat(
            new MarkdownList()
                .claim(new Head(new byte[0], text, "notes.md", true, FieldNames.common()))
                .isNone())
        .isTrue();
  }

  @Test
  void headings_over_prose_are_no_papers() {
    String prose =
        "This tool reads files and writes others, and it does so without asking. ".repeat(4);
    String text = "# A tool\n\n" + prose + "\n\n## How to install it\n\n" + prose;

    Claim claim =
        new MarkdownList()
            .claim(new Head(new byte[0], text, "notes.md", true, FieldNames.common()));

    assertThat(claim.isNone()).isTrue();
  }

  @Test
  void an_abstract_may_be_set_as_a_quotation() throws IOException {
    String text =
        """
        - **Knots that hold**, arXiv 2017. [[Paper](https://arxiv.org/abs/1701.00001)]
          > We tie two hundred knots in wet and dry rope and count how many of them hold. Most do,
          > if the rope is dry.
        - **Tar and rope** (2021) [[pdf](https://arxiv.org/pdf/2101.00002.pdf)]
          > Tar keeps water out of rope. We measure for how long, in three climates, over two years
          > of sun and rain.
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("Knots that hold", "Tar and rope");
    assertThat(read.abstracts().getFirst())
        .startsWith("We tie two hundred knots")
        .endsWith("Most do, if the rope is dry.");
  }

  @Test
  void a_long_sentence_behind_a_linked_title_is_its_abstract() throws IOException {
    String sentence =
        "We tie two hundred knots in wet and in dry rope, hang a weight of forty kilograms on each,"
            + " and count how many of them hold after a night in the wind, a day in the sun and an"
            + " hour in the salt water of the harbor.";
    String text =
        "- [ ] [Knots that hold](https://arxiv.org/abs/1701.00001) - %s\n- [x] [Tar and rope](https://arxiv.org/abs/2101.00002) - Tar. %s\n"
            .formatted(sentence, sentence);

    assertThat(Gathered.of(text).abstracts()).containsExactly(sentence, "Tar. " + sentence);
  }

  @Test
  void keeps_days_and_names_beside_a_title() throws IOException {
    Gathered read =
        Gathered.of(
            "# List\n\n## [Knots in rope](https://arxiv.org/abs/2405.10000)\n\n"
                + "*Ada Lind, Jo Moreau*, 2024-05-12\n\n"
                + "We tie two hundred knots and look at each of them for a day. ".repeat(3)
                + "\n\n## [Nets that dry](https://arxiv.org/abs/2405.10001)\n\n"
                + "*Kim Park*, 2 May 2023\n\n"
                + "We hang two hundred nets and look at each of them for a day. ".repeat(3)
                + "\n");
    Gathered list =
        Gathered.of(
            "- **Knots in rope** (Ada Lind, Jo Moreau, 2024)."
                + " [arXiv](https://arxiv.org/abs/2405.1)\n"
                + "- **Nets that dry** (Kim Park, Li Wei, 2023)."
                + " [arXiv](https://arxiv.org/abs/2405.2)\n");

    assertThat(read.all(Field.DATE)).containsExactly("2024-05-12", "2 May 2023");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(list.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(list.all(Field.DATE)).containsExactly("2024", "2023");
  }

  @Test
  void takes_papers_that_are_folded_up_by_their_summaries() throws IOException {
    String text = "We ask what rope does when it is wet, and for how long it holds. ".repeat(3);
    String folded =
        """
        <details>
        <summary>%s</summary>

        **Authors**: Ada Lind, Jo Moreau

        <details><summary>Abstract</summary>

        %s

        </details>
        </details>
        """;

    Gathered read =
        Gathered.of(
            "# Daily papers\n\n"
                + folded.formatted("1. Knots in wet rope", text)
                + folded.formatted("2. Nets at sea, once more", text));

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets at sea, once more");
    assertThat(read.abstracts()).containsOnly(text.strip());
  }

  private static final String KNOTS =
      "We tie forty knots in wet rope and measure when they slip. Most of them hold longer than in"
          + " dry rope, and the results hold for nets.";

  private static final String NETS =
      "We study how nets dry on stones and on poles, in wind and without it. Poles save half of the"
          + " time, which the data of four summers show for all kinds of nets alike.";

  @Test
  void a_title_and_an_abstract_may_stand_in_one_paragraph() throws IOException {
    String text =
        "# Reading\n\n**Knots that hold** | " + KNOTS + "\n\n**On drying nets** | " + NETS + "\n";
    String wrapped =
        """
        **Knots that hold** We tie forty knots in wet rope and measure when they
        slip. Most of them hold longer than in dry rope, and the results hold for
        nets.

        **On drying nets** We study how nets dry on stones and on poles, in wind and
        without it. Poles save half of the time, which the data of four summers show
        for all kinds of nets alike.
        """;

    for (Gathered read : List.of(Gathered.of(text), Gathered.of(wrapped))) {
      assertThat(read.titles()).containsExactly("Knots that hold", "On drying nets");
      assertThat(read.abstracts()).containsExactly(KNOTS, NETS);
    }
  }

  @Test
  void bold_words_below_headings_begin_no_papers() throws IOException {
    String text =
        """
        ## Knots that hold
        *Ada Lind, Jo Moreau*

        **The idea** is that %s

        ## On drying nets
        *Kim Park, Ada Lind*

        **The idea** is that %s
        """
            .formatted(KNOTS, NETS);

    assertThat(Gathered.of(text).titles()).containsExactly("Knots that hold", "On drying nets");
  }

  @Test
  void a_cell_of_a_table_may_hold_title_and_abstract() throws IOException {
    String table =
        """
        | **Paper** | **Links** |
        | --- | --- |
        | 1) **Knots that hold** - %s | [Talk](https://example.org), [Paper](https://arxiv.org/abs/2001.00001) |
        | 2) **On drying nets** - %s | [Paper](https://arxiv.org/abs/2101.00001) |
        """
            .formatted(KNOTS, NETS);

    Gathered read = Gathered.of(table);

    assertThat(read.titles()).containsExactly("Knots that hold", "On drying nets");
    assertThat(read.abstracts()).containsExactly(KNOTS, NETS);
    assertThat(read.all(Field.URL))
        .containsExactly("https://arxiv.org/abs/2001.00001", "https://arxiv.org/abs/2101.00001");
  }

  @Test
  void what_stands_under_a_later_heading_is_no_abstract() throws IOException {
    String text =
        """
        # Knots that hold

        Authors: Ada Lind, Jo Moreau

        ## Abstract

        %s

        ## Notes

        - ask Kim about the kinds of rope that were left
        """
            .formatted(KNOTS);

    Gathered read = Gathered.of(text);

    assertThat(read.abstracts()).containsExactly(KNOTS);
    assertThat(read.told())
        .contains("navigation 11: ask Kim about the kinds of rope that were left");
  }

  @Test
  void names_and_links_lie_apart_from_the_text_of_one_block() throws IOException {
    String text =
        """
        **Knots that hold**
        *Ada Lind, Jo Moreau (2020)*
        %s
        [arXiv](https://arxiv.org/abs/2001.00001)

        **On drying nets**
        *Kim Park, Ada Lind (2021)*
        %s
        [arXiv](https://arxiv.org/abs/2101.00001)
        """
            .formatted(KNOTS, NETS);

    Gathered read = Gathered.of(text);

    assertThat(read.abstracts()).containsExactly(KNOTS, NETS);
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.all(Field.DATE)).containsExactly("2020", "2021");
    assertThat(read.all(Field.URL))
        .containsExactly("https://arxiv.org/abs/2001.00001", "https://arxiv.org/abs/2101.00001");
  }

  @Test
  void definitions_are_papers_and_folded_cells_are_opened() throws IOException {
    Gathered definitions =
        Gathered.of("Knots that hold\n: " + KNOTS + "\n\nOn drying nets\n: " + NETS + "\n");
    Gathered table =
        Gathered.of(
            "| Title | Abstract |\n|---|---|\n| Knots | <details><summary>Show</summary>"
                + KNOTS
                + "</details> |\n");

    assertThat(definitions.titles()).containsExactly("Knots that hold", "On drying nets");
    assertThat(definitions.abstracts()).containsExactly(KNOTS, NETS);
    assertThat(table.abstracts()).containsExactly(KNOTS);
  }

  @Test
  void underlined_headings_above_names_alone_are_no_papers() {
    String text =
        "Window theme\n------------\n\nAda Lind, Jo Moreau\n\nInput method\n------------\n\n"
            + "Kim Park, Ada Lind\n";

    assertThatThrownBy(() -> Gathered.of(text)).isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void heads_have_years_links_to_notes_and_authors_behind_titles() throws IOException {
    String folded =
        "# Notes\n\n<details>\n  <summary>Knots that hold (2020)</summary>\n\n%s\n\n</details>\n"
                .formatted(KNOTS)
            + "<details>\n  <summary>On drying nets (2021)</summary>\n\n%s\n\n</details>\n"
                .formatted(NETS);
    String notes =
        "## [[Knots that hold]]\nyear:: 2020\n\n%s\n\n## [[nets|On drying nets]]\nyear:: 2021\n\n%s\n"
            .formatted(KNOTS, NETS);
    String citations =
        "# Reading\n\n* Knots that hold. Ada Lind, Jo Moreau. 2020. https://arxiv.org/abs/2001.00001\n\n    %s\n\n"
                .formatted(KNOTS)
            + "* On drying nets. Kim Park, Ada Lind. 2021. https://arxiv.org/abs/2101.00001\n\n    %s\n"
                .formatted(NETS);
    String fields =
        "### Knots that hold\n\n👥 **Authors:** Ada Lind\n📅 **Date:** 2020\n\n📝 **Abstract:** %s\n\n"
                .formatted(KNOTS)
            + "### On drying nets\n\n👥 **Authors:** Kim Park\n📅 **Date:** 2021\n\n📝 **Abstract:** %s\n"
                .formatted(NETS);

    for (String text : List.of(folded, notes, citations, fields)) {
      Gathered read = Gathered.of(text);

      assertThat(read.titles()).containsExactly("Knots that hold", "On drying nets");
      assertThat(read.abstracts()).containsExactly(KNOTS, NETS);
      assertThat(read.all(Field.DATE)).containsExactly("2020", "2021");
    }
  }

  @Test
  void reads_papers_between_bars_whose_abstracts_are_folded_up_below_a_banner() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            <h1 align="center">Awesome knots</h1>

            ## 2024

            ### 1. Knots in wet rope

            **Knots 2024** | Ada Lind, Jo Moreau | [[Paper]](https://doi.org/10.1000/1)

            <details>
            <summary>Abstract</summary>

            We tie knots in wet and dry rope and count which of them hold for a day and a night in the open sea.

            </details>

            ### 2. Ropes of hemp

            **Ropes 2023** | Kim Park | [[Paper]](https://doi.org/10.1000/2)

            <details>
            <summary>Abstract</summary>

            We compare ropes of hemp with those of nylon and find that those of hemp are the stronger ones.

            </details>

            ## Citation

            ```bibtex
            @misc{awesome, title={Awesome knots}, author={Nobody}, year={2024}}
            ```
            """);

    assertThat(gathered.titles()).containsExactly("Knots in wet rope", "Ropes of hemp");
    assertThat(gathered.abstracts().getFirst()).startsWith("We tie knots").endsWith("open sea.");
    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
  }

  @Test
  void names_and_a_venue_behind_a_linked_title_are_no_abstract() throws IOException {
    Gathered read =
        Gathered.of(
            """
            ## Ropes

            - [Knots in wet rope and how they hold](https://arxiv.org/abs/2307.01234) - Ada Lind, Jo Moreau, Wei Chen. *Transactions of the Association for Knots and Ropes 2023*. [[code]](https://example.org)
            * **Nets that dry without any wind** (2016), Æva Berg et al. [[pdf](https://aclanthology.org/W16-9108/)]
            """);

    assertThat(read.titles())
        .containsExactly("Knots in wet rope and how they hold", "Nets that dry without any wind");
    assertThat(read.abstracts()).containsOnly("");
    assertThat(read.records())
        .extracting(SourceRecord::authors)
        .containsExactly(List.of("Ada Lind", "Jo Moreau", "Wei Chen"), List.of("Æva Berg"));
    assertThat(read.all(Field.DATE)).containsExactly("2023", "2016");
  }

  @Test
  void authors_on_lines_of_one_cell_are_several() throws IOException {
    Gathered read =
        Gathered.of(
            """
            | Title | Authors | Abstract |
            |-------|---------|----------|
            | Knots | Ada Lind<br>Jo Moreau | We tie.<br>We hold. |
            """);

    assertThat(read.all(Field.AUTHORS)).containsExactly("Ada Lind; Jo Moreau");
    assertThat(read.abstracts()).containsExactly("We tie. We hold.");
  }

  @Test
  void a_line_of_names_a_year_and_a_venue_is_no_abstract() throws IOException {
    String text =
        "We tie two hundred knots in wet and dry rope and ask sailors which of them hold. Most"
            + " hold, and the reef knot slips.";

    Gathered read =
        Gathered.of(
            """
            ### Knots in wet rope

            Lind, Ada; Überacker, Wolf (2020). *Journal of Knots and Ropes*, **59**, 3702-3714. <https://doi.org/10.1000/9>

            > %1$s

            ### Nets in dry air

            Moreau, J., & Park, K. L. (2019). The Annals of Fishing and Nets in Northern Seas, 7(2), 51-64. doi:10.1000/10

            > %1$s
            """
                .formatted(text));

    assertThat(read.abstracts()).containsExactly(text, text);
    assertThat(read.all(Field.AUTHORS))
        .containsExactly("Lind, Ada; Überacker, Wolf", "Moreau, J. & Park, K. L.");
    assertThat(read.all(Field.DATE)).containsExactly("2020", "2019");
    assertThat(Gathered.named(read.record(0), "venue")).isEqualTo("Journal of Knots and Ropes");
    assertThat(read.all(Field.URL)).first().isEqualTo("https://doi.org/10.1000/9");
  }

  @Test
  void the_headings_of_an_outline_are_items_of_its_list() throws IOException {
    String text =
        "We tie two hundred knots in wet and dry rope and ask sailors which of them hold. Most"
            + " hold, and the reef knot slips.";
    String note =
        "- ## %s\n"
            + "  collapsed:: true\n"
            + "  authors:: [[Ada Lind]], [[Jo Moreau]]\n"
            + "  date:: [[Mar 31th, 2011]]\n"
            + "  publication-title:: \"Knots\"\n"
            + "  doi:: 10.1000/9\n"
            + "\t- [[Abstract]]\n"
            + "\t\t- "
            + text
            + "\n\t- ### Attachments\n\t\t- [PDF](zotero://open-pdf/AB0)\n\t- TODO ask for data\n";

    Gathered read = Gathered.of(note.formatted("Knots in rope") + note.formatted("Nets in air"));

    assertThat(read.titles()).containsExactly("Knots in rope", "Nets in air");
    assertThat(read.abstracts()).containsExactly(text, text);
    assertThat(read.all(Field.AUTHORS)).containsOnly("Ada Lind, Jo Moreau");
    assertThat(read.all(Field.DATE)).containsOnly("Mar 31th, 2011");
    assertThat(read.all(Field.DOI)).containsOnly("10.1000/9");
  }

  @Test
  void the_day_of_reading_is_not_the_year_of_a_paper() throws IOException {
    String note =
        "## %s\n\n"
            + "- **Authors:** Ada Lind, Jo Moreau\n"
            + "- **Link:** <https://doi.org/10.1000/9>\n"
            + "- **Read:** 2025-11-04 ✅\n"
            + "- **Abstract:** We tie two hundred knots in wet and dry rope.\n"
            + "- **My take:** Strong in 2019.\n\n"
            + "---\n\n";

    Gathered read = Gathered.of(note.formatted("Knots in rope") + note.formatted("Nets in air"));

    assertThat(read.titles()).containsExactly("Knots in rope", "Nets in air");
    assertThat(read.all(Field.DATE)).containsOnly("");
    assertThat(read.abstracts()).containsOnly("We tie two hundred knots in wet and dry rope.");
  }

  @Test
  void linked_papers_are_told_from_the_news_around_them() throws IOException {
    String paper =
        "- [ICLR 2025] **%s** [[paper](https://arxiv.org/abs/2410.93345)]"
            + " [[code](https://a.org/e)]\n"
            + "  - *Rebecca Steinfeld, Joon-ho Bae*\n";

    Gathered read =
        Gathered.of(
            "# Awesome Honest Models\n\nA list. **PRs welcome!**\n\n## News\n- **[2025/11/09]** We"
                + " added [the slides](https://a.org/slides.pdf).\n- **[2025/10/01]** 1k stars!\n\n"
                + "## Language\n"
                + paper.formatted("Do models know when to ask?")
                + paper.formatted("Sparse mixtures of experts")
                + "### Pretraining\n"
                + paper.formatted("Scaling laws for retrieval")
                + paper.formatted("Sign language and cameras")
                + "\n## Contributing\n- Please use the template.\n- Open an"
                + " [issue](https://a.org/issues) first.\n");

    assertThat(read.titles())
        .containsExactly(
            "Do models know when to ask?",
            "Sparse mixtures of experts",
            "Scaling laws for retrieval",
            "Sign language and cameras");
    assertThat(read.record(0).authors()).containsExactly("Rebecca Steinfeld", "Joon-ho Bae");
    assertThat(read.told()).hasSizeGreaterThan(4);
  }
}
