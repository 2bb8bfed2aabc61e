package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class RefWorksTest {
  @Test
  void reads_an_export_that_explains_its_tags_first() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Refworks Export Tagged Format

            Tag legend
            *****
            RT=Reference Type
            T1=Primary Title
            *****
            BEGIN EXPORTED REFERENCES

            RT Journal Article
            A1 Lind,Ada
            T1 Knots in wet rope
            YR 2003
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.all(Field.DATE)).containsExactly("2003");
  }
}
