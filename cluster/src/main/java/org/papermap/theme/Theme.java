package org.papermap.theme;

import java.util.List;

/// A subject the reader brings to the map, said in a few phrases.
///
/// @param name what it is called, such as `Retrieval`
/// @param phrases what papers of it are about, each a whole phrase; at least one
public record Theme(String name, List<String> phrases) {
  public Theme {
    phrases = List.copyOf(phrases);
    if (name.isBlank() || phrases.isEmpty() || phrases.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "theme '" + name + "': " + phrases + ". Give a name and one phrase or more.");
    }
  }
}
