package org.papermap.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.files.DraftFolder;
import org.papermap.files.InputException;
import org.papermap.files.OutputFile;
import org.papermap.files.OutputFile.OutputException;
import org.papermap.files.Sha256;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.pipeline.MapResult.Match;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.pipeline.internal.JsonFiles;
import org.papermap.pipeline.internal.Versions;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import org.papermap.viz.MapWriter;
import org.papermap.viz.MapWriter.Abstracts;
import org.papermap.viz.internal.page.WholeRecords;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

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

  /// In the order in which they are told of. `map.json` names the hashes of all others.
  private static final List<String> FILES =
      List.of(HTML, PICTURE, PAPERS, TOPICS, MAP, REPORT, VECTORS);

  /// The one that the others belong to is the last to be put in its place.
  private static final List<String> PUBLISHED =
      Stream.concat(FILES.stream().filter(it -> !it.equals(MAP)), Stream.of(MAP)).toList();

  /// How the files begin that this class has written, now or in earlier versions.
  private static final Map<String, Pattern> STARTS =
      Map.of(
          HTML, Pattern.compile("<meta name=\"generator\" content=\"Papermap\">"),
          PICTURE, Pattern.compile("^<svg xmlns=\"http://www\\.w3\\.org/2000/svg\" width=\"\\d+\""),
          PAPERS, Pattern.compile("^id,title,topic,topic_name,x,y,theme,"),
          TOPICS, Pattern.compile("^topic,parent,name,papers,keyphrases,exemplars,"),
          MAP, Pattern.compile("^\\{\\s*\"format\" : \\d+,\\s*\"title\" : "),
          REPORT, Pattern.compile("^\\{\\s*\"title\" : "),
          VECTORS, Pattern.compile("^\\x93NUMPY"));

  private MapFolder() {}

  /// Writes all files of a map, which take their places together: a disk that fills up, or a
  /// process that dies, leaves the map that was there.
  ///
  /// @return the files, the page first
  /// @throws org.papermap.files.OutputFile.OutputException if other things are in the folder
  /// @throws IOException if the folder cannot be made or written
  public static List<Path> write(MapResult result, Path folder) throws IOException {
    return write(result, folder, Abstracts.UP_TO_20000);
  }

  /// Writes all files of a map.
  ///
  /// @param abstracts whether the page carries the papers' abstracts
  /// @return the files, the page first
  /// @throws org.papermap.files.OutputFile.OutputException if other things are in the folder
  /// @throws IOException if the folder cannot be made or written
  public static List<Path> write(MapResult result, Path folder, Abstracts abstracts)
      throws IOException {
    requireFree(folder);
    try (DraftFolder draft = DraftFolder.whole(folder, PUBLISHED)) {
      writeInto(draft.path(), result, abstracts);
      draft.publish();
    }
    return FILES.stream().map(folder::resolve).toList();
  }

  /// Requires, before any work is done, that a map may be written to a folder: it is not there, or
  /// empty, or holds a map, beside which there may be other files under names of their own.
  ///
  /// @throws org.papermap.files.OutputFile.OutputException if other things are in the folder
  /// @throws IOException if it is no folder, or may not be written
  public static void requireFree(Path folder) throws IOException {
    OutputFile.requireGiven(folder);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    OutputFile.requireWritable(folder);
    if (!Files.isDirectory(folder)) {
      return;
    }
    DraftFolder.recover(folder, PUBLISHED);
    clearEarlierDrafts(folder);
    if (!Files.exists(folder.resolve(MAP)) && !isEmpty(folder)) {
      throw new OutputException(
          folder, "holds other things and no map", "Give a new or an empty folder");
    }
    for (Map.Entry<String, Pattern> each : STARTS.entrySet()) {
      new OutputFile(folder.resolve(each.getKey()), "a file of a map", each.getValue())
          .requireOurs();
    }
  }

  /// Requires that none of a map's files, nor their folder, is among what is read.
  ///
  /// @throws org.papermap.files.OutputFile.OutputException if one is
  public static void requireApart(Path folder, Inputs inputs) throws IOException {
    inputs.requireApart(folder, FILES);
  }

  /// Earlier versions left such folders when they were killed, with nothing but a map's files.
  private static void clearEarlierDrafts(Path folder) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, ".draft.[0-9]*")) {
      for (Path draft : drafts) {
        for (String name : FILES) {
          Files.deleteIfExists(draft.resolve(name));
        }
        if (Files.isDirectory(draft) && isEmpty(draft)) {
          Files.deleteIfExists(draft);
        }
      }
    } catch (DirectoryNotEmptyException _) {
      // Somebody keeps other things in it.
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(it -> String.valueOf(it.getFileName()).startsWith("."));
    }
  }

  private static void writeInto(Path folder, MapResult result, Abstracts abstracts)
      throws IOException {
    MapDescription map = result.map().description();
    try (Background background = new Background()) {
      Background.Writing tables =
          background.beginWriting(() -> {
            NpyFile.write(folder.resolve(VECTORS), result.vectors());
            writeJson(folder.resolve(REPORT), json -> json.writePOJO(Report.of(result)));
            OutputFile.write(folder.resolve(PAPERS), out -> Tables.writePapers(map, out));
            OutputFile.write(folder.resolve(TOPICS), out -> Tables.writeTopics(map, out));
          });
      Match match = result.match();
      MapWriter.write(
          result.map(),
          folder.resolve(HTML),
          abstracts,
          folder.resolve(PICTURE),
          match == null ? "" : match.abstracts(),
          match == null ? List.of() : match.rows());
      tables.finish();
    }
    Map<String, String> hashes = new TreeMap<>();
    for (String name : FILES) {
      if (!name.equals(MAP)) {
        hashes.put(name, Sha256.hex(folder.resolve(name)));
      }
    }
    MapDocument document = MapDocument.of(result, VECTORS, hashes);
    writeJson(folder.resolve(MAP), json -> json.writePOJO(document));
  }

  /// The files of a map that are not as they were when it was made, by their names. Maps of earlier
  /// versions do not tell.
  ///
  /// @throws InputException if there is no map there
  /// @throws IOException if they cannot be read
  public static List<String> changedFiles(Path folder) throws IOException {
    recover(folder);
    List<String> changed = new ArrayList<>();
    Map<String, String> hashes = readDocument(requireMap(folder)).files();
    for (String name : FILES) {
      String hash = hashes == null ? null : hashes.get(name);
      Path file = folder.resolve(name);
      if (hash != null && !(Files.exists(file) && Sha256.hex(file).equals(hash))) {
        changed.add(name);
      }
    }
    return changed;
  }

  private static Path requireMap(Path folder) throws InputException {
    Path file = folder.resolve(MAP);
    if (!Files.exists(file)) {
      throw new InputException(
          folder + ": there is no map. Make one with 'papermap map --out " + folder + "'.");
    }
    return file;
  }

  /// Reads back what lookup needs of a map.
  ///
  /// @throws InputException if there is no map there, or its files do not belong together
  /// @throws IOException if they cannot be read
  public static SavedMap open(Path folder) throws IOException {
    recover(folder);
    Path file = requireMap(folder);
    MapDocument document = readDocument(file);
    try {
      WholeRecords.require(document);
    } catch (IllegalArgumentException e) {
      throw damaged(file, String.valueOf(e.getMessage()));
    }
    Path vectorFile = folder.resolve(VECTORS);
    if (!Files.exists(vectorFile) || !Sha256.hex(vectorFile).equals(document.vectors().sha256())) {
      throw new InputException(
          "%s: missing, or not the vectors of %s. Make the map again.".formatted(vectorFile, file));
    }
    EmbeddingMatrix vectors = NpyFile.read(vectorFile);
    if (vectors.rows() != document.papers().size()) {
      throw new InputException(
          "%s: %d vectors for %d papers. Make the map again."
              .formatted(vectorFile, vectors.rows(), document.papers().size()));
    }
    return saved(folder, document, vectors);
  }

  private static SavedMap saved(Path folder, MapDocument document, EmbeddingMatrix vectors)
      throws IOException {
    try {
      List<Paper> papers = document.papers().stream().map(MappedPaper::paper).toList();
      Map<Integer, String> topics = new HashMap<>();
      document.topics().forEach(topic -> topics.put(topic.number(), topic.name()));
      return new SavedMap(
          folder,
          document.title(),
          Corpus.of(papers),
          Corpus.of(document.papers().stream().map(it -> it.labelled(topics)).toList()),
          document.papers(),
          topics,
          SavedTopics.of(document),
          vectors,
          document.model().name(),
          document.model().identity());
    } catch (RuntimeException e) {
      // What stands in it may be of any kind, and not what its place is for.
      throw damaged(folder.resolve(MAP), String.valueOf(e.getMessage()));
    }
  }

  private static void recover(Path folder) throws IOException {
    try {
      DraftFolder.recover(folder, PUBLISHED);
    } catch (IOException _) {
      throw new InputException(
          "%s: a new map was broken off while it was put there. Let who may write there open it first."
              .formatted(folder));
    }
  }

  private static MapDocument readDocument(Path file) throws IOException {
    MapDocument document;
    try {
      document = JsonFiles.MAPPER.readValue(file, MapDocument.class);
    } catch (JacksonException e) {
      throw damaged(file, e.getOriginalMessage());
    }
    if (document == null) {
      throw damaged(file, "nothing in it");
    }
    if (document.format() != MapDocument.FORMAT) {
      throw new InputException(
          "%s: format %d, and this is Papermap %s, which reads %d. Make the map again."
              .formatted(file, document.format(), Versions.papermap(), MapDocument.FORMAT));
    }
    return document;
  }

  private static InputException damaged(Path file, String found) {
    return new InputException(
        "%s: is not a map (%s). Make the map again."
            .formatted(file, found.lines().findFirst().orElse("")));
  }

  private static void writeJson(Path file, Consumer<JsonGenerator> content) throws IOException {
    OutputFile.write(
        file,
        out -> {
          try (JsonGenerator json = JsonFiles.MAPPER.createGenerator(out)) {
            content.accept(json);
          } catch (JacksonIOException e) {
            throw e.getCause();
          }
          out.write('\n');
        });
  }
}
