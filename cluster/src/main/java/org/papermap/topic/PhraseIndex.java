package org.papermap.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;

/// Which phrases the papers of a corpus have, in title or abstract.
final class PhraseIndex {
  /// A phrase in a title counts as much as in two abstracts: authors chose it for the paper.
  static final int TITLE_WEIGHT = 2;

  static final int ABSTRACT_WEIGHT = 1;

  /// The most that one paper gives to a phrase.
  static final int PAPER_WEIGHT = TITLE_WEIGHT + ABSTRACT_WEIGHT;

  private static final int LONGEST_PHRASE = 3;

  /// Papers that use an abbreviation which readers know.
  private static final int COMMON = 3;

  private final Abbreviations abbreviations = new Abbreviations();
  private final Map<String, Phrase> phrases = new HashMap<>();
  private final List<Map<Integer, Integer>> weights = new ArrayList<>();
  private final Map<Integer, Integer> papersUsing = new HashMap<>();
  private final List<Phrase> byId = new ArrayList<>();
  private final Casing casing = new Casing();

  private PhraseIndex() {}

  static PhraseIndex of(Corpus corpus) {
    PhraseIndex index = new PhraseIndex();
    WordReader reader = new WordReader(StopWords.english());
    List<List<Word>> titles = new ArrayList<>();
    List<List<Word>> texts = new ArrayList<>();
    for (Paper paper : corpus.papers()) {
      List<Word> title = reader.read(paper.title());
      List<Word> text = reader.read(paper.abstractText());
      index.casing.readTitle(title);
      index.casing.readText(text);
      index.abbreviations.read(text);
      titles.add(title);
      texts.add(text);
    }
    index.abbreviations.settle();
    Map<String, String> onlyShort = index.abbreviations.onlyShort();
    for (int row = 0; row < corpus.size(); row++) {
      Map<Integer, Integer> found = new LinkedHashMap<>();
      for (int id : index.collect(titles.get(row), false, onlyShort)) {
        found.merge(id, TITLE_WEIGHT, Integer::sum);
      }
      for (int id : index.collect(texts.get(row), true, onlyShort)) {
        found.merge(id, ABSTRACT_WEIGHT, Integer::sum);
      }
      index.weights.add(found);
      found.keySet().forEach(id -> index.papersUsing.merge(id, 1, Integer::sum));
    }
    return index;
  }

  /// The phrases of a paper by id, with what the paper gives to each.
  Map<Integer, Integer> weights(int row) {
    return weights.get(row);
  }

  Phrase phrase(int id) {
    return byId.get(id);
  }

  /// A phrase as people write it.
  String text(Phrase phrase) {
    return phrase.name().orElseGet(() -> casing.of(phrase.form()));
  }

  /// Its abbreviation, or the phrase itself where it has none that several papers use.
  String shortText(Phrase phrase) {
    return abbreviations
        .shortForm(phrase.key())
        .map(phrases::get)
        .filter(shortForm -> papersUsing.getOrDefault(shortForm.id(), 0) >= COMMON)
        .map(this::text)
        .orElseGet(() -> text(phrase));
  }

  /// The ids of the phrases in these words, each once.
  ///
  /// @param isText whether it is running text, where capitals mean something
  private Set<Integer> collect(List<Word> words, boolean isText, Map<String, String> onlyShort) {
    Set<Integer> found = new TreeSet<>();
    for (int start = 0; start < words.size(); start++) {
      if (words.get(start).isContent()) {
        collectFrom(words, start, isText, found);
      }
      collectShort(words, start, onlyShort, found);
    }
    return found;
  }

  private void collectFrom(List<Word> words, int start, boolean isText, Set<Integer> found) {
    boolean opens = start == 0 || words.get(start - 1).kind() == Word.Kind.BREAK;
    StringBuilder key = new StringBuilder();
    StringBuilder text = new StringBuilder();
    int length = 0;
    boolean tells = false;
    for (int at = start; length < LONGEST_PHRASE; at++) {
      Word word = words.get(at);
      if (word.isContent()) {
        append(key, word.key());
        append(text, word.text());
        length++;
        tells |= word.kind() == Word.Kind.CONTENT;
        Phrase phrase = phrase(key.toString(), length, tells);
        phrase.occurs(text.toString(), words.get(at + 1));
        // The first word of a sentence has a capital anyway, and so has what is being abbreviated.
        if (!isText) {
          phrase.inTitle();
        } else if (!opens && !words.get(at + 1).text().equals("(")) {
          phrase.written(text.toString());
        }
        found.add(phrase.id());
        if (length == 1) {
          addLongForm(phrase, found);
        }
      } else if (length > 0 && word.key().equals("of") && words.get(at + 1).isContent()) {
        append(key, "of");
        append(text, "of");
      } else {
        return;
      }
    }
  }

  /// An abbreviation counts for its long form, if that is a phrase.
  private void addLongForm(Phrase phrase, Set<Integer> found) {
    abbreviations
        .longForm(phrase.key())
        .filter(form -> form.size() <= LONGEST_PHRASE)
        .filter(form -> form.stream().allMatch(Word::isContent))
        .ifPresent(form -> {
          phrase.abbreviates();
          found.add(phrase(Abbreviations.key(form), form.size(), true).id());
        });
  }

  /// Long forms that can be no phrase count for their short forms.
  private void collectShort(
      List<Word> words, int start, Map<String, String> onlyShort, Set<Integer> found) {
    StringBuilder key = new StringBuilder();
    for (int at = start; at < words.size() && !words.get(at).key().isEmpty(); at++) {
      append(key, words.get(at).key());
      String letters = onlyShort.get(key.toString());
      if (letters != null) {
        found.add(phrase(letters, 1, true).id());
        return;
      }
      if (at - start > LONGEST_PHRASE + 1) {
        return;
      }
    }
  }

  private Phrase phrase(String key, int words, boolean tellsSubject) {
    return phrases.computeIfAbsent(key, wanted -> newPhrase(wanted, words, tellsSubject));
  }

  private Phrase newPhrase(String key, int words, boolean tellsSubject) {
    Phrase phrase = new Phrase(byId.size(), key, words, tellsSubject);
    byId.add(phrase);
    return phrase;
  }

  private static void append(StringBuilder to, String word) {
    to.append(to.isEmpty() ? "" : " ").append(word);
  }
}
