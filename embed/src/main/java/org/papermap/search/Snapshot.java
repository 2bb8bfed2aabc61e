package org.papermap.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// An engine that is closed when its last user has left, so that nobody loses it in the middle of a
/// question. The index itself is its first user. Safe to use from any thread.
final class Snapshot {
  private final Engine engine;
  private final AtomicInteger users = new AtomicInteger(1);

  Snapshot(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  /// Joins the users, unless the last one has left.
  boolean enter() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  void leave() throws IOException {
    if (users.decrementAndGet() == 0) {
      engine.close();
    }
  }
}
