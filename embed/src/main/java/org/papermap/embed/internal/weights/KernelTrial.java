package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.papermap.model.ModelSpec.Dtype;

/// A tiny network that shows whether the prepacked kernel works here: the same two linear layers,
/// with a GELU between, once by the kernel and once by the engine's ordinary operators.
public final class KernelTrial {
  /// Goes up with every change to the trial, so that earlier verdicts are not used.
  public static final int VERSION = 1;

  /// The widths of MiniLM's layers.
  public static final int WIDTH = 384;

  private static final int INNER = 4 * WIDTH;
  private static final int SEED = 7;

  private static final String TRIAL =
      """
      class Trial(Module):
        __parameters__ = ["plain_up", "plain_up_bias", "plain_down", "plain_down_bias", ]
        __buffers__ = []
        training : bool
        plain_up : Tensor
        plain_up_bias : Tensor
        plain_down : Tensor
        plain_down_bias : Tensor
        up : __torch__.bert.LinearGelu
        down : __torch__.bert.Linear
        def forward(self: __torch__.bert.Trial, x: Tensor) -> Tensor:
          own = torch.to(x, CODE)
          packed = (self.down).forward((self.up).forward(own, ), )
          inner = torch.gelu(torch.linear(own, self.plain_up, self.plain_up_bias))
          plain = torch.linear(inner, self.plain_down, self.plain_down_bias)
          return torch.to(torch.stack([packed, plain], 0), 6)
      """;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final LinearForm form;

  private KernelTrial(Dtype dtype) {
    this.form = new LinearForm(LinearKernel.PREPACKED, dtype);
  }

  /// Writes the network for the engine: from `n × WIDTH` 32-bit floats to `2 × n × WIDTH`, the
  /// kernel's answer and then the ordinary one.
  public static void write(Path folder, Dtype dtype) throws IOException {
    TorchScriptArchive.write(
        folder.resolve(ImportedModel.ARCHIVE),
        new KernelTrial(dtype).network(),
        BertScript.NAMESPACE,
        BertScript.linear(LinearKernel.PREPACKED)
            + TRIAL.replace("CODE", Integer.toString(BertScript.code(dtype))));
  }

  /// The difference that is tolerated, as a share of the largest number. Working kernels differ by
  /// rounding, a hundred times less.
  public static double tolerance(Dtype dtype) {
    return switch (dtype) {
      case FLOAT32 -> 1e-4;
      case BFLOAT16 -> 3e-2;
    };
  }

  private ScriptValue network() {
    ByteBuffer up = numbers(INNER * WIDTH, WIDTH);
    ByteBuffer upBias = numbers(INNER, WIDTH);
    ByteBuffer down = numbers(WIDTH * INNER, INNER);
    ByteBuffer downBias = numbers(WIDTH, INNER);
    Map<String, ScriptValue> state = ScriptValue.Module.state();
    state.put("plain_up", form.numbers(up, INNER, WIDTH));
    state.put("plain_up_bias", form.numbers(upBias, INNER));
    state.put("plain_down", form.numbers(down, WIDTH, INNER));
    state.put("plain_down_bias", form.numbers(downBias, WIDTH));
    state.put("up", form.linear("LinearGelu", up, upBias, INNER, WIDTH));
    state.put("down", form.linear("Linear", down, downBias, WIDTH, INNER));
    return new ScriptValue.Module(BertScript.type("Trial"), state);
  }

  /// Uniform in ±1/√inputs, as linear layers are initialised.
  private ByteBuffer numbers(int count, int inputs) {
    double bound = 1 / Math.sqrt(inputs);
    ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat((float) random.nextDouble(-bound, bound));
    }
    return bytes.flip();
  }
}
