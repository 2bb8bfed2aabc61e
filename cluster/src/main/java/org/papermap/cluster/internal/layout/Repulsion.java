package org.papermap.cluster.internal.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The repulsion between the points of t-SNE, interpolated on a mesh (after Linderman and others,
/// doi:10.1038/s41592-018-0308-4): for each point the sum over all others of *w*² (*y*ᵢ − *y*ⱼ),
/// and over all pairs the sum of *w*, where *w* = 1 / (1 + *d*²).
///
/// Both follow from four sums of *w*²: of ones, of each coordinate, and of squared lengths, since
/// *w* = *w*² (1 + |*y*ᵢ|² − 2 *y*ᵢ·*y*ⱼ + |*y*ⱼ|²). Sums have one order at any number of threads.
final class Repulsion {
  private static final int SMALLEST_MESH = 16;

  /// A finer mesh costs more than its accuracy is worth.
  private static final int LARGEST_MESH = 2048;

  /// The widest spacing of nodes. Interpolation is then off by 4 % of the kernel at most, by less
  /// than 1 % at half the spacing.
  private static final double WIDEST_SPACING = 0.7;

  /// Spacings are rounded up to an eighth of an octave, so that a kernel serves for many rounds.
  private static final int STEPS_AN_OCTAVE = 8;

  /// Nodes that a cubic spline reaches beyond the span of the points, on both sides together.
  private static final int MARGIN = 4;

  private static final int REACH = 4;

  private final int rows;
  private final double[] forces;
  private final double[] shares;

  private @Nullable MeshConvolution convolution;
  private int nodes;
  private double spacing;
  private double left;
  private double bottom;

  private final int[] columnOf;
  private final int[] lineOf;
  private final float[] across;
  private final float[] along;
  private final int[] order;
  private int[] starts = new int[0];

  /// The four sums of *w*² at the nodes, by line and column.
  private float[][] ones = {};

  private float[][] xs = {};
  private float[][] ys = {};
  private float[][] squares = {};

  Repulsion(int rows) {
    this.rows = rows;
    this.forces = new double[2 * rows];
    this.shares = new double[rows];
    this.columnOf = new int[rows];
    this.lineOf = new int[rows];
    this.across = new float[REACH * rows];
    this.along = new float[REACH * rows];
    this.order = new int[rows];
  }

  /// The sum of *w*² (*y*ᵢ − *y*ⱼ) of the last points, along an axis.
  double force(int row, int axis) {
    return forces[2 * row + axis];
  }

  /// Calculates the repulsion of new points.
  ///
  /// @param places x and y of each point in turn, around the origin
  /// @return the sum of *w* over all ordered pairs of different points
  double of(double[] places) {
    return of(places, 0);
  }

  /// The same, on a mesh that also reaches so far from the origin, for [#at].
  double of(double[] places, double edge) {
    fitMesh(places, edge);
    IntStream.range(0, rows).parallel().forEach(row -> locate(row, places));
    sortByLine();
    ones = new float[nodes][nodes];
    xs = new float[nodes][nodes];
    ys = new float[nodes][nodes];
    squares = new float[nodes][nodes];
    IntStream.range(0, nodes)
        .parallel()
        .forEach(line -> spread(line, places, ones[line], xs[line], ys[line], squares[line]));
    MeshConvolution mesh = mesh();
    mesh.convolve(ones, xs);
    mesh.convolve(ys, squares);
    IntStream.range(0, rows)
        .parallel()
        .forEach(row ->
            shares[row] =
                readOff(
                    places, row, lineOf[row], columnOf[row], along, across, REACH * row, forces));
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum - rows;
  }

  /// What the last points do to another point, which is within the reach of their mesh.
  ///
  /// @param places of some points, x and y of each in turn
  /// @param row of the point among these
  /// @param into receives the sum of *w*² (*y* − *y*ⱼ), as `places` are
  /// @return the sum of *w*
  double at(double[] places, int row, double[] into) {
    double x = (places[2 * row] - left) / spacing;
    double y = (places[2 * row + 1] - bottom) / spacing;
    float[] acrossOne = new float[REACH];
    float[] alongOne = new float[REACH];
    putSpline(x - (int) x, acrossOne, 0);
    putSpline(y - (int) y, alongOne, 0);
    return readOff(places, row, (int) y - 1, (int) x - 1, alongOne, acrossOne, 0, into);
  }

  private void fitMesh(double[] places, double edge) {
    BoundingBox box = BoundingBox.of(places).reaching(edge);
    double span = Math.max(box.side(), 1e-6);
    int needed = SMALLEST_MESH;
    while (needed < LARGEST_MESH && span / (needed - MARGIN) > WIDEST_SPACING) {
      needed *= 2;
    }
    double exact = span / (needed - MARGIN);
    double octaves = StrictMath.log(exact / WIDEST_SPACING) / StrictMath.log(2);
    double step = Math.ceil(octaves * STEPS_AN_OCTAVE) / STEPS_AN_OCTAVE;
    double rounded = WIDEST_SPACING * StrictMath.pow(2, step);
    if (needed != nodes || rounded != spacing) {
      nodes = needed;
      spacing = rounded;
      convolution = null;
    }
    left = box.left() - 1.5 * spacing;
    bottom = box.bottom() - 1.5 * spacing;
  }

  private MeshConvolution mesh() {
    MeshConvolution known = convolution;
    if (known == null) {
      known = new MeshConvolution(nodes, spacing);
      convolution = known;
    }
    return known;
  }

  /// Finds the first of the four nodes that a point's spline reaches on each axis, and its weights.
  private void locate(int row, double[] places) {
    double x = (places[2 * row] - left) / spacing;
    double y = (places[2 * row + 1] - bottom) / spacing;
    columnOf[row] = (int) x - 1;
    lineOf[row] = (int) y - 1;
    putSpline(x - (int) x, across, REACH * row);
    putSpline(y - (int) y, along, REACH * row);
  }

  private static void putSpline(double t, float[] weights, int at) {
    double u = 1 - t;
    weights[at] = (float) (u * u * u / 6);
    weights[at + 1] = (float) ((3 * t * t * t - 6 * t * t + 4) / 6);
    weights[at + 2] = (float) ((3 * u * u * u - 6 * u * u + 4) / 6);
    weights[at + 3] = (float) (t * t * t / 6);
  }

  private void sortByLine() {
    starts = new int[nodes + 1];
    for (int row = 0; row < rows; row++) {
      starts[lineOf[row] + 1]++;
    }
    for (int line = 0; line < nodes; line++) {
      starts[line + 1] += starts[line];
    }
    int[] next = Arrays.copyOf(starts, nodes);
    for (int row = 0; row < rows; row++) {
      order[next[lineOf[row]]++] = row;
    }
  }

  /// Adds to a line of nodes the charges of the points of this line and of the three before it.
  private void spread(
      int line, double[] places, float[] ones, float[] xs, float[] ys, float[] squares) {
    for (int reach = 0; reach < REACH && reach <= line; reach++) {
      for (int i = starts[line - reach]; i < starts[line - reach + 1]; i++) {
        int row = order[i];
        float x = (float) places[2 * row];
        float y = (float) places[2 * row + 1];
        float squared = x * x + y * y;
        for (int j = 0; j < REACH; j++) {
          float weight = along[REACH * row + reach] * across[REACH * row + j];
          int column = columnOf[row] + j;
          ones[column] += weight;
          xs[column] += weight * x;
          ys[column] += weight * y;
          squares[column] += weight * squared;
        }
      }
    }
  }

  private double readOff(
      double[] places,
      int row,
      int firstLine,
      int firstColumn,
      float[] weightsAlong,
      float[] weightsAcross,
      int from,
      double[] into) {
    double one = 0;
    double alongX = 0;
    double alongY = 0;
    double squared = 0;
    for (int i = 0; i < REACH; i++) {
      int line = firstLine + i;
      for (int j = 0; j < REACH; j++) {
        double weight = (double) weightsAlong[from + i] * weightsAcross[from + j];
        int column = firstColumn + j;
        one += weight * ones[line][column];
        alongX += weight * xs[line][column];
        alongY += weight * ys[line][column];
        squared += weight * squares[line][column];
      }
    }
    double x = places[2 * row];
    double y = places[2 * row + 1];
    into[2 * row] = x * one - alongX;
    into[2 * row + 1] = y * one - alongY;
    return (1 + x * x + y * y) * one - 2 * (x * alongX + y * alongY) + squared;
  }
}
