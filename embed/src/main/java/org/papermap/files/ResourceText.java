package org.papermap.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Texts and tables of words that lie beside a class in its jar, in UTF-8. In tables, blank lines
/// and lines that begin with `#` say nothing.
public final class ResourceText {
  private static final Map<String, Map<String, List<String>>> SECTIONS = new ConcurrentHashMap<>();

  private ResourceText() {}

  /// The whole text, with plain line feeds however the sources were checked out.
  ///
  /// @throws IllegalStateException if the resource is not there
  public static String read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not in the jar. Build it again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// The lines of a table.
  public static List<String> lines(Class<?> beside, String name) {
    return read(beside, name)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }

  /// The words of each section of a table, in order. A section begins with its name in brackets. A
  /// table is read once.
  public static Map<String, List<String>> sections(Class<?> beside, String name) {
    return SECTIONS.computeIfAbsent(
        beside.getPackageName() + '/' + name, _ -> readSections(beside, name));
  }

  private static Map<String, List<String>> readSections(Class<?> beside, String name) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = List.of();
    for (String line : lines(beside, name)) {
      if (line.startsWith("[")) {
        String heading = line.substring(1, line.indexOf(']'));
        section = sections.computeIfAbsent(heading, _ -> new ArrayList<>());
      } else {
        section.addAll(List.of(line.split(" ", -1)));
      }
    }
    sections.replaceAll((_, words) -> List.copyOf(words));
    return Collections.unmodifiableMap(sections);
  }

  /// The words of one section of a table.
  public static List<String> section(Class<?> beside, String name, String section) {
    return Objects.requireNonNull(sections(beside, name).get(section), section);
  }

  /// What each word of a table stands for: the first word of its line.
  public static Map<String, String> meanings(Class<?> beside, String name) {
    Map<String, String> meanings = new HashMap<>();
    for (String line : lines(beside, name)) {
      String[] words = line.split(" ", -1);
      for (int word = 1; word < words.length; word++) {
        meanings.put(words[word], words[0]);
      }
    }
    return meanings;
  }
}
