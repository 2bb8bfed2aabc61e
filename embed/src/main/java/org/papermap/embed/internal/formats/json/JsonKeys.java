package org.papermap.embed.internal.formats.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.files.ResourceText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What the keys of a JSON object mean: by the common names of fields, with the prefixes and
/// endings that schemas put around them (`dc:title`, `title_s`), and by names that only services
/// use. One object for one source, from several threads.
final class JsonKeys {
  /// Names of services for the common ones.
  private static final Map<String, String> SAME =
      ResourceText.meanings(JsonKeys.class, "common-names.txt");

  /// Names of a title that other things have too.
  private static final Set<String> WEAK = Set.of("name", "displayname");

  /// What other things than papers have beside their names.
  private static final Set<String> LOOSE = Set.of("description", "text", "descriptions");

  private static final List<String> OF_SOFTWARE =
      ResourceText.section(JsonKeys.class, "members.txt", "software");

  /// Kinds of works in schema.org's words.
  private static final Pattern OF_WORKS =
      Pattern.compile(
          "(?i)article|work|thesis|report|chapter|book|data|publication|paper|print|document|posting");

  private static final Set<String> PREFIXES =
      Set.of("dc", "dcterms", "prism", "citation", "bibo", "schema", "ns0", "ns1");

  private static final Pattern ENDING = Pattern.compile("_(s|t|i|dt|txt|ss|display|str|en|en_s)$");

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\d\\s'’().,:*!?-]+");
  private static final int LONGEST_LABEL = 40;

  /// More keys than any schema has; those beyond are told each time anew.
  private static final int REMEMBERED = 4096;

  private final FieldNames names;
  private final Map<String, Meaning> known = new ConcurrentHashMap<>();

  JsonKeys(FieldNames names) {
    this.names = names;
  }

  /// What a key means.
  ///
  /// @param name the common name for it; the key itself if nothing is known of it
  /// @param weak whether other things than papers have such a title too
  record Meaning(String name, @Nullable Field field, boolean weak) {}

  Meaning of(String key) {
    Meaning meaning = known.get(key);
    if (meaning == null) {
      String name = name(key);
      Field field = names.named(name).map(Field.Match::field).orElse(null);
      boolean weak =
          names == FieldNames.common()
              && field == Field.TITLE
              && WEAK.contains(PlainText.bareName(key));
      meaning = new Meaning(name, field, weak);
      if (known.size() < REMEMBERED) {
        known.put(key, meaning);
      }
    }
    return meaning;
  }

  /// Whether dates are told by the common names, and not by one that the user gave.
  boolean hasCommonDates() {
    return names.isNamed("date", Field.DATE);
  }

  private String name(String key) {
    String same = SAME.get(PlainText.bareName(key));
    if (same != null && names.named(same).isPresent()) {
      return same;
    }
    if (names.named(key).isPresent()) {
      return key;
    }
    String bare = ENDING.matcher(withoutPrefix(key)).replaceFirst("");
    if (bare.equals(key)) {
      return key;
    }
    String known = SAME.getOrDefault(PlainText.bareName(bare), bare);
    return names.named(known).isPresent() ? known : key;
  }

  private static String withoutPrefix(String key) {
    int end = 0;
    while (end < key.length() && key.charAt(end) != ':' && key.charAt(end) != '.') {
      end++;
    }
    return end < key.length() && PREFIXES.contains(key.substring(0, end))
        ? key.substring(end + 1)
        : key;
  }

  boolean means(String key, Field field) {
    return of(key).field() == field;
  }

  /// The object's title, or empty. A mere name is a title only beside what papers have.
  String title(JsonNode object) {
    if (areOfOther(object)) {
      return "";
    }
    String weak = "";
    boolean paperlike = false;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Meaning meaning = of(entry.getKey());
      if (meaning.field() == Field.TITLE) {
        String text = JsonTexts.first(entry.getValue());
        if (!text.isBlank() && !meaning.weak()) {
          return text.length() <= LONGEST_LABEL && areLabels(object) ? "" : text;
        }
        weak = weak.isEmpty() ? text : weak;
      } else {
        paperlike |=
            (meaning.field() == Field.ABSTRACT && !LOOSE.contains(meaning.name()))
                || meaning.field() == Field.AUTHORS
                || meaning.name().equalsIgnoreCase("doi");
      }
    }
    return paperlike && !isOther(object) ? weak : "";
  }

  /// Whether the object is what a package of software says of itself, which has a name, authors and
  /// a description as well; or is of a kind that is no work, such as a recipe.
  private static boolean isOther(JsonNode object) {
    String kind = JsonTexts.list(object.path("@type"));
    return ofSoftware(object) > 1 || !(kind.isEmpty() || OF_WORKS.matcher(kind).find());
  }

  /// How many members the object has that packages of software have; a data set may have two.
  static int ofSoftware(JsonNode object) {
    int own = 0;
    for (String member : OF_SOFTWARE) {
      own += object.has(member) ? 1 : 0;
    }
    return own;
  }

  /// Whether the values are what a form or a page calls its fields: `{"title": "Your title"}`.
  boolean areLabels(JsonNode object) {
    int labels = 0;
    JsonNode title = MissingNode.getInstance();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Field field = of(entry.getKey()).field();
      if (field == Field.TITLE) {
        title = entry.getValue();
      } else if (field == Field.ABSTRACT || field == Field.AUTHORS) {
        labels += isLabel(field, entry.getValue()) ? 1 : 0;
      }
    }
    return labels > 0 && isLabel(Field.TITLE, title);
  }

  private static boolean isLabel(Field field, JsonNode value) {
    return value.isString()
        && value.asString().length() <= LONGEST_LABEL
        && WORDS.matcher(value.asString()).matches()
        && Arrays.stream(value.asString().split("[^\\p{L}]+", -1))
            .anyMatch(word -> FieldNames.common().isNamed(word, field));
  }

  /// Whether the object has an abstract that is not blank.
  boolean hasAbstract(JsonNode object) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (means(entry.getKey(), Field.ABSTRACT)
          && (JsonTexts.isInverted(entry.getValue())
              || (JsonTexts.mayBeText(entry.getValue())
                  && !JsonTexts.first(entry.getValue()).isBlank()))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the object has an abstract under a name that only papers have.
  boolean hasOwnAbstract(JsonNode object) {
    return hasAbstract(object)
        && object.properties().stream()
            .map(Map.Entry::getKey)
            .anyMatch(
                key -> means(key, Field.ABSTRACT) && !LOOSE.contains(PlainText.bareName(key)));
  }

  /// The first member that means this, or a missing value.
  JsonNode member(JsonNode object, Field field) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Meaning meaning = of(entry.getKey());
      if (meaning.field() == field && !meaning.weak()) {
        return entry.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  /// Whether the object describes an interface of programs, a place on a map or the form of data,
  /// which have titles, too.
  static boolean areOfOther(JsonNode object) {
    String type = JsonTexts.scalar(object.path("type"));
    return object.has("openapi")
        || object.has("swagger")
        || object.has("asyncapi")
        || (type.equals("Feature") && object.has("geometry"))
        || (type.equals("FeatureCollection") && object.has("features"))
        || (type.equals("object") && object.path("properties").isObject());
  }
}
