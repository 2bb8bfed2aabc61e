package org.papermap.embed.internal.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;

/// Bounds on the compiled kernels that the engine keeps.
///
/// oneDNN compiles a kernel for each shape of its input, and texts come in hundreds of lengths. It
/// keeps the last 1,024 for the process, and the layer between it and PyTorch 1,024 more for every
/// thread: hundreds of MB that went on growing for half an hour. Far fewer are enough, since all
/// layers of a network share their shapes, and texts are embedded in the order of their lengths.
final class KernelCaches {
  /// How many are kept, by the variable that the library reads when it is loaded: by each thread
  /// for PyTorch, and by oneDNN.
  private static final Map<String, Integer> CAPACITIES =
      Map.of("LRU_CACHE_CAPACITY", 64, "ONEDNN_PRIMITIVE_CACHE_CAPACITY", 256);

  private static final System.Logger LOG = System.getLogger(KernelCaches.class.getName());

  private static boolean bounded;

  private KernelCaches() {}

  /// Sets the bounds, once. Where the user has set a variable, that stands.
  static synchronized void bound() {
    if (!bounded) {
      bounded = true;
      try {
        Linker linker = Linker.nativeLinker();
        // Windows has no function of this name, and keeps the engine's own bounds.
        Optional<MemorySegment> setter = linker.defaultLookup().find("setenv");
        setter.ifPresent(it -> setCapacities(linker, it));
      } catch (UnsupportedOperationException e) {
        LOG.log(System.Logger.Level.DEBUG, "no linker for this processor, nor an engine", e);
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
