package org.papermap.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.LineNumberReader;

/// One JSON object a line. A line that cannot be read is one malformed row, and reading goes on
/// with the next.
record JsonLines() implements CorpusFormat {
  @Override
  public String words() {
    return "JSON Lines";
  }

  @Override
  public void read(BufferedReader text, RowSink rows) throws IOException {
    LineNumberReader lines = new LineNumberReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        JsonRecord.deliver(line, lines.getLineNumber(), rows);
      }
    }
  }
}
