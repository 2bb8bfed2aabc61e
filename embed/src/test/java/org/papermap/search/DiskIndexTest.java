package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Paper;
import org.papermap.files.InputException;
import org.papermap.search.PaperIndexWriter.IndexChanges;
import org.papermap.vectors.EmbeddingMatrix;

class DiskIndexTest extends PaperIndexContract {
  @Override
  PaperIndex index(List<Paper> papers, EmbeddingMatrix vectors) throws IOException {
    return opened(PaperIndex.open(written(papers, vectors), EMBEDDER));
  }

  @Override
  double leastRecall() {
    return 1;
  }

  private PaperIndex open() throws IOException {
    return opened(PaperIndex.open(folder, EMBEDDER));
  }

  private void write(List<Paper> papers) throws IOException {
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      writer.put(papers);
      writer.commit();
    }
  }

  private static Paper tagged(Paper paper, String tag) {
    Map<String, String> extra = new HashMap<>(paper.extra());
    extra.put("tag", tag);
    return new Paper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.date(),
        paper.url(),
        extra);
  }

  @Test
  void only_what_is_new_is_embedded_and_written() throws IOException {
    List<Paper> papers = new ArrayList<>(papers(20));
    write(papers.subList(0, 18));
    papers.set(0, Paper.of("p0", "Another title", "and text"));
    papers.set(1, tagged(papers.get(1), "read"));
    int before = EMBEDDER.embedded.get();

    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      assertThat(writer.put(papers)).isEqualTo(new IndexChanges(2, 2, 16, 3));
      assertThat(writer.put(papers)).isEqualTo(new IndexChanges(0, 0, 20, 0));
      writer.commit();
    }

    assertThat(EMBEDDER.embedded.get() - before).isEqualTo(3);
    PaperIndex index = open();
    assertThat(index.size()).isEqualTo(20);
    for (Paper paper : papers) {
      assertThat(index.paper(paper.id())).contains(paper);
      assertThat(index.nearest(paper.text(), 20))
          .filteredOn(it -> Objects.requireNonNull(it.similarity()) > 1 - 1e-6)
          .extracting(Neighbor::paper)
          .contains(paper);
    }
    assertThat(ids(index.nearest(Query.text("title").withMode(SearchMode.KEYWORD))))
        .containsExactly("p0");
    assertThat(ids(index.nearest(Query.text("a").withFilter(Filter.field("tag", "read")))))
        .containsExactly("p1");
  }

  @Test
  void of_several_papers_with_one_id_the_last_counts() throws IOException {
    Paper first = Paper.of("1", "First", "version");
    Paper second = Paper.of("1", "Second", "version");

    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      assertThat(writer.put(List.of(first, second))).isEqualTo(new IndexChanges(1, 0, 0, 1));
      writer.commit();
    }

    assertThat(open().paper("1")).contains(second);
  }

  @Test
  void what_is_deleted_is_found_no_more() throws IOException {
    write(papers(10));
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      assertThat(writer.delete("p3")).isTrue();
      assertThat(writer.delete("p3")).isFalse();
      assertThat(writer.delete("nobody")).isFalse();
      assertThat(writer.retain(Set.of("p1", "p2", "p3", "x"))).isEqualTo(7);
      assertThat(writer.size()).isEqualTo(2);
      writer.commit();
    }

    PaperIndex index = open();
    assertThat(ids(index.nearest("paper", 10))).containsExactlyInAnyOrder("p1", "p2");
    assertThat(ids(index.nearest(Query.text("paper").withMode(SearchMode.HYBRID))))
        .containsExactlyInAnyOrder("p1", "p2");
    assertThat(index.paper("p3")).isEmpty();
    assertThatThrownBy(() -> index.nearestTo("p3", 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_not_committed_was_not_done() throws IOException {
    write(papers(3));
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      writer.put(papers(9));
      writer.delete("p0");
      assertThat(writer.size()).isEqualTo(8);
      assertThat(open().size()).isEqualTo(3);
    }
    assertThat(open().size()).isEqualTo(3);
  }

  @Test
  void an_open_index_stays_as_it_was() throws IOException {
    write(papers(3));
    PaperIndex before = open();
    List<Neighbor> answer = before.nearest("paper", 9);

    write(List.of(Paper.of("p0", "Other", "words"), Paper.of("new", "A paper", "more")));

    assertThat(before.nearest("paper", 9)).isEqualTo(answer);
    assertThat(open().size()).isEqualTo(4);
  }

  @Test
  void the_order_of_papers_outlives_updates() throws IOException {
    List<Paper> same =
        IntStream.range(0, 4).mapToObj(i -> Paper.of("p" + i, "Same title", "same text")).toList();
    write(same.subList(0, 2));
    write(same);
    write(List.of(tagged(same.get(0), "changed")));

    assertThat(ids(open().nearest("same", 4))).containsExactly("p0", "p1", "p2", "p3");
  }

  @Test
  void hostile_papers_are_papers() throws IOException {
    String longText = "x".repeat(40_000);
    Map<String, String> extra =
        new HashMap<>(Map.of(longText, longText, " ", "blank", "a\0b", ";"));
    Paper long1 = new Paper(longText + 1, longText, longText, List.of(longText), null, null, extra);
    Paper long2 = Paper.of(longText + 2, "half a character \ud83d", "and \u0000 control \u001b[2J");

    write(List.of(long1, long2));

    PaperIndex index = open();
    assertThat(index.paper(longText + 1)).contains(long1);
    assertThat(index.paper(longText + 2).orElseThrow().title()).isEqualTo("half a character ?");
    assertThat(index.nearest(Query.text("x").withFilter(Filter.field(longText, longText))))
        .extracting(Neighbor::paper)
        .containsExactly(long1);
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      assertThat(writer.put(List.of(long1, long2)).unchanged()).isEqualTo(2);
    }
  }

  @Test
  void another_model_is_refused_by_both_names() throws IOException {
    write(papers(3));
    WordEmbedder other = new WordEmbedder(32);

    assertThatThrownBy(() -> PaperIndex.open(folder, other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("words-64 of the tests")
        .hasMessageContaining("words-32 of the tests");
    assertThatThrownBy(() -> PaperIndexWriter.open(folder, other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("words-64 of the tests")
        .hasMessageContaining("words-32 of the tests");
    assertThat(PaperIndex.header(folder))
        .isEqualTo(new IndexHeader("words-64", "words-64 of the tests", 64));
  }

  @Test
  void one_writes_at_a_time() throws IOException {
    try (PaperIndexWriter _ = PaperIndexWriter.open(folder, EMBEDDER)) {
      assertThatThrownBy(() -> PaperIndexWriter.open(folder, EMBEDDER))
          .isInstanceOf(InputException.class)
          .hasMessage(folder + ": being written by someone else. Wait until that is done.");
    }
    assertThatCode(() -> PaperIndexWriter.open(folder, EMBEDDER).close())
        .doesNotThrowAnyException();
  }

  @Test
  void where_there_is_no_index_is_told() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    Files.writeString(folder.resolve("letter.txt"), "not an index");

    for (Path place : List.of(nowhere, folder, folder.resolve("letter.txt"))) {
      assertThatThrownBy(() -> PaperIndex.open(place, EMBEDDER))
          .isInstanceOf(InputException.class)
          .hasMessage(place + ": there is no index. Index papers into it first.");
    }
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void an_index_of_another_program_is_neither_read_nor_written() throws IOException {
    foreign(Map.of());
    assertUnusable("an index of another program");
  }

  @Test
  void an_index_of_a_newer_papermap_is_told() throws IOException {
    foreign(Map.of("papermap.format", "99"));
    assertUnusable("an index of format 99, and this Papermap reads 1");
  }

  @Test
  void an_index_of_a_newer_lucene_is_told() throws IOException {
    write(papers(3));
    Path commit =
        files().stream()
            .filter(it -> it.toString().contains("segments_"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(commit);
    // The version follows the magic number and the name "segments" with its length.
    ByteBuffer.wrap(bytes).putInt(4 + 1 + "segments".length(), 9999);
    Files.write(commit, bytes);

    assertUnusable("an index of a newer Lucene than the one here");
  }

  private void foreign(Map<String, String> header) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(header.entrySet());
      writer.commit();
    }
  }

  private void assertUnusable(String found) {
    assertThatThrownBy(() -> PaperIndex.open(folder, EMBEDDER))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(folder + ": " + found + ". ");
    assertThatThrownBy(() -> PaperIndexWriter.open(folder, EMBEDDER))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(found);
  }

  @Test
  void damage_to_any_file_is_told_in_one_line() throws IOException {
    write(papers(50));
    write(List.of(Paper.of("p7", "Changed", "text")));
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (byte[] damaged : damages(whole)) {
        Files.write(file, damaged);

        assertThatThrownBy(() -> PaperIndex.open(folder, EMBEDDER))
            .as("%s, %d of %d bytes", file, damaged.length, whole.length)
            .isInstanceOf(InputException.class)
            .hasMessageMatching("[^\n]+");
      }
      Files.delete(file);
      assertThatThrownBy(() -> PaperIndex.open(folder, EMBEDDER))
          .as("without %s", file)
          .isInstanceOf(InputException.class)
          .hasMessageMatching("[^\n]+");
      Files.write(file, whole);
    }
    assertThat(open().size()).isEqualTo(50);
  }

  private static List<byte[]> damages(byte[] whole) {
    List<byte[]> damages = new ArrayList<>();
    for (int at : new int[] {0, 5, whole.length / 3, whole.length / 2, whole.length - 1}) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x40;
      damages.add(flipped);
    }
    damages.add(Arrays.copyOf(whole, whole.length / 2));
    damages.add(Arrays.copyOf(whole, whole.length - 1));
    damages.add(new byte[0]);
    return damages;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("lucene"))) {
      return files.filter(it -> !it.endsWith("write.lock")).sorted().toList();
    }
  }

  @Test
  void readers_see_whole_commits_while_a_writer_works() throws Exception {
    write(generation(0));
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        readers.add(threads.submit(() -> read(done)));
      }
      try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
        for (int number = 1; number <= 25; number++) {
          writer.put(generation(number));
          writer.delete("p" + number);
          writer.commit();
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    }
    assertThat(open().size()).isEqualTo(40 - 1);
  }

  /// The same forty papers, telling the number of the commit.
  private static List<Paper> generation(int number) {
    return papers(40).stream().map(it -> tagged(it, "g" + number)).toList();
  }

  private static int read(Path folder) throws IOException {
    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      List<Neighbor> all = index.nearest(Query.text("paper").withK(50).withMode(SearchMode.HYBRID));
      assertThat(all).hasSize(index.size()).hasSizeBetween(39, 40);
      assertThat(all)
          .extracting(it -> it.paper().extra().get("tag"))
          .containsOnly(all.get(0).paper().extra().get("tag"));
      return all.size();
    }
  }

  private int read(AtomicBoolean done) throws IOException {
    int rounds = 0;
    do {
      read(folder);
      rounds++;
    } while (!done.get());
    return rounds;
  }
}
