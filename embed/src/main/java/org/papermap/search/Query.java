package org.papermap.search;

import java.util.List;
import org.papermap.vectors.EmbeddingMatrix;

/// A question to an index: what to look for, and how. Immutable.
///
/// @param subject what to look for
/// @param k how many papers, at least 1; all that qualify when there are fewer
/// @param minScore papers with a lower [Neighbor#score] are left out
/// @param filter which papers may be found
/// @param mode what makes a paper near
/// @param diversity 0 for the nearest papers; towards 1, each paper is less similar to those before
///   it: maximal marginal relevance with λ = 1 − diversity (Carbonell and Goldstein 1998,
///   doi:10.1145/290941.291025) among the 50, or 5 × k, nearest
/// @param highlights whether each answer has its most similar sentence, see [Neighbor#highlight];
///   all sentences of the answers are then embedded
public record Query(
    Subject subject,
    int k,
    double minScore,
    Filter filter,
    SearchMode mode,
    double diversity,
    boolean highlights) {
  private static final int DEFAULT_K = 10;

  public Query {
    if (k < 1) {
      throw new IllegalArgumentException("k: " + k + ". Ask for one paper or more.");
    }
    if (Double.isNaN(minScore)) {
      throw new IllegalArgumentException("minScore: NaN. Give a number.");
    }
    if (!(diversity >= 0 && diversity < 1)) {
      throw new IllegalArgumentException(
          "diversity: " + diversity + ". Give 0 or more, and less than 1.");
    }
    if (mode != SearchMode.SEMANTIC && subject instanceof Direction) {
      throw new IllegalArgumentException("a vector has no words. Look for its meaning alone.");
    }
  }

  /// What to look for.
  public sealed interface Subject {}

  /// A text, such as a few words or a whole abstract; it gets the model's prefix for queries.
  public record Text(String text) implements Subject {}

  /// A direction among the vectors.
  ///
  /// @param vector of one row
  public record Direction(EmbeddingMatrix vector) implements Subject {}

  /// Papers of the index; they are not among the answers.
  ///
  /// @param more papers that answers are similar to; one or more
  /// @param less papers that answers are dissimilar to; may be empty
  public record Papers(List<String> more, List<String> less) implements Subject {
    public Papers {
      more = List.copyOf(more);
      less = List.copyOf(less);
      if (more.isEmpty()) {
        throw new IllegalArgumentException("more: none. Name a paper that answers shall be like.");
      }
    }
  }

  /// Ten papers near to a text in meaning.
  public static Query text(String text) {
    return of(new Text(text));
  }

  /// Ten papers near in meaning to one of the index.
  public static Query paper(String id) {
    return papers(List.of(id), List.of());
  }

  /// Ten papers similar to those of the first list and dissimilar to those of the second.
  public static Query papers(List<String> more, List<String> less) {
    return of(new Papers(more, less));
  }

  /// Ten papers near to a vector of the index's model, of any length but zero.
  ///
  /// @throws IllegalArgumentException if it is zero or not finite
  public static Query vector(float... vector) {
    return of(new Direction(EmbeddingMatrix.normalized(vector, vector.length)));
  }

  private static Query of(Subject subject) {
    return new Query(
        subject, DEFAULT_K, Double.NEGATIVE_INFINITY, Filter.all(), SearchMode.SEMANTIC, 0, false);
  }

  public Query withK(int papers) {
    return new Query(subject, papers, minScore, filter, mode, diversity, highlights);
  }

  public Query withMinScore(double score) {
    return new Query(subject, k, score, filter, mode, diversity, highlights);
  }

  public Query withFilter(Filter only) {
    return new Query(subject, k, minScore, only, mode, diversity, highlights);
  }

  public Query withMode(SearchMode by) {
    return new Query(subject, k, minScore, filter, by, diversity, highlights);
  }

  public Query withDiversity(double share) {
    return new Query(subject, k, minScore, filter, mode, share, highlights);
  }

  /// The query, with the most similar sentence of each answer.
  public Query withHighlights() {
    return new Query(subject, k, minScore, filter, mode, diversity, true);
  }

  /// The same query for another subject.
  public Query withSubject(Subject other) {
    return new Query(other, k, minScore, filter, mode, diversity, highlights);
  }
}
