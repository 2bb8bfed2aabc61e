package org.papermap.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.Decimals;
import org.papermap.theme.Theme;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.NameEvidence;

/// The form of `map.json`: all of a map but its vectors, which stand in a file beside it.
///
/// @param format rises when an older Papermap could not read the file
/// @param files the SHA-256 of each file beside it; maps of earlier versions have none
/// @param history of the maps before it; maps of earlier versions have none
record MapDocument(
    int format,
    String title,
    Model model,
    Vectors vectors,
    @Nullable Map<String, String> files,
    List<MappedPaper> papers,
    List<AreaEntry> areas,
    List<TopicEntry> topics,
    List<String> themes,
    @Nullable MapHistory history) {
  static final int FORMAT = 1;

  record Model(String name, String identity, int dimension) {}

  record Vectors(String file, String sha256) {}

  /// @param topics the numbers of its topics
  record AreaEntry(
      int number,
      String name,
      int papers,
      NameEntry evidence,
      List<Keyphrase> keyphrases,
      List<String> exemplars,
      List<Integer> topics) {
    private static AreaEntry of(Topic area, Corpus corpus) {
      return new AreaEntry(
          area.number(),
          area.name(),
          area.papers().size(),
          NameEntry.of(area.evidence()),
          rounded(area.keyphrases()),
          ids(area.exemplars(), corpus),
          area.subtopics().stream().map(Topic::number).toList());
    }
  }

  /// Where a name comes from, with counts of its terms in the topic and elsewhere.
  record NameEntry(String from, List<Keyphrase> terms, List<Keyphrase> runnersUp) {
    static NameEntry of(NameEvidence evidence) {
      return new NameEntry(
          evidence.source().name().toLowerCase(Locale.ROOT),
          rounded(evidence.terms()),
          rounded(evidence.runnersUp()));
    }
  }

  record TopicEntry(
      int number,
      String name,
      int papers,
      NameEntry evidence,
      List<Keyphrase> keyphrases,
      double coherence,
      double diversity,
      List<String> exemplars,
      List<TopicEntry> subtopics) {
    private static TopicEntry of(Topic topic, Corpus corpus) {
      return new TopicEntry(
          topic.number(),
          topic.name(),
          topic.papers().size(),
          NameEntry.of(topic.evidence()),
          rounded(topic.keyphrases()),
          Decimals.rounded(topic.quality().coherence()),
          Decimals.rounded(topic.quality().diversity()),
          ids(topic.exemplars(), corpus),
          topic.subtopics().stream().map(it -> of(it, corpus)).toList());
    }
  }

  /// @param vectors the name of the file of vectors
  /// @param files the hashes of all files beside this one, by their names
  static MapDocument of(MapResult result, String vectors, Map<String, String> files) {
    Corpus corpus = result.map().corpus();
    MapDescription map = result.map().description();
    return new MapDocument(
        FORMAT,
        map.title(),
        new Model(
            map.provenance().model(), map.provenance().identity(), result.vectors().dimension()),
        new Vectors(vectors, files.getOrDefault(vectors, "")),
        files,
        map.papers(),
        map.areas().stream().map(area -> AreaEntry.of(area, corpus)).toList(),
        map.topics().stream().map(topic -> TopicEntry.of(topic, corpus)).toList(),
        result.map().themes().themes().stream().map(Theme::name).toList(),
        map.history());
  }

  private static List<Keyphrase> rounded(List<Keyphrase> phrases) {
    return phrases.stream()
        .map(it ->
            new Keyphrase(it.text(), Decimals.rounded(it.weight()), it.papers(), it.elsewhere()))
        .toList();
  }

  static List<String> ids(List<Integer> rows, Corpus corpus) {
    return rows.stream().map(row -> corpus.paper(row).id()).toList();
  }
}
