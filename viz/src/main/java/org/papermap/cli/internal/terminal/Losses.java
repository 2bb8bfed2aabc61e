package org.papermap.cli.internal.terminal;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.papermap.cli.internal.settings.SettingsFile;
import org.papermap.corpus.ReadReport;
import org.papermap.corpus.ReadReport.Note;
import org.papermap.corpus.ReadReport.PassedOver;
import org.papermap.topic.LabelledTopics.TopicLabel;

/// Lists what could not be read, a line each, and cuts long lists.
public final class Losses {
  /// More lines than this would push the summary off the screen; the report has them all.
  private static final int SHOWN = 10;

  /// The most lines of each reason or kind.
  private static final int OF_EACH = 3;

  private static final Pattern NUMBERS = Pattern.compile("\\d[\\d,.-]*");

  private Losses() {}

  public static void print(ReadReport report, PrintWriter err) {
    grouped(report.drops(), drop -> "dropped, " + drop.reason().words())
        .forEach((group, drops) ->
            print(
                drops,
                OF_EACH,
                drop -> "%s:%d: %s: %s".formatted(drop.file(), drop.line(), group, drop.detail()),
                " more " + group,
                err));
    // A file of settings that is used is told elsewhere.
    grouped(
            report.passedOver().stream()
                .filter(it -> !it.file().endsWith(SettingsFile.NAME))
                .toList(),
            PassedOver::why)
        .forEach((why, files) ->
            err.println(
                TerminalText.of(
                    "passed over, %s: %s"
                        .formatted(
                            why,
                            String.join(", ", files.stream().map(PassedOver::file).toList())))));
    print(
        report.bare(),
        OF_EACH,
        it ->
            "%s:%d: no abstract, kept by its title: %s".formatted(it.file(), it.line(), it.text()),
        " more without an abstract",
        err);
    grouped(report.notes(), note -> kind(note.text()))
        .values()
        .forEach(notes -> print(notes, OF_EACH, Losses::line, " more like it", err));
  }

  private static String line(Note note) {
    String place = note.line() > 0 ? note.file() + ":" + note.line() : note.file();
    return place + ": " + note.text();
  }

  /// What notes of one kind have in common.
  private static String kind(String text) {
    int colon = text.indexOf(':');
    return NUMBERS.matcher(colon < 0 ? text : text.substring(0, colon)).replaceAll("0");
  }

  private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> group) {
    return all.stream()
        .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
  }

  /// Lists the reader's names that fit no group.
  public static void print(List<TopicLabel> unused, PrintWriter err) {
    print(
        unused,
        SHOWN,
        label ->
            "label '%s': no %s has half of its papers (%s). Name others of its papers."
                .formatted(
                    label.name(),
                    label.level().name().toLowerCase(Locale.ROOT),
                    String.join("; ", label.papers())),
        " more",
        err);
  }

  /// Says that the input has no paper.
  public static int nothingLeft(ReadReport report, PrintWriter err) {
    err.printf(
        "papermap: none of %s is a paper. Give papers with titles.%n",
        Count.of(report.rows(), "row"));
    return ExitCode.BAD_INPUT;
  }

  private static <T> void print(
      List<T> all, int shown, Function<T, String> line, String more, PrintWriter err) {
    all.stream().limit(shown).map(line).map(TerminalText::of).forEach(err::println);
    if (all.size() > shown) {
      err.println(TerminalText.of("… and %,d%s".formatted(all.size() - shown, more)));
    }
  }
}
