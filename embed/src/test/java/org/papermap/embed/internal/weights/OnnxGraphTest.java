package org.papermap.embed.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.papermap.files.InputException;

class OnnxGraphTest {
  /// A graph of one node, `Add(x, w) -> y`, with the initializer `w` = {1, 2}, its shape unpacked,
  /// and a field 99 that the reader does not know.
  private static final byte[] MODEL =
      field(
          7,
          join(
              field(1, join(text(1, "x"), text(1, "w"), text(2, "y"), text(4, "Add"))),
              field(5, join(varint(1, 2), varint(2, 1), text(8, "w"), field(9, floats(1, 2)))),
              text(99, "unknown")));

  @Test
  void nodes_and_initializers_are_read() throws InputException {
    OnnxGraph graph = OnnxGraph.read(ByteBuffer.wrap(MODEL));

    assertThat(graph.nodes()).hasSize(1);
    OnnxNode add = Objects.requireNonNull(graph.producer("y"));
    assertThat(add.operator()).isEqualTo("Add");
    assertThat(add.inputs()).containsExactly("x", "w");
    OnnxTensor tensor = Objects.requireNonNull(graph.initializer("w"));
    assertThat(tensor.isFloat()).isTrue();
    assertThat(tensor.hasShape(2)).isTrue();
    assertThat(tensor.bytes().getFloat(4)).isEqualTo(2);
    assertThat(graph.initializer("x")).isNull();
    assertThat(graph.producer("x")).isNull();
  }

  @Test
  void a_model_cut_short_anywhere_is_refused() {
    for (int length = 1; length < MODEL.length; length++) {
      byte[] cut = Arrays.copyOf(MODEL, length);
      assertThatThrownBy(() -> OnnxGraph.read(ByteBuffer.wrap(cut)))
          .as("%d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("not an ONNX model");
    }
  }

  @Test
  void a_graph_that_is_no_bert_encoder_is_named() throws InputException {
    OnnxGraph graph = OnnxGraph.read(ByteBuffer.wrap(MODEL));

    assertThatThrownBy(() -> BertWeights.of(graph))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "not a BERT encoder in 32-bit floats: no embeddings.word_embeddings.weight."
                + " Choose another model.");
  }

  private static byte[] field(int number, byte[] payload) {
    return join(number((number << 3) | 2), number(payload.length), payload);
  }

  private static byte[] text(int number, String text) {
    return field(number, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] varint(int number, int value) {
    return join(number(number << 3), number(value));
  }

  private static byte[] number(int value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int rest = value;
    while (rest > 0x7f) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    return bytes.toByteArray();
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
