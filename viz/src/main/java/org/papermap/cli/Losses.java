package org.papermap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.corpus.ReadReport;
import org.papermap.topic.TopicLabel;

/// Tells what reading left behind, a line each, as far as a person wants to read at once.
final class Losses {
  /// More lines than this would push the summary off the screen; the report has them all.
  private static final int SHOWN = 10;

  private Losses() {}

  static void print(ReadReport report, PrintWriter err) {
    print(
        report.drops(),
        drop ->
            "%s:%d: dropped, %s: %s"
                .formatted(drop.file(), drop.line(), drop.reason().words(), drop.detail()),
        err);
    print(
        report.notes(), note -> "%s:%d: %s".formatted(note.file(), note.line(), note.text()), err);
  }

  /// Tells which of the reader's names no group has.
  static void print(List<TopicLabel> unused, PrintWriter err) {
    print(
        unused,
        label ->
            "label '%s': no %s has half of its papers (%s). Name others of its papers."
                .formatted(
                    label.name(),
                    label.level().name().toLowerCase(Locale.ROOT),
                    String.join("; ", label.papers())),
        err);
  }

  /// Tells that no paper is left, and that the input is to blame.
  static int nothingLeft(ReadReport report, PrintWriter err) {
    err.printf(
        "papermap: none of %s is a paper. Give papers with a title and an abstract.%n",
        Count.of(report.rows(), "row"));
    return ExitCode.BAD_INPUT;
  }

  private static <T> void print(List<T> all, Function<T, String> line, PrintWriter err) {
    all.stream().limit(SHOWN).map(line).map(TerminalText::of).forEach(err::println);
    if (all.size() > SHOWN) {
      err.println("… and " + (all.size() - SHOWN) + " more");
    }
  }
}
