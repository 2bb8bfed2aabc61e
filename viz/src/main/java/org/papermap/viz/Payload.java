package org.papermap.viz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;
import org.papermap.topic.Keyphrase;
import org.papermap.topic.Theme;
import org.papermap.topic.Topic;
import tools.jackson.databind.json.JsonMapper;

/// What the page knows, as the texts that stand in the file: the map's description as JSON, and the
/// papers' numbers, facts and abstracts packed.
///
/// @param meta JSON in which no `<` and no line separator is left, so that it can stand in a script
///   element
/// @param columns the papers' numbers, see [Columns]
/// @param papers the papers' words: packed JSON arrays, one a field and a line, in the order that
///   the description gives
/// @param abstracts packed JSON arrays of [#BLOCK] abstracts each, one a line; empty where the file
///   carries none
record Payload(String meta, String columns, String papers, String abstracts) {
  /// Abstracts are unpacked a block at a time, when a reader opens a paper of it.
  static final int BLOCK = 256;

  /// Places are whole steps of this part of the map, as [Layout][org.papermap.layout.Layout] gives
  /// them.
  static final int PLACE_SCALE = 65536;

  /// Nearest papers that the page lists for each paper.
  private static final int MOST_NEIGHBORS = 10;

  /// Above this many papers, neighbors would be most of the file.
  private static final int MANY_PAPERS = 20_000;

  private static final int NEIGHBORS_OF_MANY = 8;

  /// Cosines of many papers are kept in two-hundredths: the page shows two digits.
  private static final int COSINE_SCALE_OF_MANY = 200;

  /// Outline coordinates are in steps of a 4096th of the map, a quarter of a pixel on a screen.
  private static final int OUTLINE_SCALE = 4096;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Meta(
      String title,
      int papers,
      int neighbors,
      int keptOf,
      int block,
      double neighborsKept,
      double trustworthiness,
      @Nullable Long firstDay,
      List<Columns.Column> columns,
      List<String> texts,
      List<Group> topics,
      List<Group> subtopics,
      List<Subject> themes,
      List<Tone> tones,
      int outlineScale,
      Provenance provenance) {}

  /// A topic or, with a parent, a sub-topic.
  record Group(
      int parent,
      String name,
      int papers,
      List<String> terms,
      List<Integer> exemplars,
      double x,
      double y,
      double[] box,
      Tone tone,
      List<int[]> outer,
      List<int[]> core) {}

  record Subject(String name, List<String> phrases, Tone tone) {}

  static Payload of(PaperMap map, Abstracts kept) {
    List<TopicShape> shapes =
        map.topics().stream()
            .parallel()
            .map(topic -> TopicShape.of(map.layout(), topic.papers()))
            .toList();
    int[] hues = HueAssignment.of(shapes);
    List<Group> topics = new ArrayList<>();
    List<Group> subtopics = new ArrayList<>();
    int[] subtopicOf = new int[map.corpus().size()];
    Arrays.fill(subtopicOf, -1);
    for (int i = 0; i < map.topics().size(); i++) {
      Topic topic = map.topics().get(i);
      Tone tone = Palette.tone(hues[i]);
      topics.add(group(-1, topic, shapes.get(i), tone, true));
      for (Topic finer : topic.subtopics()) {
        finer.papers().forEach(row -> subtopicOf[row] = subtopics.size());
        TopicShape shape = TopicShape.of(map.layout(), finer.papers());
        subtopics.add(group(i, finer, shape, tone, false));
      }
    }
    Columns columns = columns(map, subtopicOf);
    List<PaperTexts> texts = PaperTexts.of(map);
    Meta meta =
        new Meta(
            map.title(),
            map.corpus().size(),
            neighbors(map),
            map.neighbors().k(),
            BLOCK,
            map.layoutQuality().neighborsKept(),
            map.layoutQuality().trustworthiness(),
            firstDay(map.corpus().papers()),
            columns.description(),
            texts.stream().map(PaperTexts::field).toList(),
            topics,
            subtopics,
            subjects(map),
            Palette.tones(Palette.size()),
            OUTLINE_SCALE,
            map.provenance());
    return new Payload(
        inert(JSON.writeValueAsString(meta)),
        Gzip.pack(columns.bytes()),
        packed(texts),
        kept.areKeptOf(map.corpus().size()) ? abstracts(map.corpus().papers()) : "");
  }

  private static Group group(
      int parent, Topic topic, TopicShape shape, Tone tone, boolean outlined) {
    return new Group(
        parent,
        topic.name(),
        topic.papers().size(),
        topic.keyphrases().stream().map(Keyphrase::text).toList(),
        topic.exemplars(),
        rounded(shape.x()),
        rounded(shape.y()),
        Arrays.stream(shape.box()).map(Payload::rounded).toArray(),
        tone,
        outlined ? scaled(shape.outer()) : List.of(),
        outlined ? scaled(shape.core()) : List.of());
  }

  private static List<int[]> scaled(List<Ring> rings) {
    return rings.stream().map(ring -> ring.scaled(OUTLINE_SCALE)).toList();
  }

  private static double rounded(double place) {
    return Math.rint(place * OUTLINE_SCALE) / OUTLINE_SCALE;
  }

  private static List<Subject> subjects(PaperMap map) {
    List<Theme> themes = map.themes().themes();
    List<Tone> tones = Palette.tones(themes.size());
    return IntStream.range(0, themes.size())
        .mapToObj(i -> new Subject(themes.get(i).name(), themes.get(i).phrases(), tones.get(i)))
        .toList();
  }

  private static int neighbors(PaperMap map) {
    return Math.min(
        map.corpus().size() > MANY_PAPERS ? NEIGHBORS_OF_MANY : MOST_NEIGHBORS,
        map.neighbors().k());
  }

  private static Columns columns(PaperMap map, int[] subtopicOf) {
    int rows = map.corpus().size();
    int k = neighbors(map);
    int themes = map.themes().themes().size();
    int cosineScale = rows > MANY_PAPERS ? COSINE_SCALE_OF_MANY : Columns.SCALE;
    Columns columns = new Columns();
    columns.steps("x", rows, PLACE_SCALE, row -> map.layout().x(row));
    columns.steps("y", rows, PLACE_SCALE, row -> map.layout().y(row));
    columns.integers("topic", rows, row -> map.tree().topics().label(row));
    columns.integers("subtopic", rows, row -> subtopicOf[row]);
    days(map.corpus().papers(), columns);
    columns.steps("kept", rows, Columns.SCALE, row -> map.layoutQuality().neighborsKept(row));
    // Rank by rank: cosines of one rank are alike, and fall little from one to the next.
    columns.integers("neighbor", rows * k, i -> map.neighbors().neighbor(i % rows, i / rows));
    columns.series(
        "cosine", rows * k, rows, cosineScale, i -> map.neighbors().cosine(i % rows, i / rows));
    columns.steps(
        "likeness",
        rows * themes,
        Columns.SCALE,
        i -> Math.clamp(map.themes().similarity(i % rows, i / rows), -1, 1));
    return columns;
  }

  /// Of 1970 on; nothing where no paper has a date.
  private static @Nullable Long firstDay(List<Paper> papers) {
    return papers.stream()
        .map(Paper::date)
        .filter(Objects::nonNull)
        .map(LocalDate::toEpochDay)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Days since 1970; a paper without a date has the one before the first.
  private static void days(List<Paper> papers, Columns columns) {
    Long first = firstDay(papers);
    if (first != null) {
      columns.integers(
          "day",
          papers.size(),
          row -> {
            LocalDate date = papers.get(row).date();
            return Math.toIntExact(date == null ? first - 1 : date.toEpochDay());
          });
    }
  }

  private static String packed(List<PaperTexts> texts) {
    return texts.stream()
        .parallel()
        .map(PaperTexts::values)
        .map(Gzip::packJson)
        .collect(Collectors.joining("\n"));
  }

  private static String abstracts(List<Paper> papers) {
    return IntStream.range(0, Math.ceilDiv(papers.size(), BLOCK))
        .parallel()
        .mapToObj(i -> papers.subList(i * BLOCK, Math.min(papers.size(), (i + 1) * BLOCK)))
        .map(block -> Gzip.packJson(block.stream().map(Paper::abstractText).toList()))
        .collect(Collectors.joining("\n"));
  }

  /// The same JSON in a form that cannot end a script element or a line of script.
  private static String inert(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
