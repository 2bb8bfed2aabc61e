package org.papermap.wordsearch;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.math.DotProduct;
import org.papermap.math.LinearCombination;
import org.papermap.math.TiledProduct;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// Corrects typicality by titles whose answers are known: a paper that words put before others more
/// often than the model does loses, and one that they put behind gains (hubness: Radovanović,
/// Nanopoulos and Ivanović, jmlr.org/papers/v11/radovanovic10a).
final class TypicalityFit {
  /// Only the order of the best counts.
  private static final int TOP = 40;

  /// As many titles as that tell that nothing is to be corrected, so that few tell little.
  private static final int SHRINKAGE = 10;

  /// More titles are not asked: of 9,868 papers, 5,000 titles find .600 of the model's ten nearest,
  /// and all find .604 for as much time again.
  private static final int MOST = 5000;

  /// Titles whose scores are held at a time.
  private static final int AT_A_TIME = 256;

  /// The best are looked for among so many, which are the best along the widest axes alone: a third
  /// of the work.
  private static final int CANDIDATES = 160;

  private static final int WIDEST = 64;

  private final float[] vectors;
  private final float[] widest;
  private final float[] ahead;
  private final int columns;
  private final int fewer;
  private final double[] sums;
  private final int[] times;

  private TypicalityFit(WordRanking ranking) {
    vectors = ranking.papers().values();
    ahead = ranking.typicality().values();
    columns = ranking.papers().columns();
    fewer = Math.min(WIDEST, columns);
    widest = new float[ahead.length * fewer];
    for (int paper = 0; paper < ahead.length; paper++) {
      System.arraycopy(vectors, paper * columns, widest, paper * fewer, fewer);
    }
    sums = new double[ahead.length];
    times = new int[ahead.length];
  }

  /// The same ranking by what each paper is better ahead by.
  ///
  /// @param ranking by what is ahead so far
  /// @param titles by the row of their papers
  /// @param kept those of them that may be asked
  /// @param papers the papers' vectors
  /// @param answers the titles' vectors
  static WordRanking corrected(
      WordRanking ranking,
      List<String> titles,
      int[] kept,
      EmbeddingMatrix papers,
      EmbeddingMatrix answers) {
    TypicalityFit fit = new TypicalityFit(ranking);
    int[] asked =
        IntStream.of(WordSearchFit.spread(Math.min(MOST, kept.length), kept.length))
            .map(i -> kept[i])
            .toArray();
    for (int from = 0; from < asked.length; from += AT_A_TIME) {
      int[] some = Arrays.copyOfRange(asked, from, Math.min(asked.length, from + AT_A_TIME));
      float[][] directions = ranking.directions(IntStream.of(some).mapToObj(titles::get).toList());
      float[][] along = new float[some.length][];
      Arrays.setAll(along, i -> Arrays.copyOf(directions[i], fit.fewer));
      float[][] scores = TiledProduct.of(along, FloatBuffer.wrap(fit.widest), fit.fewer);
      IntStream.range(0, some.length)
          .parallel()
          .mapToObj(i -> fit.lack(some[i], directions[i], scores[i], papers, answers.row(some[i])))
          .toList()
          .forEach(fit::add);
    }
    for (int paper = 0; paper < fit.ahead.length; paper++) {
      fit.ahead[paper] += (float) (fit.sums[paper] / (fit.times[paper] + SHRINKAGE));
    }
    return ranking.with(WordSearchFit.typicality(fit.ahead));
  }

  /// By how much the model puts each of the best papers but a title's own before their mean, beyond
  /// what words do.
  private Lack lack(
      int own, float[] direction, float[] rough, EmbeddingMatrix papers, float[] answer) {
    LinearCombination.add(rough, ahead, 1);
    int[] candidates = TopK.of(rough, CANDIDATES);
    double[] along = DotProduct.ofRows(direction, vectors, candidates);
    float[] scores = new float[candidates.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = ahead[candidates[i]] + (float) along[i];
    }
    int[] top = IntStream.of(TopK.of(scores, TOP)).filter(i -> candidates[i] != own).toArray();
    double[] lack = papers.dots(answer, IntStream.of(top).map(i -> candidates[i]).toArray());
    double mean = 0;
    for (int i = 0; i < top.length; i++) {
      lack[i] -= scores[top[i]];
      mean += lack[i] / top.length;
    }
    for (int i = 0; i < top.length; i++) {
      lack[i] -= mean;
      top[i] = candidates[top[i]];
    }
    return new Lack(top, lack);
  }

  private void add(Lack lack) {
    for (int i = 0; i < lack.papers.length; i++) {
      sums[lack.papers[i]] += lack.values[i];
      times[lack.papers[i]]++;
    }
  }

  /// What the best papers of one title lack.
  private record Lack(int[] papers, double[] values) {}
}
