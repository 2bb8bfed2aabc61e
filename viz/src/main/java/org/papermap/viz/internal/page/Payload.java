package org.papermap.viz.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.map.MapHistory;
import org.papermap.map.PaperMap;
import org.papermap.map.Provenance;
import org.papermap.map.internal.Decimals;
import org.papermap.theme.Theme;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.viz.internal.colors.Tone;
import org.papermap.viz.internal.labels.LabelKind;
import org.papermap.viz.internal.labels.MapDrawing;
import org.papermap.viz.internal.labels.MapLabel;
import org.papermap.viz.internal.labels.MapLabels;
import org.papermap.viz.internal.labels.TitleLabels;
import org.papermap.viz.internal.shapes.MapShapes;
import org.papermap.viz.internal.shapes.TopicShape;
import tools.jackson.databind.json.JsonMapper;

/// What the page knows, as the texts that stand in the file: the map's description as JSON, and the
/// papers' numbers, facts and abstracts packed.
///
/// @param meta JSON without `<` and line separators, so that it can stand in a script element
/// @param picture those of the papers' numbers that the first picture needs, see [Columns]
/// @param columns all others
/// @param papers the papers' words: packed JSON arrays, one a field and a line, in the order that
///   the description gives
/// @param abstracts see [AbstractsPayload]; empty where the file carries none
/// @param meaning the search by meaning, see [WordSearchPayload]; empty where the map has none
public record Payload(
    String meta, String picture, String columns, String papers, String abstracts, String meaning) {
  /// Abstracts are unpacked a block at a time, when a reader opens a paper of it. The most of one.
  static final int BLOCK = 256;

  /// Places of topics are in steps of a 4096th of the map, a quarter of a pixel on a screen.
  private static final int SHAPE_SCALE = 4096;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A field of more different names than this gives no colours, see `js/fields.js`.
  private static final int MOST_NAMES = 20;

  public record Meta(
      String title,
      int papers,
      int neighbors,
      int keptOf,
      double neighborsKept,
      double trustworthiness,
      double continuity,
      @Nullable Long firstDay,
      List<Columns.Column> columns,
      List<String> texts,
      List<Group> topics,
      List<Group> subtopics,
      List<Area> areas,
      LabelQuality labelQuality,
      List<Label> labels,
      Map<String, Style> styles,
      TitlePlaces titles,
      double topicsFrom,
      @Nullable String sizeBy,
      List<Subject> themes,
      List<Tone> tones,
      Provenance provenance,
      @Nullable MapHistory history) {}

  /// A topic or, with a parent, a sub-topic.
  ///
  /// @param stability how well it comes back when a part of the papers is clustered anew, in [0,
  ///   1]; null where that was not measured, as of sub-topics
  /// @param unstable whether it comes back too seldom to be relied upon
  public record Group(
      int parent,
      String name,
      int papers,
      List<Term> terms,
      List<Integer> exemplars,
      List<Term> runnersUp,
      String source,
      double coherence,
      double diversity,
      @Nullable Double stability,
      boolean unstable,
      double x,
      double y,
      Tone tone) {}

  /// @param topics the numbers of its topics
  public record Area(String name, int papers, List<Integer> topics) {
    static Area of(Topic area) {
      return new Area(
          area.name(), area.papers().size(), area.subtopics().stream().map(Topic::number).toList());
    }
  }

  /// A phrase, and how many papers of the topic and of all others have it.
  public record Term(String text, int papers, int elsewhere) {
    static Term of(Keyphrase phrase) {
      return new Term(phrase.text(), phrase.papers(), phrase.elsewhere());
    }
  }

  /// A label as [MapLabel] tells it; `to` is null where it has no end.
  public record Label(
      String kind,
      int number,
      List<String> lines,
      double size,
      double x,
      double y,
      double dx,
      double dy,
      double width,
      double height,
      double from,
      @Nullable Double to) {
    static Label of(MapLabel label) {
      return new Label(
          label.kind().name().toLowerCase(Locale.ROOT),
          label.number(),
          label.text().lines(),
          label.text().size(),
          // Places are told exactly: a label that is moved might meet another.
          label.box().x(),
          label.box().y(),
          label.box().dx(),
          label.box().dy(),
          label.box().width(),
          label.box().height(),
          label.from(),
          Double.isFinite(label.to()) ? label.to() : null);
    }
  }

  /// How a kind of label is set, in pixels.
  public record Style(double size, int weight, double leading, double haloWidth) {
    static Map<String, Style> all() {
      Map<String, Style> styles = new LinkedHashMap<>();
      for (LabelKind kind : LabelKind.values()) {
        styles.put(
            kind.name().toLowerCase(Locale.ROOT),
            new Style(kind.size, kind.weight, kind.leading, kind.halo));
      }
      return styles;
    }
  }

  /// What the codes of titles are made of, see [TitleLabels#codes()].
  public record TitlePlaces(double least, int steps) {}

  public record Subject(String name, List<String> phrases, Tone tone) {}

  /// @param earlier the abstracts of the page that the map grew from, or nothing
  /// @param rows of each paper its row on that page, or −1
  public static Payload of(
      MapDrawing drawing, boolean withAbstracts, String earlier, List<Integer> rows) {
    PaperMap map = drawing.map();
    MapShapes shapes = drawing.shapes();
    TitleLabels titles = TitleLabels.of(map, drawing.labels(), drawing.importance());
    List<Group> topics = new ArrayList<>();
    List<Group> subtopics = new ArrayList<>();
    int[] subtopicOf = new int[map.corpus().size()];
    Arrays.fill(subtopicOf, -1);
    for (int i = 0; i < map.topics().size(); i++) {
      Topic topic = map.topics().get(i);
      Tone tone = drawing.tones().get(i);
      topics.add(group(-1, topic, map.clusteringQuality(), shapes.topics().get(i), tone));
      for (int j = 0; j < topic.subtopics().size(); j++) {
        Topic finer = topic.subtopics().get(j);
        finer.papers().forEach(row -> subtopicOf[row] = subtopics.size());
        subtopics.add(group(i, finer, null, shapes.subtopics().get(i).get(j), tone));
      }
    }
    Columns columns = PaperColumns.of(map, subtopicOf, titles, drawing.importance());
    List<PaperTexts> texts = PaperTexts.of(map);
    Meta meta =
        new Meta(
            map.title(),
            map.corpus().size(),
            PaperColumns.neighbors(map),
            map.neighbors().k(),
            map.layoutQuality().neighborsKept(),
            map.layoutQuality().trustworthiness(),
            map.layoutQuality().continuity(),
            PaperColumns.firstDay(map.corpus().papers()),
            columns.description(),
            texts.stream().map(PaperTexts::field).toList(),
            topics,
            subtopics,
            map.areas().stream().map(Area::of).toList(),
            map.named().quality(),
            drawing.labels().stream().map(Label::of).toList(),
            Style.all(),
            new TitlePlaces(titles.least(), TitleLabels.STEPS),
            MapLabels.topicsFrom(map),
            drawing.importance().field().isEmpty() ? null : drawing.importance().field(),
            subjects(map),
            Tone.ofCategories(MOST_NAMES),
            map.provenance(),
            map.history());
    return new Payload(
        PageTemplate.inert(JSON.writeValueAsString(meta)),
        columns.picture(),
        columns.further(),
        packed(texts, map.corpus().size()),
        withAbstracts ? AbstractsPayload.of(map.corpus().papers(), earlier, rows) : "",
        map.wordSearch() == null ? "" : WordSearchPayload.of(map.wordSearch()));
  }

  private static Group group(
      int parent, Topic topic, @Nullable ClusteringQuality quality, TopicShape shape, Tone tone) {
    return new Group(
        parent,
        topic.name(),
        topic.papers().size(),
        topic.keyphrases().stream().map(Term::of).toList(),
        topic.exemplars(),
        topic.evidence().runnersUp().stream().map(Term::of).toList(),
        topic.evidence().source().name().toLowerCase(Locale.ROOT),
        Decimals.rounded(topic.quality().coherence()),
        Decimals.rounded(topic.quality().diversity()),
        quality == null || !quality.isStabilityMeasured()
            ? null
            : Decimals.rounded(quality.stability(topic.number())),
        quality != null && quality.isUnstable(topic.number()),
        rounded(shape.x()),
        rounded(shape.y()),
        tone);
  }

  private static double rounded(double place) {
    return Math.rint(place * SHAPE_SCALE) / SHAPE_SCALE;
  }

  private static List<Subject> subjects(PaperMap map) {
    List<Theme> themes = map.themes().themes();
    List<Tone> tones = Tone.ofCategories(themes.size());
    return IntStream.range(0, themes.size())
        .mapToObj(i -> new Subject(themes.get(i).name(), themes.get(i).phrases(), tones.get(i)))
        .toList();
  }

  private static String packed(List<PaperTexts> texts, int papers) {
    return texts.stream()
        .parallel()
        .map(it -> Gzip.packJson(0, papers, it.value()))
        .collect(Collectors.joining("\n"));
  }
}
