package org.papermap.embed.weights;

import java.util.Locale;

/// How the engine multiplies by the matrices of the linear layers, where nearly all the time goes.
/// The results agree to rounding, but not to the bit.
public enum LinearKernel {
  /// The engine's ordinary operators, which every build of it has.
  PORTABLE,
  /// oneDNN's fused operators on weights that are packed when the model is loaded. They exist in
  /// the engine's builds for x86 only.
  PREPACKED;

  /// The kernel that the system property `papermap.kernel` names, or the portable one.
  ///
  /// @throws IllegalArgumentException if the property names none
  public static LinearKernel chosen() {
    String name = System.getProperty("papermap.kernel", PORTABLE.label());
    for (LinearKernel kernel : values()) {
      if (kernel.label().equals(name)) {
        return kernel;
      }
    }
    throw new IllegalArgumentException(
        "papermap.kernel: \"" + name + "\". Give portable or prepacked.");
  }

  /// The kernel's name in properties, identities and folder names.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
