package org.papermap.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/// The versions of what a map is made with.
public final class Versions {
  private static final Map<String, String> BUILT_WITH = read();

  private Versions() {}

  /// The version of Papermap.
  public static String papermap() {
    return Objects.requireNonNull(BUILT_WITH.get("papermap"));
  }

  /// The versions of Papermap, of the libraries whose results reach a map, and of Java, by name.
  public static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(BUILT_WITH);
    all.put("java", Runtime.version().toString());
    return all;
  }

  private static Map<String, String> read() {
    Properties properties = new Properties();
    try (InputStream resource = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(Objects.requireNonNull(resource, "versions.properties is in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties.forEach((name, version) -> versions.put((String) name, (String) version));
    return versions;
  }
}
