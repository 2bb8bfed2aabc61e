package org.papermap.embed;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.engine.TextEncoder;

/// A text encoder that is opened when it is first asked for, and closed at any moment: closing does
/// not wait for one that is being opened, which takes seconds. Safe to use from any thread.
final class OnDemand {
  private final String name;
  private final Object opening = new Object();
  private @Nullable TextEncoder opened;
  private boolean closed;

  /// @param name of the model
  OnDemand(String name) {
    this.name = name;
  }

  /// @throws IllegalStateException if it is closed, or while it is opened
  TextEncoder encoder(TextEncoder.Opener opener) throws IOException {
    synchronized (opening) {
      TextEncoder known = known();
      return known == null ? kept(opener.open()) : known;
    }
  }

  private synchronized @Nullable TextEncoder known() {
    requireOpen();
    return opened;
  }

  private synchronized TextEncoder kept(TextEncoder encoder) {
    if (closed) {
      encoder.close();
    }
    requireOpen();
    opened = encoder;
    return encoder;
  }

  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException(name + ": closed. Open the model again.");
    }
  }

  void close() {
    TextEncoder last = taken();
    if (last != null) {
      last.close();
    }
  }

  private synchronized @Nullable TextEncoder taken() {
    closed = true;
    TextEncoder last = opened;
    opened = null;
    return last;
  }
}
