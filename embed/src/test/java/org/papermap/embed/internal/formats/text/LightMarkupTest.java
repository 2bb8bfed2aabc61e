package org.papermap.embed.internal.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class LightMarkupTest {
  private static final String FIRST =
      "We tie forty knots in wet rope and measure when they slip. Most of them hold longer than in"
          + " dry rope.";

  private static final String SECOND =
      "We study how nets dry on stones and on poles. Poles save half of the time, and the results"
          + " hold in rain.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Reading
        =======

        Knots that hold
        ---------------

        :Authors: Ada Lind, Jo Moreau
        :Year: 2020

        %s

        On the drying of nets
        ---------------------

        :Authors: Kim Park
        :Year: 2021

        %s
        """,
        """
        = Reading =

        == Knots that hold ==
        '''Authors:''' Ada Lind, Jo Moreau

        '''Year:''' 2020

        %s

        == On the drying of nets ==
        '''Authors:''' Kim Park

        '''Year:''' 2021

        %s
        """,
        """
        = Reading

        == Knots that hold

        *Authors*: Ada Lind, Jo Moreau +
        *Year*: 2020

        %s

        == On the drying of nets

        *Authors*: Kim Park +
        *Year*: 2021

        %s
        """,
        """
        #+TITLE: Reading
        * TODO Knots that hold :rope:
        :PROPERTIES:
        :AUTHOR: Ada Lind, Jo Moreau
        :YEAR: 2020
        :END:
        %s
        * On the drying of nets
        :PROPERTIES:
        :AUTHOR: Kim Park
        :YEAR: 2021
        :END:
        %s
        """,
        """
        # Reading

        <details><summary><b>Knots that hold</b> - Ada Lind, Jo Moreau - <a href="https://arxiv.org/abs/2001.00001">pdf</a></summary>

        **Year:** 2020

        %s
        </details>

        <details><summary><b>On the drying of nets</b> - Kim Park - <a href="https://arxiv.org/abs/2101.00001">pdf</a></summary>

        **Year:** 2021

        %s
        </details>
        """
      })
  void reads_headings_and_fields(String form) throws IOException {
    Gathered read = Gathered.of("\n" + form.formatted(FIRST, SECOND).stripLeading());

    assertThat(read.titles()).containsExactly("Knots that hold", "On the drying of nets");
    assertThat(read.abstracts()).containsExactly(FIRST, SECOND);
    assertThat(read.all(Field.DATE)).containsExactly("2020", "2021");
    assertThat(
            read.record(0).authors().isEmpty()
                ? read.all(Field.AUTHORS).getFirst()
                : String.join(", ", read.record(0).authors()))
        .isEqualTo("Ada Lind, Jo Moreau");
  }
}
