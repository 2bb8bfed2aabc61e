package org.papermap.embed.internal.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.UnrecognizedException;

class LabelledBlocksTest {
  @Test
  void reads_title_pdf_and_summary() throws IOException {
    Gathered read = Gathered.ofCase("tagged-text-read-as-page-dump/hf-daily-title-pdf-summary.txt");

    assertThat(read.titles())
        .containsExactly(
            "GUI vs. CLI: Execution Bottlenecks in Screen-Only and Skill-Mediated Computer-Use"
                + " Agents",
            "Why Multi-Step Tool-Use Reinforcement Learning Collapses and How Supervisory Signals"
                + " Fix It",
            "OpenBioRQ: Unsolved Biomedical Research Questions for Agents");
    assertThat(read.all(Field.URL)).startsWith("https://arxiv.org/pdf/2606.24551");
    assertThat(read.abstracts())
        .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(900).doesNotContain("Summary:"));
    assertThat(read.told()).isEmpty();
  }

  @Test
  void labels_may_come_again_between_lines_that_part_papers() throws IOException {
    String paper =
        """
        ____________________________________________________________

        Document %1$d of 2

        Author: Lind, Ada; Moreau, Jo

        Abstract: We tie %1$d00 knots.

        Title: Knots %1$d

        Author: Lind, Ada; Moreau, Jo

        Publication year: 201%1$d

        DOI: 10.5555/k.%1$d
        """;

    Gathered read = Gathered.of(paper.formatted(1) + "\n" + paper.formatted(2));

    assertThat(read.titles()).containsExactly("Knots 1", "Knots 2");
    assertThat(read.abstracts()).containsExactly("We tie 100 knots.", "We tie 200 knots.");
    assertThat(read.all(Field.AUTHORS)).containsOnly("Lind, Ada; Moreau, Jo");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "10.5555/k.2");
  }

  @Test
  void the_year_may_stand_in_the_source() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Record: 1
            Title: Knots
            Authors: Lind, Ada
            Source: Journal of Knots, Vol 12(3), Jun, 2019. pp. 2001-2010.
            Abstract: We tie.

            Record: 2
            Title: Nets
            Source: Journal of Nets (J NET), 2020; 12(3): 1-9. (9p)
            Publication year: 2021
            Abstract: They dry.
            """);

    assertThat(read.all(Field.DATE)).containsExactly("2019", "2021");
  }

  @Test
  void minutes_with_a_date_and_a_title_are_no_paper() {
    assertThatThrownBy(() ->
            Gathered.of(
                """
                Minutes of the meeting

                Present: Ada, Tom, Kim
                Date: 14 May 2019
                Title: Budget of the next year

                1. The chair opened the meeting at ten and thanked all for coming in such weather.
                2. The budget was presented by Tom and discussed at length.
                """))
        .isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void labels_may_come_in_any_order_and_values_below_them() throws IOException {
    String text =
        """
        Papers for Thursday

        PDF: https://example.org/1.pdf
        Title: On nets
        Abstract:
        We look at nets.
        Results: they hold.

        And in a second paragraph, which is long enough to be one, we look at what else nets may hold.
        PDF: https://example.org/2.pdf
        Title:
        A title below
        Likes: 12
        Authors: Ada Lind
        and Jo Moreau
        Year: 2019
        Title: A third without a link
        Abstract: Short.
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("On nets", "A title below", "A third without a link");
    assertThat(read.abstracts())
        .containsExactly(
            "We look at nets. Results: they hold. And in a second paragraph, which is long enough"
                + " to be one, we look at what else nets may hold.",
            "",
            "Short.");
    assertThat(read.all(Field.URL))
        .containsExactly("https://example.org/1.pdf", "https://example.org/2.pdf", "");
    assertThat(read.all(Field.AUTHORS)).containsExactly("", "Ada Lind and Jo Moreau", "");
    assertThat(read.all(Field.DATE)).containsExactly("", "2019", "");
    assertThat(read.told()).containsExactly("navigation 1: Papers for Thursday");
  }

  @Test
  void reads_labels_in_bold_and_an_abstract_without_a_label() throws IOException {
    String text =
        """
        **Title:** [On nets](https://example.org/1)
        **Authors**: Ada Lind

        We look at nets of all kinds, those that hold and those that do not, and say which is which in the end.

        Read more

        **Title:** Second
        **Abstract:** Its *own* text.
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("On nets", "Second");
    assertThat(read.abstracts().getFirst()).startsWith("We look at nets").endsWith("in the end.");
    assertThat(read.abstracts().getLast()).isEqualTo("Its own text.");
    assertThat(read.told()).containsExactly("navigation 6: Read more");
  }

  @Test
  void reads_labels_in_other_languages_and_shapes() throws IOException {
    String text =
        """
        Record #1 of 2
        AU: Lind A
        AU: Moreau J
        TI: On nets
        AB: We look at nets.
        Record #2 of 2
        TI: On knots
        """;

    Gathered english = Gathered.of(text);
    Gathered chinese = Gathered.of("Title-题名: 网\nAuthor-作者: 张三\nSummary-摘要: 我们\n\n标题：绳\n摘要：绳子\n");

    assertThat(english.titles()).containsExactly("On nets", "On knots");
    assertThat(english.record(0).authors()).containsExactly("Lind A", "Moreau J");
    assertThat(chinese.titles()).containsExactly("网", "绳");
    assertThat(chinese.abstracts()).containsExactly("我们", "绳子");
  }

  @Test
  void a_letter_about_papers_is_none() {
    String text = "Dear all,\n\nhere is what I said: read more.\nAbstract: none of that.\n";

    assertThatThrownBy(() -> Gathered.of(text)).isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void a_heading_without_a_colon_is_a_label_and_labels_in_two_languages_are_known()
      throws IOException {
    Gathered heading =
        Gathered.of(
            "Title: Knots\nAuthors: Ada Lind\n\nAbstract\nWe tie two hundred knots.\n\n"
                + "Title: Nets\nAuthors: Jo Moreau\n\nAbstract\nNets dry.\n");
    Gathered twice =
        Gathered.of(
            "Title-题名: Knots\nOrgan-单位: X\nSummary-摘要: We tie.\nPubTime-发表时间: 2021-03-15\n"
                + "Fund-基金: Y\n");

    assertThat(heading.abstracts()).containsExactly("We tie two hundred knots.", "Nets dry.");
    assertThat(twice.abstracts()).containsExactly("We tie.");
    assertThat(twice.all(Field.DATE)).containsExactly("2021-03-15");
  }

  @Test
  void yaml_is_no_labelled_text() {
    assertThatThrownBy(() ->
            Gathered.of(
                "site: 1\ntitle: A Tool\nabstract: It does things.\nnav:\n"
                    + "  - home: index.md\n    about: about.md\n"))
        .hasMessageStartingWith("YAML. ");
    assertThatThrownBy(() ->
            Gathered.of(
                "---\ntitle: One\nabstract: It does.\n---\ntitle: Two\nabstract: It does, too.\n"))
        .hasMessageStartingWith("YAML. ");
  }

  @Test
  void reads_the_properties_of_logseq() throws IOException {
    Gathered read =
        Gathered.of(
            "- Knots\n"
                + "  title:: Knots\n"
                + "  authors:: Ada Lind\n"
                + "\t- ### Abstract\n"
                + "\t\t- We tie.\n"
                + "- Nets\n"
                + "  title:: Nets\n"
                + "  authors:: Jo Moreau\n"
                + "\t- ### Abstract\n"
                + "\t\t- They dry.\n");

    assertThat(read.titles()).containsExactly("Knots", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie.", "They dry.");
  }

  @Test
  void takes_the_line_above_the_authors_for_the_title_where_none_is_labelled() throws IOException {
    Gathered read =
        Gathered.of(
            """
            nep-lab New Economics Papers
            Issue of 2024-06-03

             1. Minimum wages By Ada Lind
             2. Childcare and work By Jo Moreau

             1. Minimum wages and the hours
                of young workers
                By:       Ada Lind (Somewhere); Kim Park
                Abstract: We study hours.
                          They fall.
                Date:     2024–03
                URL:      https://example.org/1

             2. Childcare and work
                By:       Jo Moreau
                Abstract: Fees were halved.
                JEL:      J13
            """);

    assertThat(read.titles())
        .containsExactly("Minimum wages and the hours of young workers", "Childcare and work");
    assertThat(read.abstracts()).containsExactly("We study hours. They fall.", "Fees were halved.");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Ada Lind ; Kim Park", "Jo Moreau");
  }

  @Test
  void knows_labels_before_wide_colons() throws IOException {
    Gathered read = Gathered.of("标题：绳结的强度\n作者：王伟\n摘要：本文研究湿绳的绳结。\n");

    assertThat(read.titles()).containsExactly("绳结的强度");
    assertThat(read.abstracts()).containsExactly("本文研究湿绳的绳结。");
  }

  @Test
  void knows_labels_in_brackets_with_remarks_and_of_keywords() throws IOException {
    Gathered brackets =
        Gathered.of("【标题】绳结的强度\n【摘要】本文研究湿绳的绳结。\n\n[Title] Knots\n[Abstract] We tie.\n");
    Gathered remarks =
        Gathered.of(
            "Title: Knots\nPublished (v1): 2020-01-02\nUpdated: 2024-05-06\nAbstract: We tie.\n");
    Gathered keywords = Gathered.of("Başlık: Knots\nÖzet: We tie.\nAnahtar Kelimeler: ip, düğüm\n");

    assertThat(brackets.titles()).containsExactly("绳结的强度", "Knots");
    assertThat(brackets.abstracts()).containsExactly("本文研究湿绳的绳结。", "We tie.");
    assertThat(remarks.all(Field.DATE)).containsExactly("2020-01-02");
    assertThat(keywords.abstracts()).containsExactly("We tie.");
    assertThat(keywords.all(Field.KEYWORDS)).containsExactly("ip, düğüm");
  }

  @Test
  void reads_files_put_behind_one_another_with_their_byte_order_marks() throws IOException {
    Gathered read =
        Gathered.of(
            "\uFEFFTitle: Knots\nAbstract: We tie.\n\n\uFEFFTitle: Nets\nAbstract: They dry.\n");

    assertThat(read.titles()).containsExactly("Knots", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie.", "They dry.");
  }

  @Test
  void labels_may_stand_alone_above_values_that_have_colons() throws IOException {
    Gathered read =
        Gathered.of(
            "TITLE\nKnots: which hold\nAUTHORS\nAda Lind\nABSTRACT\nWe tie.\n\n"
                + "TITLE\nNets\nAUTHORS\nKim Park\nABSTRACT\nThey dry.\n");

    assertThat(read.titles()).containsExactly("Knots: which hold", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie.", "They dry.");
    assertThat(Gathered.of("Title:\nKnots: which hold\nAbstract:\nWe tie.\n").titles())
        .containsExactly("Knots: which hold");
  }

  @Test
  void fields_of_types_are_no_labels() {
    String schema = "type Paper {\n  title: String!\n  abstract: String\n}\n";

    assertThatThrownBy(() -> Gathered.of(schema)).isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void labels_may_stand_before_dashes() throws IOException {
    Gathered read =
        Gathered.of(
            "Title - Knots: which hold\nAuthors - Ada Lind\nAbstract - We tie.\n\n"
                + "Title = Nets\nAuthors = Kim Park\nAbstract = They dry.\n");

    assertThat(read.titles()).containsExactly("Knots: which hold", "Nets");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Ada Lind", "Kim Park");
    assertThat(read.abstracts()).containsExactly("We tie.", "They dry.");
  }

  @Test
  void what_a_chat_or_a_mail_adds_is_no_part_of_a_summary() throws IOException {
    Gathered chat =
        Gathered.of(
            "• Title: Knots\n  PDF: https://a.org/1\n  Summary: We tie knots.\n  👍 0  💬 1\n\n"
                + "• Title: Nets\n  PDF: https://a.org/2\n  Summary: They dry.\n  :tada: 3\n");
    Gathered mail =
        Gathered.of(
            "1) Title : Knots\n"
                + "   PDF   : https://a.org/1\n"
                + "   Summary : We tie knots in rope,\n"
                + "             and they hold.\n\n"
                + "To unsubscribe click here. Summary of your settings: weekly.\n");

    assertThat(chat.abstracts()).containsExactly("We tie knots.", "They dry.");
    assertThat(mail.abstracts()).containsExactly("We tie knots in rope, and they hold.");
    assertThat(mail.told()).singleElement().asString().startsWith("navigation 6: To unsubscribe");
  }
}
