package org.papermap.embed.internal.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.FormatException;
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

    assertThatThrownBy(() -> new JsonSequence().read(source, gathered))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("302: broken JSON, ");
    assertThat(gathered.records()).hasSize(300);
  }
}
