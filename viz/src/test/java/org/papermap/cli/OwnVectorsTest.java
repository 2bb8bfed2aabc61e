package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;

/// `papermap embed` writes vectors, and `papermap map --vectors` takes them.
class OwnVectorsTest {
  private static final String DATA = Path.of("..", "data").toString();

  @TempDir private Path folder;

  private String npy;
  private String out;

  @BeforeEach
  void embed() {
    npy = folder.resolve("mine.npy").toString();
    out = folder.resolve("out").toString();
    assertDone(Outcome.of("embed", DATA, "--out", npy));
  }

  @Test
  void with_their_model_the_map_is_the_one_the_model_makes() throws IOException {
    assertDone(Outcome.of("map", DATA, "--out", folder.resolve("plain").toString()));

    Outcome map =
        Outcome.of("map", DATA, "--out", out, "--vectors", npy, "--model", "all-MiniLM-L6-v2");

    assertDone(map);
    assertThat(map.out()).contains("not read: vectors of mine.npy (sha256 ").contains("Themes");
    for (String same : new String[] {"papers.csv", "topics.csv", "embeddings.npy"}) {
      assertThat(folder.resolve("out").resolve(same))
          .hasSameBinaryContentAs(folder.resolve("plain").resolve(same));
    }
    // Page and report tell where the vectors are from, and so their hashes are others.
    assertThat(withoutHashes(folder.resolve("out/map.json")))
        .isEqualTo(withoutHashes(folder.resolve("plain/map.json")));
    assertThat(folder.resolve("out/report.json")).content().contains("\"vectors\" : \"vectors of");
    assertDone(Outcome.of("nearest", "--map", out, "cheaper attention"));
  }

  private static String withoutHashes(Path map) throws IOException {
    return Files.readString(map).replaceFirst("\"files\" : \\{[^}]*}", "");
  }

  @Test
  void without_a_model_there_is_a_map_without_themes_to_ask_papers_of() throws IOException {
    Outcome map = Outcome.of("map", DATA, "--out", out, "--vectors", npy);

    assertDone(map);
    assertThat(map.err().lines())
        .endsWith("themes: left out, since no model is named to embed their phrases. Add --model.");
    assertThat(map.out()).doesNotContain("Themes");
    assertThat(folder.resolve("out/map.json")).content().contains("vectors of mine.npy (sha256 ");
    String id = Files.readAllLines(folder.resolve("mine.ids.txt")).getFirst();
    Outcome near = Outcome.of("nearest", "--map", out, "--id", id, "-k", "3");
    assertDone(near);
    assertThat(near.out().lines()).hasSize(3);
    Outcome text = Outcome.of("nearest", "--map", out, "attention");
    assertThat(text.status()).isEqualTo(ExitCode.FAILED);
    assertThat(text.err().lines()).hasSize(1).first().asString().contains("is not known");
    assertDone(Outcome.of("nearest", "--map", out, "--mode", "keyword", "attention"));
  }

  @Test
  void another_model_than_that_of_the_vectors_is_refused() {
    Outcome map =
        Outcome.of(
            "map",
            DATA,
            "--out",
            out,
            "--vectors",
            npy,
            "--model",
            "all-MiniLM-L6-v2",
            "--long",
            "full");
    assertDone(map);
    Outcome far =
        Outcome.of(
            "map", DATA, "--out", out, "--vectors", wrongRows(), "--model", "all-MiniLM-L6-v2");

    assertThat(far.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(far.err().lines()).last().asString().contains("has a similarity of");
  }

  /// The same vectors, one paper further.
  private String wrongRows() {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(npy));
      int row = 384 * Float.BYTES;
      byte[] moved = bytes.clone();
      System.arraycopy(bytes, 128, moved, 128 + row, bytes.length - 128 - row);
      System.arraycopy(bytes, bytes.length - row, moved, 128, row);
      Path file = Files.write(folder.resolve("moved.npy"), moved);
      return file.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_map_of_long_texts_in_windows_is_looked_up_without_being_told_so() {
    assertDone(Outcome.of("map", DATA, "--out", out, "--long", "window"));
    assertDone(Outcome.of("nearest", "--map", out, "attention"));
  }

  @Test
  void vectors_of_another_importer_are_refused_by_both_identities() throws IOException {
    assertDone(Outcome.of("map", DATA, "--out", out));
    Path map = folder.resolve("out/map.json");
    Files.writeString(map, Files.readString(map).replaceFirst("importer=\\d+", "importer=0"));

    Outcome near = Outcome.of("nearest", "--map", out, "attention");

    assertThat(near.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(near.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("importer=0\", and the model here is \"all-MiniLM-L6-v2 weights=")
        .endsWith("Make the map again.");
  }

  @Test
  void what_the_model_did_not_read_is_told() {
    Outcome embed = Outcome.of("embed", DATA, "--out", npy);

    assertThat(embed.out())
        .contains("91 × 384, 0 embedded by all-MiniLM-L6-v2, 91 from the cache")
        .contains(" % of them are longer than 256 tokens");
  }

  private static void assertDone(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.OK);
  }
}
