package org.papermap.cluster.internal.phrase;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.text.CountSketch;
import org.papermap.cluster.internal.text.HashInterner;
import org.papermap.cluster.internal.text.PaperBlock;
import org.papermap.cluster.internal.text.PaperWords;

/// An index of phrases in titles and abstracts: the phrases of each paper, and the papers of each
/// phrase. Phrases of too few papers to matter are left out. Immutable, in flat arrays.
public final class PhraseIndex {
  /// Smaller corpora keep the phrases of single papers, for topics of one paper.
  private static final int FEW_PAPERS = 500;

  private final NGrams grams;
  private final HashInterner numbers;
  private final int[][] ofPaper;
  private final int[][] ofTitle;
  private final int[] starts;
  private final int[] rows;
  private final int[] inTitles;

  private PhraseIndex(NGrams grams, HashInterner numbers, int[][] ofPaper, int[][] ofTitle) {
    this.grams = grams;
    this.numbers = numbers;
    this.ofPaper = ofPaper;
    this.ofTitle = ofTitle;
    this.starts = new int[numbers.size() + 1];
    this.inTitles = new int[numbers.size()];
    for (int row = 0; row < ofPaper.length; row++) {
      for (int phrase : ofPaper[row]) {
        starts[phrase + 1]++;
      }
      for (int phrase : ofTitle[row]) {
        inTitles[phrase]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    this.rows = new int[starts[numbers.size()]];
    int[] next = starts.clone();
    for (int row = 0; row < ofPaper.length; row++) {
      for (int phrase : ofPaper[row]) {
        rows[next[phrase]++] = row;
      }
    }
  }

  public static PhraseIndex of(PaperWords papers) {
    NGrams grams = new NGrams(papers);
    int count = papers.papers();
    long[][] inTitle = new long[count][];
    long[][] inPaper = new long[count][];
    PaperBlock.of(count)
        .forEach(block -> {
          Occurrences found = new Occurrences();
          for (int row = block.from(); row < block.to(); row++) {
            grams.find(papers.title(row), found);
            inTitle[row] = found.distinct();
            grams.find(papers.text(row), found);
            inPaper[row] = union(inTitle[row], found.distinct());
          }
        });
    CountSketch sketch = CountSketch.of(inPaper);
    boolean keepsAll = count < FEW_PAPERS;
    HashInterner numbers = new HashInterner();
    int[][] ofPaper = new int[count][];
    for (int row = 0; row < count; row++) {
      int[] phrases = new int[inPaper[row].length];
      int size = 0;
      for (long hash : inPaper[row]) {
        if (keepsAll || sketch.isShared(hash)) {
          phrases[size++] = numbers.intern(hash);
        }
      }
      ofPaper[row] = Arrays.copyOf(phrases, size);
    }
    int[][] ofTitle = new int[count][];
    for (int row = 0; row < count; row++) {
      ofTitle[row] =
          Arrays.stream(inTitle[row])
              .mapToInt(numbers::get)
              .filter(phrase -> phrase != HashInterner.UNKNOWN)
              .toArray();
    }
    return new PhraseIndex(grams, numbers, ofPaper, ofTitle);
  }

  /// @param a ascending, each once, as `b`
  private static long[] union(long[] a, long[] b) {
    long[] both = new long[a.length + b.length];
    int size = 0;
    for (int i = 0, j = 0; i < a.length || j < b.length; ) {
      boolean takesA = j == b.length || (i < a.length && a[i] <= b[j]);
      long next = takesA ? a[i] : b[j];
      both[size++] = next;
      i += i < a.length && a[i] == next ? 1 : 0;
      j += j < b.length && b[j] == next ? 1 : 0;
    }
    return Arrays.copyOf(both, size);
  }

  NGrams grams() {
    return grams;
  }

  /// The number of papers.
  public int papers() {
    return ofPaper.length;
  }

  /// The number of phrases.
  int size() {
    return inTitles.length;
  }

  /// The hash of a phrase, as [NGrams] gives it.
  long hash(int phrase) {
    return numbers.hash(phrase);
  }

  /// The distinct phrases of a paper. The array is the index's own.
  int[] phrases(int row) {
    return ofPaper[row];
  }

  /// The distinct phrases of a paper's title. The array is the index's own.
  int[] titlePhrases(int row) {
    return ofTitle[row];
  }

  /// The number of papers that have a phrase.
  public int count(int phrase) {
    return starts[phrase + 1] - starts[phrase];
  }

  /// The number of papers that have a phrase in their titles.
  public int titles(int phrase) {
    return inTitles[phrase];
  }

  /// The rows of the papers that have a phrase, ascending.
  public int[] postings(int phrase) {
    return Arrays.copyOfRange(rows, starts[phrase], starts[phrase + 1]);
  }

  /// The Dice coefficient of some papers and those that have one of the terms.
  public double dice(int[] some, List<Term> terms) {
    BitSet with = new BitSet();
    terms.forEach(term -> IntStream.of(postings(term.phrase())).forEach(with::set));
    long inside = IntStream.of(some).filter(with::get).count();
    return 2.0 * inside / (some.length + with.cardinality());
  }
}
