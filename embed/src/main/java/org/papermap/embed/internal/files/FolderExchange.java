package org.papermap.embed.internal.files;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// Exchanges two folders in one atomic step, for which Java has no call. Linux has `renameat2`
/// since 2014, macOS has `renamex_np`, and Windows has nothing of the kind.
public final class FolderExchange {
  /// Stands for the current folder, where paths are absolute.
  private static final int AT_FDCWD = -100;

  private static final int EXCHANGE = 2;

  private FolderExchange() {}

  /// @return false where the system or the file system cannot, and nothing has changed
  public static boolean exchange(Path one, Path other) {
    try (Arena arena = Arena.ofConfined()) {
      Linker linker = Linker.nativeLinker();
      MemorySegment first = arena.allocateFrom(one.toAbsolutePath().toString());
      MemorySegment second = arena.allocateFrom(other.toAbsolutePath().toString());
      Optional<MemorySegment> linux = linker.defaultLookup().find("renameat2");
      if (linux.isPresent()) {
        MethodHandle call =
            linker.downcallHandle(
                linux.get(),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
        return (int) call.invokeExact(AT_FDCWD, first, AT_FDCWD, second, EXCHANGE) == 0;
      }
      Optional<MemorySegment> mac = linker.defaultLookup().find("renamex_np");
      if (mac.isPresent()) {
        MethodHandle call =
            linker.downcallHandle(
                mac.get(),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
        return (int) call.invokeExact(first, second, EXCHANGE) == 0;
      }
      return false;
    } catch (UnsupportedOperationException | IllegalCallerException _) {
      return false;
    } catch (Throwable e) {
      throw new LinkageError("renameat2: " + e, e);
    }
  }
}
