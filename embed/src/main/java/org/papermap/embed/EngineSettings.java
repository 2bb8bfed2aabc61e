package org.papermap.embed;

/// What DJL must be told before its first class is loaded, since it reads these properties then.
final class EngineSettings {
  private EngineSettings() {}

  /// Settles the properties. Those that the user has set stand, but for the one that keeps the
  /// engine from the network.
  static void apply() {
    if (System.getenv("DJL_CACHE_DIR") == null) {
      setUnlessSet("DJL_CACHE_DIR", CacheFolder.standard().resolve("engine").toString());
    }
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // Parallel are the batches, one a core. Threads inside an operation would wait for each other
    // by spinning, which on a busy machine turns milliseconds into hundreds.
    setUnlessSet("ai.djl.pytorch.num_threads", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
