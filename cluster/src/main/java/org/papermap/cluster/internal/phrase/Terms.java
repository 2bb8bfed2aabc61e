package org.papermap.cluster.internal.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.papermap.cluster.internal.text.Abbreviations;
import org.papermap.cluster.internal.text.HashInterner;

/// Makes the terms of topics from candidates and their use.
public final class Terms {
  /// A phrase is left out if a longer one that contains it has this share of its papers (the idea
  /// of the C-value; Frantzi, Ananiadou and Mima, doi:10.1007/s007999900023).
  private static final double STANDS_FOR = 0.75;

  private static final Comparator<Term> HEAVIEST_FIRST =
      Comparator.comparingDouble((Term term) -> -term.candidate().weight())
          .thenComparing(term -> term.use().key());

  private final PhraseIndex index;
  private final PhraseUses uses;

  /// For each slot the slots of shorter phrases within its phrase.
  private final int[][] shorter;

  public Terms(PhraseIndex index, PhraseUses uses, Abbreviations abbreviations) {
    this.index = index;
    this.uses = uses;
    this.shorter = new int[uses.size()][];
    Arrays.parallelSetAll(shorter, slot -> shorter(uses.of(slot).key(), abbreviations));
  }

  /// The slots of the shorter phrases within a key, and of their long forms.
  private int[] shorter(String key, Abbreviations abbreviations) {
    String[] parts = key.split(" ", -1);
    int[] found = new int[parts.length * (parts.length + 1)];
    int size = 0;
    for (int from = 0; from < parts.length; from++) {
      for (int to = from + 1; to <= parts.length; to++) {
        if (to - from < parts.length) {
          String part = String.join(" ", Arrays.asList(parts).subList(from, to));
          found[size++] = uses.slot(NGrams.hash(part));
          found[size++] =
              abbreviations
                  .longKey(part)
                  .map(it -> uses.slot(NGrams.hash(it)))
                  .orElse(HashInterner.UNKNOWN);
        }
      }
    }
    return Arrays.stream(found, 0, size).filter(slot -> slot != HashInterner.UNKNOWN).toArray();
  }

  /// The terms of a topic, heaviest first, ties by key.
  public List<Term> of(List<Candidate> candidates) {
    int[] papersOfLonger = new int[uses.size()];
    for (Candidate candidate : candidates) {
      int slot = slot(candidate);
      // A fragment, which names nothing, stands for nothing either.
      for (int part : uses.of(slot).isKeyphrase() ? shorter[slot] : new int[0]) {
        papersOfLonger[part] = Math.max(papersOfLonger[part], candidate.contrast().inside());
      }
    }
    List<Term> terms = new ArrayList<>();
    for (Candidate candidate : candidates) {
      int slot = slot(candidate);
      PhraseUse use = uses.of(slot);
      boolean inTitleOrLong = use.words() > 1 || index.titles(candidate.phrase()) > 0;
      boolean alone = papersOfLonger[slot] < STANDS_FOR * candidate.contrast().inside();
      if (use.isKeyphrase() && inTitleOrLong && alone) {
        terms.add(new Term(candidate, use));
      }
    }
    terms.sort(HEAVIEST_FIRST);
    return terms;
  }

  private int slot(Candidate candidate) {
    return uses.slot(index.hash(candidate.phrase()));
  }
}
