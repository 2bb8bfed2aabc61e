package org.papermap.embed.internal.formats.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.embed.internal.formats.Gathered.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// The tables were written by pyarrow 22.
class ParquetTableTest {
  private static final Path TABLES =
      Path.of("src", "test", "resources", "org", "papermap", "parquet");

  private static Gathered read(String name) throws IOException {
    return Gathered.of(Files.readAllBytes(TABLES.resolve(name)), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "gzip", "zstd", "plain"})
  void reads_a_table_packed_as(String packed) throws IOException {
    Gathered gathered = read(packed + ".parquet");

    SourceRecord first = gathered.record(0);
    assertThat(gathered.titles()).containsExactly("Bees & hives", "Two", "Three");
    assertThat(gathered.abstracts()).containsExactly("We count.", "", "C.");
    assertThat(first.authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(named(first, "id")).isEqualTo("2405.00001");
    assertThat(named(first, "date")).isEqualTo("2024-05-02");
    assertThat(named(first, "year")).isEqualTo("2024");
    assertThat(named(first, "score")).isEqualTo("0.5");
    assertThat(named(first, "published")).isEqualTo("2024-05-02T17:59:00Z");
    assertThat(named(first, "people")).isEmpty();
    assertThat(named(first, "vec")).isEmpty();
    assertThat(named(first, "tags")).isEqualTo("x; y");
    assertThat(gathered.records()).extracting(SourceRecord::line).containsExactly(1L, 2L, 3L);
  }

  @Test
  void refuses_a_packing_that_is_not_read_by_its_name() {
    assertThatThrownBy(() -> read("brotli.parquet"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessage(
            "Parquet packed with BROTLI. Write it with Snappy, Zstandard, Gzip or no compression,"
                + " or export CSV or JSON.");
  }

  @Test
  void refuses_a_table_of_something_else_and_names_its_columns() {
    assertThatThrownBy(() -> read("other.parquet"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith(
            "a Parquet table with no columns of titles and abstracts, only a, b.");
  }

  @Test
  void says_that_a_table_is_cut_off() throws IOException {
    byte[] whole = Files.readAllBytes(TABLES.resolve("plain.parquet"));

    assertThatThrownBy(() -> Gathered.of(Arrays.copyOf(whole, whole.length - 20), ""))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("a damaged Parquet file.");
  }

  @Test
  void structs_mean_what_objects_of_json_mean() throws IOException {
    Gathered gathered = read("structs.parquet");

    assertThat(gathered.titles()).containsExactly("Knots", "Nets");
    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(gathered.abstracts()).containsExactly("We tie. We hold.", "They dry.");
  }
}
