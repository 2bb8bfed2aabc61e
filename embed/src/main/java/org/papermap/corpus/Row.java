package org.papermap.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Markup;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.SourceRecord;

/// One record of a source, its values cleaned and told apart by what they mean.
///
/// @param line where the record begins, from 1
/// @param values by meaning, the one that counts most first; none is blank
/// @param names what the source calls the value that counts, by meaning
/// @param marked title and abstract before their markup was taken away, where they had some
/// @param authors in order, where the source lists them one by one; else they may be in the values
/// @param extra values that mean nothing here, by their own names, in the source's order
/// @param mended letters that had been decoded wrongly
/// @param leftOut characters that nobody sees
record Row(
    long line,
    Map<Field, List<String>> values,
    Map<Field, String> names,
    Map<Field, String> marked,
    List<String> authors,
    Map<String, String> extra,
    int mended,
    int leftOut) {

  /// What people and programs write where an abstract should be.
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "[\\p{P}\\p{S}\\s]*(?:(?:n\\s*/?\\s*a|n\\.\\s?a\\.|none(?:"
              + " available)?|null|nan|nil|undefined|unknown|missing|empty|tba|tbd|to be"
              + " (?:announced|added|done)|not available|unavailable|not applicable|no"
              + " (?:abstract|summary)|abstract|summary|abstracts?|(?:no |the"
              + " )?(?:abstract|summary)s? (?:is |was |were )?(?:not"
              + " |un)?(?:available|provided|found|given|supplied|recorded|present|added)|not"
              + " (?:provided|given|supplied|recorded)|(?:this|the)"
              + " (?:article|paper|record|item|entry) (?:has no|does not have an|contains no)"
              + " abstract|(?:please )?click here\\b.{0,60}|(?:there is )?no"
              + " (?:abstract|summary)\\b.{0,60}|(?:abstract|summary) not\\b.{0,40}|keine?"
              + " (?:abstract|zusammenfassung)\\b.{0,40}|(?:pas de|sans) r[ée]sum[ée].{0,40}|sin"
              + " resumen.{0,20})[\\p{P}\\p{S}\\s]*)?",
          Pattern.CASE_INSENSITIVE);

  /// The word above an abstract, copied with it; `Abstract Meaning Representation` is none.
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:Abstract|ABSTRACT|Zusammenfassung|Résumé|Resumen|Resumo|摘要)"
              + "(?:\\s*[:.：—–]\\s*|\\s+-\\s+)(?=\\S)|ABSTRACT\\s+(?=\\p{Lu}\\p{Ll}|\\p{Lu}\\s)"
              + "|Abstract\\s+(?=(?i:background|objectives?|purpose|introduction|aims?|context"
              + "|importance|motivation|rationale)\\b|\\p{Lu}[\\p{L}'’-]*,?\\s+\\p{Ll}))");

  private static final Pattern NO_TITLE =
      Pattern.compile(
          "[\\p{P}\\p{S}\\s]*(?:(?:n/a|na|nan|null|untitled|no title|title not available"
              + "|no title available)[\\p{P}\\p{S}\\s]*)?",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_PLACEHOLDER = 120;
  private static final int LONGEST_DATE = 30;

  /// The row that the record makes.
  ///
  /// @param formatKey before the names of what is only kept to write the record back
  static Row of(SourceRecord record, FieldNames names, String formatKey) {
    return new Reading(names).row(record, formatKey);
  }

  Optional<String> value(Field field) {
    List<String> all = all(field);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /// All values of the field, the one that counts most first.
  List<String> all(Field field) {
    return values.getOrDefault(field, List.of());
  }

  /// What the row has, by name.
  List<String> all() {
    return Stream.concat(
            values.keySet().stream().map(field -> field.name().toLowerCase(Locale.ROOT)),
            extra.keySet().stream())
        .toList();
  }

  /// Reads one record.
  private static final class Reading {
    private final FieldNames names;
    private int mended;
    private int leftOut;

    Reading(FieldNames names) {
      this.names = names;
    }

    /// A value with what it means, which may be nothing.
    private record Meant(int rank, String name, String marked, String text) {}

    Row row(SourceRecord record, String formatKey) {
      Map<Field, List<Meant>> meant = new EnumMap<>(Field.class);
      Map<String, String> extra = new LinkedHashMap<>();
      for (SourceRecord.Value value : record.values()) {
        Field.Match match =
            value.meaning() == null
                ? names.named(value.name()).orElse(null)
                : new Field.Match(value.meaning(), -1);
        if (match != null && (isOtherData(value, match.field()) || isList(value, match.field()))) {
          match = null;
        }
        boolean people = match != null && match.field() == Field.AUTHORS;
        String marked = clean(people ? AuthorNames.onOneLine(value.text()) : value.text());
        String text = match == null ? marked : plain(marked, match.field());
        if (text.isEmpty()) {
          continue;
        }
        String name = PlainText.oneLine(value.name());
        if (match == null) {
          addFurther(name, text, extra);
        } else {
          meant
              .computeIfAbsent(match.field(), _ -> new ArrayList<>())
              .add(new Meant(match.rank(), name, marked, text));
        }
      }
      Map<Field, List<String>> values = new EnumMap<>(Field.class);
      Map<Field, String> nameOf = new EnumMap<>(Field.class);
      Map<Field, String> marked = new EnumMap<>(Field.class);
      meant.forEach((field, all) -> {
        // Stable: of equal ranks the first counts.
        all.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
        nameOf.put(field, all.getFirst().name());
        if (!all.getFirst().marked().equals(all.getFirst().text())) {
          marked.put(field, all.getFirst().marked());
        }
        values.put(field, choose(field, all, extra));
      });
      addOriginal(record.original(), formatKey, extra);
      List<String> authors =
          record.authors().stream()
              .map(name -> plain(clean(name), Field.AUTHORS))
              .filter(name -> !name.isEmpty())
              .toList();
      return new Row(
          record.line(),
          Collections.unmodifiableMap(values),
          nameOf,
          marked,
          authors,
          extra,
          mended,
          leftOut);
    }

    /// `Data` is a date in some languages and anything in others.
    private static boolean isOtherData(SourceRecord.Value value, Field field) {
      return field == Field.DATE
          && value.name().strip().equalsIgnoreCase("data")
          && (value.text().length() > LONGEST_DATE || PaperDates.of(value.text()).isEmpty());
    }

    /// `ID` is a list of keywords in tables of Web of Science and of bibliometrix.
    private static boolean isList(SourceRecord.Value value, Field field) {
      return field == Field.ID && value.text().contains("; ");
    }

    /// The values by rank. Those that do not count are further fields of the paper.
    private static List<String> choose(Field field, List<Meant> sorted, Map<String, String> extra) {
      for (int i = 1; i < sorted.size(); i++) {
        Meant other = sorted.get(i);
        if (!other.name().isEmpty()) {
          addFurther(other.name(), other.text(), extra);
        }
      }
      if (field == Field.KEYWORDS) {
        return List.of(String.join("; ", sorted.stream().map(Meant::text).toList()));
      }
      return sorted.size() == 1
          ? List.of(sorted.getFirst().text())
          : sorted.stream().map(Meant::text).toList();
    }

    private static void addFurther(String name, String text, Map<String, String> extra) {
      if (!name.isEmpty()) {
        extra.merge(name, text, (first, next) -> first.equals(next) ? first : first + "; " + next);
      }
    }

    private static void addOriginal(
        List<SourceRecord.Original> original, String formatKey, Map<String, String> extra) {
      // Counted, since a record may have ten thousand tags of one name.
      Map<String, Integer> copies = new HashMap<>();
      for (SourceRecord.Original tag : original) {
        String name = formatKey + ":" + PlainText.oneLine(tag.name());
        int copy = copies.merge(name, 1, Integer::sum);
        String free = copy == 1 ? name : name + "#" + copy;
        while (extra.containsKey(free)) {
          free = name + "#" + copies.merge(name, 1, Integer::sum);
        }
        extra.put(free, PlainText.oneLine(tag.value()));
      }
    }

    /// The text without what nobody sees.
    private String clean(String raw) {
      PlainText.Cleaned cleaned = PlainText.clean(raw);
      mended += cleaned.mended();
      leftOut += cleaned.leftOut();
      return cleaned.text();
    }

    /// The text without markup where the field is read as text; blank where it says that there is
    /// none.
    private static String plain(String text, Field field) {
      return switch (field) {
        case TITLE -> without(NO_TITLE, plain(text));
        case ABSTRACT -> without(PLACEHOLDER, LABEL.matcher(plain(text)).replaceFirst(""));
        case AUTHORS, VENUE, KEYWORDS -> plain(text);
        case ID, DATE, URL, DOI, ARXIV, PUBMED, KEY -> text;
      };
    }

    private static String plain(String text) {
      String plain = Markup.plain(text);
      return plain.equals(text) ? text : PlainText.oneLine(plain);
    }

    private static String without(Pattern placeholder, String text) {
      return text.length() <= LONGEST_PLACEHOLDER && placeholder.matcher(text).matches()
          ? ""
          : text;
    }
  }
}
