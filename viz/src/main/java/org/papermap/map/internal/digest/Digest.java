package org.papermap.map.internal.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.Part;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.changes.MapDiff;
import org.papermap.topic.Topic;
import org.papermap.vectors.EmbeddingMatrix;

/// A letter to the readers of a map: what is new on it since an earlier one, in Markdown.
///
/// A new paper is central where it is near the mean of its topic's papers, and surprising where its
/// nearest old papers are far. Papers to be read together are new ones that are nearest to each
/// other.
public final class Digest {
  /// The first words of every letter.
  public static final String BEGINNING = "# What is new";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /// Longer lists are for the map.
  private static final int MOST_TOPICS = 12;

  private static final int MOST_PAPERS = 5;
  private static final int MOST_PICKED = 3;

  private static final int MOST_AUTHORS = 3;

  /// Papers that are less similar are not read together.
  private static final double TOGETHER = 0.5;

  /// Papers that are more similar are the same work.
  private static final double SAME = 0.98;

  private final MapDiff diff;
  private final MapDescription map;
  private final DigestFigures figures;
  private final StringBuilder text = new StringBuilder();

  private Digest(MapDiff diff, EmbeddingMatrix vectors) {
    this.diff = diff;
    this.map = diff.later();
    this.figures = new DigestFigures(diff, vectors);
  }

  /// The letter.
  ///
  /// @param diff of an earlier map and the one that it tells of
  /// @param vectors of the later map's papers, row by row
  public static String of(MapDiff diff, EmbeddingMatrix vectors) {
    Digest digest = new Digest(diff, vectors);
    digest.write();
    return digest.text.toString();
  }

  private void write() {
    List<Integer> arrived = diff.arrived();
    LocalDate before = diff.earlier().history().day();
    line(
        "%s on “%s”%s"
            .formatted(
                BEGINNING,
                MarkdownEscapes.of(map.title()),
                before == null ? "" : " since " + DAY.format(before)));
    line("");
    line(opening(arrived.size(), diff.gone().size()));
    if (!arrived.isEmpty()) {
      picks(arrived);
      topics(arrived);
      together(arrived);
    }
    changes();
    gone();
  }

  private String opening(int arrived, int gone) {
    if (arrived == 0 && gone == 0) {
      return "Nothing is new, and nothing is gone: %s, as before."
          .formatted(papers(map.papers().size()));
    }
    String first =
        arrived == 0
            ? "No paper is new."
            : "%s new, %,d in all."
                .formatted(
                    arrived == 1 ? "One paper is" : "%,d papers are".formatted(arrived),
                    map.papers().size());
    return gone == 0
        ? first
        : first + (gone == 1 ? " One is gone." : " %,d are gone.".formatted(gone));
  }

  /// The papers to begin with.
  private void picks(List<Integer> arrived) {
    int few = Math.min(MOST_PICKED, Math.max(1, arrived.size() / 3));
    heading("To begin with");
    line("**In the middle of their topics:**");
    line("");
    sorted(arrived, row -> -figures.centrality(row)).stream()
        .limit(few)
        .forEach(row -> item(row, " — in " + topic(row)));
    if (!figures.hasOld()) {
      return;
    }
    line("");
    line("**Unlike what was there:**");
    line("");
    sorted(arrived, figures::familiarity).stream()
        .limit(few)
        .forEach(row -> item(row, " — in %s; %s".formatted(topic(row), nearestOld(row))));
  }

  private void topics(List<Integer> arrived) {
    Map<Integer, List<Integer>> byTopic = new HashMap<>();
    for (int row : arrived) {
      Integer topic = map.papers().get(row).topic();
      byTopic.computeIfAbsent(topic == null ? -1 : topic, _ -> new ArrayList<>()).add(row);
    }
    List<Integer> order =
        byTopic.keySet().stream()
            .sorted(
                Comparator.comparingInt((Integer it) -> -rows(byTopic, it).size())
                    .thenComparingInt(it -> it))
            .toList();
    line("");
    line("## Topic by topic");
    for (int topic : order.subList(0, Math.min(MOST_TOPICS, order.size()))) {
      topic(topic, rows(byTopic, topic));
    }
    int left = order.size() - MOST_TOPICS;
    if (left > 0) {
      line("");
      line(
          "And %s in %s."
              .formatted(
                  papers(
                      order.subList(MOST_TOPICS, order.size()).stream()
                          .mapToInt(it -> rows(byTopic, it).size())
                          .sum()),
                  left == 1 ? "one more topic" : left + " more topics"));
    }
  }

  private static List<Integer> rows(Map<Integer, List<Integer>> byTopic, int topic) {
    return byTopic.getOrDefault(topic, List.of());
  }

  private void topic(int number, List<Integer> rows) {
    line("");
    Topic topic = number < 0 ? null : map.topics().get(number);
    line(
        topic == null
            ? "### In no topic: %,d new".formatted(rows.size())
            : "### %s: %,d new, %,d in all"
                .formatted(MarkdownEscapes.of(topic.name()), rows.size(), topic.papers().size()));
    line("");
    sorted(rows, row -> -figures.centrality(row)).stream()
        .limit(MOST_PAPERS)
        .forEach(row -> item(row, figures.hasOld() ? "; " + nearestOld(row) : ""));
    if (rows.size() > MOST_PAPERS) {
      line("- and %,d more".formatted(rows.size() - MOST_PAPERS));
    }
  }

  private void together(List<Integer> arrived) {
    List<DigestFigures.Pair> pairs = figures.pairs(arrived);
    Set<Integer> taken = new HashSet<>();
    List<DigestFigures.Pair> picked = new ArrayList<>();
    for (DigestFigures.Pair pair : pairs) {
      if (pair.similarity() >= TOGETHER
          && pair.similarity() < SAME
          && picked.size() < MOST_PICKED
          && !taken.contains(pair.one())
          && !taken.contains(pair.other())) {
        taken.add(pair.one());
        taken.add(pair.other());
        picked.add(pair);
      }
    }
    if (picked.isEmpty()) {
      return;
    }
    heading("To be read together");
    for (DigestFigures.Pair pair : picked) {
      line(
          "- %s and %s (similarity %s)"
              .formatted(link(pair.one()), link(pair.other()), figure(pair.similarity())));
    }
  }

  /// What became of the topics, but for those that merely grew or shrank.
  private void changes() {
    List<String> told = new ArrayList<>();
    for (TopicHistory topic : diff.changedTopics()) {
      String name = "**" + MarkdownEscapes.of(topic.name()) + "**";
      List<Change> changes = topic.changes();
      if (changes.contains(Change.BORN)) {
        told.add(name + " is a new topic" + parts(", out of ", topic.from()));
      } else if (changes.contains(Change.GONE)) {
        told.add(name + " is no longer a topic" + parts("; its papers are in ", topic.into()));
      } else if (changes.contains(Change.SPLIT)) {
        told.add(name + " has split" + parts(": into ", topic.into()));
      }
      if (changes.contains(Change.MERGED)) {
        told.add(name + " has taken in others" + parts(": it is from ", topic.from()));
      }
      if (changes.contains(Change.RENAMED)) {
        told.add(name + " was called " + MarkdownEscapes.of(topic.earlierName()));
      }
    }
    if (!told.isEmpty()) {
      heading("What became of the topics");
      told.forEach(it -> line("- " + it));
    }
  }

  private static String parts(String before, List<Part> parts) {
    return parts.isEmpty()
        ? ""
        : before
            + parts.stream()
                .map(it -> "%s (%,d)".formatted(MarkdownEscapes.of(it.name()), it.papers()))
                .collect(Collectors.joining(", "));
  }

  private void gone() {
    List<Integer> gone = diff.gone();
    if (gone.isEmpty()) {
      return;
    }
    heading("Gone");
    gone.stream()
        .limit(2 * MOST_PAPERS)
        .map(diff.earlier().papers()::get)
        .forEach(it -> line("- " + MarkdownEscapes.link(it.title(), it.url())));
    if (gone.size() > 2 * MOST_PAPERS) {
      line("- and %,d more".formatted(gone.size() - 2 * MOST_PAPERS));
    }
  }

  private void item(int row, String more) {
    MappedPaper paper = map.papers().get(row);
    List<String> facts = new ArrayList<>();
    if (!paper.authors().isEmpty()) {
      String names =
          paper.authors().stream()
              .limit(MOST_AUTHORS)
              .map(MarkdownEscapes::of)
              .collect(Collectors.joining(", "));
      facts.add(paper.authors().size() > MOST_AUTHORS ? names + " and others" : names);
    }
    if (paper.date() != null) {
      String told = paper.paper().dateText();
      facts.add(told.length() < 10 ? told : DAY.format(paper.date()));
    }
    line("- " + link(row) + (facts.isEmpty() ? "" : ", " + String.join(", ", facts)) + more);
  }

  private String nearestOld(int row) {
    DigestFigures.Near near = figures.nearestOld(row);
    return "nearest of the old ones %s (%s)".formatted(link(near.row()), figure(near.similarity()));
  }

  private String link(int row) {
    MappedPaper paper = map.papers().get(row);
    return MarkdownEscapes.link(paper.title(), paper.url());
  }

  private String topic(int row) {
    String name = map.topicName(map.papers().get(row));
    return name.isEmpty() ? "no topic" : "*" + MarkdownEscapes.of(name) + "*";
  }

  private static String papers(int count) {
    return count == 1 ? "one paper" : "%,d papers".formatted(count);
  }

  private static String figure(double cosine) {
    return String.format(Locale.ROOT, "%.2f", cosine);
  }

  private static List<Integer> sorted(
      List<Integer> rows, java.util.function.ToDoubleFunction<Integer> by) {
    Map<Integer, Double> values = new HashMap<>();
    rows.forEach(row -> values.put(row, by.applyAsDouble(row)));
    return rows.stream()
        .sorted(
            Comparator.comparingDouble((Integer row) -> values.getOrDefault(row, 0.0))
                .thenComparingInt(row -> row))
        .toList();
  }

  private void heading(String words) {
    line("");
    line("## " + words);
    line("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
