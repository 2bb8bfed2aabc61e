package org.papermap.corpus;

import java.io.IOException;

/// Takes papers one by one as they are read, in the thread that reads.
@FunctionalInterface
public interface PaperSink {
  void accept(Paper paper) throws IOException;
}
