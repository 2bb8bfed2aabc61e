package org.papermap.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.papermap.corpus.Paper;

/// Search by words: Lucene's BM25 over title and abstract.
final class Bm25Search {
  /// The number of different words of a question that count. An abstract has about 150.
  private static final int MAX_WORDS = 512;

  private static final String FIELD = "text";
  private static final Analyzer ANALYZER = new EnglishAnalyzer();

  private final IndexSearcher searcher;

  Bm25Search(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  static Analyzer analyzer() {
    return ANALYZER;
  }

  /// The field that a paper is found by.
  static Field field(Paper paper) {
    return new TextField(FIELD, paper.text(), Field.Store.NO);
  }

  /// @param filter a condition that papers must also meet
  ScoreDoc[] best(String text, int count, Query filter) throws IOException {
    Query words =
        new BooleanQuery.Builder().add(query(text), Occur.MUST).add(filter, Occur.FILTER).build();
    return searcher.search(words, Math.max(1, count)).scoreDocs;
  }

  double[] scores(String text, int[] docs) throws IOException {
    int[] sorted = docs.clone();
    Arrays.sort(sorted);
    ScoreDoc[] asked =
        Arrays.stream(sorted).mapToObj(doc -> new ScoreDoc(doc, 0)).toArray(ScoreDoc[]::new);
    TopDocs all = new TopDocs(new TotalHits(asked.length, TotalHits.Relation.EQUAL_TO), asked);
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc scored : new Scores(query(text)).rescore(searcher, all, asked.length).scoreDocs) {
      scores.put(scored.doc, scored.score);
    }
    return Arrays.stream(docs).mapToDouble(doc -> scores.getOrDefault(doc, 0f)).toArray();
  }

  /// Any of the words, each weighted by how often the text has it.
  private static Query query(String text) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words(text)
        .forEach((word, count) ->
            any.add(new BoostQuery(new TermQuery(new Term(FIELD, word)), count), Occur.SHOULD));
    return any.build();
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new LinkedHashMap<>();
    try (TokenStream tokens = ANALYZER.tokenStream(FIELD, text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (words.size() < MAX_WORDS || words.containsKey(word.toString())) {
          words.merge(word.toString(), 1, Integer::sum);
        }
      }
      tokens.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Replaces the scores of papers by that of the words.
  private static final class Scores extends QueryRescorer {
    Scores(Query words) {
      super(words);
    }

    @Override
    protected float combine(float before, boolean matches, float score) {
      return matches ? score : 0;
    }
  }
}
