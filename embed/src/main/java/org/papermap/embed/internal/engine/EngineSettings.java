package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.papermap.files.CacheFolder;

/// What DJL and the libraries under it must be told before they are loaded, since they look then.
public final class EngineSettings {
  private static final String OFFLINE = "ai.djl.offline";
  private static final String BUILD = "native/lib/pytorch.properties";

  private EngineSettings() {}

  /// Work that may fail for want of a file or a connection.
  @FunctionalInterface
  public interface Work<T> {
    T done() throws IOException;
  }

  /// Does something with the network open to the engine's library, and closes it again.
  public static <T> T online(Work<T> work) throws IOException {
    apply();
    System.setProperty(OFFLINE, "false");
    try {
      return work.done();
    } finally {
      System.setProperty(OFFLINE, "true");
    }
  }

  /// Settles the properties. Those that the user has set stand, but for the one that keeps the
  /// engine from the network.
  static void apply() {
    if (System.getenv("DJL_CACHE_DIR") == null) {
      setUnlessSet("DJL_CACHE_DIR", folder().toString());
    }
    KernelCaches.bound();
    System.setProperty(OFFLINE, "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // Parallel are the batches, one a core. Threads inside an operation would wait for each other
    // by spinning, which on a busy machine turns milliseconds into hundreds.
    setUnlessSet("ai.djl.pytorch.num_threads", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
  }

  /// Where the engine keeps its libraries, unless the user has set another place.
  static Path folder() {
    return CacheFolder.standard().resolve("engine");
  }

  /// What the engine's libraries say of themselves: version, platform, and for what processor.
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
