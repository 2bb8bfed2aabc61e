package org.papermap.cluster.internal.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.papermap.files.ResourceText;

/// The English stop words of `stop-words.txt`, by section.
public final class StopWords {
  private static final StopWords ENGLISH = new StopWords();

  /// Shorter words with that ending are nouns, such as "speed".
  private static final int SHORTEST_PARTICIPLE = 6;

  private final Map<String, List<String>> sections =
      ResourceText.sections(StopWords.class, "stop-words.txt");
  private final Set<String> function = section("function");
  private final Set<String> prose = section("prose");
  private final Set<String> general = section("general");
  private final Set<String> banned = section("banned");
  private final Set<String> heads = section("heads");
  private final Set<String> vague = section("vague");

  private StopWords() {}

  private Set<String> section(String name) {
    return Set.copyOf(sections.getOrDefault(name, List.of()));
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
}
