package org.papermap.embed.internal.cache;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.files.WellFormedText;
import org.papermap.files.Sha256;

/// The SHA-256 of a text as the model gets it, prefix included.
public record ContentKey(long first, long second, long third, long fourth) {
  static final int BYTES = 4 * Long.BYTES;

  public static ContentKey of(String text) {
    return read(ByteBuffer.wrap(Sha256.of(WellFormedText.of(text))));
  }

  static ContentKey read(ByteBuffer from) {
    return new ContentKey(from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  /// Written out, since tables of tens of thousands of keys are asked before the machine has
  /// compiled what it makes of a record.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContentKey key
        && first == key.first
        && second == key.second
        && third == key.third
        && fourth == key.fourth;
  }

  /// Any bits of a hash are as good as all of them.
  @Override
  public int hashCode() {
    return (int) first;
  }

  void write(ByteBuffer to) {
    to.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }
}
