package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.Paper;
import org.papermap.files.CacheFolder;

/// Kills `papermap embed` as kill -9 does, at random moments, and starts it again each time.
///
/// The suite has time for a few small rounds. The proof at size: `mvn -pl embed,cluster,viz test
/// -Dtest=KilledEmbeddingTest -Dsurefire.failIfNoSpecifiedTests=false -Dpapermap.kill.rounds=10
/// -Dpapermap.kill.texts=2000`
class KilledEmbeddingTest {
  private static final int ROUNDS = Integer.getInteger("papermap.kill.rounds", 3);
  private static final int TEXTS = Integer.getInteger("papermap.kill.texts", 200);
  private static final int SEED = Integer.getInteger("papermap.kill.seed", 9);

  /// Longer than any run on a busy machine.
  private static final long PATIENCE_MINUTES = 60;

  @TempDir private Path folder;

  @Test
  void a_run_that_is_killed_and_resumed_gives_the_bytes_of_an_undisturbed_one() throws Exception {
    // Given
    Path texts = Files.write(folder.resolve("texts.txt"), texts());
    Path undisturbed = folder.resolve("undisturbed.npy");
    assertThat(finished(embed(texts, undisturbed, cache("one")))).isTrue();
    long whole = size(cache("one"));

    // When
    Path resumed = folder.resolve("resumed.npy");
    Path cache = cache("other");
    Random random = new Random(SEED);
    int kills = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Process run = embed(texts, resumed, cache);
      // A moment of what is left to do, told by what is kept, and early enough for all rounds.
      long left = (whole - size(cache)) / (ROUNDS - round + 1);
      long moment = size(cache) + random.nextLong(Math.max(1, left));
      while (size(cache) < moment && run.isAlive()) {
        Thread.onSpinWait();
      }
      if (run.isAlive()) {
        run.destroyForcibly().waitFor();
        kills++;
      } else {
        Files.deleteIfExists(resumed);
      }
      System.out.printf("round %d: %d of %d bytes are kept%n", round + 1, size(cache), whole);
    }
    assertThat(kills).isPositive();
    System.out.println(kills + " runs killed");
    assertThat(resumed).doesNotExist();
    assertThat(finished(embed(texts, resumed, cache))).isTrue();

    // Then
    assertThat(resumed).hasSameBinaryContentAs(undisturbed);
    assertThat(folder.resolve("resumed.ids.txt"))
        .hasSameBinaryContentAs(folder.resolve("undisturbed.ids.txt"));
    // Nothing was embedded twice.
    assertThat(size(cache)).isEqualTo(size(cache("one")));
  }

  @Test
  void two_runs_at_once_give_the_same_bytes_over_one_cache() throws Exception {
    Path texts = Files.write(folder.resolve("texts.txt"), texts());
    Path cache = cache("shared");

    Process one = embed(texts, folder.resolve("one.npy"), cache);
    Process other = embed(texts, folder.resolve("other.npy"), cache);

    assertThat(finished(one)).isTrue();
    assertThat(finished(other)).isTrue();
    assertThat(folder.resolve("one.npy")).hasSameBinaryContentAs(folder.resolve("other.npy"));
    Path third = folder.resolve("third.npy");
    assertThat(finished(embed(texts, third, cache))).isTrue();
    assertThat(third).hasSameBinaryContentAs(folder.resolve("one.npy"));
  }

  /// Abstracts without their first words, cut after sixty: as many different ones as are needed.
  private static List<String> texts() throws IOException {
    List<Paper> papers = CorpusReader.read(Path.of("..", "data")).corpus().papers();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      String[] words = papers.get(i % papers.size()).text().split(" ");
      int from = Math.min(i / papers.size(), words.length - 1);
      texts.add(
          i
              + " "
              + String.join(" ", List.of(words).subList(from, Math.min(words.length, from + 60))));
    }
    return texts;
  }

  /// A cache of vectors of its own, with the models of the common one.
  private Path cache(String name) throws IOException {
    Path cache = folder.resolve(name);
    if (!Files.exists(cache)) {
      Files.createDirectory(cache);
      Path models = Files.createDirectories(CacheFolder.standard().resolve("models"));
      Files.createSymbolicLink(cache.resolve("models"), models);
    }
    return cache;
  }

  private static Process embed(Path texts, Path out, Path cache) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dpapermap.cache=" + cache,
                Main.class.getName(),
                "embed",
                texts.toString(),
                "--format",
                "lines",
                "--out",
                out.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    program
        .environment()
        .putIfAbsent("DJL_CACHE_DIR", CacheFolder.standard().resolve("engine").toString());
    return program.start();
  }

  private static boolean finished(Process process) throws InterruptedException {
    return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
  }

  private static long size(Path cache) throws IOException {
    Path vectors = cache.resolve("vectors");
    if (!Files.exists(vectors)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(vectors)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
