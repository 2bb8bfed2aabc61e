package org.papermap.corpus;

import java.io.BufferedReader;
import java.io.IOException;

/// A way of writing papers down. A format reads a text from its start to its end, one row at a time
/// where the format allows, and never closes it.
sealed interface CorpusFormat permits PageDump, JsonLines, JsonSequence, DelimitedTable {

  /// What the format is called, in a few words.
  String words();

  void read(BufferedReader text, RowSink rows) throws IOException;
}
