package org.papermap.embed.internal.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.files.ResourceText;

/// What a paper is made of, by the names that sources give it. Where a source has several names of
/// one field, the one listed first counts and the others are further fields of the paper.
public enum Field {
  /// What the source itself or a service calls the paper.
  ID,
  TITLE,
  ABSTRACT,
  AUTHORS,
  DATE,
  URL,
  /// A DOI in any spelling.
  DOI,
  /// An arXiv identifier in any spelling.
  ARXIV,
  /// A number in PubMed.
  PUBMED,
  /// What only the user's own library calls the paper, such as the key of a citation. It is the
  /// paper's id where there is no better one.
  KEY,
  /// Journal, conference or publisher; by name a further field.
  VENUE,
  /// Keywords; by name a further field.
  KEYWORDS;

  /// How a field is meant by a name.
  ///
  /// @param rank 0 for the name that counts most
  public record Match(Field field, int rank) {}

  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(.{2,30}?)[\\s_.(\\[-]+(eng?|english|deu?|ger(?:man)?|fra?|fre(?:nch)?|esp?|spa(?:nish)?"
              + "|por?t?|ita?|zh|chi|ja|jpn?|rus?)[)\\]]?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REMARK =
      Pattern.compile(
          "(?i)\\([^()]*\\b(?:max|min|words?|char(?:acter)?s?|required|optional|limit|up"
              + " to|paste|copy|here|please|separated|last|first|format|plain text|as published|in"
              + " full|pegar|copiar|aqu[ií]|apellidos?|nombres?|palabras|m[aá]x|opcional|nom|pr[eé]nom"
              + "|mots|coller|ici|facultatif|nachname|vorname|w[oö]rter|einf[uü]gen|hier|bitte|colar"
              + "|sobrenome|palavras|cognome|parole|incollare)\\b[^()]*\\)");

  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^\\s*(?:\\d+[.)]\\s*)?(?:what(?:'s| is| was| are)|please"
              + " (?:enter|give|paste|provide)|enter|paste) (?:(?:the|your|its) )?");

  /// `Título del artículo`, `Titel der Arbeit`.
  private static final Pattern OF_PAPER =
      Pattern.compile(
          "(?iu)(.{3,20}?)\\s+(?:(?:del|de la|de|du|des|der|do|da|dell?a?)\\s+|de l['’]|dell['’])"
              + "(?:art[ií]culo|article|artikels|papers?|artigo|articolo|trabajo|trabalho|aufsatzes"
              + "|beitrags|arbeit|publicaci[oó]n|publication|publikation|publica[cç][aã]o|autores)");

  private static final Pattern IN_TWO =
      Pattern.compile(
          "([A-Za-z ]{2,30})\\s*[-/(]\\s*[\\p{IsHan}\\p{IsKatakana}\\p{IsHangul}]{1,20}\\)?");

  /// More than any field has names.
  private static final int BEHIND = 200;

  private static final Map<String, Match> BY_NAME = new HashMap<>();

  /// More names than any corpus has columns.
  private static final int REMEMBERED = 4096;

  private static final Map<String, Optional<Match>> KNOWN = new ConcurrentHashMap<>();

  static {
    for (Field field : values()) {
      for (int rank = 0; rank < field.names.size(); rank++) {
        BY_NAME.put(field.names.get(rank), new Match(field, rank));
      }
    }
  }

  private final List<String> names;

  Field() {
    names = ResourceText.section(Field.class, "fields.txt", name().toLowerCase(Locale.ROOT));
  }

  /// The field that a column or key of this name holds; upper and lower case, spaces and
  /// punctuation do not matter. Names are asked for again with every record.
  public static Optional<Match> named(String name) {
    Optional<Match> known = KNOWN.get(name);
    if (known == null) {
      known = find(name);
      if (KNOWN.size() < REMEMBERED) {
        KNOWN.put(name, known);
      }
    }
    return known;
  }

  private static Optional<Match> find(String name) {
    Match plain = BY_NAME.get(name);
    if (plain == null) {
      plain = BY_NAME.get(PlainText.bareName(name));
    }
    return plain == null
        ? inLanguage(name)
            .or(() -> plain(IN_TWO, name))
            .or(() -> plain(OF_PAPER, name))
            .or(() -> withoutRemark(name))
        : Optional.of(plain);
  }

  /// `Abstract (max 250 words)`, `What is the title of the paper?`, as forms ask for it: behind one
  /// without such a remark.
  private static Optional<Match> withoutRemark(String name) {
    String bare = ASKED.matcher(REMARK.matcher(name).replaceAll("")).replaceFirst("");
    return bare.length() < name.length()
        ? Optional.ofNullable(BY_NAME.get(PlainText.bareName(bare)))
            .map(match -> new Match(match.field(), match.rank() + BEHIND))
        : Optional.empty();
  }

  /// What the first part of the name means, such as in `Title-题名`, as services of East Asia name
  /// their columns in English and in their language.
  private static Optional<Match> plain(Pattern parts, String name) {
    Matcher found = parts.matcher(name);
    return found.matches()
        ? Optional.ofNullable(BY_NAME.get(PlainText.bareName(found.group(1))))
        : Optional.empty();
  }

  /// `Title (EN)`, `abstract_fr`: behind one without a language, English before others.
  private static Optional<Match> inLanguage(String name) {
    Matcher tagged = LANGUAGE.matcher(name);
    if (!tagged.matches()) {
      return Optional.empty();
    }
    boolean english = tagged.group(2).toLowerCase(Locale.ROOT).startsWith("en");
    return Optional.ofNullable(BY_NAME.get(PlainText.bareName(tagged.group(1))))
        .filter(match -> match.field() == TITLE || match.field() == ABSTRACT)
        .map(match -> new Match(match.field(), match.rank() + (english ? BEHIND : 2 * BEHIND)));
  }
}
