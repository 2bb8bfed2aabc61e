package org.papermap.embed.internal.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds on the engine's caches of compiled kernels.
///
/// oneDNN compiles a kernel for each shape of its input, and texts have hundreds of lengths. By
/// default the process keeps 1,024 kernels and each thread 1,024 more: hundreds of MB, growing for
/// half an hour. Fewer are enough, as all layers of a network share their shapes, and texts are
/// embedded in the order of their lengths.
final class KernelCaches {
  /// Capacities by the variable that the library reads when it is loaded: each thread's, and
  /// oneDNN's.
  private static final Map<String, Integer> CAPACITIES =
      Map.of("LRU_CACHE_CAPACITY", 64, "ONEDNN_PRIMITIVE_CACHE_CAPACITY", 256);

  private static final Logger LOG = LoggerFactory.getLogger(KernelCaches.class);

  private static boolean bounded;

  private KernelCaches() {}

  /// Sets the bounds, once. A variable that the user has set stays.
  static synchronized void bound() {
    if (!bounded) {
      bounded = true;
      try {
        Linker linker = Linker.nativeLinker();
        // Windows lacks this function, and keeps the default bounds.
        Optional<MemorySegment> setter = linker.defaultLookup().find("setenv");
        setter.ifPresent(it -> setCapacities(linker, it));
      } catch (UnsupportedOperationException e) {
        LOG.debug("no linker for this processor, nor an engine", e);
      }
    }
  }

  private static void setCapacities(Linker linker, MemorySegment setter) {
    MethodHandle setenv =
        linker.downcallHandle(
            setter,
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      for (Map.Entry<String, Integer> each : CAPACITIES.entrySet()) {
        MemorySegment variable = arena.allocateFrom(each.getKey());
        MemorySegment capacity = arena.allocateFrom(each.getValue().toString());
        int _ = (int) setenv.invokeExact(variable, capacity, 0);
      }
    } catch (Throwable e) {
      throw new LinkageError("setenv: " + e, e);
    }
  }
}
