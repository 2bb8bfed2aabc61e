package org.papermap.embed.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.files.InputException;

class SafetensorsTest {
  private static final String HEADER =
      """
      {"__metadata__": {"format": "pt"},
       "single": {"dtype": "F32", "shape": [1, 2], "data_offsets": [0, 8]},
       "half": {"dtype": "F16", "shape": [2], "data_offsets": [8, 12]},
       "brain": {"dtype": "BF16", "shape": [2], "data_offsets": [12, 16]},
       "whole": {"dtype": "I64", "shape": [1], "data_offsets": [16, 24]}}
      """;

  @TempDir private Path folder;

  @Test
  void floats_of_any_width_are_read_as_floats() throws IOException {
    Map<String, OnnxTensor> tensors = Safetensors.read(file(bytes(HEADER)));

    assertThat(tensors).containsOnlyKeys("single", "half", "brain", "whole");
    assertFloats(tensors, "single", 1.5f, -2);
    assertFloats(tensors, "half", 1, -0.5f);
    assertFloats(tensors, "brain", 1, -3);
    assertThat(tensor(tensors, "single").hasShape(1, 2)).isTrue();
    assertThat(tensor(tensors, "whole").isFloat()).isFalse();
  }

  @Test
  void a_file_cut_short_anywhere_is_an_error_of_one_line() throws IOException {
    byte[] whole = bytes(HEADER);
    for (int length = 0; length < whole.length; length++) {
      Path cut = file(Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> Safetensors.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessage(cut + ": not a safetensors file, or one that was cut short. Get it again.");
    }
  }

  @Test
  void places_outside_the_file_are_refused() {
    for (String places : new String[] {"[0, 800]", "[-4, 8]", "[8, 0]", "[0]", "\"x\""}) {
      assertThatThrownBy(() -> Safetensors.read(file(bytes(HEADER.replace("[0, 8]", places)))))
          .as(places)
          .isInstanceOf(InputException.class);
    }
  }

  private static OnnxTensor tensor(Map<String, OnnxTensor> tensors, String name) {
    return Objects.requireNonNull(tensors.get(name));
  }

  private static void assertFloats(Map<String, OnnxTensor> tensors, String name, float... values) {
    OnnxTensor tensor = tensor(tensors, name);
    assertThat(tensor.isFloat()).isTrue();
    float[] found = new float[tensor.bytes().remaining() / Float.BYTES];
    tensor.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(found);
    assertThat(found).containsExactly(values);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.safetensors"), bytes);
  }

  private static byte[] bytes(String header) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 24).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text).putFloat(1.5f).putFloat(-2);
    // 1 and -0.5 in IEEE 754 halves; 1 and -3 as the upper halves of their floats.
    bytes.putShort((short) 0x3c00).putShort((short) 0xb800);
    bytes.putShort((short) 0x3f80).putShort((short) 0xc040);
    bytes.putLong(7);
    return bytes.array();
  }
}
