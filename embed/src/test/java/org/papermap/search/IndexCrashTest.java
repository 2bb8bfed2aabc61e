package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.Paper;

/// Kills a program while it writes, and looks at what it leaves. More often on request: `./papermap
/// test -pl embed -Dtest=IndexCrashTest -Dpapermap.crash.rounds=50`.
class IndexCrashTest {
  private static final int ROUNDS = Integer.getInteger("papermap.crash.rounds", 6);
  private static final int PAPERS = 15;

  @Test
  void what_was_committed_outlives_the_death_of_the_writer(@TempDir Path folder) throws Exception {
    Random random = new Random(20);
    WordEmbedder embedder = new WordEmbedder(32);
    int first = 1;
    for (int round = 0; round < ROUNDS; round++) {
      int last = killedWriter(folder, first, 2 + random.nextInt(6), random.nextInt(30));

      try (PaperIndex index = PaperIndex.open(folder, embedder)) {
        int there = newest(index);
        // The last commit may have been done before it could be told.
        assertThat(there).isBetween(last, last + 1);
        assertHolds(index, there);
        first = there + 1;
      }
    }
  }

  /// Starts a writer, lets it tell of some commits, and kills it.
  ///
  /// @return the number of the last commit that it told of
  private static int killedWriter(Path folder, int first, int commits, int millis)
      throws Exception {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int last = first - 1;
    try (BufferedReader told = writer.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < commits; i++) {
        last = Integer.parseInt(told.readLine());
      }
      Thread.sleep(millis);
      assertThat(writer.isAlive()).isTrue();
      // By its handle, for the process itself would close what it has told and not been read.
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      writer.waitFor();
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        last = Integer.parseInt(line);
      }
    }
    return last;
  }

  private static int newest(PaperIndex index) throws IOException {
    return Integer.parseInt(index.paper("newest").orElseThrow().title());
  }

  /// All papers of the state, each found by its meaning and by its words, and no other.
  private static void assertHolds(PaperIndex index, int number) throws IOException {
    List<Paper> expected = state(number);
    assertThat(index.size()).isEqualTo(expected.size());
    for (Paper paper : expected) {
      assertThat(index.paper(paper.id())).contains(paper);
      for (SearchMode mode : List.of(SearchMode.SEMANTIC, SearchMode.KEYWORD)) {
        Query query = Query.text(paper.text()).withMode(mode).withK(1);
        assertThat(index.nearest(query).get(0).paper()).isEqualTo(paper);
      }
    }
  }

  /// What the index holds after this commit: each adds papers, and deletes those of five before.
  private static List<Paper> state(int number) {
    List<Paper> papers = new ArrayList<>();
    papers.add(newest(number));
    for (int commit = Math.max(1, number - 4); commit <= number; commit++) {
      papers.addAll(added(commit));
    }
    return papers;
  }

  private static Paper newest(int number) {
    return Paper.of("newest", Integer.toString(number), "is the number of the commit");
  }

  private static List<Paper> added(int number) {
    return IntStream.range(0, PAPERS)
        .mapToObj(
            i -> Paper.of(number + "-" + i, "Paper c" + number + "n" + i, "of commit c" + number))
        .toList();
  }

  /// The program that is killed.
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      try (PaperIndexWriter writer = PaperIndexWriter.open(folder, new WordEmbedder(32))) {
        for (int number = Integer.parseInt(args[1]); ; number++) {
          writer.put(added(number));
          writer.put(List.of(newest(number)));
          for (Paper old : added(number - 5)) {
            writer.delete(old.id());
          }
          writer.commit();
          System.out.println(number);
          System.out.flush();
        }
      }
    }
  }
}
