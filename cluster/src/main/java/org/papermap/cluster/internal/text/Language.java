package org.papermap.cluster.internal.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/// The languages whose grammar words and endings are known: Lucene's lists and stemmers, but for
/// English, which has [StopWords]. Texts in others are read as English ones; their words are then
/// folded by nothing but case.
enum Language {
  ENGLISH(EnglishAnalyzer.getDefaultStopSet(), EnglishStemmer::new),
  ARABIC(ArabicAnalyzer.getDefaultStopSet(), ArabicStemmer::new),
  DANISH(DanishAnalyzer.getDefaultStopSet(), DanishStemmer::new),
  DUTCH(DutchAnalyzer.getDefaultStopSet(), DutchStemmer::new),
  FINNISH(FinnishAnalyzer.getDefaultStopSet(), FinnishStemmer::new),
  FRENCH(FrenchAnalyzer.getDefaultStopSet(), FrenchStemmer::new),
  GERMAN(GermanAnalyzer.getDefaultStopSet(), GermanStemmer::new),
  GREEK(GreekAnalyzer.getDefaultStopSet(), GreekStemmer::new),
  HUNGARIAN(HungarianAnalyzer.getDefaultStopSet(), HungarianStemmer::new),
  ITALIAN(ItalianAnalyzer.getDefaultStopSet(), ItalianStemmer::new),
  NORWEGIAN(NorwegianAnalyzer.getDefaultStopSet(), NorwegianStemmer::new),
  PORTUGUESE(PortugueseAnalyzer.getDefaultStopSet(), PortugueseStemmer::new),
  ROMANIAN(RomanianAnalyzer.getDefaultStopSet(), RomanianStemmer::new),
  RUSSIAN(RussianAnalyzer.getDefaultStopSet(), RussianStemmer::new),
  SPANISH(SpanishAnalyzer.getDefaultStopSet(), SpanishStemmer::new),
  SWEDISH(SwedishAnalyzer.getDefaultStopSet(), SwedishStemmer::new),
  TURKISH(TurkishAnalyzer.getDefaultStopSet(), TurkishStemmer::new);

  /// Fewer grammar words than this among a text's first tell nothing.
  private static final int FEWEST = 3;

  /// Words of a text that are looked at.
  private static final int READ = 150;

  private static final char FIRST_GREEK = '\u0370';

  private static final int[] NONE = {};

  private static final Language[] KNOWN = values();

  private static final Map<String, int[]> KNOWN_BY = knownBy();

  private final Set<String> grammarWords = new HashSet<>();
  private final Supplier<SnowballStemmer> stemmer;

  Language(CharArraySet stopWords, Supplier<SnowballStemmer> stemmer) {
    for (Object word : stopWords) {
      grammarWords.add(new String((char[]) word));
    }
    this.stemmer = stemmer;
  }

  /// What a piece of text tells of its language.
  ///
  /// @param words how many words are in it
  /// @param languages those that the words are grammar of, by [#ordinal()], each as often as it has
  ///   one of them
  record Votes(int words, int[] languages) {
    static Votes of(String piece) {
      int words = 0;
      int[] languages = NONE;
      int begin = -1;
      for (int at = 0; at <= piece.length(); at++) {
        boolean inWord = at < piece.length() && Character.isLetter(piece.charAt(at));
        if (inWord && begin < 0) {
          begin = at;
        } else if (!inWord && begin >= 0) {
          String word = plain(piece.substring(begin, at).toLowerCase(Locale.ROOT));
          languages = joined(languages, KNOWN_BY.getOrDefault(word, NONE));
          words++;
          begin = -1;
        }
      }
      return new Votes(words, languages);
    }
  }

  /// The language that most of a text's grammar words are of; English where they are too few, and
  /// in a tie.
  ///
  /// @param votes of each piece, by its number
  /// @param texts the numbers of the pieces, of one part of the text after another
  static Language of(List<Votes> votes, int[]... texts) {
    int[] sums = new int[KNOWN.length];
    int left = READ;
    for (int[] text : texts) {
      for (int at = 0; at < text.length && left > 0; at++) {
        Votes piece = votes.get(text[at]);
        for (int language : piece.languages()) {
          sums[language]++;
        }
        left -= piece.words();
      }
    }
    int best = ENGLISH.ordinal();
    for (int language = 0; language < sums.length; language++) {
      if (sums[language] > Math.max(sums[best], FEWEST - 1)) {
        best = language;
      }
    }
    return KNOWN[best];
  }

  private static int[] joined(int[] some, int[] more) {
    if (some.length == 0 || more.length == 0) {
      return some.length == 0 ? more : some;
    }
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /// Whether a word, in lower case, is one of grammar.
  boolean isGrammar(String lower) {
    return grammarWords.contains(plain(lower));
  }

  /// A Greek word without accents and final sigma, as Lucene's list has them; others as they are.
  private static String plain(String lower) {
    char first = lower.charAt(0);
    // Of most words that takes no look at a table of all blocks.
    if (first < FIRST_GREEK || Character.UnicodeBlock.of(first) != Character.UnicodeBlock.GREEK) {
      return lower;
    }
    String marked = Normalizer.normalize(lower, Normalizer.Form.NFD);
    return marked.replaceAll("\\p{M}", "").replace('ς', 'σ');
  }

  /// A word without its endings.
  String stem(String lower) {
    SnowballStemmer fresh = stemmer.get();
    fresh.setCurrent(lower);
    fresh.stem();
    return fresh.getCurrent();
  }

  private static Map<String, int[]> knownBy() {
    Map<String, int[]> known = new HashMap<>();
    for (Language language : KNOWN) {
      for (String word : language.grammarWords) {
        // A lone letter is a variable as often as a word.
        if (word.length() == 1) {
          continue;
        }
        known.merge(word, new int[] {language.ordinal()}, Language::joined);
      }
    }
    return known;
  }
}
