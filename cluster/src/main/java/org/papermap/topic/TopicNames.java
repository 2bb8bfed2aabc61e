package org.papermap.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makes names out of the phrases of topics, no two of which say the same.
///
/// A name is the phrase with the best score, and a second one after an `&` where it tells of papers
/// that the first does not. The score is the phrase's class-based TF-IDF, times the root of the
/// share of papers that have it, times what people like in a heading: two or three words, and words
/// that authors put into titles. (Words such as *tokens* or *weights* tell a topic from others as
/// well as *quantization* does, but nobody calls a paper by them.)
final class TopicNames {
  /// What fits on a map beside others.
  static final int LONGEST_NAME = 32;

  private static final double SEVERAL_WORDS = 1.4;

  /// For phrases that are in no title of the topic, and in one.
  private static final double IN_NO_TITLE = 0.3;

  private static final double IN_ONE_TITLE = 0.75;

  /// For a phrase that shares half of its words or more with the name of a topic beside it.
  private static final double SHARES_WORDS = 0.5;

  /// A phrase that this share of the papers has needs no second one beside it.
  private static final double TELLS_ALL = 0.6;

  /// A second phrase that so many times more papers have comes first in the name.
  private static final double TELLS_MORE = 1.5;

  /// Phrases further down are never chosen.
  private static final int CONSIDERED = 100;

  /// A second phrase scores at least this share of the first, and tells of two more papers.
  private static final double SECOND_SCORE = 0.35;

  private final PhraseIndex index;
  private final Set<Set<String>> above;
  private final Set<Set<String>> beside = new HashSet<>();

  /// @param above the stems of names that must not be given again, but may share words with the new
  ///   ones: those of the topics above, and of topics elsewhere on the level
  TopicNames(PhraseIndex index, Set<Set<String>> above) {
    this.index = index;
    this.above = Set.copyOf(above);
  }

  /// The stems of the names given so far.
  Set<Set<String>> given() {
    return Set.copyOf(beside);
  }

  private static Set<String> union(Candidate first, Candidate second) {
    Set<String> stems = new HashSet<>(first.phrase().stems());
    stems.addAll(second.phrase().stems());
    return stems;
  }

  /// A name for a topic, different from those given before.
  ///
  /// @param candidates its phrases, heaviest first
  /// @param papers how many papers it has
  /// @param otherwise what to say where no phrase is left
  String name(List<Candidate> candidates, int papers, String otherwise) {
    List<Candidate> heaviest = candidates.subList(0, Math.min(CONSIDERED, candidates.size()));
    Optional<Candidate> first = best(heaviest.stream().filter(this::isFree).toList(), papers);
    if (first.isEmpty()) {
      return otherwise;
    }
    Phrase phrase = first.get().phrase();
    if (first.get().rows().size() < TELLS_ALL * papers) {
      Optional<Candidate> second = second(heaviest, first.get(), papers);
      if (second.isPresent() && !above.contains(union(first.get(), second.get()))) {
        beside.add(union(first.get(), second.get()));
        boolean secondTellsMore =
            second.get().rows().size() >= TELLS_MORE * first.get().rows().size();
        return sentence(
            secondTellsMore
                ? joined(second.get().phrase(), phrase)
                : joined(phrase, second.get().phrase()));
      }
    }
    beside.add(phrase.stems());
    return sentence(index.text(phrase));
  }

  /// Both phrases, with abbreviations where they are too long.
  private String joined(Phrase first, Phrase second) {
    List<String> ways =
        List.of(
            index.text(first) + " & " + index.text(second),
            index.text(first) + " & " + index.shortText(second),
            index.shortText(first) + " & " + index.text(second),
            index.shortText(first) + " & " + index.shortText(second));
    return ways.stream()
        .filter(way -> way.length() <= LONGEST_NAME)
        .findFirst()
        .orElse(ways.getLast());
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private Optional<Candidate> second(List<Candidate> candidates, Candidate first, int papers) {
    List<Candidate> fitting = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Set<Integer> more = new HashSet<>(candidate.rows());
      more.removeAll(first.rows());
      Set<String> common = new HashSet<>(candidate.phrase().stems());
      common.retainAll(first.phrase().stems());
      if (common.isEmpty()
          && isFree(candidate)
          && joined(first.phrase(), candidate.phrase()).length() <= LONGEST_NAME
          && more.size() >= Math.min(2, papers - first.rows().size())
          && candidate.titles() > 0
          && score(candidate, papers) >= SECOND_SCORE * score(first, papers)) {
        fitting.add(candidate);
      }
    }
    return best(fitting, papers);
  }

  private Optional<Candidate> best(List<Candidate> candidates, int papers) {
    return candidates.stream()
        .filter(candidate -> index.text(candidate.phrase()).length() <= LONGEST_NAME)
        .max(
            Comparator.comparingDouble((Candidate candidate) -> score(candidate, papers))
                .thenComparing(candidate -> candidate.phrase().key()));
  }

  private boolean isFree(Candidate candidate) {
    Set<String> own = candidate.phrase().stems();
    return !above.contains(own) && beside.stream().noneMatch(stems -> stems.containsAll(own));
  }

  private double score(Candidate candidate, int papers) {
    double length = candidate.phrase().words() > 1 ? SEVERAL_WORDS : 1;
    double title =
        switch (candidate.titles()) {
          case 0 -> IN_NO_TITLE;
          case 1 -> IN_ONE_TITLE;
          default -> 1;
        };
    boolean shares = beside.stream().anyMatch(stems -> sharesHalf(candidate, stems));
    double share = (double) candidate.rows().size() / papers;
    return candidate.weight() * Math.sqrt(share) * length * title * (shares ? SHARES_WORDS : 1);
  }

  private static boolean sharesHalf(Candidate candidate, Set<String> stems) {
    Set<String> own = candidate.phrase().stems();
    return 2 * own.stream().filter(stems::contains).count() >= own.size();
  }
}
