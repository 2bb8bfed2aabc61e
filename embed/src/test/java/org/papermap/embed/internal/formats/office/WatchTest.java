package org.papermap.embed.internal.formats.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchTest {
  @Test
  void interrupts_a_step_that_waits_for_ever_and_leaves_no_trace() {
    boolean interrupted = false;
    try (Watch watch = new Watch(Duration.ofMillis(50))) {
      watch.begin();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted = true;
    }

    assertThat(interrupted).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void leaves_alone_what_lies_between_steps() throws InterruptedException {
    try (Watch watch = new Watch(Duration.ofMillis(50))) {
      watch.begin();
      watch.end();
      Thread.sleep(200);

      assertThat(watch.isInStep()).isFalse();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
