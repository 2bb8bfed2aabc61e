package org.papermap.embed.internal.formats.tagged;

import java.io.IOException;
import java.io.LineNumberReader;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Reads a source line by line, with the record that is open, which is delivered when it ends or
/// the next one begins.
abstract class TaggedReader {
  final RecordSink sink;
  private @Nullable TaggedRecord open;
  private boolean any;

  TaggedReader(RecordSink sink) {
    this.sink = sink;
  }

  /// Reads all lines.
  ///
  /// @param none what to say where there is no record
  /// @param advice what to do then
  final void read(Source source, String none, String advice) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      take(lines.getLineNumber(), line);
    }
    end(lines.getLineNumber());
    if (!any) {
      throw new UnrecognizedException(none, advice);
    }
  }

  /// Takes the next line.
  abstract void take(long number, String line);

  /// Puts a record that has ended into the sink.
  abstract void deliver(TaggedRecord record);

  /// The source ends after this line.
  void end(long number) {
    TaggedRecord _ = close();
  }

  final @Nullable TaggedRecord open() {
    return open;
  }

  /// Begins a record, after the one that is open.
  final TaggedRecord begin(long number) {
    TaggedRecord _ = close();
    TaggedRecord begun = new TaggedRecord(number);
    open = begun;
    return begun;
  }

  /// Ends the record that is open.
  ///
  /// @return the record, or null if none was open
  final @Nullable TaggedRecord close() {
    TaggedRecord ended = open;
    open = null;
    if (ended != null) {
      any = true;
      deliver(ended);
    }
    return ended;
  }

  /// A line without a tag: it goes on with the value before, or belongs to no record.
  final void goOn(long number, String line) {
    if (open == null || !open.goOn(line)) {
      sink.navigation(number, line.strip());
    }
  }
}
