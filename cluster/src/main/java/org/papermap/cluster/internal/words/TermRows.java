package org.papermap.cluster.internal.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.text.CountSketch;
import org.papermap.cluster.internal.text.HashInterner;
import org.papermap.cluster.internal.text.PaperBlock;
import org.papermap.cluster.internal.text.StopWords;
import org.papermap.corpus.Corpus;
import org.papermap.math.TopK;

/// The terms of each paper with their weights, as sparse rows: (1 + log frequency) times the square
/// root of the inverse document frequency (Spärck Jones, doi:10.1108/eb026526), to the length of 1.
/// Without the root, rare words outweigh what subjects are called (figures: `clustering.md`). Terms
/// of single papers, and of so many that they tell nothing, are left out.
final class TermRows {
  /// A term of a greater share of the papers tells nothing.
  private static final double MOST_PAPERS = 0.1;

  /// In a small corpus a term of so many papers tells something nevertheless.
  private static final int FEW_PAPERS = 5;

  /// Longer lists of papers would take the time of the square of a large corpus.
  private static final int LONGEST_LIST = 4000;

  /// The terms of a paper by which others are looked for.
  private static final int HEAVIEST = 25;

  private final int[][] terms;
  private final float[][] weights;

  /// For each paper the first with the same terms.
  private final int[] firsts;

  /// Where the papers of each term begin in [#papers].
  private final int[] starts;

  private final int[] papers;
  private final float[] weightsInPapers;

  private TermRows(int[][] terms, float[][] weights, int[] firsts, int distinct) {
    this.firsts = firsts;
    this.terms = terms;
    this.weights = weights;
    this.starts = new int[distinct + 1];
    for (int[] row : terms) {
      for (int term : row) {
        starts[term + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    this.papers = new int[starts[distinct]];
    this.weightsInPapers = new float[papers.length];
    int[] next = starts.clone();
    for (int row = 0; row < terms.length; row++) {
      for (int i = 0; i < terms[row].length; i++) {
        int at = next[terms[row][i]]++;
        papers[at] = row;
        weightsInPapers[at] = weights[row][i];
      }
    }
  }

  static TermRows of(Corpus corpus) {
    long[][] read = read(corpus);
    int[] firsts = firsts(read);
    CountSketch sketch = CountSketch.of(read);
    HashInterner numbers = new HashInterner();
    int[][] terms = new int[read.length][];
    float[][] counts = new float[read.length][];
    for (int row = 0; row < read.length; row++) {
      number(read[row], sketch, numbers, row, terms, counts);
      read[row] = new long[0];
    }
    int[] papers = new int[numbers.size()];
    for (int[] row : terms) {
      for (int term : row) {
        papers[term]++;
      }
    }
    long distinct = IntStream.range(0, firsts.length).filter(row -> firsts[row] == row).count();
    double most = Math.min(LONGEST_LIST, Math.max(FEW_PAPERS, MOST_PAPERS * distinct));
    double rarest = StrictMath.log(distinct);
    double[] inverse = new double[papers.length];
    Arrays.setAll(inverse, term -> Math.sqrt(rarest - StrictMath.log(papers[term])));
    PaperBlock.of(terms.length)
        .forEach(block -> {
          for (int row = block.from(); row < block.to(); row++) {
            weigh(row, terms, counts, inverse, term -> papers[term] <= most);
          }
        });
    return new TermRows(terms, counts, firsts, papers.length);
  }

  /// For each paper the first with the same terms. The others lose theirs: copies of a text say
  /// nothing of how frequent its terms are.
  private static int[] firsts(long[][] read) {
    Map<Long, Integer> seen = new HashMap<>();
    int[] firsts = new int[read.length];
    for (int row = 0; row < read.length; row++) {
      long hash = 0;
      for (long term : read[row]) {
        hash = hash * 31 + term;
      }
      Integer first = seen.putIfAbsent(hash, row);
      firsts[row] = first == null ? row : first;
      read[row] = first == null ? read[row] : new long[0];
    }
    return firsts;
  }

  private static long[][] read(Corpus corpus) {
    Set<Long> skipped = new HashSet<>();
    StopWords.english().functionWords().forEach(word -> skipped.add(TextTerms.hash(word)));
    long[][] read = new long[corpus.size()][];
    PaperBlock.of(corpus.size())
        .forEach(block -> {
          TextTerms terms = new TextTerms(skipped);
          for (int row = block.from(); row < block.to(); row++) {
            terms.clear();
            terms.read(corpus.paper(row).title());
            terms.read(corpus.paper(row).abstractText());
            read[row] = terms.sorted();
          }
        });
    return read;
  }

  /// Stores the numbers of a paper's terms that others may have too, and their frequencies.
  private static void number(
      long[] read,
      CountSketch sketch,
      HashInterner numbers,
      int row,
      int[][] terms,
      float[][] counts) {
    int[] found = new int[read.length];
    float[] often = new float[read.length];
    int size = 0;
    for (int from = 0, to; from < read.length; from = to) {
      to = from + 1;
      while (to < read.length && read[to] == read[from]) {
        to++;
      }
      if (sketch.isShared(read[from])) {
        found[size] = numbers.intern(read[from]);
        often[size++] = to - from;
      }
    }
    terms[row] = Arrays.copyOf(found, size);
    counts[row] = Arrays.copyOf(often, size);
  }

  private static double frequency(double count) {
    return count == 1 ? 1 : 1 + StrictMath.log(count);
  }

  private static void weigh(
      int row, int[][] terms, float[][] counts, double[] inverse, IntPredicate tells) {
    int[] kept = new int[terms[row].length];
    float[] weights = new float[kept.length];
    int size = 0;
    double squares = 0;
    for (int i = 0; i < kept.length; i++) {
      int term = terms[row][i];
      if (tells.test(term)) {
        double weight = frequency(counts[row][i]) * inverse[term];
        squares += weight * weight;
        kept[size] = term;
        weights[size++] = (float) weight;
      }
    }
    float length = squares > 0 ? (float) Math.sqrt(squares) : 1;
    for (int i = 0; i < size; i++) {
      weights[i] /= length;
    }
    terms[row] = Arrays.copyOf(kept, size);
    counts[row] = Arrays.copyOf(weights, size);
  }

  /// The first paper with the same terms as this one; that has none of its own.
  int first(int row) {
    return firsts[row];
  }

  /// The number of papers.
  int rows() {
    return terms.length;
  }

  /// Adds to each paper its cosine with this one, over the heaviest terms of this one: the others
  /// are in the long lists, and hardly change who is nearest.
  ///
  /// @param sums one a paper, all 0 before
  /// @param found room for the papers with a sum, and one more
  /// @return the number of papers with a sum
  int addCosines(int row, float[] sums, int[] found) {
    int size = 0;
    for (int i : TopK.of(weights[row], HEAVIEST)) {
      float weight = weights[row][i];
      // A term that all papers have weighs nothing.
      int from = starts[terms[row][i]];
      int end = weight > 0 ? starts[terms[row][i] + 1] : from;
      for (int at = from; at < end; at++) {
        int paper = papers[at];
        float before = sums[paper];
        // Without a branch, which is guessed wrong too often: .56 s of processor for this of 9,868
        // papers became .17 with 25 terms instead of 40.
        found[size] = paper;
        size += before == 0 ? 1 : 0;
        sums[paper] = before + weight * weightsInPapers[at];
      }
    }
    return size;
  }
}
