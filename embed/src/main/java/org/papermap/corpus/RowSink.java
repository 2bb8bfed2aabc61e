package org.papermap.corpus;

/// Where the reader of one file puts what it finds, in the file's order. Lines count from 1.
interface RowSink {
  /// A row that may be a paper: it still may lack a title or repeat an earlier one.
  void row(Row row);

  /// A row that is no paper.
  void drop(long line, ReadReport.Reason reason, String detail);

  /// A line that belongs to no paper and was not meant to.
  void navigation(long line, String text);

  /// A fault from which reading cannot go on, to be thrown.
  CorpusFormatException broken(long line, String found, String advice);

  /// The news that this file is no corpus, to be thrown before anything is put here.
  UnrecognizedCorpusException unrecognized(String found, String advice);
}
