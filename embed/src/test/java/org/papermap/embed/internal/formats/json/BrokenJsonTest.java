package org.papermap.embed.internal.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.Source;

class BrokenJsonTest {
  @Test
  void hands_on_every_record_before_the_place_where_a_list_breaks_off() throws IOException {
    StringBuilder json = new StringBuilder("[\n");
    for (int i = 0; i < 300; i++) {
      json.append("{\"title\": \"Paper ").append(i).append("\", \"abstract\": \"A.\"},\n");
    }
    json.append("{\"title\": \"Cut");
    Gathered gathered = new Gathered();
    Source source =
        Source.of(
            new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8)),
            "",
            FieldNames.common(),
            null);

    new JsonSequence().read(source, gathered);

    assertThat(gathered.records()).hasSize(300);
    assertThat(gathered.told())
        .singleElement()
        .asString()
        .startsWith("malformed 302: the content is cut off in this record: broken JSON, ");
  }

  @Test
  void hands_on_every_record_of_an_answer_that_is_cut_off() throws IOException {
    String answer =
        """
        {"status": "ok", "message": {"total-results": 3, "items": [
          {"title": ["First"], "DOI": "10.5555/1", "abstract": "A."},
          {"title": ["Second"], "DOI": "10.5555/2", "abstract": "B."},
          {"title": ["Third"], "DOI": "10.55\
        """;

    Gathered gathered = Gathered.of(answer);

    assertThat(gathered.titles()).containsExactly("First", "Second");
    assertThat(gathered.told())
        .singleElement()
        .asString()
        .startsWith("malformed 4: the content is cut off in this record: ");
  }
}
