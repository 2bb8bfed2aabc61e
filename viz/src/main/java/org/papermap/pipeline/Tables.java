package org.papermap.pipeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.papermap.files.SpreadsheetText;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.Decimals;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;

/// The tables beside a map, as CSV (RFC 4180, UTF-8, lines end in a line feed).
final class Tables {
  private Tables() {}

  /// One row a paper, in the order of the corpus.
  static void writePapers(MapDescription map, OutputStream out) throws IOException {
    write(
        out,
        rows -> {
          rows.writeRecord(
              "id",
              "title",
              "topic",
              "topic_name",
              "x",
              "y",
              "theme",
              "neighbors_kept",
              "authors",
              "date",
              "url",
              "since",
              "edition");
          for (MappedPaper paper : map.papers()) {
            rows.writeRecord(
                SpreadsheetText.of(paper.id()),
                SpreadsheetText.of(paper.title()),
                Objects.toString(paper.topic(), ""),
                SpreadsheetText.of(map.topicName(paper)),
                Float.toString(paper.x()),
                Float.toString(paper.y()),
                SpreadsheetText.of(String.join("; ", paper.themes())),
                Double.toString(paper.neighborsKept()),
                SpreadsheetText.of(String.join("; ", paper.authors())),
                paper.paper().dateText(),
                Objects.toString(paper.url(), ""),
                Objects.toString(paper.since(), ""),
                Integer.toString(paper.edition()));
          }
        });
  }

  /// One row an area, `A0` and on; then one row a topic, each followed by its sub-topics where it
  /// has several. Each term has the number of its papers in the topic and elsewhere beside it.
  static void writeTopics(MapDescription map, OutputStream out) throws IOException {
    write(
        out,
        rows -> {
          rows.writeRecord(
              "topic",
              "parent",
              "name",
              "papers",
              "keyphrases",
              "exemplars",
              "name_from",
              "name_terms",
              "runners_up",
              "coherence",
              "diversity");
          String[] areas = new String[map.topics().size()];
          Arrays.fill(areas, "");
          for (Topic area : map.areas()) {
            rows.writeRecord(topicRow(map, area, "A" + area.number(), ""));
            area.subtopics().forEach(topic -> areas[topic.number()] = "A" + area.number());
          }
          for (Topic topic : map.topics()) {
            String number = Integer.toString(topic.number());
            rows.writeRecord(topicRow(map, topic, number, areas[topic.number()]));
            if (topic.subtopics().size() > 1) {
              for (int i = 0; i < topic.subtopics().size(); i++) {
                rows.writeRecord(
                    topicRow(map, topic.subtopics().get(i), number + "." + (i + 1), number));
              }
            }
          }
        });
  }

  private static List<String> topicRow(
      MapDescription map, Topic topic, String number, String parent) {
    return List.of(
        number,
        parent,
        SpreadsheetText.of(topic.name()),
        Integer.toString(topic.papers().size()),
        SpreadsheetText.of(
            topic.keyphrases().stream().map(Keyphrase::text).collect(Collectors.joining("; "))),
        SpreadsheetText.of(
            topic.exemplars().stream()
                .map(row -> map.papers().get(row).id())
                .collect(Collectors.joining("; "))),
        topic.evidence().source().name().toLowerCase(Locale.ROOT),
        counts(topic.evidence().terms()),
        counts(topic.evidence().runnersUp()),
        Double.toString(Decimals.rounded(topic.quality().coherence())),
        Double.toString(Decimals.rounded(topic.quality().diversity())));
  }

  private static String counts(List<Keyphrase> terms) {
    return SpreadsheetText.of(
        terms.stream()
            .map(it -> it.text() + " (" + it.papers() + ", " + it.elsewhere() + ")")
            .collect(Collectors.joining("; ")));
  }

  private static void write(OutputStream out, Consumer<CsvWriter> rows) throws IOException {
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    try {
      rows.accept(writer);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }
}
