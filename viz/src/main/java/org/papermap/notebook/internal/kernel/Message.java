package org.papermap.notebook.internal.kernel;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What Jupyter asks, see its messaging protocol 5.3.
///
/// @param sender frames that lead an answer back
/// @param header of which an answer has a copy, so that Jupyter knows what it answers
record Message(List<byte[]> sender, JsonNode header, JsonNode content) {
  /// Such as `execute_request`.
  String type() {
    return header.path("msg_type").asString("");
  }
}
