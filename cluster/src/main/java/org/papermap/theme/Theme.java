package org.papermap.theme;

import java.util.List;

/// A subject of the reader, described by a few phrases.
///
/// @param name such as `Retrieval`
/// @param phrases that describe papers of the theme, at least one
public record Theme(String name, List<String> phrases) {
  public Theme {
    phrases = List.copyOf(phrases);
    if (name.isBlank() || phrases.isEmpty() || phrases.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "theme '" + name + "': " + phrases + ". Give a name and one phrase or more.");
    }
  }
}
