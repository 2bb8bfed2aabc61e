package org.papermap.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.papermap.embed.internal.weights.BertScript;
import org.papermap.embed.internal.weights.ImportedModel;
import org.papermap.embed.internal.weights.LinearForm;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.embed.internal.weights.ScriptValue;
import org.papermap.embed.internal.weights.TorchScriptArchive;
import org.papermap.model.ModelSpec.Dtype;

/// A network that does nothing but multiply large matrices, to see what the machine can do.
final class PeakNetwork {
  /// Rows, columns and depth of each product: beyond it, the rate did not grow.
  static final int SIZE = 2048;

  /// Products in one run.
  static final int PRODUCTS = 4;

  private static final String PEAK =
      """
      class Peak(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        product : __torch__.bert.Linear
        def forward(self: __torch__.bert.Peak, x: Tensor) -> Tensor:
          y = torch.to(x, CODE)
          for i in range(PRODUCTS):
            y = (self.product).forward(y, )
          return torch.to(torch.sum(y), 6)
      """;

  private PeakNetwork() {}

  /// Writes the network for the engine: from `SIZE × SIZE` 32-bit floats to their sum after
  /// [#PRODUCTS] products with one matrix.
  static void write(Path folder, LinearKernel kernel, Dtype dtype) throws IOException {
    LinearForm form = new LinearForm(kernel, dtype);
    Map<String, ScriptValue> state = ScriptValue.Module.state();
    state.put("product", form.linear("Linear", evenMatrix(), zeros(SIZE), SIZE, SIZE));
    TorchScriptArchive.write(
        folder.resolve(ImportedModel.ARCHIVE_NAME + ".pt"),
        new ScriptValue.Module(BertScript.type("Peak"), state),
        BertScript.NAMESPACE,
        BertScript.linear(kernel)
            + PEAK.replace("CODE", Integer.toString(BertScript.code(dtype)))
                .replace("PRODUCTS", Integer.toString(PRODUCTS)));
  }

  /// Each number the mean's share, so that products stay of one size.
  private static ByteBuffer evenMatrix() {
    ByteBuffer floats = zeros(SIZE * SIZE);
    for (int i = 0; i < SIZE * SIZE; i++) {
      floats.putFloat(i * Float.BYTES, 1f / SIZE);
    }
    return floats;
  }

  private static ByteBuffer zeros(int count) {
    return ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
