package org.papermap.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.files.AtomicFile;
import org.papermap.files.Sha256;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import org.papermap.viz.Abstracts;
import org.papermap.viz.MapWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A folder with a map and the machine-readable files that belong to it:
///
/// | file | what it holds |
/// |---|---|
/// | `map.html` | the map, for people |
/// | `map.svg` | the map as a picture |
/// | `papers.csv` | a row a paper: topic, place, themes |
/// | `topics.csv` | a row a topic: keyphrases, exemplars |
/// | `map.json` | papers, topics, themes and places, for programs |
/// | `embeddings.npy` | the papers' vectors, NumPy float32, in the order of `map.json` |
/// | `report.json` | what was read and lost, quality, settings, versions |
public final class MapFolder {
  private static final String HTML = "map.html";
  private static final String PICTURE = "map.svg";
  private static final String PAPERS = "papers.csv";
  private static final String TOPICS = "topics.csv";
  private static final String MAP = "map.json";
  private static final String VECTORS = "embeddings.npy";
  private static final String REPORT = "report.json";
  private static final List<String> FILES =
      List.of(HTML, PICTURE, PAPERS, TOPICS, MAP, REPORT, VECTORS);

  static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private MapFolder() {}

  /// Writes all files of a map. They take the place of another map's one right after the other,
  /// once all of them are written: a disk that fills up leaves the map that was there.
  ///
  /// @return the files, the page first
  /// @throws IOException if the folder cannot be made or written
  public static List<Path> write(MapResult result, Path folder) throws IOException {
    return write(result, folder, Abstracts.UP_TO_20000);
  }

  /// Writes all files of a map.
  ///
  /// @param abstracts whether the page carries the papers' abstracts
  /// @return the files, the page first
  /// @throws IOException if the folder cannot be made or written
  public static List<Path> write(MapResult result, Path folder, Abstracts abstracts)
      throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createDirectories(folder.resolve(".draft." + ProcessHandle.current().pid()));
    try {
      writeInto(draft, result, abstracts);
      for (String name : FILES.reversed()) {
        Files.move(draft.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (String name : FILES) {
        Files.deleteIfExists(draft.resolve(name));
      }
      Files.deleteIfExists(draft);
    }
    return FILES.stream().map(folder::resolve).toList();
  }

  private static void writeInto(Path folder, MapResult result, Abstracts abstracts)
      throws IOException {
    Path vectors = folder.resolve(VECTORS);
    NpyFile.write(vectors, result.vectors());
    MapDocument.Vectors beside = new MapDocument.Vectors(VECTORS, Sha256.hex(vectors));
    try (Background background = new Background()) {
      Background.Writing tables =
          background.beginWriting(() -> {
            writeJson(folder.resolve(MAP), json -> MapJson.write(result, beside, json));
            writeJson(folder.resolve(REPORT), json -> json.writePOJO(Report.of(result)));
            AtomicFile.write(folder.resolve(PAPERS), out -> Tables.writePapers(result.map(), out));
            AtomicFile.write(folder.resolve(TOPICS), out -> Tables.writeTopics(result.map(), out));
          });
      MapWriter.write(result.map(), folder.resolve(HTML), abstracts, folder.resolve(PICTURE));
      tables.finish();
    }
  }

  /// Reads back what lookup needs of a map.
  ///
  /// @throws MapFolderException if there is no map there, or its files do not belong together
  /// @throws IOException if they cannot be read
  public static SavedMap open(Path folder) throws IOException {
    Path file = folder.resolve(MAP);
    if (!Files.exists(file)) {
      throw new MapFolderException(
          folder + ": there is no map. Make one with 'papermap map --out " + folder + "'.");
    }
    MapDocument document = readDocument(file);
    Path vectorFile = folder.resolve(VECTORS);
    if (!Files.exists(vectorFile) || !Sha256.hex(vectorFile).equals(document.vectors().sha256())) {
      throw new MapFolderException(
          "%s: missing, or not the vectors of %s. Make the map again.".formatted(vectorFile, file));
    }
    EmbeddingMatrix vectors = NpyFile.read(vectorFile);
    List<Paper> papers = document.papers().stream().map(MapDocument.PaperEntry::paper).toList();
    if (vectors.rows() != papers.size()) {
      throw new MapFolderException(
          "%s: %d vectors for %d papers. Make the map again."
              .formatted(vectorFile, vectors.rows(), papers.size()));
    }
    return new SavedMap(
        folder,
        document.title(),
        Corpus.of(papers),
        Corpus.of(document.papers().stream().map(it -> it.labelled(document.topics())).toList()),
        vectors,
        document.model().name(),
        document.model().identity());
  }

  private static MapDocument readDocument(Path file) throws IOException {
    MapDocument document;
    try {
      document = JSON.readValue(file, MapDocument.class);
    } catch (JacksonException e) {
      throw new MapFolderException(
          "%s: is no map (%s). Make the map again.".formatted(file, e.getOriginalMessage()));
    }
    if (document.format() != MapDocument.FORMAT) {
      throw new MapFolderException(
          "%s: format %d, and this is Papermap %s, which reads %d. Make the map again."
              .formatted(file, document.format(), Versions.papermap(), MapDocument.FORMAT));
    }
    return document;
  }

  private static void writeJson(Path file, Consumer<JsonGenerator> content) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          try (JsonGenerator json = JSON.createGenerator(out)) {
            content.accept(json);
          } catch (JacksonIOException e) {
            throw e.getCause();
          }
          out.write('\n');
        });
  }
}
