package org.papermap.theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A subject of the reader, described by a few phrases.
///
/// @param name such as `Retrieval`
/// @param phrases that describe papers of the theme, at least one
/// @param not phrases of what could be taken for the theme and is not; may be none
public record Theme(String name, List<String> phrases, List<String> not) {
  static final String NOT = "not:";

  public Theme {
    phrases = List.copyOf(phrases);
    not = List.copyOf(not);
    if (name.isBlank()
        || phrases.isEmpty()
        || Stream.concat(phrases.stream(), not.stream()).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "theme '" + name + "': " + phrases + ". Give a name and one phrase or more.");
    }
  }

  public Theme(String name, List<String> phrases) {
    this(name, phrases, List.of());
  }

  /// The themes of a file, in the order of their numbers; there may be none. Its format is told in
  /// `data/themes.properties`.
  ///
  /// @throws org.papermap.files.InputException if a line is not understood, or a theme lacks its
  ///   name or its phrases
  /// @throws IOException if the file cannot be read
  public static List<Theme> read(Path file) throws IOException {
    return ThemeFile.read(file);
  }

  /// All phrases as a file of themes has them: those of what it is not begin with `not:`.
  public List<String> written() {
    return Stream.concat(phrases.stream(), not.stream().map(phrase -> NOT + " " + phrase)).toList();
  }
}
