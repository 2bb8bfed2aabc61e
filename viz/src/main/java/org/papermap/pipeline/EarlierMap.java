package org.papermap.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.papermap.cluster.Clustering.EarlierTopics;
import org.papermap.corpus.Corpus;
import org.papermap.files.InputException;
import org.papermap.files.Sha256;
import org.papermap.layout.Layout;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.changes.SamePapers;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.NameSource;
import org.papermap.viz.MapReader;
import org.papermap.wordsearch.WordSearch;

/// A map that another grows from: where its papers lay, and what its topics were called and
/// coloured. For which papers are the same see [SamePapers]. Immutable.
public final class EarlierMap {
  private static final String PAGE = "map.html";

  /// Fewer papers in common do not tell how the earlier map was turned.
  private static final int FEWEST_SHARED = 3;

  /// The least share of the smaller map's papers that both maps have: with fewer the maps have
  /// nothing to do with each other.
  private static final double LEAST_SHARED = 0.1;

  private final Path file;
  private final MapReader page;
  private final String sha256;
  private final Layout layout;
  private final MapDescription map;

  private EarlierMap(Path file, MapReader page, String sha256) {
    this.file = file;
    this.page = page;
    this.sha256 = sha256;
    this.map = page.description();
    double[] places = new double[2 * map.papers().size()];
    for (int row = 0; row < map.papers().size(); row++) {
      MappedPaper paper = map.papers().get(row);
      places[2 * row] = paper.x();
      places[2 * row + 1] = paper.y();
    }
    this.layout = Layout.within(places);
  }

  /// Reads a map's page.
  ///
  /// @param path the page, or the folder that it is in as `map.html`
  /// @throws org.papermap.viz.MapReader.MapPageException if it is another file, or damaged
  /// @throws IOException if it cannot be read
  public static EarlierMap read(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(PAGE) : path;
    byte[] bytes = Files.readAllBytes(file);
    return new EarlierMap(path, MapReader.of(file, bytes), Sha256.hex(bytes));
  }

  /// Of each paper its row on this map, or −1 where it is new.
  ///
  /// @throws InputException if the map has too few of the papers to be a guide
  int[] rowsOf(Corpus corpus) throws InputException {
    int[] rows =
        SamePapers.rows(
            map.papers().stream().map(it -> new SamePapers.Named(it.id(), it.title())).toList(),
            corpus.papers().stream().map(it -> new SamePapers.Named(it.id(), it.title())).toList());
    int shared = 0;
    for (int row : rows) {
      shared += row >= 0 ? 1 : 0;
    }
    if (shared < FEWEST_SHARED
        || shared < LEAST_SHARED * Math.min(map.papers().size(), corpus.size())) {
      throw new InputException(
          ("%s: has %d of these %d papers, too few to make a map like it."
                  + " Give one of the same papers, by their ids or titles.")
              .formatted(file, shared, corpus.size()));
    }
    return rows;
  }

  /// Of each paper its nearest papers, by their rows on this map.
  int[][] neighbors() throws InputException {
    return page.neighbors();
  }

  /// The search by meaning of its page, if it has one.
  Optional<WordSearch> wordSearch() throws InputException {
    return page.wordSearch();
  }

  /// The abstracts as its page carries them.
  String packedAbstracts() {
    return page.packedAbstracts();
  }

  /// What its page tells of it.
  MapDescription map() {
    return map;
  }

  Layout layout() {
    return layout;
  }

  List<Topic> topics() {
    return map.topics();
  }

  List<Topic> areas() {
    return map.areas();
  }

  /// The groups that papers were in.
  ///
  /// @param rows of each paper its row on this map, or −1
  EarlierTopics groups(int[] rows) {
    int papers = map.papers().size();
    int[] topics = new int[papers];
    int[] subtopics = new int[papers];
    Arrays.fill(topics, EarlierTopics.NONE);
    Arrays.fill(subtopics, EarlierTopics.NONE);
    int parts = 0;
    for (Topic topic : map.topics()) {
      for (int row : topic.papers()) {
        topics[row] = topic.number();
        subtopics[row] = parts;
      }
      for (Topic part : topic.subtopics()) {
        parts++;
        for (int row : part.papers()) {
          subtopics[row] = parts;
        }
      }
      parts++;
    }
    int[] areas = new int[map.areas().isEmpty() ? 0 : map.topics().size()];
    map.areas()
        .forEach(area -> area.subtopics().forEach(topic -> areas[topic.number()] = area.number()));
    return new EarlierTopics(
        IntStream.of(rows).mapToObj(row -> row < 0 ? EarlierTopics.NEW : topics[row]).toList(),
        IntStream.of(rows).mapToObj(row -> row < 0 ? EarlierTopics.NONE : subtopics[row]).toList(),
        IntStream.of(areas).boxed().toList(),
        map.topics().stream()
            .filter(it -> it.evidence().source() == NameSource.READER)
            .map(Topic::number)
            .collect(Collectors.toSet()));
  }

  /// The colours of its topics by number, see [MapDescription#hues()].
  Map<Integer, Integer> hues() {
    return map.hues();
  }

  /// Enough to tell it from other maps.
  String identity() {
    return "sha256 " + sha256;
  }
}
