package org.papermap.embed.internal.formats;

/// Where a format puts what it finds, in the order of the content. Lines count from 1; a format
/// without lines counts its records or rows. Texts may be raw: the sink cleans and cuts them.
///
/// Every record of a content arrives in exactly one of [#record], [#malformed], [#withoutTitle] and
/// [#withoutAbstract], so that every loss is reported.
public interface RecordSink {
  /// A record that may be a paper: it still may lack a title or repeat an earlier one.
  void record(SourceRecord record);

  /// A record that cannot be read.
  ///
  /// @param detail what was found there, in words, with the record's key if it has one
  void malformed(long line, String detail);

  /// A text that would be a paper if it had a title.
  void withoutTitle(long line, String detail);

  /// A line that reads as a title but is too unsure to make a paper of, since no abstract follows.
  /// A record that has its title in a place of its own goes to [#record], even without an abstract.
  void withoutAbstract(long line, String detail);

  /// A line that belongs to no paper and was not meant to.
  void navigation(long line, String text);

  /// Something of a record or of the content that was left out or mended.
  void note(long line, String text);
}
