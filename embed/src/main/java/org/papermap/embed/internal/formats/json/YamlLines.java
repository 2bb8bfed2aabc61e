package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.RecordSink;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLAnchorReplayingFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// The lines of a YAML text. People write `title: Knots: a survey` by hand, which is no YAML: such
/// values get their quotation marks, and an entry that is broken otherwise costs itself alone.
final class YamlLines {
  /// A text is parsed again for each broken line: this often, and in all up to so many characters.
  private static final int MOST_BROKEN = 50;

  private static final long MOST_PARSED = 20_000_000;

  /// Puts what an alias stands for in its place.
  private static final YAMLFactory YAML =
      YAMLAnchorReplayingFactory.builder()
          .loadSettings(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
          .build();

  private static final Pattern UNQUOTED =
      Pattern.compile("(\\h*(?:- +){0,9}[\\w-]+: +)([^\"'\\[{|>&*!\\h].*)");
  private static final Pattern ITEM = Pattern.compile("(\\h*)- .*");

  private final List<String> lines;
  private final RecordSink sink;

  /// @param sink is told of entries that are left out
  YamlLines(List<String> lines, RecordSink sink) {
    this.lines = new ArrayList<>(lines);
    this.sink = sink;
  }

  /// The values that the text holds.
  List<JsonTree.Placed> values() {
    long parsed = 0;
    for (int broken = 0; ; broken++) {
      String text = String.join("\n", lines);
      parsed += text.length();
      JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text);
      try (parser) {
        List<JsonTree.Placed> values = new ArrayList<>();
        while (parser.nextToken() != null) {
          values.add(new JsonTree.Placed(JsonTree.line(parser), JsonTree.next(parser)));
        }
        return values;
      } catch (JacksonException e) {
        MarkedYamlEngineException marked =
            e.getCause() instanceof MarkedYamlEngineException cause ? cause : null;
        long line =
            marked == null
                ? JsonTree.line(parser) - 1
                : marked.getProblemMark().map(Mark::getLine).orElse(0);
        String problem = marked == null ? e.getOriginalMessage() : marked.getProblem();
        mend(
            Math.clamp(line, 0, lines.size() - 1),
            problem,
            broken >= MOST_BROKEN && parsed > MOST_PARSED);
      }
    }
  }

  private void mend(int line, String problem, boolean last) {
    Matcher value = UNQUOTED.matcher(lines.get(line));
    if (value.matches() && !last) {
      String quoted = value.group(2).replace("\\", "\\\\").replace("\"", "\\\"");
      lines.set(line, value.group(1) + '"' + quoted + '"');
      return;
    }
    int begin = entry(line, -1);
    int end = last ? lines.size() : entry(line + 1, 1);
    sink.malformed(begin + 1L, "broken YAML at line %d: %s".formatted(line + 1, problem));
    for (int i = begin; i < end; i++) {
      lines.set(i, "");
    }
  }

  /// The line, from this one up or down, where an entry of the list begins that the text is; else
  /// the first or the end.
  private int entry(int from, int step) {
    String margin =
        lines.stream()
            .map(ITEM::matcher)
            .filter(Matcher::matches)
            .map(item -> item.group(1))
            .findFirst()
            .orElse("");
    int line = from;
    while (line >= 0 && line < lines.size() && !lines.get(line).startsWith(margin + "- ")) {
      line += step;
    }
    return Math.max(0, line);
  }
}
