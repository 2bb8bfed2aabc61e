package org.papermap.notebook.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Starts kernels in earnest. A kernel that answers before it is ready to, or whose threads begin
/// before what they read is there, fails here in a part of its starts: so there are several, all at
/// once, and each has its questions waiting when it opens.
class KernelStartTest {
  private static final int KERNELS = 6;
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  @Test
  void kernels_that_start_all_at_once_each_answer_on_every_socket() throws Exception {
    List<Future<Integer>> ends = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(KERNELS)) {
      for (int i = 0; i < KERNELS; i++) {
        ends.add(pool.submit(this::startAndEnd));
      }
      for (Future<Integer> end : ends) {
        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isZero();
      }
    } finally {
      ends.forEach(end -> end.cancel(true));
    }
  }

  private int startAndEnd() throws Exception {
    try (KernelProcess kernel = KernelProcess.start(folder)) {
      kernel.awaitStart();
      assertThat(kernel.control("shutdown_request").type()).isEqualTo("shutdown_reply");
      return kernel.awaitEnd();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_kernel_ends_when_the_process_that_started_it_has_ended() throws Exception {
    // Given
    Path pid = folder.resolve("pid");
    String script = "\"$@\" & echo $! >" + pid + "; wait";
    try (KernelProcess kernel = KernelProcess.start(folder, "sh", "-c", script, "sh")) {
      kernel.awaitStart();
      ProcessHandle java =
          ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

      // When
      kernel.process().destroyForcibly();

      // Then
      assertThat(java.onExit()).succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
