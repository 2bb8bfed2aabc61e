package org.papermap.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One JSON object a line. A line that cannot be read is one malformed row, and reading goes on
/// with the next.
///
/// A block of lines is taken apart by all processors, then handed on in their order.
record JsonLines() implements CorpusFormat {
  private static final int BLOCK = 512;

  private record Line(long number, String text) {
    Consumer<RowSink> delivery() {
      return JsonRecord.delivery(text, number);
    }
  }

  @Override
  public String words() {
    return "JSON Lines";
  }

  @Override
  public void read(BufferedReader text, RowSink rows) throws IOException {
    List<Line> block = new ArrayList<>(BLOCK);
    long number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        block.add(new Line(number, line));
      }
      if (block.size() == BLOCK) {
        deliver(block, rows);
        block.clear();
      }
    }
    deliver(block, rows);
  }

  private static void deliver(List<Line> block, RowSink rows) {
    block.parallelStream().map(Line::delivery).toList().forEach(it -> it.accept(rows));
  }
}
