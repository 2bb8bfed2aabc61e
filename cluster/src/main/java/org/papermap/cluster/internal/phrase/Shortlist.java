package org.papermap.cluster.internal.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Picks the phrases that may describe a topic among all phrases of its papers.
public final class Shortlist {
  /// The most candidates of a topic.
  private static final int LONGEST = 160;

  private static final Comparator<Candidate> HEAVIEST_FIRST =
      Comparator.comparingDouble(Candidate::weight).reversed().thenComparingInt(Candidate::phrase);

  private final PhraseIndex index;
  private final int[] inside;
  private final int[] titles;

  public Shortlist(PhraseIndex index) {
    this.index = index;
    this.inside = new int[index.size()];
    this.titles = new int[index.size()];
  }

  /// The distinctive phrases of greatest weight, heaviest first, ties by number.
  ///
  /// @param rows the papers of the topic
  /// @param times the least ratio of a phrase's rate in the topic to its rate elsewhere
  public List<Candidate> of(List<Integer> rows, int times) {
    for (int row : rows) {
      for (int phrase : index.phrases(row)) {
        inside[phrase]++;
      }
      for (int phrase : index.titlePhrases(row)) {
        titles[phrase]++;
      }
    }
    List<Candidate> found = new ArrayList<>();
    for (int row : rows) {
      for (int phrase : index.phrases(row)) {
        if (inside[phrase] > 0) {
          add(phrase, rows.size(), times, found);
        }
      }
    }
    found.sort(HEAVIEST_FIRST);
    return List.copyOf(found.subList(0, Math.min(LONGEST, found.size())));
  }

  /// Adds a distinctive phrase, and clears its counts for the next topic.
  private void add(int phrase, int size, int times, List<Candidate> found) {
    int outside = index.count(phrase) - inside[phrase];
    Contrast contrast = new Contrast(inside[phrase], size, outside, index.papers() - size);
    if (contrast.isDistinctive(times)) {
      found.add(new Candidate(phrase, contrast, contrast.weight(titles[phrase])));
    }
    inside[phrase] = 0;
    titles[phrase] = 0;
  }
}
