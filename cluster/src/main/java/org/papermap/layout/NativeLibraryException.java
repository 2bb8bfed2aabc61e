package org.papermap.layout;

/// The native libraries of a layout method cannot be loaded on this machine. The message is one
/// line that names the platform and says what to do.
public final class NativeLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NativeLibraryException(String platform, LinkageError cause) {
    super(
        "Smile's UMAP on %s: %s. Choose the layout umap, which needs no native library."
            .formatted(platform, cause.getMessage()),
        cause);
  }
}
