package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.Embedder;
import org.papermap.model.TextKind;

/// Calls that are told to stop.
class EndingTest {
  /// A batch that has begun is done to its end, on a machine that may be busy with other things.
  private static final Duration PROMPTLY = Duration.ofSeconds(5);

  @TempDir private Path folder;

  /// Minutes of work.
  private static List<String> texts() {
    return IntStream.range(0, 1_500)
        .mapToObj(
            i -> i + " " + "how a long text goes through a network of many layers ".repeat(30))
        .toList();
  }

  private static CompletableFuture<Throwable> started(Embedder embedder, Thread[] caller)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    caller[0] =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                embedder.embed(
                    texts(),
                    TextKind.PASSAGE,
                    (_, done, _) -> {
                      if (done > 0) {
                        begun.countDown();
                      }
                    });
                ended.complete(new AssertionError("all texts were embedded"));
              } catch (IOException | RuntimeException e) {
                ended.complete(e);
              }
            });
    begun.await();
    return ended;
  }

  @Test
  void closing_an_embedder_ends_the_call_that_is_under_way() throws Exception {
    for (Embedder embedder :
        List.of(
            Embedder.open(TestModels.MINILM, folder.resolve("cache")),
            Embedder.uncached(TestModels.MINILM, folder.resolve("cache")))) {
      CompletableFuture<Throwable> ended = started(embedder, new Thread[1]);

      long since = System.nanoTime();
      embedder.close();

      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(PROMPTLY);
      assertThat(ended.get())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("all-MiniLM-L6-v2: closed. Open the model again.");
    }
  }

  @Test
  void an_interrupt_ends_the_call_and_is_not_taken_for_a_full_disk() throws Exception {
    try (Embedder embedder = Embedder.open(TestModels.MINILM, folder.resolve("cache"))) {
      Thread[] caller = new Thread[1];
      CompletableFuture<Throwable> ended = started(embedder, caller);

      long since = System.nanoTime();
      caller[0].interrupt();
      Throwable failure = ended.get();

      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(PROMPTLY);
      assertThat(failure).hasMessage("embedding: interrupted. Run it again.");
      // And vectors are kept as before.
      assertThat(embedder.embed(List.of("a text")).rows()).isEqualTo(1);
      assertThat(embedder.embed(List.of("a text"), TextKind.PASSAGE, (_, _, _) -> {}).computed())
          .isZero();
    }
  }

  @Test
  void a_thread_that_is_interrupted_beforehand_does_not_begin() {
    try (Embedder embedder = Embedder.open(TestModels.MINILM, folder.resolve("cache"))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> embedder.embed(List.of("a text")))
          .hasMessage("embedding: interrupted. Run it again.");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
