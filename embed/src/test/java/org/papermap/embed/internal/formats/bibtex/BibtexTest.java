package org.papermap.embed.internal.formats.bibtex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.SourceRecord.Original;

class BibtexTest {
  private static final String CASE = "more-bibtex-mismatched-brace/anthology.bib";

  @Test
  void reads_nested_braces_accents_and_corporate_names() throws IOException {
    Gathered read = Gathered.ofCase(CASE);

    assertThat(read.words()).isEqualTo("BibTeX");
    assertThat(read.records()).hasSize(5);
    assertThat(read.told()).containsExactly("malformed 20: entry ex2: its braces do not close");
    SourceRecord first = read.record(0);
    assertThat(Gathered.value(first, Field.TITLE))
        .isEqualTo(
            "Impedance spectra and dendrites in nickel-rich cathodes: a study of 7 seasons à la"
                + " Müller");
    assertThat(first.authors()).containsExactly("Gørtz, Ane", "The Cell Group");
    assertThat(Gathered.value(first, Field.DATE)).isEqualTo("2020-03");
    assertThat(Gathered.value(first, Field.KEYWORDS)).isEqualTo("one, Smart cells");
    assertThat(Gathered.named(first, "citekey")).isEqualTo("ex0");
    assertThat(read.abstracts().get(2)).contains("differed by 21 % from the reference");
  }

  @Test
  void an_open_brace_anywhere_costs_its_entry_alone() throws IOException {
    String whole = new String(Gathered.caseBytes(CASE), java.nio.charset.StandardCharsets.UTF_8);
    String entry = whole.substring(whole.indexOf("@article{ex3"), whole.indexOf("@article{ex4"));
    Gathered right = Gathered.of(whole);
    for (int i = 0; i < entry.length(); i++) {
      boolean brace = entry.charAt(i) == '{' || entry.charAt(i) == '}';
      if (!brace || (i > 0 && entry.charAt(i - 1) == '\\')) {
        continue;
      }
      String broken = entry.substring(0, i) + entry.substring(i + 1);
      Gathered read = Gathered.of(whole.replace(entry, broken));

      boolean lost =
          read.records().size() == 4
              && read.titles().stream().noneMatch(title -> title.startsWith("How weld toes"));
      boolean wholeAndTold =
          read.titles().equals(right.titles())
              && read.abstracts().equals(right.abstracts())
              && read.told().toString().contains("note 29: ex3: a brace too many");
      assertThat(lost || wholeAndTold).as("without the brace at %d", i).isTrue();
      String line = read.told().toString();
      assertThat(line).as("without the brace at %d", i).contains("29: ").contains("ex3");
    }
  }

  @Test
  void a_brace_or_quotation_mark_too_many_costs_its_entry_alone() throws IOException {
    String text =
        """
        @article{a, title = {One}} more}, author = {Lind, A}, year = 2020}
        @article{b, title = {Two}}, author = {Lind, A}, year = 2020}
        @article{c,
          title = {Three}},
          author = {Lind, A}
        }
        @article{d, title = "Four "quoted" title", year = 2020}
        @article{e, title = "Five, author = "Lind, A"}
        @article{f, title = {Six}, year = 2020}
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("Six");
    assertThat(read.told()).hasSize(5);
    assertThat(read.told().get(0)).startsWith("malformed 1: entry a: ");
    assertThat(read.told().get(1)).startsWith("malformed 2: entry b: ");
    assertThat(read.told().get(2)).startsWith("malformed 3: entry c: ");
    assertThat(read.told().get(3)).startsWith("malformed 7: entry d: ");
    assertThat(read.told().get(4)).startsWith("malformed 8: entry e: ");
  }

  @Test
  void reads_abbreviations_joined_values_comments_and_entries_in_parentheses() throws IOException {
    String text =
        """
        % a comment with an address, me@example.org
        @preamble{ "\\newcommand{\\noop}[1]{}" }
        @comment{jabref-meta: grouping:{a;b}; @article{not, title={no}}}
        @STRING{nime = "Proceedings of " # {NIME}}
        @string(where = "Oslo")

        @InProceedings(key:1/2,
          Title = "Quoted {"}marks{"} " # {and braces},
          booktitle = nime # ", " # where,
          month = jun # "~5",
          year = 2014
        )
        article{disabled, title = {A disabled one}}
        @misc{ no-comma-at-the-end
          , title = {{Twice braced}}
          , journal = undefinedone
          , year = {2001}
        }
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("Quoted \"marks\" and braces", "Twice braced");
    assertThat(read.all(Field.VENUE)).containsExactly("Proceedings of NIME, Oslo", "undefinedone");
    assertThat(read.all(Field.DATE)).containsExactly("2014 jun 5", "2001");
    assertThat(Gathered.named(read.record(0), "citekey")).isEqualTo("key:1/2");
    assertThat(Gathered.named(read.record(1), "citekey")).isEqualTo("no-comma-at-the-end");
    assertThat(read.told())
        .containsExactly(
            "note 14: no-comma-at-the-end: the abbreviation undefinedone is not defined; kept as"
                + " it stands");
  }

  @Test
  void takes_from_a_cross_reference_what_the_entry_does_not_say() throws IOException {
    String text =
        """
        @inproceedings{child, title = {The child}, author = {Lind, A}, crossref = {Parent}}
        @xdata{shared, publisher = {A press}}
        @book{other, title = {A book}, xdata = {shared}}
        @proceedings{parent, title = {The book}, year = 2011, editor = {Berg, E}, doi = {10.5555/b}}
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("The child", "A book", "The book");
    assertThat(read.all(Field.VENUE)).startsWith("The book", "A press");
    assertThat(read.all(Field.DATE)).containsExactly("2011", "", "2011");
    assertThat(read.all(Field.DOI)).containsExactly("", "", "10.5555/b");
    assertThat(read.told()).containsExactly("navigation 2: @xdata{shared}");
  }

  @Test
  void reads_biblatex_and_arxiv_fields() throws IOException {
    String text =
        """
        @online{x, title = {A title}, subtitle = {And more}, date = {2019-05/2019-07},
          author = {family=Doe, given=Jo and {Research and Development, Inc.} and others},
          eprint = {2401.00001v2}, eprinttype = {arxiv}, url = {https://example.org/a_b\\_c\\%20d},
          journaltitle = {J. of {\\'E}tudes}, file = {:C\\:/x.pdf:PDF}}
        """;

    Gathered read = Gathered.of(text);

    SourceRecord record = read.record(0);
    assertThat(Gathered.value(record, Field.TITLE)).isEqualTo("A title: And more");
    assertThat(Gathered.value(record, Field.DATE)).isEqualTo("2019-05/2019-07");
    assertThat(record.authors()).containsExactly("Doe, Jo", "Research and Development, Inc.");
    assertThat(Gathered.value(record, Field.ARXIV)).isEqualTo("2401.00001v2");
    assertThat(Gathered.value(record, Field.URL)).isEqualTo("https://example.org/a_b_c%20d");
    assertThat(Gathered.value(record, Field.VENUE)).isEqualTo("J. of Études");
  }

  @Test
  void splits_names_at_and_outside_braces_alone() {
    assertThat(BibtexNames.split("A and {B and C} AND D\nand Anderson"))
        .extracting(String::strip)
        .isEqualTo(List.of("A", "{B and C}", "D", "Anderson"));
  }

  @Test
  void keeps_the_entry_as_it_stood() throws IOException {
    String text = "@Article{Key1, title = {{\\\"U}ber  {LaTeX}}, month = mar, note = \"x {y} z\"}";

    SourceRecord record = Gathered.of(text).record(0);

    assertThat(record.original())
        .extracting(Original::name, Original::value)
        .containsExactly(
            tuple("@article", "Key1"),
            tuple("title", "{\\\"U}ber {LaTeX}"),
            tuple("month", "mar"),
            tuple("note", "x {y} z"));
  }

  @Test
  void a_field_behind_a_percent_sign_is_a_comment() throws IOException {
    Gathered read =
        Gathered.of(
            "@article{a,\n  title = {Knots}, % good\n  % entryset = {b,c},\n  year = 2020\n}\n");

    assertThat(read.titles()).containsExactly("Knots");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void an_entry_in_a_line_of_comment_is_none() throws IOException {
    Gathered read =
        Gathered.of("% not yet: @article{dead, title={Not this}}\n@article{a, title = {Knots}}\n");

    assertThat(read.titles()).containsExactly("Knots");
    assertThat(read.told()).containsExactly("navigation 1: % @article{dead, title");
  }

  @Test
  void a_sign_between_dollars_is_no_formula() throws IOException {
    Gathered read = Gathered.of("@article{a, title = {The cost of {$<$}unk{$>$} where {$a<b$}}}\n");

    assertThat(read.titles()).containsExactly("The cost of <unk> where $a<b$");
  }
}
