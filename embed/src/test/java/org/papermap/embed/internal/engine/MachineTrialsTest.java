package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTrialsTest {
  private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");

  @TempDir private Path folder;
  private int made;

  private String made(String answer) {
    made++;
    return answer;
  }

  @Test
  void a_subject_is_tried_once_and_another_one_too() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(at(MONDAY).once("a", () -> made("yes"))).isEqualTo("yes");
      assertThat(at(MONDAY).onceUnlessFatal("b", () -> made("no, and why")))
          .contains("no, and why");
    }

    assertThat(made).isEqualTo(2);
  }

  @Test
  void a_trial_that_was_killed_is_made_again_and_its_answer_kept() throws IOException {
    breakOff(2);

    assertThat(at(MONDAY).onceUnlessFatal("a", () -> made("yes"))).contains("yes");
    assertThat(at(MONDAY).onceUnlessFatal("a", () -> made("other"))).contains("yes");
    assertThat(made).isEqualTo(1);
  }

  @Test
  void after_three_within_a_day_it_is_left_alone_until_the_next() throws IOException {
    breakOff(3);

    assertThat(at(MONDAY.plusSeconds(3_600)).onceUnlessFatal("a", () -> made("yes"))).isEmpty();
    assertThat(made).isZero();
    assertThat(at(MONDAY.plusSeconds(90_000)).onceUnlessFatal("a", () -> made("yes")))
        .contains("yes");
  }

  @Test
  void a_trial_that_fails_leaves_nothing() throws IOException {
    assertThatThrownBy(() ->
            at(MONDAY)
                .onceUnlessFatal(
                    "a",
                    () -> {
                      throw new IOException("no room");
                    }))
        .hasMessage("no room");

    assertThat(folder.resolve(MachineTrials.FILE)).isEmptyFile();
    assertThat(at(MONDAY).onceUnlessFatal("a", () -> made("yes"))).contains("yes");
  }

  @Test
  void an_answer_is_one_line_whatever_the_engine_says() throws IOException {
    at(MONDAY).once("a", () -> "first\nsecond\r\nthird");

    assertThat(Files.readAllLines(folder.resolve(MachineTrials.FILE))).hasSize(1);
    assertThat(at(MONDAY).once("a", () -> made("other"))).isEqualTo("first second third");
  }

  @Test
  void what_is_no_text_in_the_file_is_passed_over() throws IOException {
    Files.write(folder.resolve(MachineTrials.FILE), new byte[] {-1, -2, 0, '\n'});

    assertThat(at(MONDAY).once("a", () -> made("yes"))).isEqualTo("yes");
    assertThat(at(MONDAY).once("a", () -> made("other"))).isEqualTo("yes");
  }

  @Test
  void where_nothing_can_be_written_it_is_tried_each_time() throws IOException {
    Path file = Files.writeString(folder.resolve("a file"), "");
    MachineTrials nowhere = MachineTrials.in(file.resolve("cache"));

    for (int i = 0; i < 2; i++) {
      assertThat(nowhere.once("a", () -> made("yes"))).isEqualTo("yes");
      assertThat(nowhere.onceUnlessFatal("b", () -> made("yes"))).contains("yes");
    }
    assertThat(made).isEqualTo(4);
  }

  /// Leaves what processes leave that are killed while they try.
  private void breakOff(int times) throws IOException {
    Path file = folder.resolve(MachineTrials.FILE);
    at(MONDAY)
        .onceUnlessFatal(
            "a",
            () -> {
              String trying = Files.readAllLines(file).getFirst();
              Files.write(folder.resolve("killed"), Collections.nCopies(times, trying));
              return "";
            });
    Files.move(folder.resolve("killed"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(Files.readAllLines(file)).hasSize(times).allMatch(it -> it.contains(" trying "));
  }

  private MachineTrials at(Instant time) {
    return MachineTrials.in(folder, Clock.fixed(time, ZoneOffset.UTC));
  }
}
