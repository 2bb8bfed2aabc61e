package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Reason;

class JsonLinesTest extends CorpusFormatContract {
  @Override
  String write(List<Texts> papers) {
    return papers.stream().map(JsonLinesTest::object).collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  String words() {
    return "JSON Lines";
  }

  @Override
  long lineOf(int place) {
    return place + 1L;
  }

  static String object(Texts texts) {
    return "{\"title\": %s, \"abstract\": %s}"
        .formatted(quote(texts.title()), quote(texts.abstractText()));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Test
  void reads_the_fields_by_their_many_names_and_keeps_the_others() throws IOException {
    String line =
        """
        {"arxiv_id": "2405.15738v2", "Title": "T", "summary": "S", "label": null, "score": NaN, \
        "authors": ["Ann Lee", {"name": "Bob Ray"}, {"given": "Cy", "family": "Wu"}, " "], \
        "publishedAt": "2024-05-24T17:34:15.000Z", "upvotes": 32, "keywords": ["a", "b"], \
        "user": {"name": "x"}, "open": true}
        """;

    Paper paper = reading(folder, "p.jsonl", line).corpus().paper(0);

    assertThat(paper)
        .isEqualTo(
            new Paper(
                "2405.15738",
                "T",
                "S",
                List.of("Ann Lee", "Bob Ray", "Cy Wu"),
                LocalDate.of(2024, 5, 24),
                URI.create("https://arxiv.org/abs/2405.15738v2"),
                Map.of("upvotes", "32", "keywords", "a; b", "open", "true")));
    assertThat(paper.extra().keySet()).containsExactly("upvotes", "keywords", "open");
  }

  @Test
  void prefers_the_plainest_name_and_keeps_the_other_value() throws IOException {
    String line =
        "{\"doi\": \"10.1000/x\", \"id\": \"7\", \"name\": \"N\", \"title\": \"T\", \"text\":"
            + " \"A\"}";

    Paper paper = reading(folder, "p.jsonl", line).corpus().paper(0);

    assertThat(paper.id()).isEqualTo("10.1000/x");
    assertThat(paper.title()).isEqualTo("T");
    assertThat(paper.url()).isEqualTo(URI.create("https://doi.org/10.1000/x"));
    assertThat(paper.extra()).isEqualTo(Map.of("source id", "7", "name", "N"));
  }

  @Test
  void reads_a_nested_paper_before_what_is_around_it() throws IOException {
    String line =
        """
        {"paper": {"id": "2405.1", "title": "Inner", "summary": "S", "publishedAt": "2024-05-01"}, \
        "title": "Outer", "publishedAt": "2024-05-27T03:50:58.348Z", "numComments": 3}
        """;

    Paper paper = reading(folder, "p.jsonl", line).corpus().paper(0);

    assertThat(paper.title()).isEqualTo("Inner");
    assertThat(paper.date()).isEqualTo(LocalDate.of(2024, 5, 1));
    assertThat(paper.extra()).isEqualTo(Map.of("numComments", "3"));
  }

  @Test
  void goes_on_after_a_line_that_cannot_be_read() throws IOException {
    String text =
        """
        {"title": "One", "abstract": "A"}
        {"title": "Two", "abstract":

        17
        {"title": "Three", "abstract": "C"} trailing
        {"title": "Four", "abstract": "D"}
        """;

    CorpusReading reading = reading(folder, "p.jsonl", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("One", "Four");
    assertThat(reading.report().drops())
        .extracting(Drop::line, Drop::reason)
        .containsExactly(
            tuple(2L, Reason.MALFORMED), tuple(4L, Reason.MALFORMED), tuple(5L, Reason.MALFORMED));
    assertThat(reading.report().drops().get(0).detail()).startsWith("broken JSON: ");
    assertThat(reading.report().drops().get(1).detail())
        .isEqualTo("a number where an object should be");
  }

  @Test
  void survives_nesting_and_numbers_beyond_reason() throws IOException {
    String text =
        "{\"title\": \"One\", \"abstract\": \"A\", \"x\": 1e999999999}\n"
            + ("{\"x\": " + "[".repeat(100_000) + "\n")
            + ("{'x': " + "[".repeat(100_000) + "\n")
            + ("{\"title\": \"Two\", \"abstract\": \"B\", \"x\": " + "9".repeat(5_000) + "}\n");

    CorpusReading reading = reading(folder, "p.jsonl", text);

    assertThat(reading.report().drops()).extracting(Drop::line).contains(2L, 3L);
    assertThat(reading.corpus().paper(0).extra()).isEqualTo(Map.of("x", "1e999999999"));
  }

  @Test
  void keeps_every_digit_of_an_id_that_is_a_number() throws IOException {
    String line = "{\"id\": 2405.15730, \"title\": \"T\", \"abstract\": \"A\"}";

    assertThat(reading(folder, "p.jsonl", line).corpus().paper(0).id()).isEqualTo("2405.15730");
  }

  @Test
  void makes_half_of_a_surrogate_pair_something_that_can_be_written() throws IOException {
    String line = "{\"title\": \"T\\ud83d\", \"abstract\": \"A\"}";

    CorpusReading reading = reading(folder, "p.jsonl", line);

    assertThat(reading.corpus().paper(0).title()).isEqualTo("T\uFFFD");
    assertThat(reading.report().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.text()).startsWith("characters that could not"));
  }

  @Test
  void reads_python_dictionaries_for_json() throws IOException {
    String text =
        """
        {'title': 'It\\'s "T"', 'abstract': "a\\nb\\xe9\\u00df\\U0001F600", 'n': None, 'ok': True, \
        'k': ('a', 'b'), 'id': 'p12'}
        {'title': 'Two', 'abstract': datetime(2024)}
        """;

    CorpusReading reading = reading(folder, "p.jsonl", text);

    assertThat(reading.corpus().papers())
        .containsExactly(
            new Paper(
                "p12",
                "It's \"T\"",
                "a béß😀",
                List.of(),
                null,
                null,
                Map.of("ok", "true", "k", "a; b")));
    assertThat(reading.report().drops())
        .singleElement()
        .satisfies(drop ->
            assertThat(drop.detail())
                .isEqualTo(
                    "broken Python literal at character 30: neither a string, a number, a list nor"
                        + " a dictionary"));
  }

  @Test
  void a_comma_behind_an_object_is_no_damage() throws IOException {
    String text =
        """
        {"title": "One", "abstract": "About stars."},
        {"title": "Two", "abstract": "About nets."},
        """;

    CorpusReading reading = reading(folder, "p.jsonl", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("One", "Two");
    assertThat(reading.report().drops()).isEmpty();
  }
}
