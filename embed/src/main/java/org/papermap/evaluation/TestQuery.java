package org.papermap.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.papermap.embed.internal.json.JsonText;
import org.papermap.files.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A question of a test collection, or of a batch.
///
/// @param id unique in its file
/// @param text not blank
public record TestQuery(String id, String text) {
  /// Reads JSON Lines with `_id` (or `id`) and `text`, as the BEIR collections have them.
  ///
  /// @throws InputException if a line is not such an object, or an id comes twice
  public static List<TestQuery> read(Path file) throws IOException {
    List<TestQuery> queries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    TextLines.forEach(
        file,
        (number, line) -> {
          TestQuery query = parse(file, number, line);
          if (!ids.add(query.id)) {
            throw TextLines.wrong(file, number, "a second query \"" + query.id + "\"", "Rename it");
          }
          queries.add(query);
        });
    return queries;
  }

  private static TestQuery parse(Path file, int number, String line) throws InputException {
    try {
      JsonNode object = JsonText.tree(line);
      String id = object.path("_id").asString(object.path("id").asString(""));
      String text = object.path("text").asString("");
      if (!id.isBlank() && !text.isBlank()) {
        return new TestQuery(id, text);
      }
    } catch (JacksonException _) {
      // Reported below, like an object without these fields.
    }
    throw TextLines.wrong(file, number, "no query", "Give an object with \"_id\" and \"text\"");
  }
}
