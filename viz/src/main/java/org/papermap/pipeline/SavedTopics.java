package org.papermap.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.papermap.map.MappedPaper;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicTree;

/// Reads areas, topics and sub-topics back from a `map.json`.
final class SavedTopics {
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private final Map<Integer, List<Integer>> papersOfTopic;
  private final Map<Integer, List<Integer>> papersOfSubtopic;

  private SavedTopics(List<MappedPaper> papers) {
    for (int row = 0; row < papers.size(); row++) {
      rowOfId.put(papers.get(row).id(), row);
    }
    papersOfTopic = rows(papers, MappedPaper::topic);
    papersOfSubtopic = rows(papers, MappedPaper::subtopic);
  }

  private static Map<Integer, List<Integer>> rows(
      List<MappedPaper> papers, Function<MappedPaper, @Nullable Integer> group) {
    Map<Integer, List<Integer>> rows = new HashMap<>();
    for (int row = 0; row < papers.size(); row++) {
      Integer number = group.apply(papers.get(row));
      if (number != null) {
        rows.computeIfAbsent(number, _ -> new ArrayList<>()).add(row);
      }
    }
    return rows;
  }

  /// @throws RuntimeException if the parts of the document do not belong together
  static TopicTree of(MapDocument document) {
    SavedTopics saved = new SavedTopics(document.papers());
    List<Topic> topics =
        document.topics().stream().map(it -> saved.topic(it, saved.papersOfTopic)).toList();
    return TopicTree.of(
        document.areas().stream().map(area -> saved.area(area, topics)).toList(), topics);
  }

  private Topic topic(MapDocument.TopicEntry entry, Map<Integer, List<Integer>> papers) {
    return new Topic(
        entry.number(),
        entry.name(),
        entry.keyphrases(),
        papers.getOrDefault(entry.number(), List.of()),
        rows(entry.exemplars()),
        entry.subtopics().stream().map(it -> topic(it, papersOfSubtopic)).toList(),
        evidence(entry.evidence()),
        new LabelQuality(entry.coherence(), entry.diversity()));
  }

  private Topic area(MapDocument.AreaEntry entry, List<Topic> topics) {
    List<Topic> own = entry.topics().stream().map(topics::get).toList();
    return new Topic(
        entry.number(),
        entry.name(),
        entry.keyphrases(),
        own.stream().flatMap(topic -> topic.papers().stream()).sorted().toList(),
        rows(entry.exemplars()),
        own,
        evidence(entry.evidence()),
        new LabelQuality(Double.NaN, Double.NaN));
  }

  private List<Integer> rows(List<String> ids) {
    return ids.stream().map(id -> rowOfId.getOrDefault(id, -1)).filter(row -> row >= 0).toList();
  }

  private static NameEvidence evidence(MapDocument.NameEntry entry) {
    List<Keyphrase> terms = entry.terms();
    return new NameEvidence(
        NameSource.valueOf(entry.from().toUpperCase(Locale.ROOT)), terms, entry.runnersUp());
  }
}
