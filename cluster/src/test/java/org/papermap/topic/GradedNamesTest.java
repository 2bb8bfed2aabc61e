package org.papermap.topic;

import org.papermap.topic.Topic.LabelQuality;

import org.papermap.topic.Topic.NameEvidence;

import org.papermap.topic.Topic.NameSource;

import org.papermap.topic.LabelledTopics.TopicLabel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How far the judge of names agrees with a reader.
class GradedNamesTest {
  private record Graded(int grade, double score) {
    /// A line of the file: map, level, name, grade, AUC, identified, coverage, specificity.
    static Graded of(String line) {
      String[] parts = line.split("\t", -1);
      Topic group =
          new Topic(
              0,
              parts[2],
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              new NameEvidence(NameSource.PHRASES, List.of(), List.of()),
              new LabelQuality(0, 1));
      NameJudge.Fit fit =
          new NameJudge.Fit(
              TopicLabel.Level.valueOf(parts[1].toUpperCase(Locale.ROOT)),
              group,
              parts[2],
              Double.parseDouble(parts[4]),
              Double.parseDouble(parts[5]),
              Double.parseDouble(parts[6]),
              Double.parseDouble(parts[7]),
              true);
      return new Graded(Integer.parseInt(parts[3]), fit.score());
    }
  }

  private static List<Graded> graded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            GradedNamesTest.class.getResourceAsStream("graded-names.tsv"), "graded-names.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Graded::of)
          .toList();
    }
  }

  @Test
  void names_that_a_reader_would_sign_score_higher_than_others() throws IOException {
    List<Graded> signed = graded().stream().filter(name -> name.grade() == 2).toList();
    List<Graded> others = graded().stream().filter(name -> name.grade() < 2).toList();

    double inOrder = 0;
    for (Graded one : signed) {
      for (Graded other : others) {
        inOrder += one.score() > other.score() ? 1 : one.score() == other.score() ? 0.5 : 0;
      }
    }

    assertThat(signed.size() + others.size()).isGreaterThan(100);
    assertThat(inOrder / ((double) signed.size() * others.size())).isGreaterThan(0.7);
  }
}
