package org.papermap.cli.internal.options;

import java.util.List;
import org.papermap.search.Filter;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;
import picocli.CommandLine.Option;

/// The options of a search.
public final class SearchOptions {
  @Option(
      names = "-k",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many papers (default: ${DEFAULT-VALUE})")
  private int k = 10;

  @Option(
      names = "--mode",
      paramLabel = "semantic|keyword|hybrid",
      defaultValue = "semantic",
      description = "by meaning, by words (BM25), or by both (default: ${DEFAULT-VALUE})")
  private SearchMode mode = SearchMode.SEMANTIC;

  @Option(
      names = "--filter",
      paramLabel = "FIELD=VALUE",
      converter = FilterConverter.class,
      description =
          "only papers with this value: of id, title, author, year, date, url, a further field of"
              + " the source, or a map's topic or theme; date=2024, date=2024-02..2024-05,"
              + " date=2024-01-31.. and the like for days, upvotes=10..99 for numbers,"
              + " author~bengio for a part."
              + " Several filters must all pass")
  private List<FieldFilter> filters = List.of();

  @Option(
      names = "--min-score",
      paramLabel = "X",
      defaultValue = "-Infinity",
      description = "only papers with this score or more")
  private double minScore = Double.NEGATIVE_INFINITY;

  @Option(
      names = "--diversity",
      paramLabel = "0..1",
      defaultValue = "0",
      description =
          "how different the papers are to be from each other (default: ${DEFAULT-VALUE})")
  private double diversity;

  @Option(
      names = "--why",
      description = "print the sentence of each paper that is nearest to the question")
  private boolean why;

  /// The filters as they were typed.
  public List<FieldFilter> filters() {
    return filters;
  }

  public boolean why() {
    return why;
  }

  public Query applied(Query query) {
    return (why ? query.withHighlights() : query)
        .withK(k)
        .withMode(mode)
        .withMinScore(minScore)
        .withDiversity(diversity)
        .withFilter(filters.stream().map(FieldFilter::filter).reduce(Filter.all(), Filter::and));
  }
}
