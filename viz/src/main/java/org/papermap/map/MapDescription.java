package org.papermap.map;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.papermap.layout.LayoutQuality;
import org.papermap.topic.Topic;

/// A map as its files tell of it: page, `map.json` and tables are written from this, and a page is
/// read back into it. What a map was calculated from is not in it, see [PaperMap].
///
/// @param papers in the order of the corpus
/// @param areas the groups of topics, largest first; the sub-topics of an area are topics
/// @param topics largest first; topic *i* has the number *i*
/// @param hues of topics, see [PaperMap#hues()]
/// @param history what became of the earlier maps' papers and topics
public record MapDescription(
    String title,
    Provenance provenance,
    Quality quality,
    List<MappedPaper> papers,
    List<Topic> areas,
    List<Topic> topics,
    Map<Integer, Integer> hues,
    MapHistory history) {
  /// How well the places of papers keep their neighborhoods, see
  /// [org.papermap.layout.LayoutQuality].
  public record Quality(double neighborsKept, double trustworthiness, double continuity) {
    /// That of these places.
    public static Quality of(LayoutQuality layout) {
      return new Quality(layout.neighborsKept(), layout.trustworthiness(), layout.continuity());
    }
  }

  /// Papers are described when they are asked for: of many there is never more than one at a time.
  static MapDescription of(PaperMap map) {
    return new MapDescription(
        map.title(),
        map.provenance(),
        Quality.of(map.layoutQuality()),
        new AbstractList<>() {
          @Override
          public MappedPaper get(int row) {
            return MappedPaper.of(map, row);
          }

          @Override
          public int size() {
            return map.corpus().size();
          }
        },
        map.areas(),
        map.topics(),
        map.hues(),
        map.history());
  }

  /// The name of a paper's topic, empty where it has none.
  public String topicName(MappedPaper paper) {
    return paper.topic() == null ? "" : topics.get(paper.topic()).name();
  }

  /// The name of a paper's sub-topic, empty where it has none.
  public String subtopicName(MappedPaper paper) {
    if (paper.topic() == null || paper.subtopic() == null) {
      return "";
    }
    int number = paper.subtopic();
    return topics.get(paper.topic()).subtopics().stream()
        .filter(it -> it.number() == number)
        .map(Topic::name)
        .findFirst()
        .orElse("");
  }
}
