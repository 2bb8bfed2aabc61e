package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelCachesTest {
  /// Java keeps a copy of its own of the environment; libraries see this one.
  private static String seenByLibraries(String name) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MemorySegment getenv = linker.defaultLookup().find("getenv").orElseThrow();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value =
          (MemorySegment)
              linker
                  .downcallHandle(
                      getenv, FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                  .invokeExact(arena.allocateFrom(name));
      return value.equals(MemorySegment.NULL) ? "" : value.reinterpret(Long.MAX_VALUE).getString(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"LRU_CACHE_CAPACITY, 64", "ONEDNN_PRIMITIVE_CACHE_CAPACITY, 256"})
  void libraries_see_the_bound_or_what_the_user_set(String variable, String bound)
      throws Throwable {
    Assumptions.assumeTrue(
        Linker.nativeLinker().defaultLookup().find("setenv").isPresent(), "not on Windows");

    EngineSettings.apply();

    String users = System.getenv(variable);
    assertThat(seenByLibraries(variable)).isEqualTo(users == null ? bound : users);
  }
}
