package org.papermap.embed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.files.AtomicFile;

/// Vectors in NumPy's `.npy` format (NumPy Enhancement Proposal 1): `n × d` of 32-bit floats,
/// little-endian, row after row.
public final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /// NumPy aligns the data to this, by spaces in the header.
  private static final int ALIGNMENT = 64;

  /// Magic, two bytes of version, two of the header's length.
  private static final int PREAMBLE = 10;

  /// More than any header of a plain array needs.
  private static final int LONGEST_HEADER = 1 << 16;

  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
  private static final Pattern MATRIX =
      Pattern.compile("\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*,?\\s*");

  private static final String ADVICE =
      "Save it with numpy.save(file, numpy.ascontiguousarray(x, dtype='<f4')), x of two dimensions";

  private NpyFile() {}

  /// Writes the matrix, in the place of a file that may be there.
  public static void write(Path file, EmbeddingMatrix vectors) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          out.write(header(vectors.rows(), vectors.dimension()));
          writeValues(out, vectors);
        });
  }

  private static byte[] header(int rows, int dimension) {
    String description =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + dimension + "), }";
    int length = Math.ceilDiv(PREAMBLE + description.length() + 1, ALIGNMENT) * ALIGNMENT;
    byte[] header = new byte[length];
    Arrays.fill(header, (byte) ' ');
    header[length - 1] = '\n';
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (length - PREAMBLE))
        .put(description.getBytes(StandardCharsets.US_ASCII));
    return header;
  }

  private static void writeValues(OutputStream out, EmbeddingMatrix vectors) throws IOException {
    FloatBuffer values = vectors.values();
    ByteBuffer row =
        ByteBuffer.allocate(vectors.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < vectors.rows(); i++) {
      row.asFloatBuffer().put(values.slice(i * vectors.dimension(), vectors.dimension()));
      out.write(row.array());
    }
  }

  /// Reads a matrix. Rows of unit length are kept to the bit; where any row has another length, all
  /// are scaled to unit length.
  ///
  /// @throws NpyFormatException if the file is no such array, is cut short, or has a row without a
  ///   direction
  /// @throws IOException if it cannot be read
  public static EmbeddingMatrix read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int[] shape = shape(file, readHeader(file, in));
      float[] values = readValues(file, in, shape[0], shape[1]);
      return matrix(file, values, shape[1]);
    }
  }

  private static String readHeader(Path file, InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw error(file, "no NumPy array");
    }
    int version = start[MAGIC.length];
    // Version 1 gives the header's length in two bytes, later ones in four.
    byte[] lengthBytes = Arrays.copyOf(in.readNBytes(version == 1 ? 2 : 4), 4);
    int length = ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (version < 1 || version > 3 || length < 0 || length > LONGEST_HEADER) {
      throw error(file, "a header of version " + version + " and length " + length);
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static int[] shape(Path file, String header) {
    String type = group(file, header, TYPE, "descr");
    if (!type.equals("<f4")) {
      throw error(file, "elements of type " + type + ", not <f4");
    }
    if (group(file, header, ORDER, "fortran_order").equals("True")) {
      throw error(file, "column after column (Fortran order)");
    }
    String shape = group(file, header, SHAPE, "shape");
    Matcher sizes = MATRIX.matcher(shape);
    if (!sizes.matches() || Integer.parseInt(sizes.group(2)) < 1) {
      throw error(file, "shape (" + shape + "), not (n, d)");
    }
    return new int[] {Integer.parseInt(sizes.group(1)), Integer.parseInt(sizes.group(2))};
  }

  private static String group(Path file, String header, Pattern pattern, String key) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw error(file, "a header without " + key);
    }
    return matcher.group(1);
  }

  private static float[] readValues(Path file, InputStream in, int rows, int dimension)
      throws IOException {
    // Before any memory is taken: what a header announces may be anything.
    long announced = (long) rows * dimension;
    if (announced * Float.BYTES > Files.size(file) || announced > Integer.MAX_VALUE) {
      throw error(file, "%d × %d values announced, too few there".formatted(rows, dimension));
    }
    float[] values = new float[rows * dimension];
    for (int row = 0; row < rows; row++) {
      byte[] bytes = in.readNBytes(dimension * Float.BYTES);
      if (bytes.length < dimension * Float.BYTES) {
        throw error(file, "%d rows announced, cut short in row %d".formatted(rows, row));
      }
      ByteBuffer.wrap(bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values, row * dimension, dimension);
    }
    if (in.read() >= 0) {
      throw error(file, "more bytes than %d × %d".formatted(rows, dimension));
    }
    return values;
  }

  private static EmbeddingMatrix matrix(Path file, float[] values, int dimension) {
    try {
      return EmbeddingMatrix.of(values, dimension);
    } catch (IllegalArgumentException _) {
      // Not all of unit length: scaled below.
    }
    try {
      return EmbeddingMatrix.normalized(values, dimension);
    } catch (IllegalArgumentException e) {
      throw new NpyFormatException(file + ": " + e.getMessage());
    }
  }

  private static NpyFormatException error(Path file, String found) {
    return new NpyFormatException("%s: %s. %s.".formatted(file, found, ADVICE));
  }
}
