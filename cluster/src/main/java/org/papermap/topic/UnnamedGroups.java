package org.papermap.topic;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.papermap.cluster.internal.naming.ForbiddenWords;
import org.papermap.corpus.Corpus;
import org.papermap.topic.Topic.NameSource;

/// Names groups that neither a phrase nor a field names: by the title of a typical paper, or by
/// their number if the titles of all typical papers name other groups. Areas, topics and sub-topics
/// are numbered apart.
final class UnnamedGroups {
  private final Corpus corpus;
  private final ForbiddenWords forbidden;
  private final Set<String> titles = new HashSet<>();

  UnnamedGroups(Corpus corpus, ForbiddenWords forbidden) {
    this.corpus = corpus;
    this.forbidden = forbidden;
  }

  /// @param central typical papers of the group, the most typical first
  /// @param depth below the topics: −1 for an area, 0 for a topic, 1 or more for a sub-topic
  /// @param number of the group in its level, from 0
  GivenName name(List<Integer> central, int depth, int number) {
    for (int row : central) {
      String title = TitleName.of(corpus.paper(row).title());
      if (!forbidden.forbids(title) && titles.add(title)) {
        return new GivenName(title, NameSource.TITLE);
      }
    }
    String kind = depth < 0 ? "Area" : depth == 0 ? "Topic" : "Sub-topic";
    return new GivenName(kind + " " + (number + 1), NameSource.NUMBER);
  }
}
