package org.papermap.notebook.internal.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Sends printed text on, at the end of a line and when it is flushed. Safe to use from any thread.
final class CellStream extends OutputStream {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Consumer<String> reader;

  CellStream(Consumer<String> reader) {
    this.reader = reader;
  }

  @Override
  public synchronized void write(int value) {
    line.write(value);
    if (value == '\n') {
      flush();
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    line.write(bytes, offset, length);
    if (length > 0 && bytes[offset + length - 1] == '\n') {
      flush();
    }
  }

  @Override
  public synchronized void flush() {
    if (line.size() > 0) {
      reader.accept(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }
  }
}
