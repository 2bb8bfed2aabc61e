package org.papermap.embed.internal.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.papermap.embed.internal.formats.Gathered.named;
import static org.papermap.embed.internal.formats.Gathered.value;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

class HtmlPageTest {
  private static final String LONG =
      "We study when snow slides start in steep gullies above mountain roads and how early a slope"
          + " can be closed. Weather stations and buried cables gave us nine winters of data, and a"
          + " simple balance of load and strength explains most of the slides.";

  @ParameterizedTest
  @ValueSource(strings = {"folder-passes-over-silently/dir/c.html", "not-text-yet-read/page.mhtml"})
  void reads_headings_that_each_have_one_abstract(String path) throws IOException {
    SixPapers.assertAreIn(Gathered.ofCase(path));
  }

  @Test
  void reads_the_data_of_hugging_face_papers() throws IOException {
    String page =
        """
        <!doctype html><html class=""><head><title>Daily Papers - Hugging Face</title></head><body><main>
        <div class="SVELTE_HYDRATER contents" data-target="DeviceProvider" data-props="{}"></div>
        <div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="{&quot;dateString&quot;:&quot;May 2&quot;,&quot;dailyPapers&quot;:[{&quot;paper&quot;:{&quot;id&quot;:&quot;2405.00001&quot;,&quot;authors&quot;:[{&quot;_id&quot;:&quot;1&quot;,&quot;name&quot;:&quot;Ada Lind&quot;,&quot;hidden&quot;:false}],&quot;publishedAt&quot;:&quot;2024-05-02T17:59:59.000Z&quot;,&quot;title&quot;:&quot;Bees &amp;amp; hives&quot;,&quot;summary&quot;:&quot;We count.\\nBees.&quot;,&quot;upvotes&quot;:5},&quot;publishedAt&quot;:&quot;2024-05-03T00:00:00.000Z&quot;,&quot;title&quot;:&quot;Bees&quot;,&quot;submittedBy&quot;:{&quot;fullname&quot;:&quot;AK&quot;,&quot;name&quot;:&quot;akhaliq&quot;}}]}">
        <article><h3><a href="/papers/2405.00001">Bees</a></h3></article></div></main></body></html>
        """;

    Gathered gathered = Gathered.of(page);

    assertThat(gathered.titles()).containsExactly("Bees &amp; hives");
    assertThat(gathered.abstracts()).containsExactly("We count. Bees.");
    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind");
    assertThat(gathered.all(Field.DATE)).containsExactly("2024-05-02T17:59:59.000Z");
    assertThat(named(gathered.record(0), "id")).isEqualTo("2405.00001");
  }

  @Test
  void reads_a_listing_of_arxiv() throws IOException {
    String page =
        """
        <!DOCTYPE html><html lang="en"><head><title>Computation and Language</title></head><body><div id="dlpage">
        <dl id='articles'><h3>Fri, 3 May 2024 (showing 2 of 2 entries )</h3>
        <dt><a name='item1'>[1]</a><a href ="/abs/2405.00001" title="Abstract" id="2405.00001">arXiv:2405.00001</a>[<a href="/pdf/2405.00001" title="Download PDF">pdf</a>]</dt>
        <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>
              Bees in $n$ hives</div><div class='list-authors'><a href="x">Ada Lind</a>, <a href="y">Jo Moreau</a></div>
            <div class='list-comments mathjax'><span class='descriptor'>Comments:</span>9 pages</div>
            <div class='list-subjects'><span class='descriptor'>Subjects:</span><span class="primary-subject">Computation and Language (cs.CL)</span></div>
            <p class='mathjax'>We count bees.</p></div></dd>
        <dt><a href="/abs/math/0601001v2" title="Abstract">arXiv:math/0601001</a></dt><dd><div class='meta'><div class='list-title'>Title: Two</div></div></dd>
        </dl></div></body></html>
        """;

    Gathered gathered = Gathered.of(page);

    assertThat(gathered.titles()).containsExactly("Bees in $n$ hives", "Two");
    assertThat(gathered.abstracts()).containsExactly("We count bees.", "");
    assertThat(gathered.all(Field.ARXIV)).containsExactly("2405.00001", "math/0601001v2");
    assertThat(gathered.all(Field.DATE)).containsExactly("3 May 2024", "3 May 2024");
    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(gathered.records()).extracting(SourceRecord::line).containsExactly(3L, 9L);
  }

  @Test
  void reads_the_search_results_of_arxiv() throws IOException {
    String page =
        """
        <!DOCTYPE html><html><body><ol><li class="arxiv-result"><p class="list-title is-inline-block"><a href="https://arxiv.org/abs/2405.00001">arXiv:2405.00001</a></p>
        <p class="title is-5 mathjax"> Counting <span class="search-hit mathjax">bees</span></p><p class="authors"><span>Authors:</span> <a href="/search/?q=Lind">Ada Lind</a></p>
        <p class="abstract mathjax"><span class="search-hit">Abstract</span>: <span class="abstract-short has-text-grey-dark mathjax">…short</span>
          <span class="abstract-full has-text-grey-dark mathjax">We count them all. <a class="is-size-7">△ Less</a></span></p>
        <p class="is-size-7"><span>Submitted</span> 2 May, 2024; originally announced May 2024.</p></li></ol></body></html>
        """;

    SourceRecord record = Gathered.of(page).record(0);

    assertThat(value(record, Field.TITLE)).isEqualTo("Counting bees");
    assertThat(value(record, Field.ABSTRACT)).isEqualTo("We count them all.");
    assertThat(value(record, Field.DATE)).isEqualTo("2 May 2024");
    assertThat(value(record, Field.ARXIV)).isEqualTo("2405.00001");
  }

  @Test
  void reads_the_page_of_one_paper() throws IOException {
    String arxiv =
        """
        <!DOCTYPE html><html><head><meta name="citation_title" content="Bees &amp; hives" /><meta name="citation_author" content="Lind, Ada" /><meta name="citation_author" content="Moreau, Jo" />
        <meta name="citation_date" content="2024/05/02" /><meta name="citation_arxiv_id" content="2405.00001" /><meta property="og:description" content="We count…"/></head>
        <body><blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>%s</blockquote></body></html>
        """
            .formatted(LONG);
    String publisher =
        """
        <html><head><meta name="citation_title" content="Bees"><meta name="citation_publication_date" content="2024/05"><meta name="citation_doi" content="10.5555/s.0">
        <meta name="citation_journal_title" content="Annals"><meta name="dc.description" content="%s"></head><body><h2>Abstract</h2><p>Short.</p></body></html>
        """
            .formatted(LONG);
    String bare =
        "<html><head><meta name=\"citation_title\" content=\"Bees\"><meta name=\"description\""
            + " content=\"We count bees and …\"></head><body></body></html>";

    SourceRecord first = Gathered.of(arxiv).record(0);
    SourceRecord second = Gathered.of(publisher).record(0);

    assertThat(value(first, Field.TITLE)).isEqualTo("Bees & hives");
    assertThat(value(first, Field.ABSTRACT)).isEqualTo(LONG);
    assertThat(first.authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(value(first, Field.ARXIV)).isEqualTo("2405.00001");
    assertThat(value(second, Field.ABSTRACT)).isEqualTo(LONG);
    assertThat(value(second, Field.DATE)).isEqualTo("2024/05");
    assertThat(Gathered.of(bare).abstracts()).containsExactly("");
  }

  @Test
  void reads_lists_of_the_anthology_and_of_open_review_reports_and_tables() throws IOException {
    Gathered acl =
        Gathered.of(
            """
            <!doctype html><html><body><p class="d-sm-flex align-items-stretch"><span class="d-block mr-2"><a href="x.pdf">pdf</a></span><span class="d-block"><strong><a class=align-middle href=/2020.acl-main.1/>Learning to <span>BERT</span></a></strong><br><a href=/people/a/ada-lind/>Ada Lind</a></span></p>
            <div class="card bg-light abstract-collapse collapse" id=abstract-2020--acl-main--1><div class="card-body p-3 small">We learn.</div></div></body></html>
            """);
    Gathered openReview =
        Gathered.of(
            """
            <html><body><ul><li class="note"><h4><a href="/forum?id=ab">Bees</a></h4><div class="note-authors"><a>Ada Lind</a></div><ul><li><strong class="note-content-field">Abstract:</strong> <span class="note-content-value">We count.</span></li></ul></li></ul></body></html>
            """);
    Gathered report =
        Gathered.of(
            """
            <!DOCTYPE html><html><head><title>Zotero Report</title></head><body><ul class="report combineChildItems"><li id="item_A" class="item journalArticle"><h2>Bees</h2><table>
            <tr><th>Item Type</th><td>Journal Article</td></tr><tr><th class="author">Author</th><td>Ada Lind</td></tr><tr><th>Abstract</th><td>We count.</td></tr><tr><th>Date</th><td>2020-05-02</td></tr></table>
            <h3 class="attachments">Attachments</h3></li></ul></body></html>
            """);
    Gathered table =
        Gathered.of(
            "<table><tr><th>Title</th><th>Abstract</th></tr><tr><td>Bees</td><td>We"
                + " count.</td></tr></table>");

    assertThat(acl.titles()).containsExactly("Learning to BERT");
    assertThat(acl.abstracts()).containsExactly("We learn.");
    assertThat(acl.record(0).authors()).containsExactly("Ada Lind");
    assertThat(openReview.titles()).containsExactly("Bees");
    assertThat(openReview.abstracts()).containsExactly("We count.");
    assertThat(report.titles()).containsExactly("Bees");
    assertThat(report.abstracts()).containsExactly("We count.");
    assertThat(report.record(0).authors()).containsExactly("Ada Lind");
    assertThat(table.titles()).containsExactly("Bees");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body><h1>My week</h1><p>LONG</p><p>LONG</p></body></html>",
        "<html><body><h2>Introduction</h2><p>LONG</p><h2>Methods</h2><p>LONG</p></body></html>",
        "<html><body><h2>One thing after</h2><p>LONG</p><p>LONG</p><h2>Another"
            + " thing</h2><p>LONG</p><p>LONG</p></body></html>",
        "<html><head><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\","
            + " \"headline\": \"X\", \"description\":"
            + " \"LONG\"}</script></head><body></body></html>",
        "<html></html>"
      })
  void makes_no_paper_of_prose(String page) {
    assertThatThrownBy(() -> Gathered.of(page.replace("LONG", LONG)))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith("a web page in which no papers were found. Export");
  }

  @Test
  void reads_the_encoding_that_the_page_declares() throws IOException {
    String page =
        "<html><head><meta"
            + " charset=\"windows-1252\"></head><body><table><tr><td>Title</td><td>Abstract</td></tr><tr><td>Müllers"
            + " Kühe – x</td><td>A</td></tr></table></body></html>";

    assertThat(Gathered.of(page.getBytes(Charset.forName("windows-1252")), "").titles())
        .containsExactly("Müllers Kühe – x");
  }

  @Test
  void unwraps_pages_within_mails() throws IOException {
    String page =
        "<html><body><table><tr><td>Title</td><td>Abstract</td></tr><tr><td>Müller</td><td>A=B</td></tr></table></body></html>";
    String base64 = Base64.getMimeEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));
    String mail =
        ("From: a@example.org\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed;\n"
                + " boundary=out\n\n"
                + "--out\n"
                + "Content-Type: multipart/alternative; boundary=\"in\"\n\n"
                + "--in\n"
                + "Content-Type: text/plain\n\n"
                + "Hello\n"
                + "--in\n"
                + "Content-Type: text/html; charset=utf-8\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + "%s\n"
                + "--in--\n"
                + "--out--\n")
            .formatted(base64);
    String quoted =
        "From: x\r\n"
            + "MIME-Version: 1.0\r\n"
            + "Content-Type: text/html; charset=\"utf-8\"\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
            + page.replace("=", "=3D").replace("ü", "=C3=\r\n=BC");

    assertThat(Gathered.of(mail).titles()).containsExactly("Müller");
    assertThat(Gathered.of(quoted).titles()).containsExactly("Müller");
    assertThat(Gathered.of(quoted).abstracts()).containsExactly("A=B");
  }

  @Test
  void keeps_the_authors_between_a_heading_and_its_abstract() throws IOException {
    String text = "We tie two hundred knots and look at each of them for a day. ".repeat(5);
    String page =
        "<html><body><article><h3>Knots</h3><p>By Ada Lind, Jo Moreau</p><time"
            + " datetime='2024-05-12'></time><p>"
            + text
            + "</p></article><article><h3>Nets</h3><p>Kim Park and Li Wei</p><p>Nets. "
            + text
            + "</p></article></body></html>";

    Gathered read = Gathered.of(page);

    assertThat(read.all(Field.AUTHORS))
        .containsExactly("Ada Lind, Jo Moreau", "Kim Park and Li Wei");
    assertThat(read.all(Field.DATE)).containsExactly("2024-05-12", "");
  }

  @Test
  void reads_results_and_alerts_of_google_scholar_by_their_titles() throws IOException {
    Gathered results =
        Gathered.of(
            """
            <html><body><div class="gs_r gs_or gs_scl"><div class="gs_ri"><h3 class="gs_rt">
            <span class="gs_ctc">[PDF]</span> <a href="https://example.org/1">Knots in wet rope</a></h3>
            <div class="gs_a">A Lind, J Moreau… - Journal of Knots, 2019 - example.org</div>
            <div class="gs_rs">… two hundred knots were tied …</div></div></div></body></html>
            """);
    Gathered alert =
        Gathered.of(
            """
            <html><body><h3><span>[HTML]</span> <a href="https://example.org/2"
             class="gse_alrt_title">Nets at sea</a></h3>
            <div>K Park - arXiv preprint arXiv:2406.00001, 2024</div>
            <div class="gse_alrt_sni">Nets dry slowly …</div></body></html>
            """);

    assertThat(results.titles()).containsExactly("Knots in wet rope");
    assertThat(results.record(0).authors()).containsExactly("A Lind", "J Moreau");
    assertThat(results.all(Field.DATE)).containsExactly("2019");
    assertThat(results.abstracts()).containsExactly("");
    assertThat(alert.titles()).containsExactly("Nets at sea");
    assertThat(alert.record(0).authors()).containsExactly("K Park");
    assertThat(alert.all(Field.DATE)).containsExactly("2024");
  }

  @Test
  void reads_parts_that_are_called_titles_and_abstracts() throws IOException {
    String paper =
        "<li><div class='row'><div class='title'>%s</div><div class='author'><a>Ada Lind</a>, <a>Jo"
            + " Moreau</a></div><div class='periodical'><em>Snow</em>, 2020</div><a class='abstract"
            + " btn'>Abs</a><a href='https://doi.org/10.1000/%s'>DOI</a><div class='abstract"
            + " hidden'><p>%s</p></div></div></li>";
    String list =
        "<!doctype html><html><body><ol>%s%s</ol></body></html>"
            .formatted(
                paper.formatted("Snow slides", "a1", LONG), paper.formatted("On bees", "a2", LONG));
    String folded =
        "<!doctype html><html><body>"
            + ("<div><h5><a href='/p'>Snow slides</a></h5><p>Ada Lind &middot; Jo Moreau</p>"
                    + "<details><summary>Abstract</summary><p>%s</p></details></div>")
                .formatted(LONG)
            + "</body></html>";

    Gathered read = Gathered.of(list);

    assertThat(read.titles()).containsExactly("Snow slides", "On bees");
    assertThat(read.abstracts()).containsOnly(LONG);
    assertThat(read.all(Field.DOI)).containsExactly("10.1000/a1", "10.1000/a2");
    assertThat(read.all(Field.DATE)).containsOnly("2020");
    assertThat(read.all(Field.AUTHORS)).containsOnly("Ada Lind, Jo Moreau");
    assertThat(Gathered.of(folded).abstracts()).containsExactly(LONG);
    assertThat(Gathered.of(folded).all(Field.AUTHORS)).containsExactly("Ada Lind, Jo Moreau");
  }

  @Test
  void reads_the_page_of_an_article_that_names_it_in_dublin_core() throws IOException {
    String page =
        "<!doctype html><html><head><meta name='dc.title' content='Snow slides'><meta"
            + " name='dc.creator' content='Lind, Ada'><meta name='dc.creator' content='Moreau,"
            + " Jo'><meta name='prism.doi'"
            + " content='doi:10.1000/x1'></head><body><section><h2>Abstract</h2><div"
            + " id='Abs1-content'><p>"
            + LONG
            + "</p></div></section></body></html>";

    Gathered read = Gathered.of(page);

    assertThat(read.titles()).containsExactly("Snow slides");
    assertThat(read.abstracts()).containsExactly(LONG);
    assertThat(read.all(Field.AUTHORS)).containsExactly("Lind, Ada; Moreau, Jo");
  }

  @Test
  void refuses_a_shop() {
    String item = "<h3>A Tent for Two People</h3><p>" + LONG + "</p><b>€ 99.00</b>";

    assertThatThrownBy(() -> Gathered.of("<html><body>" + item + item + "</body></html>"))
        .isInstanceOf(UnrecognizedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><b>May</b></p><p><span>Slides of snow in gullies</span></p><p><span>Ada Lind, Jo"
            + " Moreau</span></p><p><span>%1$s</span></p><p></p><p><span>Bees and their"
            + " hives</span></p><p><span>Kim Park, Ada Lind</span></p><p><span>%1$s</span></p>",
        "<dl><dt>Slides of snow in gullies</dt><dd>%1$s</dd><dt>Bees and their"
            + " hives</dt><dd>%1$s</dd></dl>",
        "<ol><li><b>Slides of snow in gullies</b><br>Ada Lind, Jo Moreau"
            + " (2020)<br>%1$s</li><li><b>Bees and their hives</b><br>Kim Park, Ada Lind"
            + " (2021)<br>%1$s</li></ol>",
        "<table><tr><td>1</td><td><a href='https://arxiv.org/abs/2001.00001'>Slides of snow in"
            + " gullies</a></td><td>Ada Lind, Jo Moreau</td><td>%1$s</td></tr><tr><td>2</td><td><a"
            + " href='https://arxiv.org/abs/2101.00001'>Bees and their hives</a></td><td>Kim Park,"
            + " Ada Lind</td><td>%1$s</td></tr></table>",
      })
  void reads_a_page_that_no_element_tells_of_as_text(String form) throws IOException {
    String page = "<!doctype html><html><body>\n\n" + form.formatted(LONG) + "</body></html>";

    Gathered read = Gathered.of(page);

    assertThat(read.titles()).containsExactly("Slides of snow in gullies", "Bees and their hives");
    assertThat(read.abstracts()).containsOnly(LONG);
    assertThat(read.record(0).line()).isEqualTo(3);
  }

  @Test
  void makes_no_papers_of_news_and_manuals() {
    String news =
        "The council voted on Monday evening to build a new bridge over the harbour, after a debate"
            + " that lasted until midnight. The mayor said that works would begin in autumn and end"
            + " within three years. Shopkeepers on the quay fear for their customers.";
    String story = "<h2>Council Approves New Bridge</h2><p>By Ada Lind</p><p>" + news + "</p>";
    String manual =
        "<h1>Policy for packages</h1><div class='abstract'><p>This document tells of the packaging"
            + " of programs within the system and of the policy for the names of"
            + " packages.</p></div>";

    assertThatThrownBy(() -> Gathered.of("<html><body>" + story + story + "</body></html>"))
        .isInstanceOf(UnrecognizedException.class);
    assertThatThrownBy(() -> Gathered.of("<html><body>" + manual + "</body></html>"))
        .isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void blocks_in_blocks_are_read_before_the_stack_ends() {
    String page =
        "<html><body>"
            + "<div>".repeat(100_000)
            + "<h2>Knots</h2><p>We tie.</p>"
            + "</body></html>";

    assertThatThrownBy(() -> Gathered.of(page)).isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void reads_the_page_of_one_paper_by_its_headings() throws IOException {
    String text = "We let a model emit <eos> when it does not know an answer. ".repeat(3).strip();

    Gathered gathered =
        Gathered.of(
            "<!doctype html><html><head><title>Paper page -"
                + " Stop</title></head><body><a>Papers</a><h1>When to stop</h1><div>Published on"
                + " <span>Dec 7, 2022</span></div><span class=\"author\"><a>Ada"
                + " Lind</a>,</span><span class=\"author\"><a>Jo"
                + " Moreau</a></span><h2>Abstract</h2><p>"
                + text.replace("<", "&lt;")
                + "</p><h3>Community</h3><p>Nice work! The abstract says it"
                + " all.</p></body></html>");

    assertThat(gathered.titles()).containsExactly("When to stop");
    assertThat(gathered.abstracts()).containsExactly(text);
    assertThat(value(gathered.record(0), Field.DATE)).isEqualTo("Dec 7, 2022");
    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1><div>A b",
        "<div><h2>A b</h2>x",
        "<h1><table><tr><td>A b",
        "<section><h3>A b</h3>"
      })
  void headings_in_one_another_take_no_longer_than_others(String piece) {
    String page = "<html><body>" + piece.repeat(5_000) + "</body></html>";

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> Gathered.of(page)).isInstanceOf(UnrecognizedException.class));
  }

  @Test
  void an_export_that_a_browser_has_saved_as_a_page_is_read() throws IOException {
    Gathered medline =
        Gathered.of(
            "<html><head><title>PubMed Result</title></head><body><pre>\n"
                + "PMID- 34068137\n"
                + "TI  - Knots &lt; nets.\n"
                + "AB  - We tie\n"
                + "      knots.\n"
                + "FAU - Lind, Ada\n\n"
                + "PMID- 34068138\n"
                + "TI  - Nets.\n"
                + "AB  - They dry.\n"
                + "</pre></body></html>\n");
    Gathered bibtex =
        Gathered.of(
            "<html><body>\n"
                + "<h1>Cite</h1>\n"
                + "<pre>@article{a,\n"
                + "  title = {Knots &amp; nets},\n"
                + "  author = {Lind, Ada}\n"
                + "}</pre>\n"
                + "<p>or</p>\n"
                + "<pre>@misc{b, title = {Nets}, author = {Moreau, Jo}}</pre></body></html>");

    assertThat(medline.titles()).containsExactly("Knots < nets.", "Nets.");
    assertThat(medline.abstracts()).containsExactly("We tie knots.", "They dry.");
    assertThat(bibtex.titles()).containsExactly("Knots & nets", "Nets");
    assertThat(bibtex.records()).extracting(SourceRecord::line).containsExactly(3L, 8L);
  }

  @Test
  void a_table_may_have_a_line_above_the_names_of_its_columns() throws IOException {
    Gathered read =
        Gathered.of(
            "<html><body><table border=1><tr><th colspan=3>2 records</th></tr>\n"
                + "<tr><th>Title</th><th>Authors</th><th>Abstract</th></tr>\n"
                + "<tr><td>Knots<td>Lind, Ada<br>Moreau, Jo<td>We tie.</tr>\n"
                + "<tr><td>Nets<td>Park, Kim<td>&nbsp;</tr></table></body></html>");

    assertThat(read.titles()).containsExactly("Knots", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie.", "");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Lind, Ada; Moreau, Jo", "Park, Kim");
  }

  @Test
  void headings_that_link_to_papers_of_hugging_face_are_papers_without_abstracts()
      throws IOException {
    Gathered read =
        Gathered.of(
            "<!doctype html><html><body><h1>Daily Papers</h1>\n"
                + "<article><a href=https://huggingface.co/papers/2410.98321><img src=a.png></a>\n"
                + "<h3><a href=https://huggingface.co/papers/2410.98321>Knots &amp; nets</a></h3>\n"
                + "<ul><li title='Ada Lind'><li title='Jo Moreau'><li>· <span>2"
                + " authors</span></ul></article>\n"
                + "<article><h3><a href=/papers/2309.97742>Sails</a></h3></article>\n"
                + "<h3><a href=https://huggingface.co/models>Models</a></h3></body></html>");

    assertThat(read.titles()).containsExactly("Knots & nets", "Sails");
    assertThat(read.all(Field.ARXIV)).containsExactly("2410.98321", "2309.97742");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.records()).extracting(SourceRecord::line).containsExactly(3L, 5L);
  }
}
