package org.papermap.model;

import java.util.List;
import java.util.Locale;

/// The number format in which the linear layers multiply, as `dtype` in `models.properties` names
/// it. A model's vectors are 32-bit floats either way.
public enum Dtype {
  /// 32-bit floats, as the weights were published.
  FLOAT32,
  /// 16-bit floats with the range of 32-bit ones and 8 bits of precision. Some processors are twice
  /// as fast with them, some slower. Sums, layer norms and the residual stream stay in 32 bits.
  BFLOAT16;

  /// The number format of this name.
  ///
  /// @throws IllegalArgumentException if there is none of this name
  public static Dtype of(String label) {
    for (Dtype dtype : values()) {
      if (dtype.label().equals(label)) {
        return dtype;
      }
    }
    throw new IllegalArgumentException(
        "dtype: \"" + label + "\". Give " + String.join(" or ", labels()) + ".");
  }

  /// The name of every format.
  public static List<String> labels() {
    return List.of(values()).stream().map(Dtype::label).toList();
  }

  /// The format's name in properties, options and identities.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
