package org.papermap.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    String pubmed =
        Stream.concat(
                row.all(Field.PUBMED).stream()
                    .map(it -> it.replaceFirst("\\.0+$", ""))
                    .map(it -> "PMID:" + it),
                ids.stream())
            .flatMap(it -> Identifiers.pubmed(it).stream())
            .findFirst()
            .orElse(null);
    String doi = first(List.of(row.all(Field.DOI), ids, row.all(Field.URL), keys), false);
    String arxiv =
        first(
            List.of(row.all(Field.ARXIV), ids, row.all(Field.DOI), row.all(Field.URL), keys), true);
    Optional<String> own =
        ids.stream()
            .filter(it -> numbersAreIds || !Identifiers.isRowNumber(it))
            .map(Identifiers::normal)
            .findFirst();
    Optional<String> key =
        keys.stream()
            .filter(it -> numbersAreIds || !Identifiers.isRowNumber(it))
            .map(Identifiers::normal)
            .findFirst();
    String id =
        own.or(() -> Optional.ofNullable(arxiv))
            .or(() -> Optional.ofNullable(doi))
            .or(() -> Optional.ofNullable(pubmed))
            .or(() -> key)
            .orElse(null);
    boolean isNamed =
        own.filter(it -> !it.equals(doi) && !it.equals(arxiv) && !it.equals(pubmed)).isPresent();
    return new PaperIdentity(id, doi, arxiv, pubmed, isNamed);
  }

  private static @Nullable String first(List<List<String>> sources, boolean arxiv) {
    return sources.stream()
        .flatMap(List::stream)
        .flatMap(it -> (arxiv ? Identifiers.arxiv(it) : Identifiers.doi(it)).stream())
        .findFirst()
        .orElse(null);
  }

  /// What two records of one work share.
  Set<String> shared() {
    Set<String> shared = new LinkedHashSet<>();
    Stream.of(doi, arxiv, pubmed).filter(it -> it != null).forEach(shared::add);
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
