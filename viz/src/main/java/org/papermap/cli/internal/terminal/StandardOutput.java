package org.papermap.cli.internal.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Standard output that knows whether all of it was written; Java's own hides errors. Not safe to
/// use from several threads.
public final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private @Nullable IOException failure;

  /// The standard output of this process.
  public StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (failure == null) {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /// Whether something was lost.
  public boolean isLost() {
    return failure != null;
  }

  /// The message about that; none where a reader, such as `head`, has stopped reading.
  public Optional<String> loss() {
    return failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe")
        ? Optional.empty()
        : Optional.of(
            "standard output: could not be written in full (%s). Write it to another place."
                .formatted(failure.getMessage()));
  }
}
