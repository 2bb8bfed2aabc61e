package org.papermap.wordsearch;

import java.util.ArrayList;
import java.util.List;
import org.papermap.math.TiledProduct;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.wordsearch.WordSearch.SearchQuality;

/// Questions with the answers of the model itself, to evaluate a search by.
final class SearchTrial {
  private static final int TOP = 10;

  private final List<String> questions;

  /// For each question the rows of the model's nearest papers.
  private final List<List<Integer>> wanted;

  /// @param papers the papers' vectors
  /// @param answers the questions' vectors by the same model
  SearchTrial(List<String> questions, EmbeddingMatrix papers, EmbeddingMatrix answers) {
    this.questions = questions;
    float[][] vectors = new float[answers.rows()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = answers.row(i);
    }
    wanted = new ArrayList<>();
    for (float[] cosines : TiledProduct.of(vectors, papers.values(), papers.dimension())) {
      wanted.add(WordRanking.best(cosines, TOP));
    }
  }

  /// @param byWords keywords, to compare with
  /// @param bags texts as bags of words, the questions among them
  /// @param rows which of these the questions are
  SearchQuality quality(
      WordRanking byMeaning, KeywordSearch byWords, SparseRows bags, int... rows) {
    List<List<Integer>> found = byMeaning.nearest(questions, TOP);
    int sought = 0;
    int meaning = 0;
    int keywords = 0;
    for (int i = 0; i < rows.length; i++) {
      sought += wanted.get(i).size();
      meaning += shared(found.get(i), wanted.get(i));
      keywords += shared(WordRanking.best(byWords.cosines(bags, rows[i]), TOP), wanted.get(i));
    }
    return new SearchQuality(rows.length, (double) meaning / sought, (double) keywords / sought);
  }

  private static int shared(List<Integer> found, List<Integer> wanted) {
    int shared = 0;
    for (Integer row : found) {
      shared += wanted.contains(row) ? 1 : 0;
    }
    return shared;
  }
}
