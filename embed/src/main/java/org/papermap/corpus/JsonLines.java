package org.papermap.corpus;

import java.io.BufferedReader;
import java.io.IOException;

/// One JSON object a line. A line that cannot be read is one malformed row, and reading goes on
/// with the next.
record JsonLines() implements CorpusFormat {
  @Override
  public String words() {
    return "JSON Lines";
  }

  @Override
  public void read(BufferedReader text, RowSink rows) throws IOException {
    long number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        JsonRecord.deliver(line, number, rows);
      }
    }
  }
}
