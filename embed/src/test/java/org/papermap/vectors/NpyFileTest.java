package org.papermap.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.files.InputException;
import org.papermap.vectors.NpyFile.NpyWriter;

class NpyFileTest {
  private static final EmbeddingMatrix MATRIX =
      EmbeddingMatrix.of(new float[] {1, 0, 0.6f, 0.8f, 0, -1}, 2);

  @TempDir private Path folder;

  @Test
  void the_bytes_are_those_that_numpy_writes_but_for_a_comma_that_tells_ours() throws IOException {
    Path file = folder.resolve("v.npy");
    NpyFile.write(file, MATRIX);
    byte[] bytes = Files.readAllBytes(file);

    // numpy.save of the same array: magic, version 1.0, header length 118, the dictionary (with a
    // comma before its end), spaces up to a multiple of 64, newline, data.
    assertThat(bytes).hasSize(128 + 6 * 4);
    assertThat(bytes).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2)}  ")
        .endsWith(" \n");
    // 0.6f is 0x3f19999a.
    assertThat(bytes).containsSequence(0x9a, 0x99, 0x19, 0x3f);
    assertThat(bytes[128 + 3]).isEqualTo((byte) 0x3f);
  }

  @Test
  void vectors_that_numpy_wrote_are_somebody_elses() throws IOException {
    Path ours = folder.resolve("ours.npy");
    NpyFile.write(ours, MATRIX);
    byte[] bytes = Files.readAllBytes(ours);
    String header = new String(bytes, 0, 128, StandardCharsets.ISO_8859_1);
    byte[] numpys = bytes.clone();
    System.arraycopy(
        header.replace(")}   ", "), } ").getBytes(StandardCharsets.ISO_8859_1), 0, numpys, 0, 128);
    Path theirs = Files.write(folder.resolve("theirs.npy"), numpys);

    assertThat(NpyFile.read(theirs).values()).isEqualTo(NpyFile.read(ours).values());
    assertThat(NpyFile.output(ours).isOurs()).isTrue();
    assertThat(NpyFile.output(theirs).isOurs()).isFalse();
  }

  @Test
  void what_was_written_is_read_to_the_bit() throws IOException {
    Path file = folder.resolve("v.npy");
    NpyFile.write(file, MATRIX);

    EmbeddingMatrix read = NpyFile.read(file);

    assertThat(read.dimension()).isEqualTo(2);
    assertThat(read.values()).isEqualTo(MATRIX.values());
  }

  @Test
  void no_rows_are_an_array_too() throws IOException {
    Path file = folder.resolve("v.npy");
    NpyFile.write(file, EmbeddingMatrix.of(new float[0], 384));

    assertThat(NpyFile.read(file).rows()).isZero();
    assertThat(NpyFile.read(file).dimension()).isEqualTo(384);
  }

  @Test
  void rows_of_any_length_are_scaled() throws IOException {
    Path file = array("<f4", "False", "(2, 2)", 3, 4, 0, -5);

    EmbeddingMatrix read = NpyFile.read(file);

    assertThat(read.row(0)).containsExactly(0.6f, 0.8f);
    assertThat(read.row(1)).containsExactly(0, -1);
  }

  @Test
  void halves_and_doubles_are_read_too() throws IOException {
    // 0.75 and 1 as IEEE 754 has them in 16 bits; 0 and -2 in 64.
    ByteBuffer halves = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    halves.putShort((short) 0x3a00).putShort((short) 0x3c00);
    ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    doubles.putDouble(0).putDouble(-2);

    assertThat(NpyFile.read(array("<f2", "False", "(1, 2)", halves)).row(0))
        .containsExactly(0.6f, 0.8f);
    assertThat(NpyFile.read(array("<f8", "False", "(1, 2)", doubles)).row(0))
        .containsExactly(0, -1);
  }

  @Test
  void a_row_with_a_nan_is_named() throws IOException {
    Path file = array("<f4", "False", "(3, 2)", 3, 4, Float.NaN, 1, 1, 0);

    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("v.npy: row 1: length NaN");
  }

  @Test
  void rows_that_come_one_after_the_other_make_the_same_file() throws IOException {
    Path whole = folder.resolve("whole.npy");
    NpyFile.write(whole, MATRIX);
    Path parts = folder.resolve("parts.npy");

    try (NpyWriter writer = NpyWriter.open(parts, 2)) {
      writer.append(MATRIX.select(0, 1));
      writer.append(MATRIX.select());
      assertThat(parts).doesNotExist();
      writer.append(MATRIX.select(2));
      writer.publish();
    }

    assertThat(parts).hasSameBinaryContentAs(whole);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_file_that_is_never_finished_leaves_nothing_behind() throws IOException {
    Path file = Files.writeString(folder.resolve("v.npy"), "what was there");
    try (NpyWriter writer = NpyWriter.open(file, 2)) {
      writer.append(MATRIX);
    }

    assertThat(file).hasContent("what was there");
    assertThat(folder.toFile().list()).containsExactly("v.npy");
  }

  @Test
  void a_row_of_zeros_is_named() throws IOException {
    Path file = array("<f4", "False", "(2, 2)", 3, 4, 0, 0);

    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("v.npy: row 1: length 0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <i8 | False | (2, 2)    | elements of type <i8, not <f4
          >f4 | False | (2, 2)    | elements of type >f4, not <f4
          <f4 | True  | (2, 2)    | column after column (Fortran order)
          <f4 | False | (4,)      | shape (4,), not (n, d)
          <f4 | False | (1, 2, 2) | shape (1, 2, 2), not (n, d)
          <f4 | False | (3, 0)    | shape (3, 0), not (n, d)
          <f4 | False | (1, 2)    | more bytes than 1 × 2
          <f4 | False | (999999999, 2) | 999999999 × 2 values announced, too few there
          """)
  void another_kind_of_array_is_named(String type, String order, String shape, String message)
      throws IOException {
    Path file = array(type, order, shape, 3, 4, 0, 1);

    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": " + message + ". Save it with numpy.save(");
  }

  @Test
  void a_file_cut_short_anywhere_is_an_error_of_one_line() throws IOException {
    byte[] whole = Files.readAllBytes(array("<f4", "False", "(2, 2)", 3, 4, 0, 1));
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> NpyFile.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(InputException.class);
    }
  }

  /// An array as later versions of NumPy may write it: version 2.0, other spaces in the header.
  private Path array(String type, String order, String shape, float... values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return array(type, order, shape, bytes);
  }

  private Path array(String type, String order, String shape, ByteBuffer values)
      throws IOException {
    byte[] header =
        "{'shape':%s,'fortran_order':%s,'descr':'%s'}\n"
            .formatted(shape, order, type)
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(12 + header.length + values.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0});
    bytes.putInt(header.length).put(header).put(values.array());
    return Files.write(folder.resolve("v.npy"), bytes.array());
  }
}
