package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.papermap.embed.internal.engine.TextEncoder;
import org.papermap.embed.internal.engine.VectorSink;

class OnDemandTest {
  /// An encoder that counts how often it is closed.
  private record Counted(AtomicInteger closed) implements TextEncoder {
    @Override
    public void encode(List<String> texts, VectorSink sink) {}

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  @Timeout(20)
  void closing_does_not_wait_for_a_model_that_is_being_loaded() throws Exception {
    // Given
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch loaded = new CountDownLatch(1);
    AtomicInteger closed = new AtomicInteger();
    OnDemand model = new OnDemand("slow");
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<TextEncoder> caller =
          threads.submit(() ->
              model.encoder(() -> {
                begun.countDown();
                try {
                  loaded.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                return new Counted(closed);
              }));
      begun.await();

      // When
      model.close();
      loaded.countDown();

      // Then
      assertThatThrownBy(caller::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("slow: closed. Open the model again.");
      assertThat(closed).hasValue(1);
    }
  }

  @Test
  void a_model_is_loaded_once_and_closed_once() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    AtomicInteger opened = new AtomicInteger();
    OnDemand model = new OnDemand("one");
    TextEncoder.Opener opener =
        () -> {
          opened.incrementAndGet();
          return new Counted(closed);
        };

    assertThat(model.encoder(opener)).isSameAs(model.encoder(opener));
    model.close();
    model.close();

    assertThat(opened).hasValue(1);
    assertThat(closed).hasValue(1);
    assertThatThrownBy(() -> model.encoder(opener)).isInstanceOf(IllegalStateException.class);
  }
}
