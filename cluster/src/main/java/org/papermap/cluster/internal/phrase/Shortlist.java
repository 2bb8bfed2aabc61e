package org.papermap.cluster.internal.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Picks the phrases that may tell a topic, out of all that its papers have.
public final class Shortlist {
  /// Phrases further down are never chosen.
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

  /// The heaviest telling phrases of a topic, heaviest first, ties by number.
  ///
  /// @param rows the papers of the topic
  /// @param times how many times its rate elsewhere a phrase's rate must be
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

  /// Adds a phrase that is telling, and clears its counts for the next topic.
  private void add(int phrase, int size, int times, List<Candidate> found) {
    int outside = index.count(phrase) - inside[phrase];
    Contrast contrast = new Contrast(inside[phrase], size, outside, index.papers() - size);
    if (contrast.isTelling(times)) {
      found.add(new Candidate(phrase, contrast, contrast.weight(titles[phrase])));
    }
    inside[phrase] = 0;
    titles[phrase] = 0;
  }
}
