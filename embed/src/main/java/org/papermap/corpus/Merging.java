package org.papermap.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Joins two records of one work.
final class Merging {
  private static final Pattern DERIVED = Pattern.compile("[0-9a-f]{16}(-.*)?");

  private Merging() {}

  /// The earlier paper with what it lacks from the later one, and the later one's id beside its
  /// own.
  static Paper of(Paper earlier, Paper later) {
    Map<String, String> extra = new LinkedHashMap<>(earlier.extra());
    later
        .extra()
        .forEach((name, value) -> {
          if (!name.equals(CorpusBuilder.ALSO_AS)
              && !name.equals(Paper.TOLD_DATE)
              && !isOriginal(name, earlier)) {
            extra.putIfAbsent(name, value);
          }
        });
    if (!later.id().equals(earlier.id()) && !isDerived(later)) {
      extra.merge(CorpusBuilder.ALSO_AS, later.id(), Merging::with);
    }
    Paper dated = isDatedBetter(later, earlier) ? later : earlier;
    extra.remove(Paper.TOLD_DATE);
    if (dated.extra().containsKey(Paper.TOLD_DATE)) {
      extra.put(Paper.TOLD_DATE, dated.dateText());
    }
    return new Paper(
        earlier.id(),
        earlier.title(),
        earlier.hasAbstract() ? earlier.abstractText() : later.abstractText(),
        earlier.authors().isEmpty() ? later.authors() : earlier.authors(),
        dated.date(),
        earlier.url() == null ? later.url() : earlier.url(),
        extra);
  }

  /// Whether the later record alone has a date, or tells the day of the month or year that the
  /// earlier one tells.
  private static boolean isDatedBetter(Paper later, Paper earlier) {
    return later.dateText().length() > earlier.dateText().length()
        && later.dateText().startsWith(earlier.dateText());
  }

  /// Whether the value is a tag of the source, kept to write one record back, and the earlier paper
  /// has such tags of its own, with which it must not mix.
  private static boolean isOriginal(String name, Paper earlier) {
    int colon = name.indexOf(':');
    if (colon <= 0) {
      return false;
    }
    String format = name.substring(0, colon + 1);
    return earlier.extra().keySet().stream().anyMatch(own -> own.startsWith(format));
  }

  /// Whether the id is made of the content, and so names nothing elsewhere.
  private static boolean isDerived(Paper paper) {
    return DERIVED.matcher(paper.id()).matches();
  }

  private static String with(String ids, String more) {
    return ("; " + ids + ";").contains("; " + more + ";") ? ids : ids + "; " + more;
  }
}
