package org.papermap.corpus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The report of one reading: where the papers came from, and what was left out and why. Everything
/// is in the order in which it was met. All strings can be printed on a terminal: control
/// characters are escaped and long texts cut. Lines count from 1.
///
/// @param sources the files that were read as a corpus
/// @param drops rows that gave no paper
/// @param navigation lines of page dumps that belong to no paper
/// @param passedOver files and folders inside a named folder that were not read, and inputs named
///   twice
/// @param notes values that were left out of papers that were kept
/// @param bare the titles of papers that were kept without an abstract
/// @param droppedIds the ids that dropped rows told: their papers are in the sources, though not in
///   the corpus
/// @param unidentified dropped rows whose papers cannot be told, for want of an id
public record ReadReport(
    List<Source> sources,
    List<Drop> drops,
    List<Line> navigation,
    List<PassedOver> passedOver,
    List<Note> notes,
    List<Line> bare,
    Set<String> droppedIds,
    int unidentified) {

  public ReadReport {
    sources = List.copyOf(sources);
    drops = List.copyOf(drops);
    navigation = List.copyOf(navigation);
    passedOver = List.copyOf(passedOver);
    notes = List.copyOf(notes);
    droppedIds = Set.copyOf(droppedIds);
    bare = List.copyOf(bare);
  }

  /// Rows met in all sources: papers kept and rows dropped.
  public int rows() {
    return sources.stream().mapToInt(Source::rows).sum();
  }

  /// Papers in the corpus.
  public int kept() {
    return sources.stream().mapToInt(Source::kept).sum();
  }

  /// How many rows were dropped for each reason that occurs, in the order of [Reason].
  public Map<Reason, Integer> dropCounts() {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    for (Drop drop : drops) {
      counts.merge(drop.reason(), 1, Integer::sum);
    }
    return Collections.unmodifiableMap(counts);
  }

  /// A file that was read.
  ///
  /// @param file as the user named it, or as found in the folder that the user named
  /// @param format in words, such as `CSV, gzipped`
  /// @param sha256 of the bytes on disk (before any gzip is undone), in hexadecimal
  /// @param rows papers kept and rows dropped
  public record Source(String file, String format, String sha256, int rows, int kept) {}

  /// A row that gave no paper.
  ///
  /// @param line where the row begins
  /// @param detail what was found there, in words
  public record Drop(String file, long line, Reason reason, String detail) {}

  /// A line of a file.
  public record Line(String file, long line, String text) {}

  /// A file or folder that was not read.
  ///
  /// @param why in words
  public record PassedOver(String file, String why) {}

  /// Something that was lost from a paper that was kept, such as a date that could not be read, or
  /// mended in it.
  ///
  /// @param line 0 where the note is of the file as a whole
  public record Note(String file, long line, String text) {}

  /// Why a row gave no paper.
  public enum Reason {
    /// The title is missing or blank, perhaps with the abstract.
    NO_TITLE("no title"),
    /// There is a title and no abstract, and an abstract is asked for or the title is unsure.
    NO_ABSTRACT("no abstract"),
    /// The row itself cannot be read: broken JSON, or a wrong number of columns.
    MALFORMED("malformed"),
    /// It is the same work as an earlier paper.
    DUPLICATE("duplicate");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// The reason in words, lower case.
    public String words() {
      return words;
    }
  }
}
