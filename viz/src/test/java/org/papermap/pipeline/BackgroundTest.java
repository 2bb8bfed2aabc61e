package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  @Test
  void pieces_of_work_go_on_beside_one_another() {
    // Given
    CountDownLatch both = new CountDownLatch(2);

    // When
    try (Background background = new Background()) {
      Supplier<Boolean> one = background.begin(() -> meets(both));
      Supplier<Boolean> other = background.begin(() -> meets(both));

      // Then
      assertThat(one.get()).isTrue();
      assertThat(other.get()).isTrue();
      assertThat(one.get()).isTrue();
    }
  }

  private static boolean meets(CountDownLatch all) {
    all.countDown();
    try {
      all.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void what_work_throws_is_thrown_where_its_result_is_asked_for() {
    try (Background background = new Background()) {
      Supplier<String> work =
          background.begin(() -> {
            throw new IllegalArgumentException("noise: 2. Give 0 to 1.");
          });
      Supplier<String> after = background.begin(() -> work.get() + "!");

      assertThatThrownBy(after::get)
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("noise: 2. Give 0 to 1.");
    }
  }

  @Test
  void a_full_disk_is_told_as_one() {
    try (Background background = new Background()) {
      Background.Writing work =
          background.beginWriting(() -> {
            throw new IOException("No space left on device");
          });

      assertThatThrownBy(work::finish)
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }
}
