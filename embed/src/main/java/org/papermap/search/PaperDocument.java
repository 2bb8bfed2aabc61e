package org.papermap.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.papermap.corpus.Paper;
import org.papermap.files.Sha256;

/// A paper as a Lucene document.
final class PaperDocument {
  static final String ID = "id";
  static final String VECTOR = "vector";
  static final String ORDER = "order";
  private static final String STORED = "paper";
  static final String VALUE = "value";
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
    document.add(Bm25Search.field(paper));
    Filters.values(paper)
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

  static String json(Document document) {
    return document.getBinaryValue(STORED).utf8ToString();
  }

  /// The filter as a Lucene query. Where it has conditions of the caller's, which Lucene does not
  /// know, the query finds more papers than pass, and never fewer.
  static Query query(Filter filter) {
    return switch (filter) {
      case Filters.Value value -> new TermQuery(new Term(VALUE, term(value)));
      case Filters.Days(String name, LocalDate from, LocalDate to) when name.equals(Filters.DATE) ->
          LongPoint.newRangeQuery(
              DAY,
              from == null ? Long.MIN_VALUE : from.toEpochDay(),
              to == null ? Long.MAX_VALUE : to.toEpochDay());
      case Filters.OfField values -> new FieldQuery(values);
      case Filters.Where _ -> new MatchAllDocsQuery();
      case Filters.Not(Filter other) ->
          Filters.hasCondition(other)
              ? new MatchAllDocsQuery()
              : joined(List.of(other), Occur.MUST_NOT);
      case Filters.Every(var filters) -> joined(filters, Occur.FILTER);
      case Filters.AnyOf(var filters) -> any(filters);
    };
  }

  private static Query joined(List<Filter> filters, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    joined.add(new MatchAllDocsQuery(), Occur.FILTER);
    filters.forEach(part -> joined.add(query(part), occur));
    return joined.build();
  }

  private static Query any(List<Filter> filters) {
    List<BytesRef> terms = new ArrayList<>();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Filter filter : filters) {
      if (filter instanceof Filters.Value value) {
        terms.add(new BytesRef(term(value)));
      } else {
        any.add(query(filter), Occur.SHOULD);
      }
    }
    // Lucene limits the clauses of a query, and not the terms of this one.
    return any.add(new TermInSetQuery(VALUE, terms), Occur.SHOULD).build();
  }

  private static String term(Filters.Value value) {
    return prefix(value.name()) + key(value.value());
  }

  /// What the terms of a field's values begin with.
  static String prefix(String field) {
    return key(field) + '\u0000';
  }

  /// Whether the term of a value has its beginning alone.
  static boolean isCut(String value) {
    return value.indexOf('\u0000') >= 0;
  }

  static String key(String text) {
    if (text.length() <= MAX_TERM) {
      return text;
    }
    return text.substring(0, MAX_TERM) + '\u0000' + HexFormat.of().formatHex(Sha256.of(text));
  }
}
