package org.papermap.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.files.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Papers as JSON Lines: `id`, `title`, `abstract`, `authors`, `date`, `url`, and the papers'
/// further fields by their names. Read again, the file gives the same papers.
public final class PapersFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private PapersFile() {}

  /// @throws IOException if the file cannot be written
  public static void write(Corpus corpus, Path file) throws IOException {
    AtomicFile.write(
        file,
        stream -> {
          try (JsonGenerator json =
              JSON.writer().with(new MinimalPrettyPrinter("\n")).createGenerator(stream)) {
            for (Paper paper : corpus.papers()) {
              write(paper, json);
            }
            json.writeRaw("\n");
          } catch (JacksonIOException e) {
            throw e.getCause();
          } catch (JacksonException e) {
            throw new IOException(e);
          }
        });
  }

  private static void write(Paper paper, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", paper.id());
    json.writeStringProperty("title", paper.title());
    if (paper.hasAbstract()) {
      json.writeStringProperty("abstract", paper.abstractText());
    }
    if (!paper.authors().isEmpty()) {
      json.writeArrayPropertyStart("authors");
      paper.authors().forEach(json::writeString);
      json.writeEndArray();
    }
    if (paper.date() != null) {
      json.writeStringProperty("date", paper.date().toString());
    }
    if (paper.url() != null) {
      json.writeStringProperty("url", paper.url().toString());
    }
    for (Map.Entry<String, String> field : paper.extra().entrySet()) {
      json.writeStringProperty(field.getKey(), field.getValue());
    }
    json.writeEndObject();
  }
}
