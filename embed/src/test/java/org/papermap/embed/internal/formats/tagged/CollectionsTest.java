package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class CollectionsTest {
  @Test
  void reads_pubtator() throws IOException {
    Gathered read =
        Gathered.of(
            """
            30000001|t|Knots in wet rope
            30000001|a|We tie two | three hundred knots.
            30000001\t0\t5\tKnots\tDisease\tD0001

            30000002|t|Nets that dry
            30000002|a|
            """);

    assertThat(read.words()).isEqualTo("PubTator");
    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets that dry");
    assertThat(read.abstracts()).containsExactly("We tie two | three hundred knots.", "");
    assertThat(read.all(Field.PUBMED)).containsExactly("30000001", "30000002");
  }

  @Test
  void reads_a_test_collection() throws IOException {
    Gathered read =
        Gathered.of(
            """
            .I 1
            .T
            knots in wet
            rope .
            .A
            lind,a. and moreau,j.
            .B
            j. knots 25, 1958, 324.
            .W
            we tie two
            hundred knots .
            .I 2
            .T
            nets
            .X
            1 5 2
            """);

    assertThat(read.words()).isEqualTo("test collection");
    assertThat(read.titles()).containsExactly("knots in wet rope", "nets");
    assertThat(read.abstracts()).containsExactly("we tie two hundred knots .", "");
    assertThat(read.record(0).authors()).containsExactly("lind,a.", "moreau,j.");
    assertThat(read.all(Field.DATE)).containsExactly("1958", "");
  }
}
