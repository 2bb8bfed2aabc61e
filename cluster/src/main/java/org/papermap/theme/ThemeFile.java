package org.papermap.theme;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a file of themes.
///
/// It is UTF-8 text. Each theme has two lines, `theme.1.name = Diffusion` and `theme.1.phrases =
/// diffusion models for image generation; latent diffusion`: a number that gives the order, a name,
/// and one phrase or more parted by semicolons. Blank lines and lines that begin with `#` or `!`
/// are skipped. There may be no theme at all.
public final class ThemeFile {
  private static final Pattern KEY = Pattern.compile("theme\\.([1-9][0-9]{0,3})\\.(name|phrases)");

  private ThemeFile() {}

  /// The themes of a file, in the order of their numbers.
  ///
  /// @throws ThemeFormatException if a line is not understood, or a theme lacks one of its two
  /// @throws IOException if the file cannot be read
  public static List<Theme> read(Path file) throws IOException {
    Map<Integer, Draft> drafts = new TreeMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String content = line.strip();
      // A byte order mark is no white space to strip.
      content = content.startsWith("\uFEFF") ? content.substring(1).strip() : content;
      if (!content.isEmpty() && content.charAt(0) != '#' && content.charAt(0) != '!') {
        readLine(file, number, content, drafts);
      }
    }
    List<Theme> themes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Map.Entry<Integer, Draft> entry : drafts.entrySet()) {
      Theme theme = entry.getValue().theme(file, entry.getKey());
      if (!names.add(theme.name())) {
        throw new ThemeFormatException(
            file,
            "theme.%d.name: %s is the name of an earlier theme. Give each theme its own."
                .formatted(entry.getKey(), theme.name()));
      }
      themes.add(theme);
    }
    return List.copyOf(themes);
  }

  private static List<String> lines(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ThemeFormatException(file, "it is a folder. Name a file.");
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new ThemeFormatException(file, "it is not UTF-8. Save it as UTF-8.");
    }
  }

  private static void readLine(Path file, int number, String content, Map<Integer, Draft> drafts) {
    int equals = content.indexOf('=');
    String key = equals < 0 ? content : content.substring(0, equals).strip();
    Matcher parts = KEY.matcher(key);
    if (equals < 0 || !parts.matches()) {
      throw new ThemeFormatException(
          file,
          "line %d: %s. Write theme.N.name = … or theme.N.phrases = …; …"
              .formatted(number, shown(content)));
    }
    String value = content.substring(equals + 1).strip();
    if (value.isEmpty()) {
      throw new ThemeFormatException(
          file, "line %d: %s is empty. Give it a value.".formatted(number, key));
    }
    Draft draft = drafts.computeIfAbsent(Integer.valueOf(parts.group(1)), _ -> new Draft());
    boolean isName = parts.group(2).equals("name");
    if ((isName ? draft.name : draft.phrases) != null) {
      throw new ThemeFormatException(
          file, "line %d: %s is there twice. Leave one.".formatted(number, key));
    }
    if (isName) {
      draft.name = value;
    } else {
      draft.phrases = phrases(file, number, key, value);
    }
  }

  private static List<String> phrases(Path file, int number, String key, String value) {
    List<String> phrases =
        Stream.of(value.split(";")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    if (phrases.isEmpty()) {
      throw new ThemeFormatException(
          file,
          "line %d: %s = %s has no phrase. Give one or more, parted by semicolons."
              .formatted(number, key, shown(value)));
    }
    return phrases;
  }

  /// What a file says goes to a terminal, so it is kept short and free of control characters.
  private static String shown(String text) {
    String plain = text.replaceAll("\\p{C}", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 59) + "…";
  }

  private static final class Draft {
    private @Nullable String name;
    private @Nullable List<String> phrases;

    Theme theme(Path file, int number) {
      if (name == null || phrases == null) {
        throw new ThemeFormatException(
            file,
            "theme.%d: no %s. Add theme.%d.%s = …"
                .formatted(
                    number,
                    name == null ? "name" : "phrases",
                    number,
                    name == null ? "name" : "phrases"));
      }
      return new Theme(name, phrases);
    }
  }
}
