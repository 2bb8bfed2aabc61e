package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.search.PaperIndexException.Reason;

/// An index that stays open while others write it.
class RefreshTest {
  private static final WordEmbedder EMBEDDER = new WordEmbedder(32);
  private static final int PAPERS = 40;

  /// How long readers and a writer work at once: two seconds, or so many as are asked for.
  private static final long SECONDS = Long.getLong("papermap.soak", 2);

  @TempDir Path folder;

  /// All papers of one state. Every second state lacks those of the part `odd`.
  private static List<Paper> state(int version) {
    return IntStream.range(0, PAPERS)
        .mapToObj(i ->
            new Paper(
                "p" + i,
                "paper number " + i,
                "words of version " + version,
                List.of(),
                null,
                null,
                Map.of("version", "" + version, "part", i % 2 == 0 ? "even" : "odd")))
        .toList();
  }

  private static void write(PaperIndexWriter writer, int version) throws IOException {
    writer.put(state(version));
    if (version % 2 == 1) {
      assertThat(writer.delete(Filter.field("part", "odd"))).isEqualTo(PAPERS / 2);
    }
    writer.commit();
  }

  private void write(int version) throws IOException {
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      write(writer, version);
    }
  }

  private static String version(Paper paper) {
    return paper.extra().getOrDefault("version", "none");
  }

  @Test
  void an_open_index_takes_up_what_was_committed_since() throws IOException {
    // Given
    write(0);
    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      assertThat(index.nearest("paper", PAPERS)).hasSize(PAPERS);
      assertThat(index.refresh()).isFalse();

      // When
      write(1);

      // Then
      assertThat(index.size()).isEqualTo(PAPERS);
      assertThat(index.refresh()).isTrue();
      assertThat(index.nearest("paper", PAPERS))
          .hasSize(PAPERS / 2)
          .allMatch(near -> version(near.paper()).equals("1"));
      assertThat(index.paper("p1")).isEmpty();
      assertThat(index.vector("p1")).isEmpty();
      float[] known = EMBEDDER.embed(List.of(state(1).get(2).text())).row(0);
      assertThat(index.vector("p2").orElseThrow()).containsExactly(known);
    }
  }

  @Test
  void an_index_in_memory_is_always_up_to_date() throws IOException {
    List<Paper> papers = state(0);
    PaperIndex index =
        PaperIndex.of(
            Corpus.of(papers), EMBEDDER.embed(papers.stream().map(Paper::text).toList()), EMBEDDER);

    assertThat(index.refresh()).isFalse();
    index.close();
    assertThatThrownBy(() -> index.nearest("paper", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this index: closed. Open it again.");
  }

  @Test
  void an_index_that_was_made_anew_by_another_model_is_not_taken_up() throws IOException {
    // Given
    write(0);
    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      remove(folder);
      WordEmbedder other = new WordEmbedder(16);
      try (PaperIndexWriter writer = PaperIndexWriter.open(folder, other)) {
        writer.put(state(2));
        writer.commit();
      }

      // When, then
      assertThatThrownBy(index::refresh)
          .isInstanceOfSatisfying(
              PaperIndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_MODEL));
      assertThat(index.nearest("paper", 1)).hasSize(1);
    }
  }

  @Test
  void an_index_that_was_made_anew_by_the_same_model_is_taken_up() throws IOException {
    write(0);
    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      remove(folder);
      write(4);

      assertThat(index.refresh()).isTrue();
      assertThat(index.nearest("paper", 1)).allMatch(near -> version(near.paper()).equals("4"));
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each :
          all.filter(it -> !it.equals(folder)).sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void programs_are_told_what_is_wrong() throws IOException {
    assertThat(reason(() -> PaperIndex.open(folder, EMBEDDER).close())).isEqualTo(Reason.MISSING);
    write(0);
    try (PaperIndexWriter _ = PaperIndexWriter.open(folder, EMBEDDER)) {
      assertThat(reason(() -> PaperIndexWriter.open(folder, EMBEDDER).close()))
          .isEqualTo(Reason.BUSY);
    }
    assertThat(reason(() -> PaperIndex.open(folder, new WordEmbedder(8)).close()))
        .isEqualTo(Reason.OTHER_MODEL);
    try (Stream<Path> files = Files.list(folder.resolve("lucene"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".cfs")).toList()) {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
      }
    }
    assertThat(reason(() -> PaperIndex.open(folder, EMBEDDER).close())).isEqualTo(Reason.DAMAGED);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static Reason reason(Work work) {
    try {
      work.run();
    } catch (PaperIndexException e) {
      return e.reason();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("nothing was wrong");
  }

  @Test
  void several_questions_are_answered_from_one_state_and_embedded_at_once() throws IOException {
    write(0);
    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      Query one = Query.text("paper number 7").withK(3);
      List<Query> queries =
          List.of(one, one.withMode(SearchMode.HYBRID), Query.paper("p3"), Query.text("version"));

      List<List<Neighbor>> answers = index.nearest(queries);

      assertThat(answers).hasSize(4);
      for (int i = 0; i < 4; i++) {
        assertThat(answers.get(i)).isEqualTo(index.nearest(queries.get(i)));
      }
    }
  }

  @Test
  void closing_waits_for_questions_and_breaks_none() throws Exception {
    write(0);
    for (int round = 0; round < 20; round++) {
      PaperIndex index = PaperIndex.open(folder, EMBEDDER);
      AtomicInteger answered = new AtomicInteger();
      try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          all.add(
              readers.submit(() -> {
                try {
                  while (true) {
                    assertThat(index.nearest("paper", 5)).hasSize(5);
                    answered.incrementAndGet();
                  }
                } catch (IllegalStateException e) {
                  assertThat(e).hasMessage("this index: closed. Open it again.");
                }
                return null;
              }));
        }
        while (answered.get() < 4) {
          Thread.onSpinWait();
        }
        index.close();
        for (Future<?> each : all) {
          each.get();
        }
      }
    }
  }

  @Test
  void eight_readers_see_whole_states_none_older_than_the_last_refresh() throws Exception {
    // Given
    write(0);
    AtomicBoolean going = new AtomicBoolean(true);
    AtomicInteger committed = new AtomicInteger();
    AtomicInteger refreshed = new AtomicInteger();
    AtomicLong answers = new AtomicLong();
    List<Future<?>> work = new ArrayList<>();

    // When
    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER);
        PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      work.add(
          threads.submit(() -> {
            for (int version = 1; going.get(); version++) {
              write(writer, version);
              committed.set(version);
            }
            return null;
          }));
      work.add(
          threads.submit(() -> {
            while (going.get()) {
              int least = committed.get();
              boolean _ = index.refresh();
              refreshed.set(least);
            }
            return null;
          }));
      for (int i = 0; i < 8; i++) {
        int reader = i;
        work.add(
            threads.submit(() -> {
              while (going.get()) {
                ask(index, reader, refreshed.get());
                answers.incrementAndGet();
              }
              return null;
            }));
      }
      long until = System.nanoTime() + SECONDS * 1_000_000_000;
      while ((System.nanoTime() < until || committed.get() < 3)
          && work.stream().noneMatch(Future::isDone)) {
        Thread.sleep(20);
      }
      going.set(false);

      // Then
      for (Future<?> each : work) {
        each.get();
      }
    }
    assertThat(committed.get()).isGreaterThan(2);
    assertThat(answers.get()).isGreaterThan(100);
    System.getLogger("soak")
        .log(
            System.Logger.Level.INFO,
            "{0} answers, {1} commits in {2} s",
            answers.get(),
            committed.get(),
            SECONDS);
  }

  private static void ask(PaperIndex index, int reader, int least) throws IOException {
    Query query =
        switch (reader % 4) {
          case 0 -> Query.text("paper number " + reader);
          case 1 -> Query.text("paper words").withMode(SearchMode.KEYWORD);
          case 2 -> Query.text("version paper").withMode(SearchMode.HYBRID);
          default -> Query.paper("p" + 2 * reader).withFilter(Filter.range("version", 0, 1e9));
        };
    List<Neighbor> found = index.nearest(query.withK(PAPERS));
    int version = Integer.parseInt(version(found.getFirst().paper()));
    assertThat(version).isGreaterThanOrEqualTo(least);
    int papers = version % 2 == 1 ? PAPERS / 2 : PAPERS;
    assertThat(found)
        .hasSize(reader % 4 == 3 ? papers - 1 : papers)
        .allMatch(near -> version(near.paper()).equals("" + version));
  }
}
