package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.embed.internal.json.JsonText;
import org.papermap.files.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads weights in the safetensors format: eight bytes with the length of a header, the header in
/// JSON (for each tensor its type, shape and place), then the tensors.
final class Safetensors {
  /// The element type of tensors that are not read.
  private static final int OTHER = 0;

  private Safetensors() {}

  /// The tensors by name; floats of 16 bits are widened to 32. Those of 32 bits are views of the
  /// file.
  ///
  /// @throws InputException if the file has another format, is cut short, or is larger than 2 GB
  static Map<String, OnnxTensor> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new InputException(file + ": more than 2 GB. Choose a smaller model.");
      }
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      return tensors(bytes);
    } catch (JacksonException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw new InputException(
          file + ": not a safetensors file, or one that was cut short. Get it again.", e);
    }
  }

  private static Map<String, OnnxTensor> tensors(ByteBuffer file) {
    int headerLength = Math.toIntExact(file.getLong(0));
    ByteBuffer header = file.slice(Long.BYTES, headerLength);
    JsonNode described = JsonText.tree(StandardCharsets.UTF_8.decode(header).toString());
    int start = Long.BYTES + headerLength;
    Map<String, OnnxTensor> tensors = new HashMap<>();
    described.forEachEntry((name, tensor) -> {
      if (tensor.has("dtype")) {
        tensors.put(name, tensor(name, tensor, file, start));
      }
    });
    return tensors;
  }

  private static OnnxTensor tensor(String name, JsonNode described, ByteBuffer file, int start) {
    List<Long> shape = described.path("shape").valueStream().map(JsonNode::asLong).toList();
    int from = described.path("data_offsets").path(0).asInt();
    int to = described.path("data_offsets").path(1).asInt();
    ByteBuffer bytes =
        file.slice(start + Math.max(0, from), to - from).order(ByteOrder.LITTLE_ENDIAN);
    return switch (described.path("dtype").asString()) {
      case "F32" -> floats(name, shape, sized(bytes, shape, Float.BYTES));
      case "F16" -> floats(name, shape, widened(sized(bytes, shape, Short.BYTES), true));
      case "BF16" -> floats(name, shape, widened(sized(bytes, shape, Short.BYTES), false));
      default -> new OnnxTensor(name, shape, OTHER, bytes);
    };
  }

  private static OnnxTensor floats(String name, List<Long> shape, ByteBuffer bytes) {
    return new OnnxTensor(name, shape, OnnxTensor.FLOAT, bytes);
  }

  /// The bytes, checked against the shape.
  private static ByteBuffer sized(ByteBuffer bytes, List<Long> shape, int width) {
    long size = width;
    for (long dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    if (size != bytes.remaining()) {
      throw new IllegalArgumentException(bytes.remaining() + " bytes for " + size);
    }
    return bytes;
  }

  private static ByteBuffer widened(ByteBuffer halves, boolean ieee) {
    ByteBuffer floats = ByteBuffer.allocate(2 * halves.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    while (halves.hasRemaining()) {
      short half = halves.getShort();
      // A bfloat16 is the upper half of the float.
      floats.putFloat(ieee ? Float.float16ToFloat(half) : Float.intBitsToFloat(half << 16));
    }
    return floats.flip();
  }
}
