package org.papermap.cli.internal.llm;

import org.papermap.topic.LabelledTopics.TopicLabel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.papermap.corpus.Corpus;
import org.papermap.files.Sha256;
import org.papermap.topic.NameJudge;
import org.papermap.topic.Topic;

import org.papermap.topic.TopicTree;

/// Has a language model name the groups of a map, siblings together, and keeps each name that is
/// sound and suits its papers no worse than the present one.
public final class ModelNames {
  /// A name that was thought of, and whether it is taken.
  ///
  /// @param offered by the model; empty where it gave none
  /// @param fault why it was not looked at further; empty for none
  /// @param score of the offered name, and of the present one
  public record Offer(
      TopicLabel.Level level,
      Topic group,
      String offered,
      String fault,
      double score,
      double present,
      boolean taken) {}

  private final Corpus corpus;
  private final NameJudge judge;
  private final LanguageModel model;
  private final String modelName;
  private final KeptAnswers kept;
  private final Set<String> given = new HashSet<>();

  public ModelNames(
      Corpus corpus, NameJudge judge, LanguageModel model, String modelName, KeptAnswers kept) {
    this.corpus = corpus;
    this.judge = judge;
    this.model = model;
    this.modelName = modelName;
    this.kept = kept;
  }

  /// Asks for all groups of a map: areas, then topics, then sub-topics.
  ///
  /// @param asked is told the number of answers so far
  /// @throws IOException if the model or a file fails; answers so far are kept
  public List<Offer> offers(TopicTree tree, Consumer<Integer> asked) throws IOException {
    List<NameJudge.Siblings> families = NameJudge.families(tree);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < families.size(); i++) {
      NameJudge.Siblings family = families.get(i);
      NameQuestion question = NameQuestion.of(family, around(family, tree), corpus);
      offers.addAll(judged(family, question.read(answer(question))));
      asked.accept(i + 1);
    }
    return offers;
  }

  private static String around(NameJudge.Siblings family, TopicTree tree) {
    List<Topic> above =
        switch (family.level()) {
          case AREA -> List.of();
          case TOPIC -> tree.areas();
          case SUBTOPIC -> tree.topics();
        };
    return above.stream()
        .filter(topic -> topic.subtopics().equals(family.groups()))
        .map(Topic::name)
        .findFirst()
        .orElse("");
  }

  private String answer(NameQuestion question) throws IOException {
    String asked = hash(modelName + "\n" + NameQuestion.RULES + "\n" + question.text());
    Optional<String> known = kept.answer(asked);
    if (known.isPresent()) {
      return known.get();
    }
    String answer = model.answer(NameQuestion.RULES, question.text());
    kept.keep(asked, answer);
    return answer;
  }

  private static String hash(String text) {
    return Sha256.hex(Sha256.of(text));
  }

  private List<Offer> judged(NameJudge.Siblings family, List<String> offered) throws IOException {
    List<String> present = family.names();
    List<String> faults = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      String fault = fault(offered.get(i), i, family, names);
      faults.add(fault);
      names.add(fault.isEmpty() ? offered.get(i) : present.get(i));
    }
    List<NameJudge.Fit> before = judge.fits(family, present);
    List<NameJudge.Fit> after = judge.fits(family, names);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double score = after.get(i).score();
      boolean better =
          faults.get(i).isEmpty()
              && !names.get(i).equals(present.get(i))
              && score >= before.get(i).score();
      if (better) {
        given.add(lower(names.get(i)));
      }
      offers.add(
          new Offer(
              family.level(),
              family.groups().get(i),
              offered.get(i),
              faults.get(i),
              faults.get(i).isEmpty() ? score : 0,
              before.get(i).score(),
              better));
    }
    return offers;
  }

  /// Why a name cannot be taken; empty where it can.
  private String fault(String name, int at, NameJudge.Siblings family, List<String> before) {
    if (name.isEmpty()) {
      return "no name";
    }
    boolean beside =
        before.stream().anyMatch(other -> lower(other).equals(lower(name)))
            || family.groups().stream()
                .skip(at + 1L)
                .anyMatch(other -> lower(other.name()).equals(lower(name)));
    return beside || given.contains(lower(name))
        ? "given elsewhere"
        : NameJudge.fault(name).orElse("");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
