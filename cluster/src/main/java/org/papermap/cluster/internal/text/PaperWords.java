package org.papermap.cluster.internal.text;

import java.util.List;
import org.papermap.corpus.Corpus;

/// The titles and abstracts of a corpus as word numbers. Long forms of defined abbreviations are
/// replaced by their short forms.
public final class PaperWords {
  private final List<Word> words;
  private final int[][] titles;
  private final int[][] texts;
  private final Abbreviations abbreviations;
  private final Truecasing casing;

  private PaperWords(List<Word> words, int[][] titles, int[][] texts) {
    this.words = words;
    this.titles = titles;
    this.texts = texts;
    this.casing = Truecasing.of(words, titles, texts);
    this.abbreviations = Abbreviations.of(words, texts);
    PaperBlock.of(titles.length)
        .forEach(block -> {
          for (int row = block.from(); row < block.to(); row++) {
            titles[row] = abbreviations.shorten(titles[row]);
            texts[row] = abbreviations.shorten(texts[row]);
          }
        });
  }

  public static PaperWords of(Corpus corpus) {
    int[][] titles = new int[corpus.size()][];
    int[][] texts = new int[corpus.size()][];
    List<String> tokens = read(corpus, titles, texts);
    List<Language.Votes> votes = tokens.stream().map(Language.Votes::of).toList();
    Dictionary dictionary = new Dictionary(tokens);
    for (int row = 0; row < texts.length; row++) {
      Language language = Language.of(votes, titles[row], texts[row]);
      dictionary.toWords(titles[row], language);
      dictionary.toWords(texts[row], language);
    }
    return new PaperWords(dictionary.words(), titles, texts);
  }

  /// Reads titles and texts into token numbers.
  ///
  /// @return the tokens by number
  private static List<String> read(Corpus corpus, int[][] titles, int[][] texts) {
    record Read(PaperBlock block, TokenVocabulary vocabulary) {}
    List<Read> read =
        PaperBlock.of(corpus.size())
            .map(block -> {
              TokenVocabulary vocabulary = new TokenVocabulary();
              for (int row = block.from(); row < block.to(); row++) {
                titles[row] = vocabulary.read(corpus.paper(row).title());
                texts[row] = vocabulary.read(corpus.paper(row).abstractText());
              }
              return new Read(block, vocabulary);
            })
            .toList();
    TokenVocabulary all = new TokenVocabulary();
    for (Read part : read) {
      int[] numbers = all.add(part.vocabulary());
      for (int row = part.block().from(); row < part.block().to(); row++) {
        renumber(titles[row], numbers);
        renumber(texts[row], numbers);
      }
    }
    return all.tokens();
  }

  private static void renumber(int[] text, int[] numbers) {
    for (int at = 0; at < text.length; at++) {
      text[at] = numbers[text[at]];
    }
  }

  public int papers() {
    return titles.length;
  }

  public int[] title(int row) {
    return titles[row];
  }

  public int[] text(int row) {
    return texts[row];
  }

  public Word word(int number) {
    return words.get(number);
  }

  /// The number of distinct words, breaks included.
  public int distinct() {
    return words.size();
  }

  public Abbreviations abbreviations() {
    return abbreviations;
  }

  public Truecasing casing() {
    return casing;
  }
}
