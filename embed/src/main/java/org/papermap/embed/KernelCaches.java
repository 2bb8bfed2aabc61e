package org.papermap.embed;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// A bound on the compiled kernels that the engine keeps.
///
/// oneDNN compiles a kernel for each shape of its input, and texts come in hundreds of lengths. It
/// keeps the last 1,024 for the process, which is well: without them a second pass over the same
/// lengths takes 7 % longer. The layer between it and PyTorch keeps 1,024 more for every thread,
/// which were hundreds of MB that went on growing for half an hour; of those a few dozen are
/// enough, since all layers of a network share their shapes.
final class KernelCaches {
  /// The variable that says how many each thread keeps, read when the library is loaded.
  private static final String VARIABLE = "LRU_CACHE_CAPACITY";

  private static final String CAPACITY = "64";

  private static boolean bounded;

  private KernelCaches() {}

  /// Sets the bound, once. Where the user has set the variable, that stands.
  static synchronized void bound() {
    if (!bounded) {
      bounded = true;
      Linker linker = Linker.nativeLinker();
      // Windows has no function of this name, and keeps the engine's own bound.
      Optional<MemorySegment> setter = linker.defaultLookup().find("setenv");
      setter.ifPresent(it -> setCapacity(linker, it));
    }
  }

  private static void setCapacity(Linker linker, MemorySegment setter) {
    MethodHandle setenv =
        linker.downcallHandle(
            setter,
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int _ =
          (int) setenv.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom(CAPACITY), 0);
    } catch (Throwable e) {
      throw new LinkageError("setenv: " + e, e);
    }
  }
}
