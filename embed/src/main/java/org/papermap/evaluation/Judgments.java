package org.papermap.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.papermap.embed.internal.json.JsonText;
import org.papermap.files.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Grades of relevance that people have given to papers, by query. Immutable.
public final class Judgments {
  private static final String COLUMNS = "Give query, paper and grade, with tabs between";

  private final Map<String, Map<String, Integer>> grades;

  private Judgments(Map<String, Map<String, Integer>> grades) {
    this.grades = grades;
  }

  /// The judgments of these grades, by query and by paper.
  public static Judgments of(Map<String, Map<String, Integer>> grades) {
    Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
    grades.forEach((query, papers) -> copy.put(query, Map.copyOf(papers)));
    return new Judgments(copy);
  }

  /// Reads tab-separated columns query, paper, grade, as the BEIR collections have them; the first
  /// line may name the columns.
  ///
  /// @throws InputException if a line has other columns
  public static Judgments read(Path file) throws IOException {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    TextLines.forEach(
        file,
        (number, line) -> {
          String[] columns = line.split("\t", -1);
          if (columns.length != 3) {
            throw TextLines.wrong(file, number, columns.length + " columns", COLUMNS);
          }
          try {
            int grade = Integer.parseInt(columns[2].strip());
            grades
                .computeIfAbsent(columns[0].strip(), _ -> new LinkedHashMap<>())
                .put(columns[1].strip(), grade);
          } catch (NumberFormatException _) {
            if (number > 1) {
              throw TextLines.wrong(file, number, "a grade that is not a whole number", COLUMNS);
            }
          }
        });
    return of(grades);
  }

  /// Whether any paper is relevant to the query. Queries without one do not count.
  public boolean judged(String query) {
    return RankingMetrics.relevant(grades(query)) > 0;
  }

  /// The grades of the papers judged for a query.
  public Map<String, Integer> grades(String query) {
    return grades.getOrDefault(query, Map.of());
  }

  /// The mean quality of rankings over the judged queries; NaN without any.
  ///
  /// @param rankings ids of papers, best first, by query
  public RetrievalQuality quality(Map<String, List<String>> rankings) {
    return new RetrievalQuality(
        (int) rankings.keySet().stream().filter(this::judged).count(),
        mean(rankings, it -> RankingMetrics.ndcg(it.getValue(), grades(it.getKey()), 10)),
        mean(rankings, it -> RankingMetrics.recall(it.getValue(), grades(it.getKey()), 10)),
        mean(rankings, it -> RankingMetrics.recall(it.getValue(), grades(it.getKey()), 100)),
        mean(
            rankings,
            it -> RankingMetrics.averagePrecision(it.getValue(), grades(it.getKey()), 100)));
  }

  private double mean(
      Map<String, List<String>> rankings, ToDoubleFunction<Map.Entry<String, List<String>>> of) {
    return rankings.entrySet().stream()
        .filter(it -> judged(it.getKey()))
        .mapToDouble(of)
        .average()
        .orElse(Double.NaN);
  }

  /// Quality of lookup on a test collection: means over its queries, as `trec_eval` defines them.
  ///
  /// @param queries how many were judged
  /// @param ndcg10 nDCG of the first 10
  /// @param recall10 recall of the first 10
  /// @param recall100 recall of the first 100
  /// @param map mean average precision of the first 100
  public record RetrievalQuality(
      int queries, double ndcg10, double recall10, double recall100, double map) {}

  /// A question of a test collection, or of a batch.
  ///
  /// @param id unique in its file
  /// @param text not blank
  public record TestQuery(String id, String text) {
    /// Reads JSON Lines with `_id` (or `id`) and `text`, as the BEIR collections have them.
    ///
    /// @throws InputException if a line is not such an object, or an id comes twice
    public static List<TestQuery> read(Path file) throws IOException {
      List<TestQuery> queries = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      TextLines.forEach(
          file,
          (number, line) -> {
            TestQuery query = parse(file, number, line);
            if (!ids.add(query.id)) {
              throw TextLines.wrong(
                  file, number, "a second query \"" + query.id + "\"", "Rename it");
            }
            queries.add(query);
          });
      return queries;
    }

    private static TestQuery parse(Path file, int number, String line) throws InputException {
      try {
        JsonNode object = JsonText.tree(line);
        String id = object.path("_id").asString(object.path("id").asString(""));
        String text = object.path("text").asString("");
        if (!id.isBlank() && !text.isBlank()) {
          return new TestQuery(id, text);
        }
      } catch (JacksonException _) {
        // Reported below, like an object without these fields.
      }
      throw TextLines.wrong(file, number, "no query", "Give an object with \"_id\" and \"text\"");
    }
  }
}
