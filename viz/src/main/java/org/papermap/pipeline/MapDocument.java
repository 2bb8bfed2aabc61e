package org.papermap.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.map.PaperMap;
import org.papermap.theme.ThemeAssignment;
import org.papermap.topic.Keyphrase;
import org.papermap.topic.NameEvidence;
import org.papermap.topic.Topic;

/// What `map.json` holds: all of a map but its vectors, which stand in a file beside it.
///
/// @param format rises when an older Papermap could not read the file
/// @param files the SHA-256 of each file beside it; maps of earlier versions have none
@JsonInclude(JsonInclude.Include.NON_NULL)
record MapDocument(
    int format,
    String title,
    Model model,
    Vectors vectors,
    @Nullable Map<String, String> files,
    List<PaperEntry> papers,
    List<AreaEntry> areas,
    List<TopicEntry> topics,
    List<String> themes) {
  static final int FORMAT = 1;

  record Model(String name, String identity, int dimension) {
    static Model of(MapResult result) {
      return new Model(
          result.map().provenance().model(),
          result.map().provenance().identity(),
          result.vectors().dimension());
    }
  }

  record Vectors(String file, String sha256) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PaperEntry(
      String id,
      String title,
      @JsonProperty("abstract") String abstractText,
      List<String> authors,
      @Nullable LocalDate date,
      @Nullable URI url,
      Map<String, String> extra,
      float x,
      float y,
      @Nullable Integer topic,
      @Nullable Integer subtopic,
      double neighborsKept,
      List<String> themes,
      Map<String, Double> themeSimilarity) {
    Paper paper() {
      return new Paper(id, title, abstractText, authors, date, url, extra);
    }

    /// The paper with its topic and themes among its further fields, several values of one between
    /// semicolons. A field of that name that the paper had keeps its values.
    Paper labelled(List<TopicEntry> topics) {
      Map<String, String> labels = new LinkedHashMap<>(extra);
      topics.stream()
          .filter(it -> Objects.equals(it.number(), topic))
          .forEach(it -> label(labels, "topic", it.number() + "; " + it.name()));
      themes.forEach(theme -> label(labels, "theme", theme));
      return new Paper(id, title, abstractText, authors, date, url, labels);
    }

    private static void label(Map<String, String> labels, String name, String value) {
      labels.merge(name, value, (before, more) -> before + "; " + more);
    }
  }

  /// A group of topics.
  ///
  /// @param topics the numbers of its topics
  record AreaEntry(
      int number,
      String name,
      int papers,
      NameEntry evidence,
      List<Keyphrase> keyphrases,
      List<String> exemplars,
      List<Integer> topics) {
    private static AreaEntry of(Topic area, Corpus corpus) {
      return new AreaEntry(
          area.number(),
          area.name(),
          area.papers().size(),
          NameEntry.of(area.evidence()),
          rounded(area.keyphrases()),
          ids(area.exemplars(), corpus),
          area.subtopics().stream().map(Topic::number).toList());
    }
  }

  /// Where a name comes from, with counts of its terms in the topic and elsewhere.
  record NameEntry(String from, List<Keyphrase> terms, List<Keyphrase> runnersUp) {
    static NameEntry of(NameEvidence evidence) {
      return new NameEntry(
          evidence.source().name().toLowerCase(Locale.ROOT),
          rounded(evidence.terms()),
          rounded(evidence.runnersUp()));
    }
  }

  record TopicEntry(
      int number,
      String name,
      int papers,
      NameEntry evidence,
      List<Keyphrase> keyphrases,
      double coherence,
      double diversity,
      List<String> exemplars,
      List<TopicEntry> subtopics) {
    private static TopicEntry of(Topic topic, Corpus corpus) {
      return new TopicEntry(
          topic.number(),
          topic.name(),
          topic.papers().size(),
          NameEntry.of(topic.evidence()),
          rounded(topic.keyphrases()),
          Decimals.rounded(topic.quality().coherence()),
          Decimals.rounded(topic.quality().diversity()),
          ids(topic.exemplars(), corpus),
          topic.subtopics().stream().map(it -> of(it, corpus)).toList());
    }
  }

  private static List<Keyphrase> rounded(List<Keyphrase> phrases) {
    return phrases.stream()
        .map(it ->
            new Keyphrase(it.text(), Decimals.rounded(it.weight()), it.papers(), it.elsewhere()))
        .toList();
  }

  static List<String> ids(List<Integer> rows, Corpus corpus) {
    return rows.stream().map(row -> corpus.paper(row).id()).toList();
  }

  static List<AreaEntry> areas(PaperMap map) {
    return map.areas().stream().map(area -> AreaEntry.of(area, map.corpus())).toList();
  }

  static List<TopicEntry> topics(PaperMap map) {
    return map.topics().stream().map(topic -> TopicEntry.of(topic, map.corpus())).toList();
  }

  static List<String> themeNames(ThemeAssignment themes, int row) {
    return themes.themesOf(row).stream().map(theme -> themes.themes().get(theme).name()).toList();
  }

  /// By the themes' names, in their order.
  static Map<String, Double> similarities(ThemeAssignment themes, int row) {
    Map<String, Double> similarities = new TreeMap<>();
    for (int theme = 0; theme < themes.themes().size(); theme++) {
      similarities.put(
          themes.themes().get(theme).name(), Decimals.rounded(themes.similarity(row, theme)));
    }
    return similarities;
  }
}
