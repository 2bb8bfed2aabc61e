package org.papermap.embed.internal.formats;

import java.io.IOException;

/// A way of writing papers down: one class that says what it reads, knows its own content, and
/// gives its records in the order of the content.
///
/// To add a format, write the class, its line in `Formats` and its test. A format has no state
/// between two sources, so that one object reads them all, in several threads at once.
public interface Format {

  /// The name for `--format`, unique: lower case, letters and dashes (`ris`, `page-dump`).
  String key();

  /// What people call the format, for the report: `RIS`.
  String words();

  /// How sure this format is that the content is its own. Looks at the head alone and is cheap: it
  /// is asked of every format for every file.
  Claim claim(Head head);

  /// Reads the whole content, one record at a time where the format allows. Reads either the text
  /// or the bytes of the source, and never closes them.
  ///
  /// @throws UnrecognizedException before the first record, if the content is not in this format or
  ///   holds no papers
  /// @throws FormatException if the content is broken in a way that makes further reading senseless
  /// @throws IOException if the disk fails
  void read(Source source, RecordSink sink) throws IOException;
}
