package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.SavedMap;

/// The maps that the AOT cache is made from.
class TrainCommandTest {
  @TempDir Path folder;

  @Test
  void a_few_papers_and_many_made_up_ones_are_mapped_without_a_model() throws IOException {
    // When
    Outcome run = Outcome.of("train", Path.of("..", "data").toString(), folder.toString());

    // Then
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(MapFolder.open(folder.resolve("few")).corpus().size()).isEqualTo(91);
    SavedMap many = MapFolder.open(folder.resolve("many"));
    assertThat(many.corpus().size()).isEqualTo(2000);
    assertThat(many.identity()).isEqualTo("made up");
    assertThat(run.out()).contains("2,000 kept of 2,000");
  }

  @Test
  void papers_that_cannot_be_read_end_the_training() {
    Outcome run = Outcome.of("train", folder.resolve("none").toString(), folder.toString());

    assertThat(run.status()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void it_is_not_among_the_commands_for_users() {
    assertThat(Outcome.of("--help").out()).doesNotContain("train").contains("map");
  }
}
