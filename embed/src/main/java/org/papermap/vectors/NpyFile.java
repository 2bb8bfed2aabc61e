package org.papermap.vectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.files.DraftFile;
import org.papermap.files.InputException;
import org.papermap.files.OutputFile;

/// Vectors in NumPy's `.npy` format (NumPy Enhancement Proposal 1): `n × d` of 32-bit floats,
/// little-endian, row after row; floats of 16 and 64 bits can be read, too.
public final class NpyFile {
  private static final String SUFFIX = ".npy";

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /// NumPy aligns the data to multiples of 64 bytes by spaces in the header. 128 are enough for any
  /// shape.
  private static final int HEADER = 128;

  /// Magic, two bytes of version, two of the header's length.
  private static final int PREAMBLE = 10;

  /// Longer than any header of a plain array.
  private static final int LONGEST_HEADER = 1 << 16;

  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
  private static final Pattern MATRIX =
      Pattern.compile("\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*,?\\s*");

  private static final String ADVICE =
      "Save it with numpy.save(file, numpy.ascontiguousarray(x, dtype='<f4')), x of two dimensions";

  /// The float types that can be read, by NumPy's names.
  private enum Element {
    HALF("<f2", Short.BYTES) {
      @Override
      float get(ByteBuffer bytes) {
        return Float.float16ToFloat(bytes.getShort());
      }
    },
    SINGLE("<f4", Float.BYTES) {
      @Override
      float get(ByteBuffer bytes) {
        return bytes.getFloat();
      }
    },
    DOUBLE("<f8", Double.BYTES) {
      @Override
      float get(ByteBuffer bytes) {
        return (float) bytes.getDouble();
      }
    };

    private final String type;
    private final int size;

    Element(String type, int size) {
      this.type = type;
      this.size = size;
    }

    abstract float get(ByteBuffer bytes);

    static Optional<Element> of(String type) {
      return Arrays.stream(values()).filter(it -> it.type.equals(type)).findFirst();
    }
  }

  /// What a header says.
  private record Shape(Element element, int rows, int dimension) {}

  private NpyFile() {}

  /// A file of vectors that is to be written. Ours are told from NumPy's, which are read as well,
  /// by the end of the dictionary in the header, where NumPy has a comma.
  public static OutputFile output(Path file) {
    return new OutputFile(
        file,
        "a file of vectors",
        Pattern.compile("^\\x93NUMPY\\x01\\x00v\\x00[^\\n]*'shape': \\(\\d+, \\d+\\)} *\\n"));
  }

  /// Where the ids of a file's rows are, a line each: `papers.ids.txt` beside `papers.npy`.
  public static Path idsBeside(Path file) {
    String name = String.valueOf(file.getFileName());
    String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    return file.resolveSibling(stem + ".ids.txt");
  }

  /// Writes the matrix, replacing a file of that name.
  public static void write(Path file, EmbeddingMatrix vectors) throws IOException {
    try (NpyWriter writer = NpyWriter.open(file, vectors.dimension())) {
      writer.append(vectors);
      writer.publish();
    }
  }

  /// The bytes before the first value, equally many for any number of rows, so that it can be
  /// written last.
  static byte[] header(int rows, int dimension) {
    String description =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + dimension + ")}";
    byte[] header = new byte[HEADER];
    Arrays.fill(header, (byte) ' ');
    header[HEADER - 1] = '\n';
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (HEADER - PREAMBLE))
        .put(description.getBytes(StandardCharsets.US_ASCII));
    return header;
  }

  /// Reads a matrix. Rows of unit length are kept to the bit; where any row has another length, all
  /// are scaled to unit length.
  ///
  /// @throws InputException if the file is not such an array, is cut short, or has a row of zeros
  ///   or NaN
  /// @throws IOException if it cannot be read
  public static EmbeddingMatrix read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Shape shape = shape(file, readHeader(file, in));
      return matrix(file, readValues(file, in, shape), shape.dimension);
    }
  }

  private static String readHeader(Path file, InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw error(file, "not a NumPy array");
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

  private static Shape shape(Path file, String header) throws InputException {
    String type = group(file, header, TYPE, "descr");
    Element element =
        Element.of(type).orElseThrow(() -> error(file, "elements of type " + type + ", not <f4"));
    if (group(file, header, ORDER, "fortran_order").equals("True")) {
      throw error(file, "column after column (Fortran order)");
    }
    String shape = group(file, header, SHAPE, "shape");
    Matcher sizes = MATRIX.matcher(shape);
    if (!sizes.matches() || Integer.parseInt(sizes.group(2)) < 1) {
      throw error(file, "shape (" + shape + "), not (n, d)");
    }
    return new Shape(element, Integer.parseInt(sizes.group(1)), Integer.parseInt(sizes.group(2)));
  }

  private static String group(Path file, String header, Pattern pattern, String key)
      throws InputException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw error(file, "a header without " + key);
    }
    return matcher.group(1);
  }

  private static float[] readValues(Path file, InputStream in, Shape shape) throws IOException {
    int rows = shape.rows;
    int dimension = shape.dimension;
    // Checked before memory is allocated, as a header may say anything.
    long announced = (long) rows * dimension;
    if (announced * shape.element.size > Files.size(file) || announced > Integer.MAX_VALUE) {
      throw error(file, "%d × %d values announced, too few there".formatted(rows, dimension));
    }
    float[] values = new float[rows * dimension];
    int size = dimension * shape.element.size;
    for (int row = 0; row < rows; row++) {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size) {
        throw error(file, "%d rows announced, cut short in row %d".formatted(rows, row));
      }
      ByteBuffer each = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int j = row * dimension; j < (row + 1) * dimension; j++) {
        values[j] = shape.element.get(each);
      }
    }
    if (in.read() >= 0) {
      throw error(file, "more bytes than %d × %d".formatted(rows, dimension));
    }
    return values;
  }

  private static EmbeddingMatrix matrix(Path file, float[] values, int dimension)
      throws InputException {
    try {
      return EmbeddingMatrix.of(values, dimension);
    } catch (IllegalArgumentException _) {
      // A row has another length: all are scaled below.
    }
    try {
      return EmbeddingMatrix.normalized(values, dimension);
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ": " + e.getMessage());
    }
  }

  private static InputException error(Path file, String found) {
    return new InputException("%s: %s. %s.".formatted(file, found, ADVICE));
  }

  /// Writes a `.npy` file whose number of rows is known only at the end. The file appears in full
  /// when it is published. Not safe to use from several threads.
  public static final class NpyWriter implements AutoCloseable {
    private final DraftFile draft;
    private final int dimension;
    private int rows;

    private NpyWriter(DraftFile draft, int dimension) {
      this.draft = draft;
      this.dimension = dimension;
    }

    /// Begins the file.
    ///
    /// @param dimension of every vector
    public static NpyWriter open(Path file, int dimension) throws IOException {
      DraftFile draft = DraftFile.open(file);
      try {
        draft.write(NpyFile.header(0, dimension));
        return new NpyWriter(draft, dimension);
      } catch (IOException e) {
        draft.close();
        throw e;
      }
    }

    /// Adds the rows of a matrix.
    public void append(EmbeddingMatrix vectors) throws IOException {
      if (vectors.dimension() != dimension) {
        throw new IllegalArgumentException(
            "vectors of %d beside others of %d. Embed all with one model."
                .formatted(vectors.dimension(), dimension));
      }
      FloatBuffer values = vectors.values();
      ByteBuffer row = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < vectors.rows(); i++) {
        row.asFloatBuffer().put(values.slice(i * dimension, dimension));
        draft.write(row.array());
      }
      rows += vectors.rows();
    }

    /// The rows so far.
    public int rows() {
      return rows;
    }

    /// Publishes the file.
    public void publish() throws IOException {
      draft.writeFirst(NpyFile.header(rows, dimension));
      draft.publish();
    }

    /// Deletes an unpublished file.
    @Override
    public void close() throws IOException {
      draft.close();
    }
  }
}
