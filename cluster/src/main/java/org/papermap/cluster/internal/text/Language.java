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

/// The languages with known stop words and stemmers, which are Lucene's; English has [StopWords] of
/// its own. Texts in other languages are read as English.
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

  /// The fewest stop words in a text that tell its language.
  private static final int FEWEST = 3;

  /// The number of words at the beginning of a text that are looked at.
  private static final int READ = 150;

  private static final char FIRST_GREEK = '\u0370';

  private static final int[] NONE = {};

  private static final Language[] KNOWN = values();

  private static final Map<String, int[]> KNOWN_BY = knownBy();

  private final Set<String> stopWords = new HashSet<>();
  private final Supplier<SnowballStemmer> stemmer;

  Language(CharArraySet words, Supplier<SnowballStemmer> stemmer) {
    for (Object word : words) {
      stopWords.add(new String((char[]) word));
    }
    this.stemmer = stemmer;
  }

  /// The votes of a token for languages.
  ///
  /// @param words the number of words in the token
  /// @param languages the languages, by [#ordinal()], in which a word of the token is a stop word,
  ///   each once for each such word
  record Votes(int words, int[] languages) {
    static Votes of(String token) {
      int words = 0;
      int[] languages = NONE;
      int begin = -1;
      for (int at = 0; at <= token.length(); at++) {
        boolean inWord = at < token.length() && Character.isLetter(token.charAt(at));
        if (inWord && begin < 0) {
          begin = at;
        } else if (!inWord && begin >= 0) {
          String word = plain(token.substring(begin, at).toLowerCase(Locale.ROOT));
          languages = joined(languages, KNOWN_BY.getOrDefault(word, NONE));
          words++;
          begin = -1;
        }
      }
      return new Votes(words, languages);
    }
  }

  /// The language with the most stop words in a text; English where they are too few, and in a tie.
  ///
  /// @param votes of each token, by its number
  /// @param texts the token numbers of the text, part after part
  static Language of(List<Votes> votes, int[]... texts) {
    int[] sums = new int[KNOWN.length];
    int left = READ;
    for (int[] text : texts) {
      for (int at = 0; at < text.length && left > 0; at++) {
        Votes token = votes.get(text[at]);
        for (int language : token.languages()) {
          sums[language]++;
        }
        left -= token.words();
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

  /// Whether a word, in lower case, is a stop word.
  boolean isStopWord(String lower) {
    return stopWords.contains(plain(lower));
  }

  /// A Greek word without accents and final sigma, as in Lucene's list; other words unchanged.
  private static String plain(String lower) {
    char first = lower.charAt(0);
    // Most words need no look at the table of blocks.
    if (first < FIRST_GREEK || Character.UnicodeBlock.of(first) != Character.UnicodeBlock.GREEK) {
      return lower;
    }
    String marked = Normalizer.normalize(lower, Normalizer.Form.NFD);
    return marked.replaceAll("\\p{M}", "").replace('ς', 'σ');
  }

  /// The stem of a word.
  String stem(String lower) {
    SnowballStemmer fresh = stemmer.get();
    fresh.setCurrent(lower);
    fresh.stem();
    return fresh.getCurrent();
  }

  private static Map<String, int[]> knownBy() {
    Map<String, int[]> known = new HashMap<>();
    for (Language language : KNOWN) {
      for (String word : language.stopWords) {
        // A single letter may be a variable.
        if (word.length() == 1) {
          continue;
        }
        known.merge(word, new int[] {language.ordinal()}, Language::joined);
      }
    }
    return known;
  }
}
