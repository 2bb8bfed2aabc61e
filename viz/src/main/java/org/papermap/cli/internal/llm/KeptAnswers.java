package org.papermap.cli.internal.llm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.papermap.files.OutputFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of the answers so far, so that a run that was interrupted goes on where it was: a line of
/// JSON each, with a hash of what was asked.
public final class KeptAnswers {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern START = Pattern.compile("^\\{\"asked\":\"");

  private final Path file;
  private final Map<String, String> answers = new HashMap<>();

  private KeptAnswers(Path file) {
    this.file = file;
  }

  /// Reads a file of an earlier run, if there is one.
  ///
  /// @throws org.papermap.files.OutputFile.OutputException if something else is there
  public static KeptAnswers open(Path file) throws IOException {
    new OutputFile(file, "a file of answers", START).requireOurs();
    KeptAnswers kept = new KeptAnswers(file);
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      try {
        JsonNode entry = JSON.readTree(line);
        if (entry.path("asked").isString() && entry.path("answer").isString()) {
          kept.answers.put(entry.path("asked").stringValue(), entry.path("answer").stringValue());
        }
      } catch (JacksonException _) {
        // The last line of a run that was killed; it is asked again.
      }
    }
    return kept;
  }

  public Optional<String> answer(String asked) {
    return Optional.ofNullable(answers.get(asked));
  }

  public void keep(String asked, String answer) throws IOException {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("asked", asked);
    entry.put("answer", answer);
    // A line feed before, too: the last line may have been cut off.
    String line = (Files.exists(file) ? "\n" : "") + JSON.writeValueAsString(entry);
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    answers.put(asked, answer);
  }

  /// Removes the file, which is not needed once all is done.
  public void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
