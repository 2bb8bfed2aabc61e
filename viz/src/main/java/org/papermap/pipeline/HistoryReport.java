package org.papermap.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory;
import org.papermap.map.MappedPaper;

/// What `report.json` tells of the maps before this one.
///
/// @param edition the number of this map in its chain, from 1
/// @param refitDue why places should be calculated anew, or empty
/// @param newPapers that this map is the first to have, in their order; none on a first map
record HistoryReport(
    int edition,
    List<Edition> editions,
    String refitDue,
    List<NewPaper> newPapers,
    List<MapHistory.GonePaper> gonePapers,
    List<MapHistory.TopicHistory> topics) {

  /// @param day of the map
  /// @param papers that it had
  /// @param firstSeen papers of this map that it was the first to have
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Edition(@Nullable LocalDate day, int papers, int firstSeen) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewPaper(String id, String title, @Nullable LocalDate since, String topic) {}

  static HistoryReport of(MapDescription map) {
    MapHistory history = map.history();
    int[] firstSeen = new int[history.edition()];
    List<NewPaper> arrived = new ArrayList<>();
    for (MappedPaper paper : map.papers()) {
      firstSeen[paper.edition() - 1]++;
      if (history.isNew(paper.edition())) {
        arrived.add(new NewPaper(paper.id(), paper.title(), paper.since(), map.topicName(paper)));
      }
    }
    List<Edition> editions = new ArrayList<>();
    for (int i = 0; i < firstSeen.length; i++) {
      MapHistory.Edition edition = history.editions().get(i);
      editions.add(new Edition(edition.day(), edition.papers(), firstSeen[i]));
    }
    return new HistoryReport(
        history.edition(), editions, history.refitDue(), arrived, history.gone(), history.topics());
  }
}
