package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.papermap.files.CacheFolder;

/// System properties of DJL and its libraries, to be set before these are loaded.
public final class EngineSettings {
  private static final String OFFLINE = "ai.djl.offline";
  private static final String BUILD = "native/lib/pytorch.properties";

  private EngineSettings() {}

  /// Work that may fail with the disk or the network.
  @FunctionalInterface
  public interface Work<T> {
    T done() throws IOException;
  }

  /// Runs work while the engine's library may use the network.
  public static <T> T online(Work<T> work) throws IOException {
    apply();
    String before = System.setProperty(OFFLINE, "false");
    try {
      return work.done();
    } finally {
      System.setProperty(OFFLINE, before);
    }
  }

  /// Sets the properties that are not set yet: where libraries are unpacked, no network, no
  /// counting of who uses what, and one thread inside each operation. They hold for all of DJL in
  /// the process.
  static void apply() {
    if (System.getenv("DJL_CACHE_DIR") == null) {
      setUnlessSet("DJL_CACHE_DIR", folder().toString());
    }
    KernelCaches.bound();
    setUnlessSet(OFFLINE, "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    // Batches run in parallel, one a core. Threads inside an operation would wait for each other by
    // spinning, which on a busy machine turns milliseconds into hundreds.
    setUnlessSet("ai.djl.pytorch.num_threads", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
  }

  /// The folder of the engine's libraries, unless the user has set another.
  static Path folder() {
    return CacheFolder.standard().resolve("engine");
  }

  /// The properties of the engine's libraries: version, platform, flavor.
  static String build() throws IOException {
    try (InputStream in = EngineSettings.class.getClassLoader().getResourceAsStream(BUILD)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
