package org.papermap.theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.papermap.cluster.internal.entries.NumberedEntries;
import org.papermap.files.InputException;
import org.papermap.files.KeyValueFile;

/// Reads a file of themes.
///
/// It is UTF-8 text. Each theme has two lines, `theme.1.name = Diffusion` and `theme.1.phrases =
/// diffusion models for image generation; latent diffusion`: a name, and one phrase or more with
/// semicolons between them. A phrase after `not:` describes papers that are not of the theme. The
/// numbers give the order. Blank lines and lines that begin with `#` or `!` are skipped. A file may
/// have no theme at all.
final class ThemeFile {
  private ThemeFile() {}

  /// The themes of a file, in the order of their numbers.
  ///
  /// @throws InputException if a line is not understood, or a theme lacks one of its two
  /// @throws IOException if the file cannot be read
  static List<Theme> read(Path file) throws IOException {
    List<Theme> themes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (NumberedEntries.Entry entry : NumberedEntries.read(file, List.of("theme"), "phrases")) {
      if (!names.add(entry.name())) {
        throw new InputException(
            "%s: theme.%d.name: %s is the name of an earlier theme. Give each theme its own."
                .formatted(file, entry.number(), KeyValueFile.shown(entry.name())));
      }
      themes.add(theme(file, entry));
    }
    return List.copyOf(themes);
  }

  private static Theme theme(Path file, NumberedEntries.Entry entry) throws InputException {
    List<String> phrases = new ArrayList<>();
    List<String> not = new ArrayList<>();
    for (String item : entry.items()) {
      if (item.startsWith(Theme.NOT)) {
        not.add(item.substring(Theme.NOT.length()).strip());
      } else {
        phrases.add(item);
      }
    }
    if (phrases.isEmpty() || not.contains("")) {
      throw new InputException(
          "%s: theme.%d.phrases: %s. Give a phrase of what it is, and a phrase after each 'not:'."
              .formatted(
                  file,
                  entry.number(),
                  phrases.isEmpty()
                      ? "say only what it is not"
                      : "a 'not:' with nothing behind it"));
    }
    return new Theme(entry.name(), phrases, not);
  }
}
