package org.papermap.embed.internal.formats.json;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object that knows the line it begins at, from 1.
final class LocatedObject extends ObjectNode {
  private static final long serialVersionUID = 1L;

  private final long line;

  LocatedObject(long line) {
    super(JsonNodeFactory.instance);
    this.line = line;
  }

  long line() {
    return line;
  }
}
