package org.papermap.notebook.internal.kernel;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A request of Jupyter's, see its messaging protocol 5.3.
///
/// @param sender frames that lead an answer back
/// @param header copied into each answer, so that Jupyter knows the question
record Message(List<byte[]> sender, JsonNode header, JsonNode content) {
  /// Such as `execute_request`.
  String type() {
    return header.path("msg_type").asString("");
  }
}
