package org.papermap.corpus;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to read papers where their files alone do not say.
///
/// @param format the name of the format that all inputs are in (`ris`, `csv`, …), or null to tell
///   each by its content
/// @param names the source's name for a field (`title`, `abstract`, `authors`, `date`, `url`, `id`,
///   `doi`, `arxiv`, `venue`, `keywords`), by field
/// @param encoding of all texts, or null to tell each by its content
/// @param abstractRequired whether records without an abstract are dropped
/// @param numbersAreIds whether a small whole number may be the id of a paper, and is not the
///   number of a row
public record ReadOptions(
    @Nullable String format,
    Map<String, String> names,
    @Nullable Charset encoding,
    Duplicates duplicates,
    boolean abstractRequired,
    boolean numbersAreIds) {

  private static final ReadOptions DEFAULTS =
      new ReadOptions(null, Map.of(), null, Duplicates.MERGE, false, false);

  public ReadOptions {
    names = Map.copyOf(names);
    SourceNames.of(names);
  }

  /// Everything is told by the content, same works are merged, papers without an abstract are kept.
  public static ReadOptions defaults() {
    return DEFAULTS;
  }

  /// @throws IllegalArgumentException if no format has this name
  public ReadOptions withFormat(String format) {
    SourceNames.checkFormat(format);
    return new ReadOptions(format, names, encoding, duplicates, abstractRequired, numbersAreIds);
  }

  /// With this name of the source for this field.
  ///
  /// @throws IllegalArgumentException if there is no such field
  public ReadOptions withName(String field, String name) {
    Map<String, String> more = new LinkedHashMap<>(names);
    more.put(field.strip().toLowerCase(Locale.ROOT), name);
    return new ReadOptions(format, more, encoding, duplicates, abstractRequired, numbersAreIds);
  }

  public ReadOptions withEncoding(Charset encoding) {
    return new ReadOptions(format, names, encoding, duplicates, abstractRequired, numbersAreIds);
  }

  public ReadOptions withDuplicates(Duplicates duplicates) {
    return new ReadOptions(format, names, encoding, duplicates, abstractRequired, numbersAreIds);
  }

  public ReadOptions withAbstractRequired(boolean required) {
    return new ReadOptions(format, names, encoding, duplicates, required, numbersAreIds);
  }

  public ReadOptions withNumbersAreIds(boolean numbers) {
    return new ReadOptions(format, names, encoding, duplicates, abstractRequired, numbers);
  }

  /// What to do with a record that is the same work as an earlier one.
  ///
  /// Two records are the same work if they have the same DOI, arXiv identifier or PubMed number and
  /// half of the words of their titles; or equal titles and abstracts; or titles that are equal but
  /// for the endings of words, when their identifiers and numbers do not say otherwise and an
  /// author, or else the abstract, is the same.
  public enum Duplicates {
    /// The first record stays, and takes from the others what it lacks; the others are reported as
    /// dropped. Two records that only their titles show to be the same, and that have ids of their
    /// own, both stay and are marked.
    MERGE,
    /// All stay; the later ones have a field `same work as` with the id of the first.
    MARK,
    /// All stay as they are.
    KEEP
  }
}
