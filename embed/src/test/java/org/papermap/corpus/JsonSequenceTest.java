package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.corpus.CorpusFiles.file;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.ReadReport.Drop;

class JsonSequenceTest extends CorpusFormatContract {
  @Override
  String write(List<Texts> papers) {
    return papers.stream()
        .map(JsonLinesTest::object)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  @Override
  String words() {
    return "JSON array";
  }

  @Override
  long lineOf(int place) {
    return place + 2L;
  }

  @Test
  void reads_records_that_follow_each_other_over_several_lines() throws IOException {
    String text =
        """
        {
          "title": "One",
          "abstract": "A"
        }
        {
          "title": "Two",
          "abstract": ""
        }
        """;

    CorpusReading reading = reading(folder, "p.json", text);

    assertThat(reading.report().sources().getFirst().format()).isEqualTo("JSON objects");
    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("One", "Two");
    assertThat(reading.report().bare()).extracting(ReadReport.Line::line).containsExactly(5L);
  }

  @Test
  void reads_records_that_are_strings_of_json_or_python() throws IOException {
    String text =
        """
        ["{'paper': {'id': '2412.07730', 'title': 'P', 'summary': 'S', 'authors': [{'name': 'Z L'}]}}",
         "{\\"title\\": \\"J\\", \\"abstract\\": \\"K\\"}",
         "no record", 3, null, [1]]
        """;

    CorpusReading reading = reading(folder, "p.json", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("P", "J");
    assertThat(reading.corpus().paper(0).authors()).containsExactly("Z L");
    assertThat(reading.report().drops())
        .extracting(Drop::detail)
        .satisfiesExactly(
            detail -> assertThat(detail).startsWith("broken JSON: "),
            detail -> assertThat(detail).isEqualTo("a number where an object should be"),
            detail -> assertThat(detail).isEqualTo("nothing where an object should be"),
            detail -> assertThat(detail).isEqualTo("a list where an object should be"));
    assertThat(reading.report().drops()).extracting(Drop::line).containsOnly(3L);
  }

  @Test
  void reads_an_array_of_nothing_as_no_papers() throws IOException {
    CorpusReading reading = reading(folder, "p.json", "[]");

    assertThat(reading.corpus().isEmpty()).isTrue();
    assertThat(reading.report().rows()).isZero();
  }

  @Test
  void says_where_an_array_breaks_off() throws IOException {
    Path file =
        file(folder, "p.json", "[\n{\"title\": \"T\", \"abstract\": \"A\"},\n{\"title\": \"U\", ");

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("T");
    assertThat(reading.report().drops())
        .singleElement()
        .satisfies(drop -> {
          assertThat(drop.line()).isEqualTo(3);
          assertThat(drop.detail())
              .startsWith("the content is cut off in this record: broken JSON, ")
              .doesNotContain("Source");
        });
  }

  @Test
  void says_where_an_array_is_broken() throws IOException {
    Path file = file(folder, "p.json", "[\n{\"title\": \"T\", \"abstract\": \"A\"},\n{\"title\"- ");

    assertThatThrownBy(() -> CorpusReader.read(file))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageStartingWith(file + ":3: broken JSON, ")
        .hasMessageEndingWith(". Repair the file, or fetch it again if it is cut off.");
  }

  @Test
  void reads_several_arrays_after_each_other() throws IOException {
    String text =
        "[{\"title\": \"T\", \"abstract\": \"A\"}]\n[{\"title\": \"U\", \"abstract\": \"B\"}]";

    CorpusReading reading = reading(folder, "p.json", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("T", "U");
  }

  @Test
  void refuses_nesting_beyond_reason() throws IOException {
    Path file = file(folder, "p.json", "[".repeat(100_000));

    assertThatThrownBy(() -> CorpusReader.read(file))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageStartingWith(file + ":1: broken JSON, ");
  }
}
