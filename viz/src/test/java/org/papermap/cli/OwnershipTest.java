package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cli.internal.terminal.ExitCode;

/// Nothing of the user's is written over, whatever a command is told to write to.
class OwnershipTest {
  private static final String DATA = Path.of("..", "data").toString();

  @TempDir private Path folder;

  /// What a user has: papers, vectors of NumPy's, notes, a site.
  @BeforeEach
  void have_files() throws IOException {
    write(
        "papers.csv",
        "id,title,abstract\n"
            + "g1,On graphs,Graphs are drawn.\n"
            + "t2,On trees,Trees are cut.\n"
            + "s3,On seas,Seas rise.\n");
    write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"graphs\"}\n");
    write("notes.txt", "my notes\n");
    write("themes.properties", "Graphs = graphs\n");
    write("site/_config.yml", "theme: minimal\n");
    write("site/_notes.md", "more notes\n");
    write("mine.ids.txt", "1\n2\n3\n");
    byte[] npy = new byte[128 + 3 * 4];
    Arrays.fill(npy, 0, 128, (byte) ' ');
    byte[] start =
        "\u0093NUMPY\u0001\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1), }"
            .getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(start, 0, npy, 0, start.length);
    npy[127] = '\n';
    Arrays.fill(npy, 128, npy.length, (byte) 0x3f);
    Files.write(folder.resolve("mine.npy"), npy);
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("papers.csv"));
    Files.createLink(folder.resolve("hard.csv"), folder.resolve("papers.csv"));
    Files.createDirectory(folder.resolve("empty"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        content.put(
            folder.relativize(file) + (Files.isSymbolicLink(file) ? " link" : ""),
            Files.isRegularFile(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1)
                : "a folder");
      }
    }
    return content;
  }

  /// Words that name files of the user's, or nothing, are paths in the test's folder.
  private Outcome papermap(String line) {
    return Outcome.of(
        Arrays.stream(line.split(" "))
            .map(word ->
                switch (word) {
                  case "BLANK" -> " ";
                  case "NOTHING" -> "";
                  default ->
                      word.startsWith("$") ? folder.resolve(word.substring(1)).toString() : word;
                })
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map $papers.csv --out $",
        "map $ --out $",
        "map $papers.csv --out $site",
        "map $papers.csv --themes $themes.properties --out $",
        "embed $papers.csv --out $papers.csv",
        "embed $papers.csv --out $link.csv",
        "embed $papers.csv --out $hard.csv",
        "embed $link.csv --out $papers.csv",
        "embed $papers.csv --out $mine.npy",
        "embed $papers.csv --out $notes.txt",
        "embed $ --out $vectors.npy",
        "embed $papers.csv --out /dev/null",
        "index $papers.csv --out $site",
        "index $papers.csv --out $",
        "nearest --map $nowhere --queries $queries.jsonl --run $queries.jsonl",
        "nearest --map $nowhere --queries $queries.jsonl --run $notes.txt",
        "map BLANK --out $new",
        "map $papers.csv --out NOTHING",
        "embed NOTHING --out $new.npy",
        "embed $papers.csv --out BLANK",
        "index $papers.csv --out NOTHING",
        "nearest --map NOTHING text",
        "nearest --index BLANK text",
        "map $papers.csv --out $new --model NOTHING",
        "map $papers.csv --out $new --like BLANK",
      })
  void what_is_read_or_not_ours_is_refused_before_any_work(String line) throws IOException {
    Map<String, String> before = content();

    Outcome outcome = papermap(line);

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err().lines().filter(it -> !it.startsWith("Try "))).hasSize(1);
    assertThat(outcome.err()).startsWith("papermap: ").contains(". ");
    assertThat(outcome.out()).isEmpty();
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void a_map_is_made_again_in_its_place_and_what_lies_beside_it_stays() throws IOException {
    Path out = folder.resolve("out");
    assertThat(Outcome.of("map", DATA, "--out", out.toString()).status()).isZero();
    write("out/notes.md", "mine");
    write("out/index.html", "<p>mine</p>");

    Outcome again = Outcome.of("map", DATA, "--out", out.toString(), "--title", "Again");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(out.resolve("map.html")).content().contains("<title>Again</title>");
    assertThat(out.resolve("notes.md")).hasContent("mine");
    assertThat(out.resolve("index.html")).hasContent("<p>mine</p>");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(9);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "map.html, <!doctype html><p>my own page",
    "papers.csv, 'id,title,abstract'",
    "map.json, '{\"my\": 1}'",
    "topics.csv, 'topic,what I think of it'",
    "map.svg, <svg><circle/></svg>"
  })
  void a_file_of_the_users_in_a_map_is_not_replaced(String name, String text) throws IOException {
    Path out = folder.resolve("out");
    assertThat(Outcome.of("map", DATA, "--out", out.toString()).status()).isZero();
    write("out/" + name, text);
    Map<String, String> before = content();

    Outcome again = Outcome.of("map", DATA, "--out", out.toString());

    assertThat(again.status()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains(name + ": is there, and not a file of a map of Papermap's");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void what_a_command_has_written_it_may_write_again() throws IOException {
    String out = folder.resolve("out").toString();
    assertThat(Outcome.of("map", DATA, "--out", out).status()).isZero();
    String table = folder.resolve("table.csv").toString();
    String vectors = folder.resolve("v.npy").toString();
    String index = folder.resolve("empty").toString();
    String run = folder.resolve("run.trec").toString();
    String queries = folder.resolve("queries.jsonl").toString();
    List<String[]> lines =
        List.of(
            new String[] {"extract", out + "/map.html", "--out", table},
            new String[] {"embed", DATA, "--out", vectors},
            new String[] {"index", DATA, "--out", index},
            new String[] {"nearest", "--map", out, "--queries", queries, "--run", run});
    Map<String, byte[]> first = new HashMap<>();
    for (int round = 0; round < 2; round++) {
      for (String[] line : lines) {
        Outcome outcome = Outcome.of(line);
        assertThat(outcome.status()).as("%s: %s", List.of(line), outcome.err()).isZero();
      }
      for (String file : List.of(table, vectors, run)) {
        byte[] bytes = Files.readAllBytes(Path.of(file));
        assertThat(first.getOrDefault(file, bytes)).isEqualTo(bytes);
        first.put(file, bytes);
      }
    }
    for (String file : List.of(out + "/map.html", table)) {
      Outcome outcome = Outcome.of("extract", out + "/map.html", "--out", file);
      assertThat(outcome.status()).isEqualTo(file.equals(table) ? ExitCode.OK : ExitCode.USAGE);
    }
    assertThat(Outcome.of("map", DATA, "--like", out, "--out", out).status())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void pruning_keeps_papers_whose_rows_were_only_dropped_on_reading() throws IOException {
    String papers = folder.resolve("papers.csv").toString();
    String index = folder.resolve("empty").toString();
    assertThat(Outcome.of("index", papers, "--out", index).status()).isZero();

    // Then a row lost its title, and another is really gone
    write("papers.csv", "id,title,abstract\ng1,On graphs,Graphs are drawn.\nt2,,Trees are cut.\n");
    Outcome pruned = Outcome.of("index", papers, "--out", index, "--prune");
    assertThat(pruned.out()).contains("2 papers").contains("1 removed");

    // Then a row cannot be read at all
    write(
        "papers.csv",
        "id,title,abstract\ng1,On graphs,Graphs are drawn.\n,,Without id or title.\n");
    Outcome kept = Outcome.of("index", papers, "--out", index, "--prune");
    assertThat(kept.out()).contains("2 papers").contains("0 removed");
    assertThat(kept.err())
        .contains("--prune: 1 row could not be read")
        .contains("Nothing is removed");
  }
}
