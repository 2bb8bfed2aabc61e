package org.papermap.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 hashes of texts, files and models.
public final class Sha256 {
  /// Looking a digest up costs more than hashing a short text.
  private static final ThreadLocal<MessageDigest> OF_TEXTS =
      ThreadLocal.withInitial(Sha256::digest);

  private Sha256() {}

  /// A new digest.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /// The 32 bytes of a text's hash, in UTF-8.
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The 32 bytes of the hash of these bytes.
  public static byte[] of(byte[] bytes) {
    // Computing a hash resets the digest.
    return OF_TEXTS.get().digest(bytes);
  }

  /// The hash of these bytes in 64 hexadecimal digits.
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /// The hash of a file's bytes in 64 hexadecimal digits.
  public static String hex(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream bytes = new DigestInputStream(in, digest())) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }
  }
}
