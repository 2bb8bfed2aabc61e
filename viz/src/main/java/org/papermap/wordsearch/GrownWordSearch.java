package org.papermap.wordsearch;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.wordsearch.WordSearch.QuantizedRows;

/// The search of a map that grows: words and papers keep their vectors, and only new papers get
/// some. A paper's vector here is, but for its length, a linear function of the model's. It is
/// found by least squares from the papers that stay. So no sentence has to be embedded, and no word
/// fitted; words that only new papers have get vectors with the next refit.
final class GrownWordSearch {
  /// More papers tell the function no better.
  private static final int MOST_READ = 2000;

  /// Added to the squares, as a share of their mean, for maps of fewer papers than dimensions.
  private static final double PENALTY = 1e-4;

  private final QuantizedRows papers;
  private final QuantizedRows typicality;
  private final int[] rows;
  private final EmbeddingMatrix vectors;

  private GrownWordSearch(WordSearch earlier, int[] rows, EmbeddingMatrix vectors) {
    this.papers = earlier.paperVectors();
    this.typicality = earlier.typicality();
    this.rows = rows;
    this.vectors = vectors;
  }

  /// @param rows of each paper its row on the earlier map, or −1 where it is new or has another
  ///   text; one or more are not
  static WordSearch of(WordSearch earlier, int[] rows, EmbeddingMatrix vectors) {
    return new GrownWordSearch(earlier, rows, vectors).search(earlier);
  }

  private WordSearch search(WordSearch earlier) {
    int columns = papers.columns();
    double[][] function = function();
    double[][] values = new double[rows.length][];
    IntStream.range(0, rows.length)
        .parallel()
        .filter(row -> rows[row] < 0)
        .forEach(row -> values[row] = valuesOf(row, function));
    return WordSearch.carried(
        earlier.words(),
        earlier.wordVectors(),
        papers.with(rows, row -> unit(values[row], columns)),
        typicality.with(rows, row -> new double[] {values[row][columns]}),
        earlier.quality());
  }

  /// The first so many numbers, at unit length.
  private static double[] unit(double[] values, int columns) {
    double length = length(values, columns);
    return Arrays.stream(values, 0, columns).map(it -> it / length).toArray();
  }

  private static double length(double[] values, int columns) {
    double squares = 0;
    for (int j = 0; j < columns; j++) {
      squares += values[j] * values[j];
    }
    return squares > 0 ? Math.sqrt(squares) : 1;
  }

  private double[] valuesOf(int row, double[][] function) {
    double[] input = input(row);
    double[] values = new double[function[0].length];
    for (int i = 0; i < input.length; i++) {
      for (int j = 0; j < values.length; j++) {
        values[j] += input[i] * function[i][j];
      }
    }
    return values;
  }

  /// The model's vector, and 1.
  private double[] input(int row) {
    float[] vector = vectors.row(row);
    double[] input = new double[vector.length + 1];
    for (int i = 0; i < vector.length; i++) {
      input[i] = vector[i];
    }
    input[vector.length] = 1;
    return input;
  }

  /// A row for each number of the input, a column for each axis, and typicality in the last.
  private double[][] function() {
    int[] staying = IntStream.range(0, rows.length).filter(row -> rows[row] >= 0).toArray();
    int[] read = WordSearchFit.spread(Math.min(MOST_READ, staying.length), staying.length);
    int size = vectors.dimension() + 1;
    int columns = papers.columns() + 1;
    double[][] squares = new double[size][size];
    double[][] products = new double[size][columns];
    double[][] inputs = new double[read.length][];
    double[][] outputs = new double[read.length][columns];
    for (int i = 0; i < read.length; i++) {
      int row = staying[read[i]];
      inputs[i] = input(row);
      for (int j = 0; j + 1 < columns; j++) {
        outputs[i][j] = papers.value(rows[row], j);
      }
      outputs[i][columns - 1] = typicality.value(rows[row], 0);
    }
    IntStream.range(0, size)
        .parallel()
        .forEach(i -> {
          for (int k = 0; k < inputs.length; k++) {
            double factor = inputs[k][i];
            for (int j = 0; j <= i; j++) {
              squares[i][j] += factor * inputs[k][j];
            }
            for (int j = 0; j < columns; j++) {
              products[i][j] += factor * outputs[k][j];
            }
          }
        });
    double trace = IntStream.range(0, size).mapToDouble(i -> squares[i][i]).sum();
    for (int i = 0; i < size; i++) {
      squares[i][i] += PENALTY * trace / size;
    }
    solve(squares, products);
    return products;
  }

  /// Solves a system by Cholesky's decomposition.
  ///
  /// @param matrix the lower half of a positive definite one; is overwritten
  /// @param right sides, a column each; becomes the solutions
  private static void solve(double[][] matrix, double[][] right) {
    int size = matrix.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        subtract(right[i], right[k], matrix[i][k]);
      }
      divide(right[i], matrix[i][i]);
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        subtract(right[i], right[k], matrix[k][i]);
      }
      divide(right[i], matrix[i][i]);
    }
  }

  private static void subtract(double[] from, double[] what, double times) {
    for (int j = 0; j < from.length; j++) {
      from[j] -= times * what[j];
    }
  }

  private static void divide(double[] values, double by) {
    Arrays.setAll(values, j -> values[j] / by);
  }
}
