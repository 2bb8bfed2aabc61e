package org.papermap.embed.internal.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MailTextTest {
  private static final String HEADERS =
      "From: Ada Lind <ada@example.org>\nTo: group@example.org\nSubject: papers\n"
          + "Date: Mon, 3 Jun 2024 00:10:00 +0200\n";

  private static final String FROM = "From ada@example.org Mon Jun  3 04:00:00 2024\n";

  private static String paper(String title) {
    return "Title: %s\nAuthors: Ada Lind, Jo Moreau\nAbstract: We tie knots – wet ones.\n\n"
        .formatted(title);
  }

  private static String base64(String text) {
    return "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        + "Content-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)).replace("\r\n", "\n")
        + "\n";
  }

  @Test
  void reads_the_text_of_a_mail_by_its_own_format() throws IOException {
    Gathered coded = Gathered.of(HEADERS + base64(paper("Knots") + paper("Nets")));
    Gathered parts =
        Gathered.of(
            HEADERS
                + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"xyz\"\n\n--xyz\n"
                + base64(paper("Knots") + paper("Nets"))
                + "--xyz--\n");

    assertThat(coded.words()).isEqualTo("mail");
    assertThat(coded.titles()).containsExactly("Knots", "Nets");
    assertThat(coded.abstracts()).containsOnly("We tie knots – wet ones.");
    assertThat(parts.titles()).containsExactly("Knots", "Nets");
  }

  @Test
  void reads_all_mails_of_a_mailbox_and_tells_those_without_papers() throws IOException {
    Gathered read =
        Gathered.of(
            FROM
                + HEADERS
                + "\n"
                + paper("Knots")
                + FROM
                + HEADERS.replace("papers", "lunch")
                + "\nWe meet at ten.\n\n"
                + FROM
                + HEADERS
                + base64(paper("Nets")));

    assertThat(read.words()).isEqualTo("mailbox");
    assertThat(read.titles()).containsExactly("Knots", "Nets");
    assertThat(read.told()).containsExactly("navigation 12: a mail without papers: lunch");
  }

  /// Counting lines from the beginning for each of them would take minutes.
  @Test
  @Timeout(60)
  void tells_the_line_of_each_of_thousands_of_mails_without_papers() throws IOException {
    String other = FROM + HEADERS.replace("papers", "lunch") + "\nWe meet at ten.\n\n";
    long lines = other.lines().count();

    Gathered read = Gathered.of(other.repeat(20_000) + FROM + HEADERS + "\n" + paper("Knots"));

    assertThat(read.titles()).containsExactly("Knots");
    assertThat(read.told())
        .hasSize(20_000)
        .startsWith("navigation 2: a mail without papers: lunch")
        .endsWith("navigation %d: a mail without papers: lunch".formatted(19_999 * lines + 2));
  }

  @Test
  void refuses_a_mail_without_papers() {
    assertThatThrownBy(() -> Gathered.of(HEADERS + base64("We meet at ten, as always.\n")))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith("a mail without papers");
  }

  @Test
  void reads_what_is_attached_and_tells_what_is_not() throws IOException {
    String ris = "TY  - JOUR\nTI  - Knots\nAB  - We tie.\nER  - \n";
    Gathered read =
        Gathered.of(
            HEADERS
                + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"xyz\"\n\n--xyz\n"
                + "Content-Type: text/plain\n\nHere it is.\n\n--xyz\n"
                + "Content-Type: application/octet-stream; name=\"library.ris\"\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(ris.getBytes(UTF_8))
                + "\n--xyz\nContent-Type: image/png\n"
                + "Content-Disposition: attachment; filename=\"cat.png\"\n\n\u00e9PNG\n--xyz--\n");

    assertThat(read.titles()).containsExactly("Knots");
    assertThat(read.told()).contains("navigation 1: attached, without papers: cat.png");
  }

  @Test
  void reads_a_mail_within_a_mail_and_a_table_beside_a_page() throws IOException {
    String within =
        HEADERS
            + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n--q\n"
            + "Content-Type: text/plain\n\nSee below.\n\n--q\nContent-Type: message/rfc822\n\n"
            + "From: jo@example.org\nSubject: papers\nContent-Type: text/plain; charset=utf-8\n\n"
            + paper("Knots")
            + "\n--q--\n";
    String beside =
        HEADERS
            + "MIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=q\n\n"
            + "--q\n"
            + "Content-Type: text/html\n\n"
            + "<html><body><p>The list.</p></body></html>\n\n"
            + "--q\n"
            + "Content-Type: text/csv; name=papers.csv\n"
            + "Content-Disposition: attachment; filename=papers.csv\n\n"
            + "Title,Abstract\n"
            + "Knots,We tie.\n"
            + "--q--\n";

    assertThat(Gathered.of(within).titles()).containsExactly("Knots");
    assertThat(Gathered.of(beside).titles()).containsExactly("Knots");
  }

  @Test
  void an_export_that_a_mail_quotes_is_read_without_what_stands_around_it() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Von: Ada Lind
            Betreff: AW: Literatur

            Hier:

            > TY  - JOUR
            > AU  - Moreau, Jo
            > TI  - Knots that hold
            > AB  - We tie knots in
            > wet rope.
            > ER  -
            >
            > TY  - JOUR
            > TI  - Nets
            > ER  -

            --
            Ada
            """);

    assertThat(read.words()).isEqualTo("RIS");
    assertThat(read.titles()).containsExactly("Knots that hold", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie knots in wet rope.", "");
  }
}
