package org.papermap.embed.internal.formats.tagged;

import java.io.IOException;
import java.util.function.Function;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;

/// A format whose values stand behind tags, line by line.
abstract class TaggedFormat extends NamedFormat {
  private final Function<RecordSink, TaggedReader> reader;
  private final String none;
  private final String advice;

  /// @param reader of one source
  /// @param none what to say where there is no record
  /// @param advice what to do then
  TaggedFormat(
      String key,
      String words,
      Function<RecordSink, TaggedReader> reader,
      String none,
      String advice) {
    super(key, words);
    this.reader = reader;
    this.none = none;
    this.advice = advice;
  }

  @Override
  public final void read(Source source, RecordSink sink) throws IOException {
    reader.apply(sink).read(source, none, advice);
  }
}
