package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.search.Neighbor.Highlight;
import org.papermap.vectors.EmbeddingMatrix;

/// Answers one question, in the same way for all engines.
final class Search {
  /// Candidates for diversity: at least this many, and so many for each paper wanted.
  private static final int MIN_CANDIDATES = 50;

  private static final int CANDIDATES_EACH = 5;

  /// The weight of the papers that answers should be dissimilar to. With a weight of one the
  /// direction often points away from the whole subject.
  private static final double LESS = 0.5;

  private final Engine engine;
  private final Embedder embedder;
  private final Query query;

  /// The papers that the question is about, by number, with their ids.
  private final Map<Integer, String> asked = new LinkedHashMap<>();

  private Search(Engine engine, Embedder embedder, Query query) {
    this.engine = engine;
    this.embedder = embedder;
    this.query = query;
  }

  static List<Neighbor> of(Engine engine, Embedder embedder, Query query) throws IOException {
    return new Search(engine, embedder, query).neighbors();
  }

  private List<Neighbor> neighbors() throws IOException {
    List<Integer> more = new ArrayList<>();
    List<Integer> less = new ArrayList<>();
    if (query.subject() instanceof Query.Papers(List<String> moreIds, List<String> lessIds)) {
      find(moreIds, more);
      find(lessIds, less);
    }
    if (query.subject() instanceof Query.Direction(EmbeddingMatrix vector)) {
      requireDimension(vector.dimension());
    }
    if (engine.size() == 0) {
      return List.of();
    }
    boolean diverse = query.diversity() > 0;
    int wanted = diverse ? Math.max(MIN_CANDIDATES, CANDIDATES_EACH * query.k()) : query.k();
    List<Scored> best = new ArrayList<>();
    for (Scored scored : ranked(wanted + asked.size(), more, less)) {
      if (!asked.containsKey(scored.hit().doc()) && scored.hit().score() >= query.minScore()) {
        best.add(scored);
      }
    }
    return named(diverse ? new Diversity(engine, query).choose(best) : best, more, less);
  }

  private void find(List<String> ids, List<Integer> docs) throws IOException {
    for (String id : ids) {
      int doc = engine.find(id).orElseThrow(() -> unknown(id));
      docs.add(doc);
      asked.put(doc, id);
    }
  }

  private IllegalArgumentException unknown(String id) {
    int papers = engine.size();
    return new IllegalArgumentException(
        "id \"%s\": not among the %s. Give an id as the corpus has it."
            .formatted(id, papers == 1 ? "1 paper" : "%,d papers".formatted(papers)));
  }

  private void requireDimension(int dimension) {
    if (dimension != engine.dimension()) {
      throw new IllegalArgumentException(
          "a vector of %d beside papers of %d. Embed both with one model."
              .formatted(dimension, engine.dimension()));
    }
  }

  private List<Scored> ranked(int count, List<Integer> more, List<Integer> less)
      throws IOException {
    return switch (query.mode()) {
      case SEMANTIC ->
          engine.nearest(unit(more, less), count, query.filter()).stream()
              .map(hit -> new Scored(hit, hit.score()))
              .toList();
      case KEYWORD ->
          engine.matching(words(more), count, query.filter()).stream()
              .map(hit -> new Scored(hit, null))
              .toList();
      case HYBRID -> new Fusion(engine).best(unit(more, less), words(more), count, query.filter());
    };
  }

  private float[] unit(List<Integer> more, List<Integer> less) throws IOException {
    return switch (query.subject()) {
      case Query.Text(String text) -> embedder.embedQuery(text);
      case Query.Direction(EmbeddingMatrix vector) -> vector.row(0);
      case Query.Papers _ ->
          more.size() == 1 && less.isEmpty()
              ? engine.vector(more.getFirst())
              : direction(more, less);
    };
  }

  private float[] direction(List<Integer> more, List<Integer> less) throws IOException {
    float[] direction = new float[engine.dimension()];
    add(more, 1.0 / more.size(), direction);
    if (!less.isEmpty()) {
      add(less, -LESS / less.size(), direction);
    }
    return EmbeddingMatrix.normalized(direction, direction.length).row(0);
  }

  private void add(List<Integer> docs, double weight, float[] sum) throws IOException {
    for (int doc : docs) {
      float[] vector = engine.vector(doc);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += (float) (weight * vector[j]);
      }
    }
  }

  private String words(List<Integer> more) throws IOException {
    return switch (query.subject()) {
      case Query.Text(String text) -> text;
      case Query.Direction _ -> "";
      case Query.Papers _ -> {
        List<String> texts = new ArrayList<>();
        for (int doc : more) {
          texts.add(engine.paper(doc).text());
        }
        yield String.join("\n", texts);
      }
    };
  }

  private List<Neighbor> named(List<Scored> best, List<Integer> more, List<Integer> less)
      throws IOException {
    List<Scored> answers = best.subList(0, Math.min(query.k(), best.size()));
    List<Paper> papers = new ArrayList<>();
    for (Scored scored : answers) {
      papers.add(engine.paper(scored.hit().doc()));
    }
    List<Highlight> highlights =
        query.highlights() && !papers.isEmpty()
            ? Highlights.of(papers, unit(more, less), embedder)
            : List.of();
    List<Neighbor> neighbors = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      Scored scored = answers.get(i);
      Highlight highlight = highlights.isEmpty() ? null : highlights.get(i);
      Double cosine = scored.similarity();
      neighbors.add(
          new Neighbor(
              i + 1,
              papers.get(i),
              scored.hit().score(),
              cosine == null ? null : cosine.floatValue(),
              highlight));
    }
    return List.copyOf(neighbors);
  }
}
