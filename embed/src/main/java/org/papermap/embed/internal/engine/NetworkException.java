package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.util.List;

/// The engine could not load or run a network. The message is the gist of the engine's.
public final class NetworkException extends IOException {
  private static final long serialVersionUID = 1;

  NetworkException(String message, Throwable cause) {
    super(message, cause);
  }

  /// The engine's message begins with a trace of its script; its last line says what was wrong.
  public static NetworkException of(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    List<String> lines = message.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    String last = lines.isEmpty() ? message : lines.getLast();
    return new NetworkException(last.replaceFirst("^RuntimeError: ", ""), e);
  }
}
