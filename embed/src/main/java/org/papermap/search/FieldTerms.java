package org.papermap.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The fields and values that the papers of a snapshot have, out of Lucene's lists of terms.
final class FieldTerms {
  private FieldTerms() {}

  /// The names of all fields, folded.
  static SortedSet<String> fields(DirectoryReader reader) throws IOException {
    SortedSet<String> fields = new TreeSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(PaperDocument.VALUE);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      String from = "";
      while (each.seekCeil(new BytesRef(from)) != TermsEnum.SeekStatus.END) {
        String term = each.term().utf8ToString();
        String field = term.substring(0, Math.max(0, term.indexOf('\u0000')));
        if (fields.contains(field) || !values(leaf.reader(), field).isEmpty()) {
          fields.add(field);
        }
        from = field + '\u0001';
      }
    }
    return fields;
  }

  /// The values of a field, folded, with the number of their papers.
  static Map<String, Integer> values(DirectoryReader reader, String field) throws IOException {
    Map<String, Integer> values = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      values(leaf.reader(), field)
          .forEach((value, count) -> values.merge(value, count, Integer::sum));
    }
    return values;
  }

  private static Map<String, Integer> values(LeafReader reader, String field) throws IOException {
    Map<String, Integer> values = new HashMap<>();
    Terms terms = reader.terms(PaperDocument.VALUE);
    String prefix = PaperDocument.prefix(field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum papers = null;
    boolean there = each.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
    for (BytesRef term = there ? each.term() : null; term != null; term = each.next()) {
      String text = new String(term.bytes, term.offset, term.length, StandardCharsets.UTF_8);
      if (!text.startsWith(prefix)) {
        break;
      }
      papers = each.postings(papers, PostingsEnum.NONE);
      int count = count(papers, reader.getLiveDocs());
      if (count > 0) {
        values.merge(shown(text.substring(prefix.length())), count, Integer::sum);
      }
    }
    return values;
  }

  private static String shown(String value) {
    int cut = value.indexOf('\u0000');
    return cut < 0 ? value : value.substring(0, cut) + "…";
  }

  private static int count(PostingsEnum papers, @Nullable Bits live) throws IOException {
    int count = 0;
    while (papers.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(papers.docID())) {
        count++;
      }
    }
    return count;
  }
}
