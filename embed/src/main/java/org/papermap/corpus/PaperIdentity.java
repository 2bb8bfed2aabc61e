package org.papermap.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;

/// By what a paper is known.
///
/// @param id the identifier that its source or a service gives it, in normal form, or null; never
///   the number of a row
/// @param doi in normal form, or null
/// @param arxiv in normal form, or null
/// @param pubmed `PMID:` and the number, or null
/// @param isNamed whether its source gives it an id of its own, of none of these kinds
record PaperIdentity(
    @Nullable String id,
    @Nullable String doi,
    @Nullable String arxiv,
    @Nullable String pubmed,
    boolean isNamed) {

  /// @param numbersAreIds whether a small whole number may be an id
  static PaperIdentity of(Row row, boolean numbersAreIds) {
    List<String> ids = row.all(Field.ID);
    List<String> keys = row.all(Field.KEY);
    String pubmed = pubmed(row.all(Field.PUBMED), ids);
    String doi = first(List.of(row.all(Field.DOI), ids, row.all(Field.URL), keys), false);
    String arxiv =
        first(
            List.of(row.all(Field.ARXIV), ids, row.all(Field.DOI), row.all(Field.URL), keys), true);
    String own = ownId(ids, numbersAreIds);
    String id = own;
    for (String other : new @Nullable String[] {arxiv, doi, pubmed, ownId(keys, numbersAreIds)}) {
      id = id == null ? other : id;
    }
    boolean isNamed = own != null && !own.equals(doi) && !own.equals(arxiv) && !own.equals(pubmed);
    return new PaperIdentity(id, doi, arxiv, pubmed, isNamed);
  }

  private static @Nullable String pubmed(List<String> numbers, List<String> ids) {
    for (String number : numbers) {
      Optional<String> found = Identifiers.pubmed("PMID:" + number.replaceFirst("\\.0+$", ""));
      if (found.isPresent()) {
        return found.get();
      }
    }
    for (String id : ids) {
      Optional<String> found = Identifiers.pubmed(id);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return null;
  }

  private static @Nullable String ownId(List<String> ids, boolean numbersAreIds) {
    for (String id : ids) {
      if (numbersAreIds || !Identifiers.isRowNumber(id)) {
        return Identifiers.normal(id);
      }
    }
    return null;
  }

  private static @Nullable String first(List<List<String>> sources, boolean arxiv) {
    for (List<String> source : sources) {
      for (String text : source) {
        Optional<String> found = arxiv ? Identifiers.arxiv(text) : Identifiers.doi(text);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return null;
  }

  /// What two records of one work share.
  Set<String> shared() {
    Set<String> shared = new LinkedHashSet<>();
    for (String each : new @Nullable String[] {doi, arxiv, pubmed}) {
      if (each != null) {
        shared.add(each);
      }
    }
    return shared;
  }

  /// Whether the two have different identifiers of one kind, and so are different works.
  boolean contradicts(PaperIdentity other) {
    return differ(doi, other.doi) || differ(arxiv, other.arxiv) || differ(pubmed, other.pubmed);
  }

  private static boolean differ(@Nullable String mine, @Nullable String theirs) {
    return mine != null && theirs != null && !mine.equals(theirs);
  }
}
