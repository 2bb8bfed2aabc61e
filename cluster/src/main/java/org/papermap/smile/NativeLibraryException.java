package org.papermap.smile;

import org.jspecify.annotations.Nullable;

/// Smile's native libraries cannot be loaded on this machine. The message is one line that names
/// the platform and says what to do.
public final class NativeLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NativeLibraryException(String found, @Nullable Throwable cause) {
    super(
        "Smile's UMAP on %s: %s. Choose the layout umap, which needs no native library."
            .formatted(Platform.current().name(), found),
        cause);
  }
}
