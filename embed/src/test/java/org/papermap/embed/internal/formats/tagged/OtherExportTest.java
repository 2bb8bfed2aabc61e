package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.UnrecognizedException;

class OtherExportTest {
  @Test
  void exports_that_are_not_read_are_refused_by_their_name() {
    assertRefused(
        "1: Lind A. A title. J. 2020 May;12(3):10-9. PMID: 1.\n", "PubMed's summary text");
    assertRefused("TI- Knots in wet rope\nAU- Lind, Ada\n", "a Copac or ISBD list");
    assertRefused(
        "\\begin{thebibliography}{9}\n\\bibitem{a} A. Lind\n",
        "a BibTeX bibliography as LaTeX prints it (.bbl)");
  }

  private static void assertRefused(String text, String words) {
    assertThatThrownBy(() -> Gathered.of(text))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith(words + ", which is not read. ");
  }

  @Test
  void tags_with_windows_line_ends_are_looked_at_in_no_time() throws IOException {
    String record =
        "%0 Journal Article\r\n%T Knots\r\n%A Lind, Ada\r\n%D 2020\r\n%X We tie.\r\n\r\n";

    assertThat(Gathered.of(record.repeat(30)).titles()).hasSize(30).containsOnly("Knots");
  }
}
