package org.papermap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.files.InputException;
import org.papermap.model.ModelFile.PublishedFile;
import org.papermap.model.ModelSpec.Pooling;

class ModelCatalogTest {
  private static final String HASH = "ab".repeat(32);

  private static final String TINY =
      """
      # a comment, then an empty line

      default = tiny-v1.5
      tiny-v1.5.source = maven:org.example:tiny:1.0!/folder/tiny.onnx
      tiny-v1.5.sourceSha256 = HASH
      tiny-v1.5.tokenizer = tokenizer.json
      tiny-v1.5.tokenizerSha256 = HASH
      tiny-v1.5.dimension = 8
      tiny-v1.5.maxTokens = 16
      tiny-v1.5.pooling = cls
      tiny-v1.5.queryPrefix = "find: "
      tiny-v1.5.passagePrefix =
      tiny-v1.5.licence = MIT
      """
          .replace("HASH", HASH);

  @Test
  void the_standard_catalog_is_the_file_at_the_top_of_the_repository() throws IOException {
    ModelCatalog standard = ModelCatalog.standard();

    assertThat(standard.models())
        .isEqualTo(ModelCatalog.read(Path.of("..", "models.properties")).models())
        .extracting(ModelSpec::name)
        .containsExactly("all-MiniLM-L6-v2", "bge-small-en-v1.5", "e5-small-v2");
    assertThat(standard.defaultModel().name()).isEqualTo("all-MiniLM-L6-v2");
  }

  @Test
  void a_prefix_keeps_its_last_space() {
    assertThat(ModelCatalog.standard().model("e5-small-v2").prefix(TextKind.QUERY))
        .isEqualTo("query: ");
    assertThat(ModelCatalog.standard().model("e5-small-v2").prefix(TextKind.PASSAGE))
        .isEqualTo("passage: ");
  }

  @Test
  void every_key_is_read(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my.properties"), TINY);

    ModelSpec model = ModelCatalog.read(file).model("tiny-v1.5");

    assertThat(((PublishedFile) model.weights()).coordinates()).isEqualTo("org.example:tiny:1.0");
    assertThat(((PublishedFile) model.weights()).entry()).isEqualTo("folder/tiny.onnx");
    assertThat(((PublishedFile) model.tokenizer()).entry()).isEqualTo("tokenizer.json");
    assertThat(model.tokenizer().sha256()).isEqualTo(HASH);
    assertThat(model.dimension()).isEqualTo(8);
    assertThat(model.maxTokens()).isEqualTo(16);
    assertThat(model.pooling()).isEqualTo(Pooling.CLS);
    assertThat(model.queryPrefix()).isEqualTo("find: ");
    assertThat(model.passagePrefix()).isEmpty();
    assertThat(model.licence()).isEqualTo("MIT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .dimension = 8     | .dimension = many     | f:8: tiny-v1.5.dimension = "many". Give a whole number of 1 or more.
          .dimension = 8     | .dimension = 0        | f:8: tiny-v1.5.dimension = "0". Give a whole number of 1 or more.
          .dimension = 8     | .dimension =          | f:8: tiny-v1.5.dimension = "". Give a whole number of 1 or more.
          .maxTokens = 16    | .maxTokens = 2        | f:9: tiny-v1.5.maxTokens = "2". Give a whole number of 3 or more.
          .maxTokens = 16    | .maxTokens = 99999999999 | f:9: tiny-v1.5.maxTokens = "99999999999". Give a whole number of 3 or more.
          .pooling = cls     | .pooling = max        | f:10: tiny-v1.5.pooling = "max". Give mean or cls.
          .pooling = cls     | .poling = cls         | f:10: unknown key "tiny-v1.5.poling". Write default or <model>.<key>, with one of the keys source, sourceSha256, tokenizer, tokenizerSha256, dimension, maxTokens, pooling, queryPrefix, passagePrefix, licence, dtype, positions, longTexts.
          .pooling = cls     | .dimension = 8        | f:10: "tiny-v1.5.dimension" stands in line 8 too. Keep one of them.
          .pooling = cls     | .pooling cls          | f:10: "tiny-v1.5.pooling cls". Write <key> = <value>, or # before a comment.
          .licence = MIT     | .licence =            | f:13: tiny-v1.5.licence = "". Give the SPDX identifier.
          .tokenizer = tokenizer.json | .tokenizer = | f:6: tiny-v1.5.tokenizer = "". Name the jar's entry.
          maven:org.example  | https:org.example     | f:4: tiny-v1.5.source = "https:org.example:tiny:1.0!/folder/tiny.onnx". Give maven:<group>:<artifact>:<version>!/<entry>, or file:<folder>.
          tokenizerSha256 = ab | tokenizerSha256 = AB | f:7: tiny-v1.5.tokenizerSha256 = "ABHASH". Give 64 hexadecimal digits in lower case.
          tiny-v1.5.licence = MIT | # nothing        | f: tiny-v1.5.licence is missing. Add it.
          default = tiny-v1.5 | # nothing            | f: no default. Add a line default = <model>.
          default = tiny-v1.5 | default = huge       | f: default = huge is not described there. Choose one of tiny-v1.5, or describe it.
          """)
  void a_mistake_is_named_with_its_place(String correct, String mistaken, String message) {
    assertThatThrownBy(() -> ModelCatalog.parse("f", Path.of(""), TINY.replace(correct, mistaken)))
        .isInstanceOf(InputException.class)
        .hasMessage(message.replace("HASH", HASH.substring(2)));
  }

  @Test
  void a_model_that_is_not_there_is_answered_with_those_that_are() {
    assertThatThrownBy(() -> ModelCatalog.parse("f", Path.of(""), TINY).model("tiny"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "f: model \"tiny\" is not described there. Choose one of tiny-v1.5, or describe it.");
  }

  @Test
  void an_empty_file_lacks_a_default() {
    assertThatThrownBy(() -> ModelCatalog.parse("f", Path.of(""), ""))
        .hasMessage("f: no default. Add a line default = <model>.");
  }

  @Test
  void a_file_in_another_encoding_or_a_folder_is_told(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'#', (byte) 0xc4, '\n'});

    assertThatThrownBy(() -> ModelCatalog.read(latin))
        .isInstanceOf(InputException.class)
        .hasMessage(latin + ": not UTF-8. Save it as UTF-8.");
    assertThatThrownBy(() -> ModelCatalog.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder + ": is a folder.");
  }

  @Test
  void a_missing_file_is_the_disks_matter(@TempDir Path folder) {
    assertThatThrownBy(() -> ModelCatalog.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
