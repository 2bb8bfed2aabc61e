package org.papermap.cluster.internal.layout;

import java.util.stream.IntStream;

/// The convolution of charges on the nodes of a square mesh with the kernel 1 / (1 + *d*²)², which
/// gives the repulsion of t-SNE at all nodes at once. It multiplies Fourier transforms, on a mesh
/// twice as wide so that the edges do not wrap around.
///
/// Points spread their charges to nodes, and read sums from nodes, with cubic B-splines. Dividing
/// the kernel's transform twice by that of the splines makes this an interpolation of the kernel,
/// with an error of h⁴ / 384 of its fourth derivative (de Boor, *A Practical Guide to Splines*,
/// chapter 5).
final class MeshConvolution {
  /// Columns transformed together. Fewer make slower vector loops, more do not fit in the
  /// second-level cache.
  private static final int STRIP = 64;

  private final int nodes;
  private final int size;
  private final FourierTransform transform;
  private final float[][] kernel;

  /// @param nodes along a side of the mesh, a power of two
  /// @param spacing between nodes
  MeshConvolution(int nodes, double spacing) {
    this.nodes = nodes;
    this.size = 2 * nodes;
    this.transform = new FourierTransform(size);
    this.kernel = kernel(spacing);
  }

  private float[][] kernel(double spacing) {
    float[][] lines = new float[size][size];
    for (int i = 0; i < size; i++) {
      putSamples(lines[i], spacing * Math.min(i, size - i), spacing);
    }
    // The kernel is symmetric, so its transform is real.
    transform.forward(lines, new float[size][size]);
    float[][] columns = new float[size][size];
    for (int i = 0; i < size; i++) {
      putColumn(columns[i], lines, i);
    }
    transform.forward(columns, new float[size][size]);
    double[] splines = splines();
    for (int i = 0; i < size; i++) {
      divide(columns[i], (double) size * size * splines[i], splines);
    }
    return columns;
  }

  private void putSamples(float[] samples, double y, double spacing) {
    for (int j = 0; j < samples.length; j++) {
      double x = spacing * Math.min(j, size - j);
      double near = 1 / (1 + x * x + y * y);
      samples[j] = (float) (near * near);
    }
  }

  private static void putColumn(float[] column, float[][] lines, int at) {
    for (int j = 0; j < column.length; j++) {
      column[j] = lines[j][at];
    }
  }

  /// The squared transform of the splines, by the index of each frequency.
  private double[] splines() {
    double[] splines = new double[size];
    for (int frequency = 0; frequency < size; frequency++) {
      double spline = (2 + StrictMath.cos(2 * Math.PI * frequency / size)) / 3;
      splines[transform.index(frequency)] = spline * spline;
    }
    return splines;
  }

  private static void divide(float[] values, double by, double[] splines) {
    for (int j = 0; j < values.length; j++) {
      values[j] /= (float) (by * splines[j]);
    }
  }

  /// Replaces charges by their convolution, for two kinds of charge at once.
  ///
  /// @param first charges by row and column
  void convolve(float[][] first, float[][] second) {
    float[][] real = new float[nodes][size];
    float[][] imaginary = new float[nodes][size];
    strips(nodes)
        .forEach(from -> {
          Strip strip = new Strip(Math.min(STRIP, nodes));
          strip.read(first, second, from, nodes);
          transform.forward(strip.real, strip.imaginary);
          strip.writeTurned(real, imaginary, from, size);
        });
    strips(size)
        .forEach(from -> {
          Strip strip = new Strip(Math.min(STRIP, size));
          strip.read(real, imaginary, from, nodes);
          transform.forward(strip.real, strip.imaginary);
          strip.scale(from);
          transform.backward(strip.real, strip.imaginary);
          strip.write(real, imaginary, from, nodes);
        });
    strips(nodes)
        .forEach(from -> {
          Strip strip = new Strip(Math.min(STRIP, nodes));
          strip.readTurned(real, imaginary, from, size);
          transform.backward(strip.real, strip.imaginary);
          strip.write(first, second, from, nodes);
        });
  }

  private static IntStream strips(int columns) {
    return IntStream.range(0, Math.ceilDiv(columns, STRIP)).map(it -> it * STRIP).parallel();
  }

  /// A strip of columns of the mesh, with zeros beyond its last row.
  private final class Strip {
    private final int width;
    private final float[][] real;
    private final float[][] imaginary;

    private Strip(int width) {
      this.width = width;
      this.real = new float[size][width];
      this.imaginary = new float[size][width];
    }

    private void read(float[][] first, float[][] second, int from, int rows) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(first[row], from, real[row], 0, width);
        System.arraycopy(second[row], from, imaginary[row], 0, width);
      }
    }

    private void readTurned(float[][] first, float[][] second, int from, int rows) {
      for (int column = 0; column < width; column++) {
        float[] firstColumn = first[from + column];
        float[] secondColumn = second[from + column];
        for (int row = 0; row < rows; row++) {
          real[row][column] = firstColumn[row];
          imaginary[row][column] = secondColumn[row];
        }
      }
    }

    private void write(float[][] first, float[][] second, int from, int rows) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(real[row], 0, first[row], from, width);
        System.arraycopy(imaginary[row], 0, second[row], from, width);
      }
    }

    private void writeTurned(float[][] first, float[][] second, int from, int rows) {
      for (int column = 0; column < width; column++) {
        float[] firstColumn = first[from + column];
        float[] secondColumn = second[from + column];
        for (int row = 0; row < rows; row++) {
          firstColumn[row] = real[row][column];
          secondColumn[row] = imaginary[row][column];
        }
      }
    }

    private void scale(int from) {
      float[] factors = new float[width];
      for (int row = 0; row < size; row++) {
        System.arraycopy(kernel[row], from, factors, 0, width);
        multiply(real[row], factors);
        multiply(imaginary[row], factors);
      }
    }
  }

  private static void multiply(float[] values, float[] factors) {
    for (int j = 0; j < values.length; j++) {
      values[j] *= factors[j];
    }
  }
}
