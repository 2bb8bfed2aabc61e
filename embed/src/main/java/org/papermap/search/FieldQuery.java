package org.papermap.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/// A filter that one value of a field decides, as a Lucene query: it goes through the different
/// values of the field in the list of terms. Values that were cut to fit a term are looked up in
/// the papers.
final class FieldQuery extends Query {
  private final Filters.OfField filter;

  FieldQuery(Filters.OfField filter) {
    this.filter = filter;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        FixedBitSet passing = passing(context.reader());
        return ConstantScoreScorerSupplier.fromIterator(
            new BitSetIterator(passing, passing.approximateCardinality()),
            score(),
            scoreMode,
            context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private FixedBitSet passing(LeafReader reader) throws IOException {
    FixedBitSet passing = new FixedBitSet(reader.maxDoc());
    Terms terms = reader.terms(PaperDocument.VALUE);
    if (terms == null) {
      return passing;
    }
    BytesRef prefix = new BytesRef(PaperDocument.prefix(filter.name()));
    TermsEnum each = terms.iterator();
    if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return passing;
    }
    PostingsEnum postings = null;
    for (BytesRef term = each.term();
        term != null && StringHelper.startsWith(term, prefix);
        term = each.next()) {
      String value =
          new String(
              term.bytes,
              term.offset + prefix.length,
              term.length - prefix.length,
              StandardCharsets.UTF_8);
      boolean cut = PaperDocument.isCut(value);
      boolean accepted = !cut && filter.accepts(value);
      if (accepted || cut) {
        postings = each.postings(postings, PostingsEnum.NONE);
        take(postings, reader, accepted, passing);
      }
    }
    return passing;
  }

  private void take(PostingsEnum found, LeafReader reader, boolean accepted, FixedBitSet passing)
      throws IOException {
    StoredFields papers = accepted ? null : reader.storedFields();
    for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
      if (papers == null || filter.test(PaperJson.read(PaperDocument.json(papers.document(doc))))) {
        passing.set(doc);
      }
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return filter.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldQuery query && query.filter.equals(filter);
  }

  @Override
  public int hashCode() {
    return filter.hashCode();
  }
}
