package org.papermap.embed.internal.weights;

import java.util.Locale;
import java.util.Optional;
import org.papermap.model.ModelIdentity;
import org.papermap.model.ModelSpec;

/// How the engine multiplies by the matrices of the linear layers, where nearly all the time goes.
/// The results agree to rounding, but not to the bit.
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
  /// says `auto`. The prepacked kernel is used only where it is found to do, even when it is named.
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

  /// The identity of the vectors that a model makes with this kernel: equal ones are, on one
  /// machine, the same to the bit.
  public String identity(ModelSpec model) {
    return ModelIdentity.of(model) + " kernel=" + label();
  }

  /// The kernel's name in properties, identities and folder names.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
