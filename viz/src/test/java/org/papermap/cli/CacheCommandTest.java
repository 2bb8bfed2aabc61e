package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;

class CacheCommandTest {
  private static final String PROPERTY = "papermap.cache";

  @TempDir private Path folder;

  private final String before = System.getProperty(PROPERTY, "");

  @BeforeEach
  void use_a_cache_of_its_own() throws Exception {
    System.setProperty(PROPERTY, folder.toString());
    Files.createDirectory(folder.resolve("vectors"));
    byte[] damaged = new byte[2_000_000];
    System.arraycopy("PMVECS1\n".getBytes(StandardCharsets.US_ASCII), 0, damaged, 0, 8);
    Files.write(folder.resolve("vectors/old.vectors"), damaged);
  }

  @AfterEach
  void use_the_common_cache_again() {
    if (before.isEmpty()) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, before);
    }
  }

  @Test
  void a_folder_of_other_things_is_no_cache() throws Exception {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(mine.resolve("letter.txt"), "Dear reader");
    System.setProperty(PROPERTY, mine.toString());

    Outcome outcome =
        Outcome.of(
            "embed", Path.of("..", "data").toString(), "--out", folder.resolve("v.npy").toString());

    assertThat(outcome.status()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .contains(mine + ": holds other things")
        .contains("Set PAPERMAP_CACHE to a new or an empty folder.");
    assertThat(mine).isDirectoryContaining(it -> it.endsWith("letter.txt"));
    assertThat(mine.toFile().list()).hasSize(1);
  }

  @Test
  void what_is_kept_is_listed_and_pruned_when_that_is_meant() {
    Outcome stats = Outcome.of("cache", "--stats");
    assertThat(stats.status()).as(stats.err()).isEqualTo(ExitCode.OK);
    assertThat(stats.out()).contains("-     2.0 MB  0 vectors").contains("2.0 MB in " + folder);

    assertThat(Outcome.of("cache", "--prune", "--dry-run").out())
        .contains("unreadable")
        .contains("2.0 MB would be removed");
    assertThat(folder.resolve("vectors/old.vectors")).exists();

    assertThat(Outcome.of("cache", "--prune").out()).contains("2.0 MB removed");
    assertThat(folder.resolve("vectors/old.vectors")).doesNotExist();
    assertThat(Outcome.of("cache", "--prune").out())
        .isEqualToNormalizingNewlines("0.0 MB removed\n");
  }
}
