package org.papermap.embed.internal.weights;

import java.util.Locale;
import java.util.Optional;
import org.papermap.model.ModelSpec;

/// How the engine multiplies in the linear layers, which take nearly all of the time. The results
/// differ by rounding.
public enum LinearKernel {
  /// The engine's ordinary operators, which every build of it has.
  PORTABLE,
  /// oneDNN's fused operators on weights that are packed when the model is loaded. They exist in
  /// the engine's builds for x86 only; those for bfloat16, on processors with AVX-512 or newer
  /// 16-bit instructions only.
  PREPACKED;

  private static final String PROPERTY = "papermap.kernel";
  private static final String AUTO = "auto";

  /// The kernel that the system property `papermap.kernel` names; empty where it is not set, or
  /// says `auto`. The prepacked kernel is used only where a trial finds it right, even when it is
  /// named.
  ///
  /// @throws IllegalArgumentException if the property names none
  public static Optional<LinearKernel> asked() {
    String name = System.getProperty(PROPERTY, AUTO);
    if (name.equals(AUTO)) {
      return Optional.empty();
    }
    for (LinearKernel kernel : values()) {
      if (kernel.label().equals(name)) {
        return Optional.of(kernel);
      }
    }
    throw new IllegalArgumentException(
        PROPERTY + ": \"" + name + "\". Give auto, portable or prepacked.");
  }

  /// The identity of a model with this kernel: on one machine, equal identities give the same bits.
  public String identity(ModelSpec model) {
    return model.identity() + " kernel=" + label();
  }

  /// The kernel's name in properties, identities and folder names.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
