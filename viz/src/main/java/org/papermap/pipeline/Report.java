package org.papermap.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.corpus.Paper;
import org.papermap.corpus.ReadReport;
import org.papermap.embed.Truncation;
import org.papermap.layout.LayoutQuality;
import org.papermap.topic.Theme;
import org.papermap.topic.ThemeAssignment;
import org.papermap.topic.ThemeTopicTable;
import org.papermap.topic.Topic;
import org.papermap.viz.PaperMap;

/// What `report.json` holds: what was read, what was lost, how good the map is, and how to make it
/// again. It has no time and no path, so that equal runs give equal bytes.
record Report(
    String title,
    Papers papers,
    List<Input> inputs,
    List<Drop> dropped,
    List<Line> navigation,
    List<PassedOver> passedOver,
    List<Line> notes,
    Model model,
    Reading truncation,
    Quality quality,
    List<TopicFigures> topics,
    List<ThemeFigures> themes,
    List<Crossing> themesByTopic,
    List<Bridge> betweenThemes,
    Map<String, String> settings,
    Map<String, String> versions) {

  record Papers(int rows, int kept, int dropped, Map<String, Integer> droppedFor) {}

  record Input(String file, String format, String sha256, int rows, int kept) {}

  record Drop(String file, long line, String reason, String detail) {}

  record Line(String file, long line, String text) {}

  record PassedOver(String file, String why) {}

  record Model(String name, String identity, int dimension) {}

  /// How much the model read.
  record Reading(
      int maxTokens, int papersCut, double papersCutShare, long tokensCut, double tokensCutShare) {}

  record Quality(
      double topicSilhouette,
      int papersInNoTopic,
      double papersInNoTopicShare,
      double layoutTrustworthiness,
      double layoutNeighborsKept,
      int neighbors) {}

  record TopicFigures(int number, String name, int papers, double silhouette) {}

  record ThemeFigures(String name, List<String> phrases, int papers) {}

  /// How many papers of a topic belong to each theme, and to none.
  record Crossing(int topic, String name, Map<String, Integer> papers) {}

  /// A paper that belongs to two themes or more.
  record Bridge(String id, String title, List<String> themes) {}

  static Report of(MapResult result) {
    PaperMap map = result.map();
    ReadReport reading = result.reading();
    return new Report(
        map.title(),
        papers(reading),
        reading.sources().stream()
            .map(it ->
                new Input(
                    FileNames.last(it.file()), it.format(), it.sha256(), it.rows(), it.kept()))
            .toList(),
        reading.drops().stream()
            .map(it ->
                new Drop(FileNames.last(it.file()), it.line(), it.reason().words(), it.detail()))
            .toList(),
        reading.navigation().stream()
            .map(it -> new Line(FileNames.last(it.file()), it.line(), it.text()))
            .toList(),
        reading.passedOver().stream()
            .map(it -> new PassedOver(FileNames.last(it.file()), it.why()))
            .toList(),
        reading.notes().stream()
            .map(it -> new Line(FileNames.last(it.file()), it.line(), it.text()))
            .toList(),
        new Model(
            map.provenance().model(), map.provenance().identity(), result.vectors().dimension()),
        reading(map.provenance().truncation()),
        quality(result),
        topics(map, result.quality()),
        themes(map.themes()),
        crossings(map),
        bridges(map),
        map.provenance().settings(),
        Versions.all());
  }

  private static Papers papers(ReadReport reading) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    reading.dropCounts().forEach((reason, count) -> reasons.put(reason.words(), count));
    return new Papers(reading.rows(), reading.kept(), reading.drops().size(), reasons);
  }

  private static Reading reading(Truncation truncation) {
    return new Reading(
        truncation.maxTokens(),
        truncation.cutTexts(),
        Decimals.rounded(truncation.textShare()),
        truncation.cutTokens(),
        Decimals.rounded(truncation.tokenShare()));
  }

  private static Quality quality(MapResult result) {
    LayoutQuality layout = result.map().layoutQuality();
    int noise = result.map().tree().topics().noise();
    return new Quality(
        Decimals.rounded(result.quality().silhouette()),
        noise,
        Decimals.rounded(noise == 0 ? 0 : (double) noise / result.map().corpus().size()),
        Decimals.rounded(layout.trustworthiness()),
        Decimals.rounded(layout.neighborsKept()),
        result.map().neighbors().k());
  }

  private static List<TopicFigures> topics(PaperMap map, ClusteringQuality quality) {
    return map.topics().stream()
        .map(it ->
            new TopicFigures(
                it.number(),
                it.name(),
                it.papers().size(),
                Decimals.rounded(quality.clusterSilhouette(it.number()))))
        .toList();
  }

  private static List<ThemeFigures> themes(ThemeAssignment themes) {
    List<ThemeFigures> figures = new ArrayList<>();
    for (int i = 0; i < themes.themes().size(); i++) {
      Theme theme = themes.themes().get(i);
      figures.add(new ThemeFigures(theme.name(), theme.phrases(), themes.papersOf(i).size()));
    }
    return figures;
  }

  private static List<Crossing> crossings(PaperMap map) {
    if (map.themes().themes().isEmpty()) {
      return List.of();
    }
    ThemeTopicTable table = ThemeTopicTable.of(map.themes(), map.tree().topics());
    List<Crossing> crossings = new ArrayList<>();
    for (Topic topic : map.topics()) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (int theme = 0; theme < map.themes().themes().size(); theme++) {
        counts.put(map.themes().themes().get(theme).name(), table.papers(theme, topic.number()));
      }
      counts.put("none", table.withoutTheme(topic.number()));
      crossings.add(new Crossing(topic.number(), topic.name(), counts));
    }
    return crossings;
  }

  private static List<Bridge> bridges(PaperMap map) {
    return map.themes().bridges().stream()
        .map(row -> {
          Paper paper = map.corpus().paper(row);
          return new Bridge(paper.id(), paper.title(), MapDocument.themeNames(map.themes(), row));
        })
        .toList();
  }
}
