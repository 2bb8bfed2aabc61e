package org.papermap.cluster.internal.naming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A field of research, after the arXiv category taxonomy.
///
/// @param name as it stands on a map
/// @param wider the names of fields that it is part of; may be none
/// @param text the name and what the field is about, for the model to read
public record ResearchField(String name, List<String> wider, String text) {
  private static final String RESOURCE = "fields.txt";

  public ResearchField {
    wider = List.copyOf(wider);
  }

  /// All fields, in the order of their names.
  public static List<ResearchField> all() {
    return resource()
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(ResearchField::parse)
        .toList();
  }

  private static ResearchField parse(String line) {
    String[] parts = line.split("\\|", -1);
    String name = parts[0].strip();
    List<String> wider =
        Arrays.stream(parts[1].split(",", -1))
            .map(String::strip)
            .filter(wide -> !wide.isEmpty())
            .toList();
    return new ResearchField(name, wider, name.replace("&", "and") + ": " + parts[2].strip());
  }

  private static String resource() {
    try (InputStream in = ResearchField.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + ": not beside its class. Build again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
