package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.registry.Formats;

/// Files that were cut, joined and overwritten, seed by seed: each is a corpus or refused in one
/// line, in little time. The seeds of faults that were found stay here.
class DamagedFilesTest {
  private static final Path CASES = CorpusFiles.caseFile("");
  private static final int SEEDS = 12;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// What breaks readers: ends of quotes, brackets, tags, records, lines, numbers, letters.
  private static final List<String> TOKENS =
      List.of(
          "\"",
          "\"\"",
          "\\\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          "<",
          ">",
          "</",
          "&#x",
          "&#9999999;",
          "&amp;",
          "\\",
          "$",
          "\r",
          "\n\n",
          "\t",
          ";",
          ",",
          "|",
          "\0",
          "\uFEFF",
          "\uD83D",
          "é",
          "@article{",
          "TY  - JOUR\n",
          "ER  - \n",
          "PMID- ",
          "%0 ",
          "%T ",
          "Title: ",
          "Abstract: ",
          "\\\\\n",
          "--",
          "-1",
          "1e999999999",
          "null",
          "99999999999999999999",
          "<jats:p>",
          "{\\\"",
          "\u0085",
          "sep=");

  @TempDir Path folder;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(CASES)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void is_a_corpus_or_refused_in_one_line(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] damaged = damaged(whole, new Random(seed));
      Path copy = Files.write(folder.resolve(seed + "-" + file.getFileName()), damaged);

      read(copy, ReadOptions.defaults());
    }
  }

  @Test
  void every_format_reads_anything_or_refuses_it() throws IOException {
    List<Path> files = files().toList();
    Random random = new Random(7);
    for (Format format : Formats.all()) {
      ReadOptions forced = ReadOptions.defaults().withFormat(format.key());
      for (int i = 0; i < 25; i++) {
        byte[] whole = Files.readAllBytes(files.get(random.nextInt(files.size())));
        Path copy = Files.write(folder.resolve("any"), damaged(whole, random));

        read(copy, forced);
      }
      byte[] noise = new byte[20_000];
      random.nextBytes(noise);
      read(Files.write(folder.resolve("noise"), noise), forced);
    }
  }

  private static void read(Path file, ReadOptions options) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          try {
            CorpusReading reading = CorpusReader.read(List.of(file), options);
            assertThat(reading.corpus().size()).isEqualTo(reading.report().kept());
            assertThat(reading.report().rows())
                .isEqualTo(reading.report().kept() + reading.report().drops().size());
            assertThat(reading.report().toString()).doesNotContainPattern("\\p{Cntrl}");
          } catch (CorpusFormatException e) {
            assertThat(e.getMessage()).doesNotContain("\n").endsWith(".");
          }
        },
        () -> "reading " + file + " as " + options);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int faults = 1 + random.nextInt(4);
    for (int fault = 0; fault < faults && bytes.length > 0; fault++) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + random.nextInt(400));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> join(part(bytes, 0, at), part(bytes, to, bytes.length));
            case 1 -> part(bytes, 0, at);
            case 2 -> join(part(bytes, 0, to), part(bytes, at, bytes.length));
            case 3 -> join(part(bytes, 0, at), token(random), part(bytes, at, bytes.length));
            default -> {
              bytes[at] = (byte) random.nextInt(256);
              yield bytes;
            }
          };
    }
    return bytes;
  }

  private static byte[] token(Random random) {
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    return token.repeat(random.nextInt(10) == 0 ? 3_000 : 1).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
