package org.papermap.embed.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.internal.cache.CachedVectors.CachedVector;

class EmbeddingCacheTest {
  private static final String IDENTITY = "tiny weights=abc";
  private static final int DIMENSION = 3;

  /// Key, token count, three floats, checksum.
  private static final int ENTRY = 32 + 4 + 12 + 4;

  @TempDir private Path folder;

  @Test
  void nothing_is_made_before_there_is_something_to_keep() throws IOException {
    EmbeddingCache cache = open();

    assertThat(find(cache, List.of(key("a")))).isEmpty();
    assertThat(find(cache, List.of(key("a")))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_was_kept_is_found_at_once_and_after_reopening() throws IOException {
    EmbeddingCache cache = open();
    cache.append(List.of(key("a"), key("b")), new float[] {1, 2, 3, 4, 5, 6}, new int[] {7, 8});

    for (EmbeddingCache each : List.of(cache, open())) {
      Map<ContentKey, CachedVector> found = find(each, List.of(key("b"), key("c"), key("a")));
      assertThat(found).containsOnlyKeys(key("a"), key("b"));
      assertEntry(found, "a", 7, 1, 2, 3);
      assertEntry(found, "b", 8, 4, 5, 6);
    }
  }

  @Test
  void another_identity_has_another_file() throws IOException {
    keep(open(), "a", 1);
    EmbeddingCache other = EmbeddingCache.of(folder, "tiny weights=abd", DIMENSION);

    assertThat(other.file()).isNotEqualTo(open().file());
    assertThat(find(other, List.of(key("a")))).isEmpty();
  }

  @Test
  void a_file_of_another_identity_is_never_read() throws IOException {
    keep(open(), "a", 1);
    EmbeddingCache other = EmbeddingCache.of(folder, "other", DIMENSION);
    Files.copy(open().file(), other.file());

    assertThat(find(other, List.of(key("a")))).isEmpty();

    keep(other, "b", 2);
    assertThat(find(other, List.of(key("a"), key("b")))).containsOnlyKeys(key("b"));
  }

  @Test
  void a_torn_last_entry_is_ignored_at_every_length_and_overwritten() throws IOException {
    keep(open(), "a", 1);
    keep(open(), "b", 2);
    byte[] whole = Files.readAllBytes(open().file());
    for (int missing = 1; missing <= ENTRY; missing++) {
      Files.write(open().file(), Arrays.copyOf(whole, whole.length - missing));

      assertThat(find(open(), List.of(key("a"), key("b")))).containsOnlyKeys(key("a"));

      keep(open(), "b", 2);
      assertThat(Files.readAllBytes(open().file())).isEqualTo(whole);
    }
  }

  @Test
  void any_flipped_bit_of_an_entry_is_found_and_mended_by_writing_it_again() throws IOException {
    keep(open(), "a", 1);
    keep(open(), "b", 2);
    byte[] whole = Files.readAllBytes(open().file());
    for (int at = whole.length - ENTRY; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      Files.write(open().file(), flipped);

      assertThat(find(open(), List.of(key("a"), key("b"))))
          .as("byte %d", at)
          .containsOnlyKeys(key("a"));

      keep(open(), "b", 2);
      assertEntry(find(open(), List.of(key("b"))), "b", 2, 2, 2, 2);
    }
  }

  @Test
  void a_damaged_header_starts_the_file_anew() throws IOException {
    keep(open(), "a", 1);
    Path file = open().file();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length - ENTRY; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      EmbeddingCache cache = open();

      assertThat(find(cache, List.of(key("a")))).isEmpty();

      keep(cache, "a", 1);
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void entries_of_others_show_up_without_reopening() throws IOException {
    EmbeddingCache one = open();
    EmbeddingCache other = open();
    keep(one, "a", 1);
    assertThat(find(other, List.of(key("a")))).hasSize(1);
    keep(other, "b", 2);

    assertThat(find(one, List.of(key("a"), key("b")))).hasSize(2);
  }

  @Test
  void a_file_deleted_or_started_anew_by_others_misleads_nobody() throws IOException {
    EmbeddingCache cache = open();
    keep(cache, "a", 1);
    keep(cache, "b", 2);
    assertThat(find(cache, List.of(key("a"), key("b")))).hasSize(2);

    Files.delete(cache.file());
    assertThat(find(cache, List.of(key("a")))).isEmpty();
    keep(open(), "c", 3);
    keep(open(), "d", 4);

    assertThat(find(cache, List.of(key("a"), key("b")))).isEmpty();
  }

  @Test
  void threads_that_write_at_once_lose_nothing() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int writer = i;
      threads.add(Thread.ofPlatform().start(() -> Writer.write(folder, "t" + writer, 50)));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(Files.size(open().file())).isEqualTo(headerSize() + 200L * ENTRY);
    assertAllThere(List.of("t0", "t1", "t2", "t3"), 50);
  }

  @Test
  void processes_that_write_at_once_lose_nothing() throws Exception {
    Process one = Writer.start(folder, "p1", 200);
    Process other = Writer.start(folder, "p2", 200);

    assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(one.exitValue()).isZero();
    assertThat(other.exitValue()).isZero();
    assertAllThere(List.of("p1", "p2"), 200);
  }

  @Test
  void a_process_killed_while_it_writes_leaves_whole_entries_behind() throws Exception {
    keep(open(), "before", 1);
    Process writer = Writer.start(folder, "k", Integer.MAX_VALUE);
    while (writer.isAlive() && Files.size(open().file()) < headerSize() + 100L * ENTRY) {
      Thread.onSpinWait();
    }
    writer.destroyForcibly().waitFor();

    // As a crash of the whole machine might leave it.
    try (FileChannel channel = FileChannel.open(open().file(), StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(new byte[ENTRY / 2]));
    }
    assertAllThere(List.of("k"), 90);
    keep(open(), "after", 2);
    assertThat(find(open(), List.of(key("before"), key("after")))).hasSize(2);
    assertThat((Files.size(open().file()) - headerSize()) % ENTRY).isZero();
  }

  /// Writes entries one by one, in this process or in one of its own.
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      write(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
    }

    static void write(Path folder, String prefix, int count) {
      try {
        for (int i = 0; i < count; i++) {
          keep(EmbeddingCache.of(folder, IDENTITY, DIMENSION), prefix + i, i);
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    static Process start(Path folder, String prefix, int count) throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Writer.class.getName(),
              folder.toString(),
              prefix,
              Integer.toString(count))
          .inheritIO()
          .start();
    }
  }

  private EmbeddingCache open() {
    return EmbeddingCache.of(folder, IDENTITY, DIMENSION);
  }

  private static Map<ContentKey, CachedVector> find(EmbeddingCache cache, List<ContentKey> keys)
      throws IOException {
    return CachedVectors.find(cache, DIMENSION, keys);
  }

  private static ContentKey key(String text) {
    return ContentKey.of(text);
  }

  private static void keep(EmbeddingCache cache, String text, int value) throws IOException {
    cache.append(List.of(key(text)), new float[] {value, value, value}, new int[] {value});
  }

  private void assertAllThere(List<String> prefixes, int count) throws IOException {
    for (String prefix : prefixes) {
      for (int i = 0; i < count; i++) {
        assertEntry(find(open(), List.of(key(prefix + i))), prefix + i, i, i, i, i);
      }
    }
  }

  private static void assertEntry(
      Map<ContentKey, CachedVector> found, String text, int tokens, float... vector) {
    assertThat(found)
        .hasEntrySatisfying(
            key(text),
            entry -> {
              assertThat(entry.vector()).containsExactly(vector);
              assertThat(entry.tokens()).isEqualTo(tokens);
            });
  }

  private static long headerSize() {
    return 8L + 4 + 4 + IDENTITY.length() + 4;
  }
}
