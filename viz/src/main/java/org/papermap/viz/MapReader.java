package org.papermap.viz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.files.InputException;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory;
import org.papermap.map.MappedPaper;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.viz.PageColumns.Numbers;
import org.papermap.viz.PageColumns.Texts;
import org.papermap.viz.internal.colors.Color;
import org.papermap.viz.internal.page.AbstractsPayload;
import org.papermap.viz.internal.page.Columns;
import org.papermap.viz.internal.page.PaperTexts;
import org.papermap.viz.internal.page.Payload;
import org.papermap.viz.internal.page.WholeRecords;
import org.papermap.viz.internal.page.WordSearchPayload;
import org.papermap.wordsearch.WordSearch;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a map's HTML file back: what it was made from, and the papers in it. Phrases of topics
/// come back without their weights (NaN), and without those in the names. The file is read once.
public final class MapReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final Pattern EARLIER_COLUMNS =
      Pattern.compile("id=\"columns\">[A-Za-z0-9+/]{0,200}[#$%()*,.:;?@\\[\\]^_{|}~]");

  private final Path file;
  private final Payload.Meta meta;
  private final Numbers numbers;
  private final Texts texts;
  private final String packedAbstracts;
  private final List<String> abstracts;
  private final @Nullable String meaning;
  private final MapDescription description;

  private MapReader(Path file, String page) throws IOException {
    this.file = file;
    meta = WholeRecords.require(JSON.readValue(element(page, "meta"), Payload.Meta.class));
    numbers = new Numbers(meta.columns(), columns(page));
    texts = new Texts(meta, element(page, "papers").split("\n"));
    packedAbstracts = element(page, "abstracts");
    abstracts = abstracts(packedAbstracts, meta.papers());
    meaning = optional(page, "meaning");
    description = describe();
  }

  /// Reads a file that [MapWriter] wrote.
  ///
  /// @throws MapPageException if it is another file, or one that was cut off or changed
  /// @throws IOException if it cannot be read
  public static MapDescription read(Path file) throws IOException {
    return of(file, Files.readAllBytes(file)).description();
  }

  /// Reads a file that [MapWriter] wrote, for those who ask for more than its description.
  ///
  /// @param file where the page is from, for messages
  /// @param bytes all that is in it
  /// @throws MapPageException if it is another file, or one that was cut off or changed
  public static MapReader of(Path file, byte[] bytes) throws MapPageException {
    // Bytes that are no UTF-8 do not fail here: that the file is no map is told below.
    String page = new String(bytes, StandardCharsets.UTF_8);
    if (!page.contains("<meta name=\"generator\" content=\"Papermap\">")) {
      throw new MapPageException(
          file + ": is not a map. Give a map.html that papermap made.", null);
    }
    requireBase64(file, page);
    try {
      return new MapReader(file, page);
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  /// What the page tells of the map.
  public MapDescription description() {
    return description;
  }

  /// The nearest papers of each paper, nearest first, as rows of the page: as many as its neighbor
  /// graph has, or fewer on a page of very many papers or of an earlier version.
  ///
  /// @throws MapPageException if the page is damaged
  public int[][] neighbors() throws MapPageException {
    try {
      int further = numbers.has("further") ? numbers.length("further") / meta.papers() : 0;
      int[][] neighbors = new int[meta.papers()][meta.neighbors() + further];
      for (int row = 0; row < neighbors.length; row++) {
        for (int rank = 0; rank < neighbors[row].length; rank++) {
          neighbors[row][rank] =
              rank < meta.neighbors()
                  ? numbers.at("neighbor", rank * meta.papers() + row)
                  : numbers.at("further", (rank - meta.neighbors()) * meta.papers() + row);
        }
      }
      return neighbors;
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  /// The search by meaning that the page carries, if it has one.
  ///
  /// @throws MapPageException if the page is damaged
  public Optional<WordSearch> wordSearch() throws MapPageException {
    try {
      if (meaning == null) {
        throw new IOException("no meaning");
      }
      return WordSearchPayload.read(meaning);
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  /// The abstracts as they stand on the page, which [MapWriter] may take over.
  public String packedAbstracts() {
    return packedAbstracts;
  }

  /// The first pages were packed in base 85, whose letters base 64 has not.
  private static void requireBase64(Path file, String page) throws MapPageException {
    if (EARLIER_COLUMNS.matcher(page).find()) {
      throw new MapPageException(
          file
              + ": an earlier version packed it, and such pages are no longer read. Make the map"
              + " anew from its papers, or from the papers.csv beside it.",
          null);
    }
  }

  private static MapPageException damaged(Path file, Exception cause) {
    return new MapPageException(
        file + ": is damaged or was cut off, or another version made it. Get or make it again.",
        cause);
  }

  private static String element(String page, String id) throws IOException {
    String element = optional(page, id);
    if (element == null) {
      throw new IOException("no " + id);
    }
    return element;
  }

  private static @Nullable String optional(String page, String id) {
    String start = "id=\"" + id + "\">";
    int from = page.indexOf(start);
    int to = from < 0 ? -1 : page.indexOf("</script>", from);
    return to < 0 ? null : page.substring(from + start.length(), to);
  }

  private static byte[] columns(String page) throws IOException {
    // Earlier pages had all columns in one block.
    String picture = page.contains("id=\"picture\">") ? element(page, "picture") : "";
    return Columns.block(picture, element(page, "columns"));
  }

  private static List<String> abstracts(String packed, int papers) throws IOException {
    List<String> abstracts = AbstractsPayload.read(packed);
    if (!abstracts.isEmpty() && abstracts.size() != papers) {
      throw new IOException(abstracts.size() + " abstracts of " + papers + " papers");
    }
    return abstracts;
  }

  private MapDescription describe() {
    List<Topic> topics = topics();
    MapHistory history = history(topics);
    Map<Integer, Integer> hues = new HashMap<>();
    for (int topic = 0; topic < topics.size(); topic++) {
      hues.put(topic, Color.of(meta.topics().get(topic).tone().light()).rgb());
    }
    return new MapDescription(
        meta.title(),
        meta.provenance(),
        quality(),
        IntStream.range(0, meta.papers()).mapToObj(row -> paper(row, history)).toList(),
        areas(topics),
        topics,
        hues,
        history);
  }

  /// Pages of earlier versions have none: such a map counts as the first, of its newest paper's
  /// day.
  private MapHistory history(List<Topic> topics) {
    MapHistory history = meta.history();
    if (history != null) {
      if (history.topics().size() < topics.size()) {
        throw new IllegalArgumentException("topics without a history");
      }
      return history;
    }
    LocalDate newest =
        IntStream.range(0, meta.papers())
            .mapToObj(this::day)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return MapHistory.first(newest, meta.papers(), topics, quality());
  }

  private MapDescription.Quality quality() {
    return new MapDescription.Quality(
        meta.neighborsKept(), meta.trustworthiness(), meta.continuity());
  }

  private List<Topic> topics() {
    List<List<Topic>> finer = new ArrayList<>();
    meta.topics().forEach(_ -> finer.add(new ArrayList<>()));
    List<List<Integer>> rows = rows("subtopic", meta.subtopics().size());
    for (int i = 0; i < rows.size(); i++) {
      Payload.Group group = meta.subtopics().get(i);
      finer.get(group.parent()).add(topic(i, group, rows.get(i), List.of()));
    }
    List<List<Integer>> papers = rows("topic", meta.topics().size());
    return IntStream.range(0, papers.size())
        .mapToObj(i -> topic(i, meta.topics().get(i), papers.get(i), finer.get(i)))
        .toList();
  }

  /// The papers of each group, ascending.
  private List<List<Integer>> rows(String column, int groups) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      rows.add(new ArrayList<>());
    }
    for (int row = 0; row < meta.papers(); row++) {
      int group = numbers.at(column, row);
      if (group >= 0) {
        rows.get(group).add(row);
      }
    }
    return rows;
  }

  private static Topic topic(
      int number, Payload.Group group, List<Integer> rows, List<Topic> subtopics) {
    return new Topic(
        number,
        group.name(),
        phrases(group.terms()),
        rows,
        group.exemplars(),
        subtopics,
        new NameEvidence(
            NameSource.valueOf(group.source().toUpperCase(Locale.ROOT)),
            List.of(),
            phrases(group.runnersUp())),
        new LabelQuality(group.coherence(), group.diversity()));
  }

  private static List<Keyphrase> phrases(List<Payload.Term> terms) {
    return terms.stream()
        .map(it -> new Keyphrase(it.text(), Double.NaN, it.papers(), it.elsewhere()))
        .toList();
  }

  private List<Topic> areas(List<Topic> topics) {
    return IntStream.range(0, meta.areas().size())
        .mapToObj(i -> {
          Payload.Area area = meta.areas().get(i);
          List<Topic> own = area.topics().stream().map(topics::get).toList();
          return new Topic(
              i,
              area.name(),
              List.of(),
              own.stream().flatMap(topic -> topic.papers().stream()).sorted().toList(),
              List.of(),
              own,
              new NameEvidence(NameSource.PHRASES, List.of(), List.of()),
              new LabelQuality(Double.NaN, Double.NaN));
        })
        .toList();
  }

  private MappedPaper paper(int row, MapHistory history) {
    int edition = numbers.has("edition") ? numbers.at("edition", row) : 1;
    String id = texts.string("id", row);
    String url = texts.string("url", row).replace(String.valueOf(PaperTexts.ID_IN_URL), id);
    Map<String, Double> similarities = new TreeMap<>();
    for (int theme = 0; theme < meta.themes().size(); theme++) {
      similarities.put(
          meta.themes().get(theme).name(),
          numbers.scaled("similarity", theme * meta.papers() + row));
    }
    return new MappedPaper(
        id,
        texts.string("title", row),
        abstracts.isEmpty() ? "" : abstracts.get(row),
        texts.string("authors", row).lines().toList(),
        day(row),
        url.isEmpty() ? null : URI.create(url),
        texts.extra(row),
        (float) numbers.scaled("x", row),
        (float) numbers.scaled("y", row),
        group("topic", row),
        group("subtopic", row),
        numbers.scaled("kept", row),
        texts.themes(row).stream().map(theme -> meta.themes().get(theme).name()).toList(),
        similarities,
        edition,
        history.editions().get(edition - 1).day());
  }

  private @Nullable LocalDate day(int row) {
    Long first = meta.firstDay();
    return first == null || numbers.at("day", row) < first
        ? null
        : LocalDate.ofEpochDay(numbers.at("day", row));
  }

  private @Nullable Integer group(String column, int row) {
    return numbers.at(column, row) < 0 ? null : Integer.valueOf(numbers.at(column, row));
  }

  /// A file that should be a map and is not, or not a whole one.
  public static final class MapPageException extends InputException {
    private static final long serialVersionUID = 1;

    MapPageException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
