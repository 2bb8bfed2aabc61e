package org.papermap.corpus;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.papermap.corpus.CorpusReader.PaperSink;

/// Receives papers as they are read. Rows count from 0, in the order of the calls.
interface PaperReceiver {
  void add(Paper paper) throws IOException;

  /// Changes a paper that was added, if it is still at hand.
  ///
  /// @return whether it was
  boolean change(int row, UnaryOperator<Paper> change);

  /// Keeps all papers.
  static PaperReceiver into(List<Paper> papers) {
    return new PaperReceiver() {
      @Override
      public void add(Paper paper) {
        papers.add(paper);
      }

      @Override
      public boolean change(int row, UnaryOperator<Paper> change) {
        papers.set(row, change.apply(papers.get(row)));
        return true;
      }
    };
  }

  /// Hands papers on at once, so that none can be changed.
  static PaperReceiver through(PaperSink sink) {
    return new PaperReceiver() {
      @Override
      public void add(Paper paper) throws IOException {
        sink.accept(paper);
      }

      @Override
      public boolean change(int row, UnaryOperator<Paper> change) {
        return false;
      }
    };
  }
}
