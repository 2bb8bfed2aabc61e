package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.papermap.files.ResourceText;
import tools.jackson.databind.JsonNode;

/// Authors as services list them: strings, objects with a whole name or its parts, lists of parts,
/// or one of these under a further member (`{"author": […]}`).
final class JsonAuthors {
  private static final List<String> WHOLE =
      ResourceText.section(JsonAuthors.class, "members.txt", "whole name");

  private static final List<String> GIVEN =
      ResourceText.section(JsonAuthors.class, "members.txt", "given name");

  private static final List<String> FAMILY =
      ResourceText.section(JsonAuthors.class, "members.txt", "family name");

  /// Other people that lists of a paper's makers name: its editors, its translators.
  private static final Set<String> OF_AUTHORS = Set.of("author", "presenter", "inventor");

  /// Members under which the name or the list stands.
  private static final List<String> UNDER =
      List.of("author", "authors", "Author", "value", "creator", "name", "node", "nodes", "edges");

  private static final int MAX_DEPTH = 4;

  private JsonAuthors() {}

  /// The names in the value, none of them blank.
  static List<String> of(JsonNode value) {
    List<String> names = new ArrayList<>();
    add(value, names, 0);
    return names;
  }

  private static void add(JsonNode value, List<String> names, int depth) {
    if (value.isArray()) {
      boolean anyAuthor = false;
      for (JsonNode author : value) {
        anyAuthor |= OF_AUTHORS.contains(role(author));
      }
      for (JsonNode author : value) {
        String role = role(author);
        if (!anyAuthor || role.isEmpty() || OF_AUTHORS.contains(role)) {
          addOne(author, names, depth);
        }
      }
    } else {
      addOne(value, names, depth);
    }
  }

  private static String role(JsonNode author) {
    return JsonTexts.scalar(author.path("creatorType")).toLowerCase(Locale.ROOT);
  }

  private static void addOne(JsonNode author, List<String> names, int depth) {
    if (author.isArray()) {
      names.addAll(ofParts(author).stream().toList());
      return;
    }
    if (!author.isObject()) {
      keep(JsonTexts.scalar(author), names);
      return;
    }
    String name = nameIn(author);
    if (!name.isBlank()) {
      keep(name, names);
      return;
    }
    for (String under : UNDER) {
      JsonNode inner = author.path(under);
      if (depth < MAX_DEPTH && (inner.isArray() || inner.isObject())) {
        add(inner, names, depth + 1);
        return;
      }
    }
  }

  private static void keep(String name, List<String> names) {
    if (!name.isBlank()) {
      names.add(name);
    }
  }

  /// `["Last", "First", "Jr"]`, as arXiv's metadata have them, or a list of whole names.
  private static Optional<String> ofParts(JsonNode parts) {
    List<String> texts = new ArrayList<>();
    for (JsonNode part : parts) {
      texts.add(JsonTexts.scalar(part).strip());
    }
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String name =
        Stream.concat(
                Stream.concat(texts.stream().skip(1).limit(1), texts.stream().limit(1)),
                texts.stream().skip(2))
            .filter(part -> !part.isEmpty())
            .reduce((all, next) -> all + " " + next)
            .orElse("");
    return Optional.of(name).filter(whole -> !whole.isEmpty());
  }

  private static String nameIn(JsonNode author) {
    String family = JsonTexts.member(author, FAMILY);
    String given = JsonTexts.member(author, GIVEN);
    if (!family.isEmpty()) {
      return Stream.of(
              given,
              JsonTexts.member(author, List.of("dropping-particle")),
              JsonTexts.member(author, List.of("non-dropping-particle")),
              family,
              JsonTexts.member(author, List.of("suffix")))
          .filter(part -> !part.isEmpty())
          .reduce((all, next) -> all + " " + next)
          .orElse("");
    }
    String whole = JsonTexts.member(author, WHOLE);
    return whole.isEmpty() ? given : whole;
  }
}
