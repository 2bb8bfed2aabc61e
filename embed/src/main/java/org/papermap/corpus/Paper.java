package org.papermap.corpus;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A paper: its title, its abstract, and what its source says about it.
///
/// @param id unique within a corpus; the identifier its source gave, or one derived from the
///   content
/// @param title one line, not blank
/// @param abstractText plain text; empty where the source has none
/// @param authors names as they are printed, in the order of the paper; may be empty
/// @param date the day of publication, or the first of the month or year if no more is told (see
///   [#dateText()]), or null when the source does not tell
/// @param url an `http` or `https` address of the paper, or null
/// @param extra further fields of the source (`upvotes`, `label`, …) by name, in the source's order
public record Paper(
    String id,
    String title,
    String abstractText,
    List<String> authors,
    @Nullable LocalDate date,
    @Nullable URI url,
    Map<String, String> extra) {

  private static final Pattern ORIGINAL =
      Pattern.compile("(date|ris|bibtex|nbib|endnote|wos|wos-table|refworks|csl):.");

  /// The further field with the date as far as the source tells it, where that is no whole day.
  static final String TOLD_DATE = "date:told";

  public Paper {
    requireText(id, "id");
    requireText(title, "title");
    if (!abstractText.isEmpty()) {
      requireText(abstractText, "abstractText");
    }
    if (url != null && !isWebAddress(url)) {
      throw new IllegalArgumentException("url: " + url + ". Give an http or https address.");
    }
    authors = List.copyOf(authors);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /// A paper with these three fields alone.
  public static Paper of(String id, String title, String abstractText) {
    return new Paper(id, title, abstractText, List.of(), null, null, Map.of());
  }

  /// The further fields that people read: all but those that are only kept to write the record back
  /// as it was (`ris:TY`, `bibtex:series`).
  public Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    extra.forEach((name, value) -> {
      if (!ORIGINAL.matcher(name).lookingAt()) {
        shown.put(name, value);
      }
    });
    return shown;
  }

  /// The date as far as the source tells it, `2021`, `2021-05` or `2021-05-12`; empty if there is
  /// none.
  public String dateText() {
    if (date == null) {
      return "";
    }
    String day = date.toString();
    String told = extra.getOrDefault(TOLD_DATE, day);
    return !told.isEmpty() && day.startsWith(told) ? told : day;
  }

  /// Whether the source has an abstract; a paper without one stands on the map by its title.
  public boolean hasAbstract() {
    return !abstractText.isEmpty();
  }

  /// The text that stands for the paper when it is embedded: the title as a sentence, then the
  /// abstract; the title alone where there is no abstract.
  public String text() {
    if (!hasAbstract()) {
      return title;
    }
    char last = title.charAt(title.length() - 1);
    return title + (last == '.' || last == '?' || last == '!' ? " " : ". ") + abstractText;
  }

  static boolean isWebAddress(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }

  private static void requireText(String value, String field) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + ": blank. Give some text.");
    }
  }
}
