package org.papermap.embed.internal.formats.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;

/// What the fields of a MARC record mean, in MARC 21 and in UNIMARC, which has the title in 200
/// (Library of Congress, MARC 21 Format for Bibliographic Data; IFLA, UNIMARC Manual).
public final class MarcRecord {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d(?!\\d)");
  private static final Pattern DOI =
      Pattern.compile("(?i)(?:doi:|\\S*doi\\.org/)?10\\.\\d{4,9}/.+");

  /// What cataloguing puts behind a part because of the part that comes next.
  private static final Pattern BEFORE_NEXT = Pattern.compile("\\s*[/:;,=]\\s*$");

  /// A full stop that ends a field, not an initial.
  private static final Pattern FULL_STOP = Pattern.compile("(?<=[\\p{Ll}\\d)\\]])\\.$");

  /// Who did not write the work, by words and by UNIMARC's numbers.
  private static final Set<String> OTHERS =
      Set.of(
          ("edt ths trl ill dgs rev opn editor advisor translator thesisadvisor pbl prt fnd spn"
                  + " 340 651 727 730 440 080 650 610 295 555 956")
              .split(" ", -1));

  private final long line;
  private final List<MarcField> fields;
  private final boolean unimarc;

  /// @param line where the record begins, from 1
  public MarcRecord(long line, List<MarcField> fields) {
    this.line = line;
    this.fields = fields;
    this.unimarc = fields("245").findAny().isEmpty() && fields("200").findAny().isPresent();
  }

  public SourceRecord record() {
    SourceRecord.Builder record = SourceRecord.at(line);
    fields("001").findFirst().ifPresent(it -> record.put(Field.KEY, "001", it.text()));
    record.put(Field.TITLE, title());
    record.put(Field.ABSTRACT, summary());
    authors().forEach(record::author);
    record.put(Field.DATE, date());
    Stream.of("024", "017")
        .flatMap(this::fields)
        .filter(id -> id.first("2").equalsIgnoreCase("doi") || DOI.matcher(id.first("a")).matches())
        .findFirst()
        .ifPresent(id -> record.put(Field.DOI, id.first("a")));
    List<String> addresses = fields("856").flatMap(field -> field.all("u")).toList();
    addresses.stream().findFirst().ifPresent(address -> record.put(Field.URL, address));
    addresses.stream()
        .filter(address -> address.contains("doi.org/"))
        .findFirst()
        .ifPresent(address -> record.put(Field.DOI, address));
    record.put(Field.VENUE, "journal", bare(first("t", unimarc ? "461" : "773", "463")));
    record.put(
        Field.KEYWORDS,
        "keywords",
        tags("650 653", "606 610")
            .flatMap(subject -> subject.all("a"))
            .map(MarcRecord::bare)
            .distinct()
            .collect(Collectors.joining("; ")));
    return record.build();
  }

  /// With what names the part of a work in several.
  private String title() {
    Optional<MarcField> field = tags("245", "200").findFirst();
    if (field.isEmpty()) {
      return "";
    }
    StringBuilder title = new StringBuilder();
    for (MarcField.Part part : field.get().parts()) {
      boolean named = unimarc ? "aehi".contains(part.code()) : "abnp".contains(part.code());
      String text = bare(part.text());
      if (named && !text.isEmpty()) {
        boolean number = "nh".contains(part.code());
        title.append(title.isEmpty() ? "" : number ? ". " : ": ").append(text);
      }
    }
    return title.toString();
  }

  /// The field that says it is an abstract, else the longest.
  private String summary() {
    List<MarcField> summaries = tags("520", "330").toList();
    return summaries.stream()
        .filter(field -> field.indicators().startsWith("3"))
        .findFirst()
        .map(MarcRecord::whole)
        .orElseGet(() ->
            summaries.stream()
                .map(MarcRecord::whole)
                .reduce("", (best, next) -> next.length() > best.length() ? next : best));
  }

  private static String whole(MarcField summary) {
    return (summary.first("a") + " " + summary.first("b")).strip();
  }

  /// People, else the body that the work is entered under, else those who edited it, else other
  /// bodies.
  private List<String> authors() {
    List<MarcField> people = tags("100 700 720", "700 701").toList();
    return Stream.of(
            names(people.stream(), MarcRecord::isAuthor),
            names(tags("110", "710"), MarcRecord::isAuthor),
            names(Stream.concat(people.stream(), tags("", "702")), _ -> true),
            names(tags("710 111 711", "711 712"), MarcRecord::isAuthor))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> names(Stream<MarcField> people, Predicate<MarcField> which) {
    return people.filter(which).map(this::name).filter(name -> !name.isEmpty()).distinct().toList();
  }

  /// UNIMARC has the parts of a name apart, and MARC 21 those of a body.
  private String name(MarcField field) {
    String name = bare(field.first("a"));
    String further = bare(field.first("b"));
    if (further.isEmpty()) {
      return name;
    }
    boolean body = field.tag().startsWith("1", 1);
    return name + (body ? ": " : unimarc ? ", " : " ") + further;
  }

  private static boolean isAuthor(MarcField person) {
    return Stream.of("e", "4")
        .flatMap(person::all)
        .map(role -> bare(role).toLowerCase(Locale.ROOT).replaceAll(".*/", ""))
        .noneMatch(OTHERS::contains);
  }

  private String date() {
    List<String> told = new ArrayList<>();
    tags("264 260", "214 210 219")
        .flatMap(field -> field.all(unimarc ? "d" : "c"))
        .forEach(told::add);
    tags("773", "").flatMap(field -> field.all("g")).forEach(told::add);
    // Fields of fixed lengths have the year at a known place.
    fields(unimarc ? "100" : "008")
        .map(field -> unimarc ? field.first("a") : field.text())
        .filter(codes -> codes.length() > 12)
        .map(codes -> unimarc ? codes.substring(9, 13) : codes.substring(7, 11))
        .forEach(told::add);
    return told.stream()
        .map(YEAR::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElse("");
  }

  private Stream<MarcField> fields(String tag) {
    return fields.stream().filter(field -> field.tag().equals(tag));
  }

  /// The fields of these tags, tag by tag.
  private Stream<MarcField> tags(String ofMarc21, String ofUnimarc) {
    return Stream.of((unimarc ? ofUnimarc : ofMarc21).split(" ", -1)).flatMap(this::fields);
  }

  private String first(String code, String... tags) {
    return Stream.of(tags)
        .flatMap(this::fields)
        .map(field -> field.first(code))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String bare(String part) {
    String bare = BEFORE_NEXT.matcher(part.strip()).replaceFirst("");
    return FULL_STOP.matcher(bare).replaceFirst("");
  }
}
