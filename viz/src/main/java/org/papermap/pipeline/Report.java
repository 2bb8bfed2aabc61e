package org.papermap.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.layout.LayoutQuality;
import org.papermap.map.MappedPaper;
import org.papermap.map.PaperMap;
import org.papermap.map.internal.Decimals;
import org.papermap.pipeline.MapResult.Match;
import org.papermap.pipeline.internal.ReadingReport;
import org.papermap.pipeline.internal.Versions;
import org.papermap.theme.Theme;
import org.papermap.theme.ThemeAssignment;
import org.papermap.topic.Topic;
import org.papermap.wordsearch.WordSearch.SearchQuality;

/// What `report.json` holds: what was read, what was lost, how good the map is, and how to make it
/// again. It has no time and no path, so that equal runs give equal bytes.
record Report(
    String title,
    ReadingReport.Papers papers,
    List<ReadingReport.Input> inputs,
    List<ReadingReport.Drop> dropped,
    List<ReadingReport.Line> withoutAbstract,
    List<ReadingReport.Line> navigation,
    List<ReadingReport.PassedOver> passedOver,
    List<ReadingReport.Line> notes,
    Model model,
    Reading truncation,
    Grouping grouping,
    Quality quality,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Kept likeEarlierMap,
    HistoryReport history,
    @Nullable SearchQuality searchByMeaning,
    List<AreaFigures> areas,
    List<TopicFigures> topics,
    List<UnusedLabel> unusedLabels,
    List<ThemeFigures> themes,
    List<Crossing> themesByTopic,
    List<Bridge> betweenThemes,
    Map<String, String> settings,
    Map<String, String> options,
    Map<String, String> stages,
    Map<String, String> versions) {
  private static final String RULE =
      "Left to Papermap, topics come from Leiden communities of the neighbors by meaning and by"
          + " words, or from Ward's tree where fewer than 300 papers have no clear communities;"
          + " their number follows from the papers. Similar topics are then joined into areas, and"
          + " large ones divided into sub-topics.";

  record Model(String name, String identity, int dimension) {}

  /// How much the model read.
  record Reading(
      int maxTokens, int papersCut, double papersCutShare, long tokensCut, double tokensCutShare) {}

  /// How papers were grouped.
  ///
  /// @param method with the values that it ran with
  /// @param rule how the method and the number of topics are chosen, where they are left to
  ///   Papermap
  record Grouping(String method, String rule, int areas, int topics, int subtopics) {}

  /// @param labelCoherence see [org.papermap.topic.Topic.LabelQuality], as labelDiversity
  /// @param neighborRecall the share of the nearest papers that were found; 1 where all were
  ///   compared
  record Quality(
      double topicSilhouette,
      int unstableTopics,
      double labelCoherence,
      double labelDiversity,
      int papersInNoTopic,
      double papersInNoTopicShare,
      double layoutTrustworthiness,
      double layoutContinuity,
      double layoutNeighborsKept,
      int neighbors,
      double neighborRecall) {}

  /// What was kept of an earlier map.
  ///
  /// @param papers on both
  /// @param medianMove as a share of the map's side, as ninetiethMove: see
  ///   [org.papermap.layout.Layout.Movement]
  /// @param topicsKept topics with the name and the colour that they had
  record Kept(
      int papers, double medianMove, double ninetiethMove, int topicsKept, int earlierTopics) {
    private static @Nullable Kept of(@Nullable Match found) {
      return found == null
          ? null
          : new Kept(
              found.movement().papers(),
              Decimals.rounded(found.movement().median()),
              Decimals.rounded(found.movement().ninetieth()),
              found.kept(),
              found.earlier());
    }
  }

  record AreaFigures(int number, String name, int papers, List<String> topics) {}

  /// @param stability see [ClusteringQuality#stability]; null where it was not measured
  /// @param unstable whether it comes back too seldom to be relied upon
  record TopicFigures(
      int number,
      String name,
      int papers,
      double silhouette,
      @Nullable Double stability,
      boolean unstable,
      double labelCoherence,
      double labelDiversity,
      MapDocument.NameEntry evidence,
      List<String> exemplars) {}

  /// A name of the reader's that no group could be given.
  record UnusedLabel(String level, String name, List<String> papers) {}

  record ThemeFigures(String name, List<String> phrases, int papers) {}

  /// How many papers of a topic belong to each theme, and to none.
  record Crossing(int topic, String name, Map<String, Integer> papers, int withoutTheme) {}

  /// A paper that belongs to two themes or more.
  record Bridge(String id, String title, List<String> themes) {}

  static Report of(MapResult result) {
    PaperMap map = result.map();
    ReadingReport reading = ReadingReport.of(result.reading());
    return new Report(
        map.title(),
        reading.papers(),
        reading.inputs(),
        reading.dropped(),
        reading.withoutAbstract(),
        reading.navigation(),
        reading.passedOver(),
        reading.notes(),
        new Model(
            map.provenance().model(), map.provenance().identity(), result.vectors().dimension()),
        reading(map.provenance().truncation()),
        grouping(map),
        quality(result),
        Kept.of(result.match()),
        HistoryReport.of(map.description()),
        map.wordSearch() == null ? null : map.wordSearch().quality(),
        areas(map),
        topics(map, result.quality()),
        result.unusedLabels().stream()
            .map(it ->
                new UnusedLabel(it.level().name().toLowerCase(Locale.ROOT), it.name(), it.papers()))
            .toList(),
        themes(map.themes()),
        crossings(map),
        bridges(map),
        map.provenance().settings(),
        map.provenance().options(),
        map.provenance().stages(),
        Versions.all());
  }

  private static Reading reading(Truncation truncation) {
    return new Reading(
        truncation.maxTokens(),
        truncation.cutTexts(),
        Decimals.rounded(truncation.textShare()),
        truncation.cutTokens(),
        Decimals.rounded(truncation.tokenShare()));
  }

  private static Grouping grouping(PaperMap map) {
    return new Grouping(
        map.provenance().settings().getOrDefault("clustering", ""),
        RULE,
        map.areas().size(),
        map.topics().size(),
        map.topics().stream().mapToInt(it -> it.subtopics().size()).sum());
  }

  private static List<AreaFigures> areas(PaperMap map) {
    return map.areas().stream()
        .map(it ->
            new AreaFigures(
                it.number(),
                it.name(),
                it.papers().size(),
                it.subtopics().stream().map(Topic::name).toList()))
        .toList();
  }

  private static Quality quality(MapResult result) {
    LayoutQuality layout = result.map().layoutQuality();
    int noise = result.map().tree().topics().noise();
    return new Quality(
        Decimals.rounded(result.quality().silhouette()),
        (int)
            result.map().topics().stream()
                .filter(topic -> result.quality().isUnstable(topic.number()))
                .count(),
        Decimals.rounded(result.map().named().quality().coherence()),
        Decimals.rounded(result.map().named().quality().diversity()),
        noise,
        Decimals.rounded(noise == 0 ? 0 : (double) noise / result.map().corpus().size()),
        Decimals.rounded(layout.trustworthiness()),
        Decimals.rounded(layout.continuity()),
        Decimals.rounded(layout.neighborsKept()),
        result.map().neighbors().k(),
        Decimals.rounded(result.map().neighbors().recall()));
  }

  private static List<TopicFigures> topics(PaperMap map, ClusteringQuality quality) {
    return map.topics().stream()
        .map(it ->
            new TopicFigures(
                it.number(),
                it.name(),
                it.papers().size(),
                Decimals.rounded(quality.clusterSilhouette(it.number())),
                quality.isStabilityMeasured()
                    ? Decimals.rounded(quality.stability(it.number()))
                    : null,
                quality.isUnstable(it.number()),
                Decimals.rounded(it.quality().coherence()),
                Decimals.rounded(it.quality().diversity()),
                MapDocument.NameEntry.of(it.evidence()),
                MapDocument.ids(it.exemplars(), map.corpus())))
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
    ThemeAssignment.TopicTable table =
        ThemeAssignment.TopicTable.of(map.themes(), map.tree().topics());
    List<Crossing> crossings = new ArrayList<>();
    for (Topic topic : map.topics()) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (int theme = 0; theme < map.themes().themes().size(); theme++) {
        counts.put(map.themes().themes().get(theme).name(), table.papers(theme, topic.number()));
      }
      crossings.add(
          new Crossing(topic.number(), topic.name(), counts, table.withoutTheme(topic.number())));
    }
    return crossings;
  }

  private static List<Bridge> bridges(PaperMap map) {
    List<MappedPaper> papers = map.description().papers();
    return map.themes().bridges().stream()
        .map(papers::get)
        .map(paper -> new Bridge(paper.id(), paper.title(), paper.themes()))
        .toList();
  }
}
