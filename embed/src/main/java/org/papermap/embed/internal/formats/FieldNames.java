package org.papermap.embed.internal.formats;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which field a source means by a name: what the user says first, then the common names.
public final class FieldNames {
  private static final FieldNames COMMON = new FieldNames(Map.of());

  private static final List<Field> BESIDE_TITLES =
      List.of(Field.ABSTRACT, Field.AUTHORS, Field.DOI, Field.ARXIV, Field.PUBMED, Field.DATE);

  private static final Set<String> PARTS = Set.of("attachment", "note", "annotation");

  private final Map<Field, String> mapped;

  private FieldNames(Map<Field, String> mapped) {
    this.mapped = new EnumMap<>(Field.class);
    this.mapped.putAll(mapped);
  }

  /// The common names alone.
  public static FieldNames common() {
    return COMMON;
  }

  /// The common names, but for these fields the names that the user gives, and no other. Upper and
  /// lower case, spaces and punctuation do not matter, unless a name has nothing else.
  public static FieldNames mapped(Map<Field, String> names) {
    return names.isEmpty() ? COMMON : new FieldNames(names);
  }

  /// The field that a column or key of this name holds.
  public Optional<Field.Match> named(String name) {
    for (Map.Entry<Field, String> entry : mapped.entrySet()) {
      if (isSame(name, entry.getValue())) {
        return Optional.of(new Field.Match(entry.getKey(), 0));
      }
    }
    return Field.named(name).filter(match -> !mapped.containsKey(match.field()));
  }

  public boolean isNamed(String name, Field field) {
    return named(name).filter(match -> match.field() == field).isPresent();
  }

  /// Whether columns of these names are those of papers: a title, and something else that papers
  /// have.
  public boolean areOfPapers(List<String> columns) {
    List<String> sure = columns.stream().filter(name -> !isSame(name, "data")).toList();
    return has(columns, Field.TITLE)
        && !Goods.are(columns)
        && BESIDE_TITLES.stream().anyMatch(field -> has(sure, field));
  }

  /// Whether a row of a table is what stands below a column, such as the number of its papers: two
  /// cells at most of four or more, and no letter where a title or an abstract would be.
  public boolean isSum(List<String> columns, List<String> cells) {
    boolean few = columns.size() >= 4 && cells.stream().filter(it -> !it.isBlank()).count() <= 2;
    for (int i = 0; few && i < Math.min(columns.size(), cells.size()); i++) {
      boolean text =
          isNamed(columns.get(i), Field.TITLE) || isNamed(columns.get(i), Field.ABSTRACT);
      few = !(text && cells.get(i).codePoints().anyMatch(Character::isLetter));
    }
    return few;
  }

  /// Whether Zotero's word for the kind of an item means a part of another one.
  public static boolean isPartOfPaper(String type) {
    return PARTS.contains(type);
  }

  private boolean has(List<String> columns, Field field) {
    return columns.stream().anyMatch(name -> isNamed(name, field));
  }

  private static boolean isSame(String name, String given) {
    if (name.strip().equals(given.strip())) {
      return true;
    }
    String bare = PlainText.bareName(given);
    return !bare.isEmpty() && bare.equals(PlainText.bareName(name));
  }
}
