package org.papermap.notebook.internal.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs messages, so that no other user of this machine can send a kernel code to run. Safe to use
/// from any thread.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private final String key;

  /// @param key empty where messages are not signed
  Signature(String key) {
    this.key = key;
  }

  /// The signature of a message's parts, in hexadecimal digits.
  byte[] of(List<byte[]> parts) {
    if (key.isEmpty()) {
      return new byte[0];
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  boolean fits(byte[] signature, List<byte[]> parts) {
    return MessageDigest.isEqual(signature, of(parts));
  }
}
