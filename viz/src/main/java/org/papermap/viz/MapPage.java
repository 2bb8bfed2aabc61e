package org.papermap.viz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.map.Provenance;
import org.papermap.viz.internal.colors.Palette;
import org.papermap.viz.internal.page.Columns;
import org.papermap.viz.internal.page.Gzip;
import org.papermap.viz.internal.page.PaperTexts;
import org.papermap.viz.internal.page.WholeRecords;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A map's HTML file read back: what it was made from, and the papers in it.
public final class MapPage {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /// The part of the page's description that is read back.
  private record Described(
      String title,
      int papers,
      double neighborsKept,
      double trustworthiness,
      @Nullable Long firstDay,
      List<Columns.Column> columns,
      List<String> texts,
      List<Named> topics,
      List<Named> subtopics,
      List<Grouped> areas,
      List<Named> themes,
      Provenance provenance) {}

  private record Named(String name, int papers, @Nullable Shade tone) {
    int hue() {
      return tone == null ? -1 : Palette.hue(tone.light());
    }
  }

  private record Shade(String light) {}

  private record Grouped(String name, List<Integer> topics) {}

  private final Described described;
  private final boolean hasAbstracts;
  private final List<Entry> entries;
  private final List<Group> topics;

  private MapPage(
      Described described, boolean hasAbstracts, List<Entry> entries, List<Group> topics) {
    this.described = described;
    this.hasAbstracts = hasAbstracts;
    this.topics = List.copyOf(topics);
    this.entries = List.copyOf(entries);
  }

  /// A paper as the page shows it.
  ///
  /// @param abstractText empty where the file carries none
  /// @param url empty where there is none
  /// @param x place on the map, to the right, in [0, 1]
  /// @param y upwards
  /// @param topic the name of its topic, empty where it has none
  /// @param subtopic the name of its sub-topic, empty where it has none
  /// @param themes the names of its themes, strongest first
  /// @param neighborsKept the share of its nearest papers that are also nearest on the map
  public record Entry(
      String id,
      String title,
      List<String> authors,
      @Nullable LocalDate date,
      String url,
      String abstractText,
      double x,
      double y,
      String topic,
      String subtopic,
      List<String> themes,
      double neighborsKept,
      Map<String, String> extra) {
    public Entry {
      authors = List.copyOf(authors);
      themes = List.copyOf(themes);
    }
  }

  /// A topic or an area.
  ///
  /// @param rows of its papers, ascending
  /// @param hue its place among the hues that maps give to topics; −1 where it is none of them, as
  ///   that of an area
  public record Group(String name, List<Integer> rows, int hue) {
    public Group {
      rows = List.copyOf(rows);
    }

    /// The number of its papers.
    public int papers() {
      return rows.size();
    }
  }

  /// Reads a file that [MapWriter] wrote.
  ///
  /// @throws MapPageException if it is another file, or one that was cut off or changed
  /// @throws IOException if it cannot be read
  public static MapPage read(Path file) throws IOException {
    // Bytes that are no UTF-8 are no reason to fail: whatever is not a map is told so below.
    String page = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    if (!page.contains("<meta name=\"generator\" content=\"Papermap\">")) {
      throw new MapPageException(file + ": is no map. Give a map.html that papermap made.");
    }
    try {
      return of(page);
    } catch (IOException | RuntimeException e) {
      // What stands in it may be of any kind, and not what its place is for.
      throw new MapPageException(
          file + ": is damaged or was cut off, or another version made it. Get or make it again.",
          e);
    }
  }

  private static MapPage of(String page) throws IOException {
    Described described =
        WholeRecords.require(JSON.readValue(element(page, "meta"), Described.class));
    Numbers numbers = new Numbers(described, Gzip.unpack(element(page, "columns")));
    Texts texts = new Texts(described, element(page, "papers").split("\n"));
    List<String> abstracts = abstracts(element(page, "abstracts"), described.papers());
    List<Entry> entries = new ArrayList<>();
    for (int row = 0; row < described.papers(); row++) {
      entries.add(
          entry(row, described, numbers, texts, abstracts.isEmpty() ? "" : abstracts.get(row)));
    }
    MapPage read =
        new MapPage(described, !abstracts.isEmpty(), entries, topics(described, numbers));
    // Now, while whatever is wrong with them is still told as damage.
    read.areas();
    return read;
  }

  private static List<Group> topics(Described described, Numbers numbers) {
    List<List<Integer>> rows = new ArrayList<>();
    described.topics().forEach(_ -> rows.add(new ArrayList<>()));
    for (int row = 0; row < described.papers(); row++) {
      int topic = numbers.at("topic", row);
      if (topic >= 0) {
        rows.get(topic).add(row);
      }
    }
    return IntStream.range(0, rows.size())
        .mapToObj(topic -> {
          Named named = described.topics().get(topic);
          return new Group(named.name(), rows.get(topic), named.hue());
        })
        .toList();
  }

  private static Entry entry(
      int row, Described described, Numbers numbers, Texts texts, String abstractText) {
    Long firstDay = described.firstDay();
    int day = firstDay == null ? 0 : numbers.at("day", row);
    String id = texts.string("id", row);
    return new Entry(
        id,
        texts.string("title", row),
        texts.string("authors", row).lines().toList(),
        firstDay == null || day < firstDay ? null : LocalDate.ofEpochDay(day),
        texts.string("url", row).replace(String.valueOf(PaperTexts.ID_IN_URL), id),
        abstractText,
        numbers.scaled("x", row),
        numbers.scaled("y", row),
        name(described.topics(), numbers.at("topic", row)),
        name(described.subtopics(), numbers.at("subtopic", row)),
        texts.themes(row).stream().map(theme -> name(described.themes(), theme)).toList(),
        numbers.scaled("kept", row),
        texts.extra(row));
  }

  private static String name(List<Named> groups, int number) {
    return number < 0 ? "" : groups.get(number).name();
  }

  private static List<String> abstracts(String blocks, int papers) throws IOException {
    List<String> abstracts = new ArrayList<>();
    for (String block : blocks.isEmpty() ? new String[0] : blocks.split("\n")) {
      abstracts.addAll(JSON.readValue(Gzip.unpack(block), new TypeReference<List<String>>() {}));
    }
    if (!abstracts.isEmpty() && abstracts.size() != papers) {
      throw new IOException(abstracts.size() + " abstracts of " + papers + " papers");
    }
    return abstracts;
  }

  private static String element(String page, String id) throws IOException {
    String start = "id=\"" + id + "\">";
    int from = page.indexOf(start);
    int to = from < 0 ? -1 : page.indexOf("</script>", from);
    if (to < 0) {
      throw new IOException("no " + id);
    }
    return page.substring(from + start.length(), to);
  }

  private static final class Numbers {
    private final Map<String, Columns.Column> described;
    private final Map<String, int[]> values;

    Numbers(Described page, byte[] block) {
      described = new HashMap<>();
      values = new HashMap<>();
      for (Columns.Column column : page.columns()) {
        described.put(column.name(), column);
        values.put(column.name(), Columns.read(column, block));
      }
    }

    int at(String name, int row) {
      return Objects.requireNonNull(values.get(name), name)[row];
    }

    double scaled(String name, int row) {
      return (double) at(name, row) / Objects.requireNonNull(described.get(name), name).scale();
    }
  }

  private static final class Texts {
    private final Map<String, List<Object>> fields = new HashMap<>();

    Texts(Described page, String[] packed) throws IOException {
      for (int i = 0; i < page.texts().size(); i++) {
        List<Object> values =
            JSON.readValue(Gzip.unpack(packed[i]), new TypeReference<List<Object>>() {});
        if (values.size() != page.papers()) {
          throw new IOException(page.texts().get(i) + " of " + values.size() + " papers");
        }
        fields.put(page.texts().get(i), values);
      }
    }

    String string(String field, int row) {
      List<Object> values = fields.get(field);
      return values == null ? "" : (String) values.get(row);
    }

    @SuppressWarnings("unchecked") // The page's own form; another is caught where it is used.
    Map<String, String> extra(int row) {
      List<Object> values = fields.get("extra");
      return values == null ? Map.of() : (Map<String, String>) values.get(row);
    }

    @SuppressWarnings("unchecked")
    List<Integer> themes(int row) {
      List<Object> values = fields.get("themes");
      return values == null ? List.of() : (List<Integer>) values.get(row);
    }
  }

  /// The map's title.
  public String title() {
    return described.title();
  }

  /// What the map was made from.
  public Provenance provenance() {
    return described.provenance();
  }

  /// All papers, in the order of the corpus.
  public List<Entry> papers() {
    return entries;
  }

  /// The topics, largest first.
  public List<Group> topics() {
    return topics;
  }

  /// The groups of topics, largest first; maybe none.
  public List<Group> areas() {
    return described.areas().stream()
        .map(area ->
            new Group(
                area.name(),
                area.topics().stream()
                    .flatMap(topic -> topics.get(topic).rows().stream())
                    .sorted()
                    .toList(),
                -1))
        .toList();
  }

  /// Whether the file carries abstracts.
  public boolean hasAbstracts() {
    return hasAbstracts;
  }

  /// The mean share of a paper's nearest papers that are also nearest on the map, in [0, 1].
  public double neighborsKept() {
    return described.neighborsKept();
  }

  /// See [org.papermap.layout.LayoutQuality#trustworthiness()].
  public double trustworthiness() {
    return described.trustworthiness();
  }
}
