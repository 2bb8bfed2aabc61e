package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Goods;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.SourceRecord;
import tools.jackson.databind.JsonNode;

/// A paper made of JSON objects: of one, or of several that lie in each other, such as the `paper`
/// in an answer of the Hugging Face daily-papers service. The values of an inner object go before
/// those around it. Lists of plain values are joined by semicolons; other nested values are left
/// out, unless they are what services keep titles, abstracts, authors, dates and identifiers in.
final class JsonRecord {
  private static final List<String> ID_KINDS =
      List.of("type", "scheme", "idtype", "identifierType", "external-id-type", "propertyID");
  private static final List<String> ID_VALUES =
      List.of("value", "id", "identifier", "external-id-value", "content");
  private static final Pattern ID_KIND = Pattern.compile("(?i)(doi)|(arxiv)|pmid|pubmed");

  /// Lists of other works than the one they stand in.
  private static final Pattern OF_OTHERS = Pattern.compile("(?i)^(?:referenc|cit|relat|alsosee)");

  /// `Lind A, Moreau J.`, as Europe PMC lists authors.
  private static final Pattern AUTHOR_STRING = Pattern.compile("\\s*,\\s*");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

  /// The rank of the first date by which a forum tells when something was put there.
  private static final int FIRST_OF_FORUM = 4;

  private final JsonKeys keys;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<Integer, String> dates = new TreeMap<>();
  private List<String> authors = new ArrayList<>();

  /// With initials alone, where a list has whole names.
  private List<String> authorString = List.of();

  private JsonRecord(JsonKeys keys) {
    this.keys = keys;
  }

  /// The record of these objects, the innermost first.
  static SourceRecord of(List<JsonNode> layers, long line, JsonKeys keys) {
    JsonRecord paper = new JsonRecord(keys);
    layers.forEach(paper::collect);
    SourceRecord.Builder record = SourceRecord.at(line);
    paper.addYearOfMeeting();
    if (keys.hasCommonDates()) {
      paper.dates.values().forEach(date -> record.put(Field.DATE, date));
    }
    if (layers.stream().allMatch(layer -> keys.title(layer).isBlank())) {
      paper.values.remove("name"); // of something else than a paper
    }
    // OpenAlex gives a title twice.
    paper.values.remove("name", paper.values.get("title"));
    paper.values.forEach(record::put);
    paper.authors.forEach(record::author);
    return record.build();
  }

  /// What the object is, if its own type says that it is no paper.
  static String otherThanPaper(JsonNode object) {
    String type = JsonTexts.scalar(object.path("itemType"));
    if (FieldNames.isPartOfPaper(type)) {
      return type;
    }
    if (!JsonTexts.scalar(object.path("replyto")).isEmpty()) {
      return "a review or a comment";
    }
    if (object.has("nbformat")) {
      return "a notebook";
    }
    if (JsonKeys.ofSoftware(object) > 2) {
      return "a package of software";
    }
    return Goods.are(object.propertyNames()) ? "goods" : "";
  }

  private void collect(JsonNode object) {
    List<String> own = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      JsonKeys.Meaning meaning = keys.of(key);
      String name = meaning.name();
      Field field = meaning.field();
      if (field == Field.TITLE) {
        keep(name, JsonTexts.first(JsonTree.unprinted(value)));
      } else if (field == Field.ABSTRACT) {
        if (JsonTexts.isInverted(value) || JsonTexts.mayBeText(value)) {
          keep(
              name,
              isInLanguages(value, object)
                  ? JsonTexts.first(value)
                  : abstractText(JsonTree.unprinted(value)));
        }
      } else if (field == Field.AUTHORS) {
        addAuthors(key, name, value, own);
      } else if (!keepOfService(key, value)) {
        boolean date = field == Field.DATE;
        String text = date ? JsonDates.of(value) : JsonTexts.first(value);
        keep(name, field == null ? furtherText(value) : text);
      }
    }
    if (authors.isEmpty()) {
      authors = own.isEmpty() ? authorString : own;
    }
  }

  private void keep(String name, String text) {
    if (!text.isBlank()) {
      values.putIfAbsent(name, text);
    }
  }

  /// Whether a list of abstracts, beside as many titles, has the same one in several languages.
  private boolean isInLanguages(JsonNode value, JsonNode object) {
    return value.isArray()
        && value.size() > 1
        && object.properties().stream()
            .filter(entry -> entry.getValue().isArray() && entry.getValue().size() == value.size())
            .anyMatch(entry -> keys.of(entry.getKey()).field() == Field.TITLE);
  }

  private static String abstractText(JsonNode value) {
    if (JsonTexts.isInverted(value)) {
      return JsonTexts.inverted(value);
    }
    if (value.isArray() && value.size() > 1 && isOneOfSeveral(value)) {
      return JsonTexts.first(mainOf(value));
    }
    return JsonTexts.isByLanguage(value) ? JsonTexts.first(value) : JsonTexts.running(value);
  }

  /// Whether the list has the same abstract from several sources, rather than its parts.
  private static boolean isOneOfSeveral(JsonNode list) {
    for (JsonNode each : list) {
      if (!each.has("source") && !each.has("descriptionType") && !each.has("lang")) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode mainOf(JsonNode list) {
    for (JsonNode each : list) {
      if (JsonTexts.scalar(each.path("descriptionType")).equals("Abstract")) {
        return each;
      }
    }
    return list.path(0);
  }

  private void addAuthors(String key, String name, JsonNode value, List<String> own) {
    if (PlainText.bareName(key).equals("authorstring") && value.isString()) {
      String list = value.asString().strip().replaceFirst("\\.$", "");
      authorString = AUTHOR_STRING.splitAsStream(list).toList();
    } else if (value.isString()) {
      keep(name, value.asString());
    } else {
      addNew(JsonAuthors.of(value), own);
    }
  }

  /// Of several lists of the same authors the first counts.
  private static void addNew(List<String> list, List<String> own) {
    if (own.isEmpty()) {
      own.addAll(list);
    }
  }

  /// Keeps what only certain services have, under the common names.
  ///
  /// @return whether the value was such
  private boolean keepOfService(String key, JsonNode value) {
    switch (key) {
      case "issued" -> addDate(0, JsonDates.of(value));
      case "versions" -> addDate(1, JsonTexts.scalar(value.path(0).path("created")));
      case "dates" -> addDate(0, value.isObject() ? JsonDates.of(value) : "");
      case "Journal" -> addDate(0, JsonDates.of(value.path("JournalIssue").path("PubDate")));
      case "contributors" -> {
        if (!value.has("authors")) {
          return keptTyped(key, value);
        }
        authors = JsonAuthors.of(value.path("authors"));
      }
      case "pdate" -> addDate(2, JsonDates.of(value));
      case "odate" -> addDate(FIRST_OF_FORUM, JsonDates.of(value));
      case "cdate", "tcdate" -> addDate(FIRST_OF_FORUM + 1, JsonDates.of(value));
      case "authors_parsed" -> authors = JsonAuthors.of(value);
      case "externalIds", "externalids", "identifiers", "serial-number" -> {
        if (!value.isObject()) {
          return keptTyped(key, value);
        }
        keepIdentifiers(value);
      }
      case "ids" -> keep("doi", JsonTexts.scalar(value.path("doi")));
      case "tldr" -> keep("tldr", JsonTexts.first(value));
      case "primary_location" -> {
        keep("url", JsonTexts.scalar(value.path("landing_page_url")));
        keep("journal", JsonTexts.scalar(value.path("source").path("display_name")));
      }
      case "journalInfo" -> keep("journal", JsonTexts.scalar(value.path("journal").path("title")));
      case "journal", "venue", "publicationVenue" -> {
        return value.isObject() && keptFirst("journal", value);
      }
      case "keywordList" -> keep("keywords", JsonTexts.list(value.path("keyword")));
      case "keywords", "subjects" -> {
        if (value.isObject() || value.path(0).isObject()) {
          keep("keywords", JsonTexts.list(value));
          return true;
        }
        return false;
      }
      default -> {
        return keptTyped(key, value);
      }
    }
    return true;
  }

  /// Keeps identifiers that are listed with their kinds: `[{"type": "doi", "value": "10.…"}]`.
  ///
  /// @return whether the value is such a list
  private boolean keptTyped(String key, JsonNode value) {
    JsonNode list = value.isObject() && value.size() == 1 ? value.iterator().next() : value;
    boolean own = !OF_OTHERS.matcher(key).find();
    boolean typed = false;
    for (JsonNode each : own && list.isArray() ? list : JsonTree.nothing()) {
      String kind = JsonTexts.member(each, ID_KINDS);
      String id = JsonTexts.member(each, ID_VALUES);
      Matcher known = ID_KIND.matcher(kind);
      if (!id.isEmpty() && known.matches()) {
        typed = true;
        keep(known.group(1) != null ? "doi" : known.group(2) != null ? "arxivid" : "pmid", id);
      }
    }
    return typed;
  }

  private boolean keptFirst(String name, JsonNode value) {
    String text = JsonTexts.first(value.path("name").isMissingNode() ? value : value.path("name"));
    keep(name, text);
    return true;
  }

  /// A paper of a forum is of the year of its meeting, and was uploaded the year before.
  private void addYearOfMeeting() {
    Matcher year = YEAR.matcher(values.getOrDefault("venue", values.getOrDefault("journal", "")));
    if (!dates.isEmpty() && dates.keySet().iterator().next() >= FIRST_OF_FORUM && year.find()) {
      dates.put(FIRST_OF_FORUM - 1, year.group());
    }
  }

  private void addDate(int rank, String date) {
    if (!date.isBlank()) {
      dates.putIfAbsent(rank, date);
    }
  }

  private void keepIdentifiers(JsonNode identifiers) {
    for (Map.Entry<String, JsonNode> entry : identifiers.properties()) {
      String text = JsonTexts.scalar(entry.getValue());
      switch (PlainText.bareName(entry.getKey())) {
        case "doi" -> keep("doi", text);
        case "arxiv" -> keep("arxivid", text);
        case "pubmed" -> keep("pmid", text);
        default -> keep(entry.getKey(), text);
      }
    }
  }

  /// The text of a value without a known meaning: a plain one, or a list of plain ones.
  private static String furtherText(JsonNode value) {
    if (!value.isArray()) {
      return JsonTexts.scalar(value);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value) {
      String text = JsonTexts.scalar(each);
      if (!text.isBlank()) {
        texts.add(text);
      }
    }
    return String.join("; ", texts);
  }
}
