package org.papermap.viz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
/// @param papers for each paper a [Facts], as a packed JSON array
/// @param abstracts packed JSON arrays of [#BLOCK] abstracts each, one a line; empty where the
///   papers are so many that the file would grow beyond what can be mailed
record Payload(String meta, String columns, String papers, String abstracts) {
  /// Abstracts are unpacked a block at a time, when a reader opens a paper of it.
  static final int BLOCK = 256;

  /// A real abstract costs 0.6 kB: with this many a file has about 13 MB.
  static final int MOST_ABSTRACTS = 20_000;

  /// Nearest papers that the page lists for each paper.
  private static final int MOST_NEIGHBORS = 10;

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
      List<Columns.Column> columns,
      List<Group> topics,
      List<Group> subtopics,
      List<Subject> themes,
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

  /// The paper's own words, and its themes, strongest first.
  record Facts(
      String id,
      String title,
      List<String> authors,
      String date,
      String url,
      List<Integer> themes,
      Map<String, String> extra) {}

  static Payload of(PaperMap map) {
    List<TopicShape> shapes =
        map.topics().stream().map(topic -> TopicShape.of(map.layout(), topic.papers())).toList();
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
    Meta meta =
        new Meta(
            map.title(),
            map.corpus().size(),
            neighbors(map),
            map.neighbors().k(),
            BLOCK,
            map.layoutQuality().neighborsKept(),
            columns.description(),
            topics,
            subtopics,
            subjects(map),
            OUTLINE_SCALE,
            map.provenance());
    return new Payload(
        inert(JSON.writeValueAsString(meta)),
        Gzip.pack(columns.bytes()),
        Gzip.pack(JSON.writeValueAsString(facts(map))),
        abstracts(map.corpus().papers()));
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
    return Math.min(MOST_NEIGHBORS, map.neighbors().k());
  }

  private static Columns columns(PaperMap map, int[] subtopicOf) {
    int rows = map.corpus().size();
    int k = neighbors(map);
    int themes = map.themes().themes().size();
    Columns columns = new Columns();
    columns.floats("x", rows, row -> map.layout().x(row));
    columns.floats("y", rows, row -> map.layout().y(row));
    columns.integers("topic", rows, row -> map.tree().topics().label(row));
    columns.integers("subtopic", rows, row -> subtopicOf[row]);
    columns.integers("neighbor", rows * k, i -> map.neighbors().neighbor(i / k, i % k));
    columns.shares("cosine", rows * k, i -> map.neighbors().cosine(i / k, i % k));
    columns.shares("kept", rows, row -> map.layoutQuality().neighborsKept(row));
    columns.shares("likeness", rows * themes, i -> map.themes().similarity(i / themes, i % themes));
    return columns;
  }

  private static List<Facts> facts(PaperMap map) {
    return IntStream.range(0, map.corpus().size())
        .mapToObj(row -> facts(map.corpus().paper(row), map.themes().themesOf(row)))
        .toList();
  }

  private static Facts facts(Paper paper, List<Integer> themes) {
    return new Facts(
        paper.id(),
        paper.title(),
        paper.authors(),
        paper.date() == null ? "" : paper.date().toString(),
        paper.url() == null ? "" : paper.url().toString(),
        themes,
        paper.extra());
  }

  private static String abstracts(List<Paper> papers) {
    if (papers.size() > MOST_ABSTRACTS) {
      return "";
    }
    List<String> blocks = new ArrayList<>();
    for (int from = 0; from < papers.size(); from += BLOCK) {
      List<Paper> block = papers.subList(from, Math.min(papers.size(), from + BLOCK));
      List<String> texts = block.stream().map(Paper::abstractText).toList();
      blocks.add(Gzip.pack(JSON.writeValueAsString(texts)));
    }
    return String.join("\n", blocks);
  }

  /// The same JSON in a form that cannot end a script element or a line of script.
  private static String inert(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
