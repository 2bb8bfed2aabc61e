package org.papermap.cluster.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The English stop words of `stop-words.txt`, by section.
public final class StopWords {
  private static final StopWords ENGLISH = read("stop-words.txt");

  /// Shorter words with that ending are nouns, such as "speed".
  private static final int SHORTEST_PARTICIPLE = 6;

  private final Set<String> function;
  private final Set<String> prose;
  private final Set<String> general;
  private final Set<String> banned;
  private final Set<String> heads;
  private final Set<String> vague;

  private StopWords(
      Set<String> function,
      Set<String> prose,
      Set<String> general,
      Set<String> banned,
      Set<String> heads,
      Set<String> vague) {
    this.vague = vague;
    this.heads = heads;
    this.function = function;
    this.prose = prose;
    this.general = general;
    this.banned = banned;
  }

  public static StopWords english() {
    return ENGLISH;
  }

  /// The words of grammar, in lower case.
  public Set<String> functionWords() {
    return function;
  }

  /// Whether a word tells no subject alone: a vague noun, or a participle.
  ///
  /// @param key see [Word#key()]
  public boolean isVague(String key) {
    return vague.contains(key.replace(' ', '-')) || isParticiple(key);
  }

  /// Whether a word is a participle, by its ending.
  ///
  /// @param key see [Word#key()]
  public boolean isParticiple(String key) {
    return key.endsWith("ed") && key.length() >= SHORTEST_PARTICIPLE;
  }

  /// Whether a word may belong to the phrases that it follows.
  ///
  /// @param key see [Word#key()]
  public boolean isHead(String key) {
    return heads.contains(key);
  }

  /// The part that a word can have in a phrase.
  ///
  /// @param lower the word in lower case
  /// @param key see [Word#key()]
  public Word.Kind kind(String lower, String key) {
    if (function.contains(lower)) {
      return Word.Kind.FUNCTION;
    }
    String singular = key.replace(' ', '-');
    if (prose.contains(lower) || prose.contains(singular)) {
      return Word.Kind.PROSE;
    }
    for (String part : key.split(" ", -1)) {
      if (banned.contains(part)) {
        return Word.Kind.PROSE;
      }
    }
    return general.contains(lower) || general.contains(singular)
        ? Word.Kind.GENERAL
        : Word.Kind.CONTENT;
  }

  private static StopWords read(String resource) {
    Map<String, Set<String>> sections = new HashMap<>();
    Set<String> section = new HashSet<>();
    for (String line : text(resource).lines().toList()) {
      if (line.startsWith("[")) {
        section = sections.computeIfAbsent(line, _ -> new HashSet<>());
      } else if (!line.startsWith("#") && !line.isBlank()) {
        section.addAll(List.of(line.split(" ", -1)));
      }
    }
    return new StopWords(
        sections.getOrDefault("[function]", Set.of()),
        sections.getOrDefault("[prose]", Set.of()),
        sections.getOrDefault("[general]", Set.of()),
        sections.getOrDefault("[banned]", Set.of()),
        sections.getOrDefault("[heads]", Set.of()),
        sections.getOrDefault("[vague]", Set.of()));
  }

  private static String text(String resource) {
    try (InputStream in = StopWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": not beside its class. Build again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
