package org.papermap.embed.internal.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a paper is made of, by the names that sources give it. Where a source has several names of
/// one field, the one listed first counts and the others are further fields of the paper.
public enum Field {
  ID("id", "paperid", "arxivid", "arxiv", "doi", "key", "citekey", "bibkey", "uid", "pmid"),
  TITLE("title", "papertitle", "articletitle", "documenttitle", "name"),
  ABSTRACT(
      "abstract",
      "abstracttext",
      "paperabstract",
      "abstractnote",
      "abstracts",
      "summary",
      "description",
      "text"),
  AUTHORS("authors", "author", "authornames", "authorslist", "authorlist", "creators", "creator"),
  DATE(
      "date",
      "published",
      "publishedat",
      "publisheddate",
      "publicationdate",
      "pubdate",
      "submitted",
      "submitteddate",
      "submissiondate",
      "created",
      "createdat",
      "publicationyear",
      "year",
      "updated",
      "updatedate"),
  URL("url", "link", "href", "paperurl", "arxivurl", "pdfurl"),
  /// A DOI in any spelling; by name it is an [#ID].
  DOI(),
  /// An arXiv identifier in any spelling; by name it is an [#ID].
  ARXIV(),
  /// Journal, conference or publisher; by name a further field.
  VENUE(),
  /// Keywords; by name a further field.
  KEYWORDS();

  /// How a field is meant by a name.
  ///
  /// @param rank 0 for the name that counts most
  public record Match(Field field, int rank) {}

  private static final Map<String, Match> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      for (int rank = 0; rank < field.names.size(); rank++) {
        BY_NAME.put(field.names.get(rank), new Match(field, rank));
      }
    }
  }

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /// The field that a column or key of this name holds; upper and lower case, spaces and
  /// punctuation do not matter.
  public static Optional<Match> named(String name) {
    Match plain = BY_NAME.get(name);
    return Optional.ofNullable(plain == null ? BY_NAME.get(PlainText.bareName(name)) : plain);
  }
}
