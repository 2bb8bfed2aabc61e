package org.papermap.cluster.internal.naming;

import java.util.Arrays;
import java.util.List;
import org.papermap.files.ResourceText;

/// A field of research, after the arXiv category taxonomy.
///
/// @param name as it stands on a map
/// @param wider the names of fields that it is part of; may be none
/// @param text the name and what the field is about, for the model to read
public record ResearchField(String name, List<String> wider, String text) {
  public ResearchField {
    wider = List.copyOf(wider);
  }

  /// All fields, in the order of their names.
  public static List<ResearchField> all() {
    return ResourceText.lines(ResearchField.class, "fields.txt").stream()
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
}
