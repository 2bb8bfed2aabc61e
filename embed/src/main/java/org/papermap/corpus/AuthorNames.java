package org.papermap.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names in a text: `A, B and C`, `A; B`, `Last, First and Last, First`, `Last A, Last B`,
/// `Last, First, Last, First`, a list of Python or JSON. Each name stays as it is written. A lone
/// `Last, First` is one name.
final class AuthorNames {
  private static final Pattern QUOTED =
      Pattern.compile(
          "'((?:[^'\\\\]++|\\\\.|(?<=\\p{L})'(?=\\p{L})){0,500}+)'"
              + "|\"((?:[^\"\\\\]++|\\\\.){0,500}+)\"");

  /// A name within a dictionary of a list.
  private static final Pattern KEYED =
      Pattern.compile(
          "['\"](?:name|full_?name|display_name|author)['\"]\\s*:\\s*(?:'([^']*)'|\"([^\"]*)\")",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NAME = 60;

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern AND = Pattern.compile("\\s+(?:and|und|et|y|e|&)\\s+|\\s*&\\s*");
  private static final Pattern AND_BEFORE = Pattern.compile("^(?:and|und|&)\\s+");
  private static final Pattern OTHERS =
      Pattern.compile("(?:others|et\\.?\\s?al\\.?|u\\.\\s?a\\.)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ET_AL_AT_END =
      Pattern.compile("[,;]?\\s+(?:et\\.?\\s?al\\.?|and others)\\s*$", Pattern.CASE_INSENSITIVE);

  /// Numbers that Scopus puts after a name.
  private static final Pattern NUMBER_AFTER = Pattern.compile("\\s*\\(\\d{4,}\\)$");

  /// When somebody lived, as libraries write behind a name: `Lind, Ada, 1870-1942`; or the number
  /// by which DBLP tells those of one name apart: `Ada Lind 0001`.
  private static final Pattern LIFE_AFTER =
      Pattern.compile(
          "\\s0\\d{3}$|(?:,|\\s)\\s*[\\[(]?1\\d{3}\\??\\s?[-–](?:\\s?[12]\\d{3})?[\\])]?\\.?$");

  private static final Pattern INITIALS =
      Pattern.compile("(?:\\p{Lu}\\p{M}*\\p{Ll}?\\.?[ -]?){1,4}");
  private static final Pattern ENDS_WITH_INITIALS =
      Pattern.compile(".+\\s\\p{Lu}{1,3}|.+\\s(?:\\p{Lu}\\.[ -]?){1,3}");

  /// `Lind A, Moreau J.`: the only full stop ends the list.
  private static final Pattern ENDED_LIST = Pattern.compile("[^.,;]+\\s\\p{Lu}{1,3}[,;][^.]*\\.");

  private static final Pattern TITLE_AFTER =
      Pattern.compile("(?:jr|sr|ii|iii|iv|phd|ph\\.d|md|m\\.d)\\.?", Pattern.CASE_INSENSITIVE);

  private static final Set<String> PARTICLES =
      Set.of(
          "van von der den de del della da dos du la le el al bin ibn ter ten zu zur"
              .split(" ", -1));

  private static final Pattern SPANISH_FAMILY =
      Pattern.compile(
          "(?!Beatriz|Luiz|Inez|Liz|Aziz|Hafiz)\\p{Lu}\\p{Ll}+(?:ez|iz|oz)|Garc[ií]a|Torres|Flores|Rivera|Moreno|Castro|Ortega");

  private static final String AT_END_OF_NAME = "(?=\\s*(?:[,;|&]|(?:and|und)\\s|$))";

  /// `(University of Bergen)` behind a name; `(Bill)` within one stays.
  private static final Pattern AFFILIATION =
      Pattern.compile("\\s?\\([^()\\p{L}]*+\\p{L}[^()]++\\)" + AT_END_OF_NAME);

  /// Marks of affiliations: `[1,2]`, `1,2`, `²`, `*`.
  private static final Pattern MARKS =
      Pattern.compile(
          "(?:\\s?\\[[\\d, *†‡]++]|(?<=[\\p{L}.])[\\d¹²³⁴-⁹*†‡§¶#]+(?:,[\\d*†‡§¶#]+)*)"
              + AT_END_OF_NAME);

  private static final Pattern LINE_OF_SEVERAL =
      Pattern.compile("[;|]|\\s(?:and|und|et|&)(?:\\s|$)|,\\s*$");

  private AuthorNames() {}

  /// Names that stand a line each, with `;` between them; other texts as they are.
  static String onOneLine(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text;
    }
    List<String> lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    return lines.size() > 1 && lines.stream().allMatch(AuthorNames::isOneName)
        ? String.join("; ", lines)
        : text;
  }

  /// Without a comma, or with one behind a family name.
  private static boolean isOneName(String line) {
    int comma = line.indexOf(',');
    boolean lastFirst = comma > 0 && comma == line.lastIndexOf(',') && isFamily(line, comma);
    return line.length() <= LONGEST_NAME
        && !LINE_OF_SEVERAL.matcher(line).find()
        && (comma < 0 || lastFirst);
  }

  private static boolean isFamily(String line, int end) {
    return line.lastIndexOf(' ', end) < 0;
  }

  /// Whether this is a name, and no word for nobody.
  static boolean isKnown(String name) {
    return !name.equalsIgnoreCase("[Anonymous]") && !name.equalsIgnoreCase("Anonymous");
  }

  /// A name without the years of a life or a number behind it.
  static String withoutLife(String name) {
    String bare = LIFE_AFTER.matcher(name).replaceFirst("");
    return bare.isBlank() ? name : bare;
  }

  /// The names, in their order.
  static List<String> of(String text) {
    String western = text.strip().replace('；', ';').replace('，', ',').replace('、', ',');
    String bare = ET_AL_AT_END.matcher(western).replaceFirst("");
    if (ENDED_LIST.matcher(bare).matches()) {
      bare = bare.substring(0, bare.length() - 1);
    }
    if (bare.startsWith("{\"") && bare.endsWith("}") && bare.indexOf(':') < 0) {
      bare = "[" + bare.substring(1, bare.length() - 1) + "]"; // as PostgreSQL prints lists
    }
    if (bare.startsWith("[") || bare.startsWith("(") && bare.endsWith(")")) {
      List<String> listed = listed(bare);
      if (!listed.isEmpty()) {
        return listed;
      }
      bare = bare.replaceAll("^[\\[(]+|[\\])]+$", "");
    }
    bare = MARKS.matcher(AFFILIATION.matcher(bare).replaceAll("")).replaceAll("");
    for (String separator : new String[] {";", "|", " / ", " • ", " · ", "\t"}) {
      if (bare.contains(separator)) {
        return split(bare, Pattern.compile(separator, Pattern.LITERAL)).stream()
            .flatMap(part -> ofInitials(part).stream())
            .toList();
      }
    }
    List<String> byAnd = split(bare, AND);
    if (byAnd.stream().allMatch(AuthorNames::isLastFirst)) {
      return byAnd;
    }
    if (byAnd.size() > 1 && byAnd.stream().allMatch(AuthorNames::areGivenFirst)) {
      return byAnd.stream().flatMap(part -> split(part, COMMA).stream()).toList();
    }
    return byAnd.size() == 1
        ? byComma(bare)
        : byAnd.stream().flatMap(part -> byComma(part).stream()).toList();
  }

  /// `Lind A, Moreau J`, which PubMed writes before the name of a group: `; The Knot Group`.
  private static List<String> ofInitials(String part) {
    if (part.indexOf(',') < 0 || part.indexOf('.') >= 0) {
      return List.of(part); // as in `Quinn III, Robert B.`
    }
    List<String> names = split(part, COMMA);
    boolean several =
        names.size() > 1
            && names.stream().allMatch(name -> ENDS_WITH_INITIALS.matcher(name).matches());
    return several ? names : List.of(part);
  }

  /// Whether each name between commas has two words, as in `Ada Lind, Jo Moreau`.
  private static boolean areGivenFirst(String part) {
    return split(part, COMMA).stream()
        .allMatch(name -> name.indexOf(' ') > 0 && !startsWithParticle(name));
  }

  private static List<String> listed(String text) {
    List<String> names = new ArrayList<>();
    Matcher keyed = KEYED.matcher(text);
    while (keyed.find()) {
      names.add(keyed.group(1) == null ? keyed.group(2) : keyed.group(1));
    }
    if (names.isEmpty() && text.indexOf('{') < 0) {
      Matcher quoted = QUOTED.matcher(text);
      while (quoted.find()) {
        names.add(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
      }
    }
    return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  /// The names between commas: one name a comma, or every other comma within a name.
  private static List<String> byComma(String text) {
    List<String> parts = withTitles(split(text, COMMA));
    if (parts.size() == 2 && isLastFirst(parts.get(0) + "," + parts.get(1))) {
      return List.of(text.strip());
    }
    if (parts.size() > 2 && parts.size() % 2 == 0 && alternate(parts)) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += 2) {
        names.add(parts.get(i) + ", " + parts.get(i + 1));
      }
      return names;
    }
    return parts;
  }

  /// The parts, with `Jr.` and the like joined to the name before.
  private static List<String> withTitles(List<String> parts) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!joined.isEmpty() && TITLE_AFTER.matcher(parts.get(i)).matches()) {
        joined.set(joined.size() - 1, joined.getLast() + ", " + parts.get(i));
      } else {
        joined.add(parts.get(i));
      }
    }
    return joined;
  }

  /// Whether the parts are family and given names in turn: no family name has a given name before
  /// it, and no part ends with initials but those that are nothing else.
  private static boolean alternate(List<String> parts) {
    boolean initials = true;
    for (int i = 0; i < parts.size(); i += 2) {
      String family = parts.get(i);
      boolean single = !family.contains(" ") || startsWithParticle(family);
      if (!single || isEastAsian(family) || INITIALS.matcher(family).matches()) {
        return false;
      }
      initials &= INITIALS.matcher(parts.get(i + 1)).matches();
    }
    return initials
        || parts.stream().filter(part -> part.contains(" ")).count() * 2 <= parts.size();
  }

  private static boolean isEastAsian(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic);
  }

  private static boolean startsWithParticle(String name) {
    return PARTICLES.contains(name.split(" ", 2)[0].toLowerCase(Locale.ROOT));
  }

  private static boolean isLastFirst(String name) {
    String[] parts = name.split(",", -1);
    if (parts.length == 3 && TITLE_AFTER.matcher(parts[2].strip()).matches()) {
      return true;
    }
    if (parts.length != 2 || Stream.of(parts).anyMatch(String::isBlank)) {
      return false;
    }
    String first = parts[0].strip();
    String second = parts[1].strip();
    if (isEastAsian(first) || ENDS_WITH_INITIALS.matcher(first).matches()) {
      return false;
    }
    return !first.contains(" ")
        || !second.contains(" ")
        || startsWithParticle(first)
        || (isDoubleFamilyName(first) && !isDoubleFamilyName(second));
  }

  /// `García Márquez`: two family names, as Spanish has them, at least one of them of a common
  /// form.
  private static boolean isDoubleFamilyName(String name) {
    String[] words = name.split(" ", -1);
    return words.length == 2
        && Stream.of(words).anyMatch(word -> SPANISH_FAMILY.matcher(word).matches());
  }

  private static List<String> split(String text, Pattern separator) {
    return separator
        .splitAsStream(text)
        .map(String::strip)
        .map(name -> name.endsWith(")") ? NUMBER_AFTER.matcher(name).replaceFirst("") : name)
        .map(name -> AND_BEFORE.matcher(name).replaceFirst(""))
        .filter(name -> !name.isEmpty() && !OTHERS.matcher(name).matches())
        .toList();
  }
}
