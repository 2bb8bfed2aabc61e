package org.papermap.cluster.internal.layout;

/// Fast Fourier transforms of many columns side by side (Cooley and Tukey,
/// doi:10.1090/S0025-5718-1965-0178586-1). Row *i* of two arrays holds the real and the imaginary
/// parts of element *i* of all columns, so that the compiler makes vector instructions of each
/// step.
///
/// The forward transform (decimation in frequency) leaves its result in bit-reversed order. The
/// backward transform (decimation in time) takes it so and leaves out the factor 1 / size.
final class FourierTransform {
  private final int size;
  private final float[] cosines;
  private final float[] sines;

  /// @param size elements of a column, a power of two
  FourierTransform(int size) {
    this.size = size;
    this.cosines = new float[size / 2];
    this.sines = new float[size / 2];
    for (int i = 0; i < size / 2; i++) {
      double angle = 2 * Math.PI * i / size;
      cosines[i] = (float) StrictMath.cos(angle);
      sines[i] = (float) StrictMath.sin(angle);
    }
  }

  /// The index of a frequency in the result of the forward transform.
  int index(int frequency) {
    return Integer.reverse(frequency) >>> (Integer.numberOfLeadingZeros(size) + 1);
  }

  void forward(float[][] real, float[][] imaginary) {
    for (int half = size / 2; half >= 1; half /= 2) {
      int stride = size / 2 / half;
      for (int block = 0; block < size; block += 2 * half) {
        for (int i = 0; i < half; i++) {
          int a = block + i;
          int b = a + half;
          split(
              real[a],
              imaginary[a],
              real[b],
              imaginary[b],
              cosines[i * stride],
              -sines[i * stride]);
        }
      }
    }
  }

  void backward(float[][] real, float[][] imaginary) {
    for (int half = 1; half < size; half *= 2) {
      int stride = size / 2 / half;
      for (int block = 0; block < size; block += 2 * half) {
        for (int i = 0; i < half; i++) {
          int a = block + i;
          int b = a + half;
          join(
              real[a], imaginary[a], real[b], imaginary[b], cosines[i * stride], sines[i * stride]);
        }
      }
    }
  }

  /// a, b → a + b, (a − b) · w
  private static void split(
      float[] aReal, float[] aImaginary, float[] bReal, float[] bImaginary, float c, float s) {
    for (int j = 0; j < aReal.length; j++) {
      float p = aReal[j];
      float q = aImaginary[j];
      float r = bReal[j];
      float t = bImaginary[j];
      float x = p - r;
      float y = q - t;
      aReal[j] = p + r;
      aImaginary[j] = q + t;
      bReal[j] = x * c - y * s;
      bImaginary[j] = x * s + y * c;
    }
  }

  /// a, b → a + w · b, a − w · b
  private static void join(
      float[] aReal, float[] aImaginary, float[] bReal, float[] bImaginary, float c, float s) {
    for (int j = 0; j < aReal.length; j++) {
      float p = aReal[j];
      float q = aImaginary[j];
      float r = bReal[j];
      float t = bImaginary[j];
      float x = r * c - t * s;
      float y = r * s + t * c;
      aReal[j] = p + x;
      aImaginary[j] = q + y;
      bReal[j] = p - x;
      bImaginary[j] = q - y;
    }
  }
}
