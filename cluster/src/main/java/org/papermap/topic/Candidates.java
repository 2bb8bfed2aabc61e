package org.papermap.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The phrases that may tell each of several topics from the others.
final class Candidates {
  /// A longer phrase stands for a shorter one within it that is hardly ever found without it: from
  /// this share of the shorter one's papers on (the idea of the C-value; Frantzi, Ananiadou and
  /// Mima, doi:10.1007/s007999900023).
  private static final double STANDS_FOR = 0.75;

  private final PhraseIndex index;
  private final List<List<Integer>> topics;
  private final Map<Integer, Integer> total = new HashMap<>();
  private final double meanTopic;

  /// @param topics the rows of each topic
  Candidates(PhraseIndex index, List<List<Integer>> topics) {
    this.index = index;
    this.topics = topics;
    int papers = 0;
    for (List<Integer> rows : topics) {
      papers += rows.size();
      for (int row : rows) {
        index.weights(row).forEach((id, weight) -> total.merge(id, weight, Integer::sum));
      }
    }
    this.meanTopic = (double) PhraseIndex.PAPER_WEIGHT * papers / Math.max(1, topics.size());
  }

  /// The candidates of a topic, heaviest first, ties by letters. Each is in two of its papers or
  /// more, unless it has but one.
  List<Candidate> of(int topic) {
    List<Integer> rows = topics.get(topic);
    Map<Integer, Set<Integer>> having = new HashMap<>();
    for (int row : rows) {
      for (int id : index.weights(row).keySet()) {
        having.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(row);
      }
    }
    List<Candidate> found = new ArrayList<>();
    having.forEach((id, papers) -> {
      if (papers.size() >= Math.min(2, rows.size()) && index.phrase(id).tells()) {
        found.add(candidate(id, papers));
      }
    });
    found.sort(
        Comparator.comparingDouble(Candidate::weight)
            .reversed()
            .thenComparing(candidate -> candidate.phrase().key()));
    return withoutNested(found);
  }

  private Candidate candidate(int id, Set<Integer> papers) {
    int frequency = 0;
    int titles = 0;
    for (int row : papers) {
      int weight = index.weights(row).getOrDefault(id, 0);
      frequency += weight;
      titles += weight >= PhraseIndex.TITLE_WEIGHT ? 1 : 0;
    }
    int all = total.getOrDefault(id, frequency);
    double weight = ClassTfIdf.weight(frequency, all, meanTopic);
    return new Candidate(index.phrase(id), weight, papers, titles);
  }

  private static List<Candidate> withoutNested(List<Candidate> candidates) {
    Map<String, Integer> inLonger = new HashMap<>();
    for (Candidate longer : candidates) {
      for (String part : longer.phrase().parts()) {
        inLonger.merge(part, longer.rows().size(), Math::max);
      }
    }
    return candidates.stream()
        .filter(candidate ->
            inLonger.getOrDefault(candidate.phrase().key(), 0)
                < STANDS_FOR * candidate.rows().size())
        .toList();
  }
}
