package org.papermap.embed.internal.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class FieldRowsTest {
  @Test
  void reads_a_field_a_row_as_embase_writes_it() throws IOException {
    Gathered read =
        Gathered.of(
            """
            "TITLE","Knots in wet rope, a trial"
            "AUTHOR NAMES","Lind A.","Moreau J."
            "PUBLICATION YEAR","2019"
            "ABSTRACT","We tie ""two"" hundred knots."
            "DOI","10.5555/k.1"

            "TITLE","Nets that dry"
            "AUTHOR NAMES","Berg K."
            "PUBLICATION YEAR","2020"
            """);

    assertThat(read.words()).isEqualTo("table with a field a row");
    assertThat(read.titles()).containsExactly("Knots in wet rope, a trial", "Nets that dry");
    assertThat(read.abstracts()).containsExactly("We tie \"two\" hundred knots.", "");
    assertThat(read.record(0).authors()).containsExactly("Lind A.", "Moreau J.");
    assertThat(read.all(Field.AUTHORS)).containsExactly("", "Berg K.");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "2020");
    assertThat(read.record(1).line()).isEqualTo(7);
  }

  @Test
  void a_table_that_names_its_columns_is_not_turned() throws IOException {
    Gathered read =
        Gathered.of("title,authors\ntitle,Lind\nabstract,Moreau\nauthors,Berg\nyear,Park\n");

    assertThat(read.words()).isEqualTo("CSV");
    assertThat(read.titles()).containsExactly("title", "abstract", "authors", "year");
  }

  @Test
  void a_table_that_lies_on_its_side_has_a_paper_a_column() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Title,Knots in wet rope,Nets that dry
            Authors,"Lind, Ada; Moreau, Jo","Berg, Kim"
            Year,2019,2020
            Abstract,We tie two hundred knots.,
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets that dry");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Lind, Ada; Moreau, Jo", "Berg, Kim");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "2020");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
  }
}
