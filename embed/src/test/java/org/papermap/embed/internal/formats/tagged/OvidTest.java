package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class OvidTest {
  @Test
  void reads_fields_behind_tags() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <1. >
            VN  - Ovid Technologies
            AN  - 63-1.
            AU  - Lind, Ada [Author, Reprint Author; E-mail: a@example.org]
            AU  - Moreau, Jo
            TI  - Knots in wet rope.  [Article]
            SO  - Journal of Knots 1999(2): 7-14, 2007.
            AB  - We tie two hundred knots,
                  wet and dry.
            DO  - http://dx.doi.org/10.5555/k.1

            <2. >
            VN  - Ovid Technologies
            TI  - Nets that dry
            YR  - 2019
            """);

    assertThat(read.words()).isEqualTo("Ovid");
    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets that dry");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots, wet and dry.", "");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2007", "2019");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "");
  }

  @Test
  void reads_fields_below_their_names() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <12>
            Unique Identifier
              00042637-1
            Title
              Knots in wet rope.
            Author
              Lind, Ada 1; Moreau, Jo 2,*
            Abstract
              We tie two hundred knots.
            Year of Publication
              2007
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2007");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void degrees_are_no_part_of_a_name() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <1>
            Title
              Knots in wet rope
            Author
              Lind, Ada B. MD, PhD; Moreau, Jo M.P.H.; Park, MA; Berg, Mats; PhD
            """);

    assertThat(read.record(0).authors())
        .containsExactly("Lind, Ada B.", "Moreau, Jo", "Park, MA", "Berg, Mats");
  }
}
