package org.papermap.topic;

import java.util.List;
import java.util.stream.IntStream;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;

/// The titles and abstracts of a corpus as numbers of words. Abbreviations that papers explain
/// stand for their long forms everywhere, so that both are one word.
final class PaperWords {
  private final List<Word> words;
  private final int[][] titles;
  private final int[][] texts;
  private final Abbreviations abbreviations;
  private final Casing casing;

  private PaperWords(
      List<Word> words, int[][] titles, int[][] texts, Abbreviations abbreviations, Casing casing) {
    this.words = words;
    this.titles = titles;
    this.texts = texts;
    this.abbreviations = abbreviations;
    this.casing = casing;
  }

  static PaperWords of(Corpus corpus) {
    Lexicon lexicon = new Lexicon();
    int papers = corpus.size();
    int[][] titles = new int[papers][];
    int[][] texts = new int[papers][];
    IntStream.range(0, papers)
        .parallel()
        .forEach(row -> {
          Paper paper = corpus.paper(row);
          Language language = Language.of(paper.title() + " " + paper.abstractText());
          titles[row] = lexicon.read(paper.title(), language);
          texts[row] = lexicon.read(paper.abstractText(), language);
        });
    List<Word> words = lexicon.words();
    Casing casing = Casing.of(words, titles, texts);
    Abbreviations abbreviations = Abbreviations.of(words, texts);
    IntStream.range(0, papers)
        .parallel()
        .forEach(row -> {
          titles[row] = abbreviations.shorten(titles[row]);
          texts[row] = abbreviations.shorten(texts[row]);
        });
    return new PaperWords(words, titles, texts, abbreviations, casing);
  }

  int papers() {
    return titles.length;
  }

  int[] title(int row) {
    return titles[row];
  }

  int[] text(int row) {
    return texts[row];
  }

  Word word(int number) {
    return words.get(number);
  }

  /// The number of distinct words, breaks among them.
  int distinct() {
    return words.size();
  }

  Abbreviations abbreviations() {
    return abbreviations;
  }

  Casing casing() {
    return casing;
  }
}
