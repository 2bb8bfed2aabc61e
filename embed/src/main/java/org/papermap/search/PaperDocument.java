package org.papermap.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.papermap.corpus.Paper;
import org.papermap.files.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A paper as a Lucene document.
final class PaperDocument {
  static final String ID = "id";
  static final String VECTOR = "vector";
  static final String ORDER = "order";
  private static final String STORED = "paper";
  private static final String VALUE = "value";
  private static final String DAY = "day";

  /// Characters of a term. Lucene refuses terms of more than 32,766 bytes, so longer values are cut
  /// and their hash is added.
  private static final int MAX_TERM = 200;

  private PaperDocument() {}

  static Document of(Paper paper, String json, float[] vector, long order) {
    Document document = new Document();
    document.add(new StringField(ID, key(paper.id()), Field.Store.NO));
    document.add(new StoredField(STORED, new BytesRef(json)));
    document.add(new NumericDocValuesField(ORDER, order));
    document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    document.add(KeywordSearch.field(paper));
    Filter.values(paper)
        .forEach(value -> document.add(new StringField(VALUE, term(value), Field.Store.NO)));
    LocalDate date = paper.date();
    if (date != null) {
      document.add(new LongPoint(DAY, date.toEpochDay()));
    }
    return document;
  }

  static Term idTerm(String id) {
    return new Term(ID, key(id));
  }

  /// The paper as it is stored: equal papers give equal texts.
  static String json(Paper paper) {
    String json = JsonMapper.shared().writeValueAsString(paper);
    // Half of a surrogate pair becomes a question mark.
    return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static String json(Document document) {
    return document.getBinaryValue(STORED).utf8ToString();
  }

  static Paper paper(String json) throws IOException {
    try {
      return JsonMapper.shared().readValue(json, Paper.class);
    } catch (JacksonException e) {
      throw new IOException("a paper of the index: unreadable. Index the papers again.", e);
    }
  }

  /// The filter as a Lucene query, without conditions of the caller's.
  static Query query(Filter filter) {
    return switch (filter) {
      case Filter.HasValue value -> new TermQuery(new Term(VALUE, term(value)));
      case Filter.Dates(LocalDate from, LocalDate to) ->
          LongPoint.newRangeQuery(
              DAY,
              from == null ? Long.MIN_VALUE : from.toEpochDay(),
              to == null ? Long.MAX_VALUE : to.toEpochDay());
      case Filter.Where _ -> new MatchAllDocsQuery();
      case Filter.Every(var filters) -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new MatchAllDocsQuery(), Occur.FILTER);
        filters.forEach(part -> all.add(query(part), Occur.FILTER));
        yield all.build();
      }
    };
  }

  private static String term(Filter.HasValue value) {
    return key(value.name()) + '\u0000' + key(value.value());
  }

  static String key(String text) {
    if (text.length() <= MAX_TERM) {
      return text;
    }
    return text.substring(0, MAX_TERM) + '\u0000' + HexFormat.of().formatHex(Sha256.of(text));
  }
}
