package org.papermap.notebook.internal.kernel;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The kernel's description of itself.
final class KernelInfo {
  /// The version of Jupyter's messaging protocol.
  static final String PROTOCOL = "5.3";

  private KernelInfo() {}

  static ObjectNode reply() {
    String java = Runtime.version().toString();
    ObjectNode reply = JsonMapper.shared().createObjectNode();
    reply
        .put("status", "ok")
        .put("protocol_version", PROTOCOL)
        .put("implementation", "papermap")
        .put("implementation_version", java)
        .put("banner", "Java " + java + " with Papermap")
        .putArray("help_links");
    reply
        .putObject("language_info")
        .put("name", "java")
        .put("version", java)
        .put("mimetype", "text/x-java")
        .put("file_extension", ".java")
        .put("pygments_lexer", "java")
        .put("codemirror_mode", "text/x-java");
    return reply;
  }
}
