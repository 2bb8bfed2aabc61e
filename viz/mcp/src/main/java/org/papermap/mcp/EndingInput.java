package org.papermap.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/// An input that reports its end.
final class EndingInput extends FilterInputStream {
  private final CountDownLatch ended;

  EndingInput(InputStream input, CountDownLatch ended) {
    super(input);
    this.ended = ended;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read < 0) {
      ended.countDown();
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0) {
      ended.countDown();
    }
    return read;
  }
}
