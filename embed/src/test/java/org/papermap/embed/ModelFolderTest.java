package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorFactory;
import ai.djl.util.Pair;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.embed.internal.engine.SampleTexts;
import org.papermap.embed.internal.engine.TestModels;
import org.papermap.embed.internal.weights.ModelStore;
import org.papermap.embed.internal.weights.SampleFolders;
import org.papermap.files.InputException;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelFolder;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.Pooling;
import org.papermap.model.TextKind;
import org.papermap.vectors.EmbeddingMatrix;

/// MiniLM's weights as others lay them out, beside MiniLM from its jar.
class ModelFolderTest {
  private static final List<String> TEXTS =
      List.of(SampleTexts.HAPPY, "", "你好，世界", SampleTexts.words(300));

  @TempDir private static Path common;

  private static EmbeddingMatrix expected;

  @TempDir private Path folder;

  @BeforeAll
  static void embed_with_the_published_model() throws IOException {
    SampleFolders.huggingFace(common.resolve("mini"), TestModels.MINILM, "");
    try (Embedder embedder = Embedder.open(TestModels.MINILM)) {
      expected = embedder.embed(TEXTS);
    }
  }

  @Test
  void a_folder_of_safetensors_gives_the_vectors_of_the_same_weights_to_the_bit()
      throws IOException {
    ModelSpec model = ModelFolder.read(common.resolve("mini"));

    assertThat(model.name()).isEqualTo("mini");
    assertThat(model.dimension()).isEqualTo(384);
    assertThat(model.maxTokens()).isEqualTo(256);
    assertThat(model.positions()).isEqualTo(512);
    assertThat(model.pooling()).isEqualTo(Pooling.MEAN);
    assertThat(ModelSpec.isLocal(identity(model))).isTrue();
    assertSameVectors(model);
  }

  @Test
  void so_does_one_with_prefixed_names_or_with_an_onnx_export() throws IOException {
    Path prefixed =
        SampleFolders.huggingFace(folder.resolve("prefixed"), TestModels.MINILM, "bert.");
    ModelSpec fromPrefixed = ModelFolder.read(prefixed);
    assertSameVectors(fromPrefixed);

    SampleFolders.onnxInstead(prefixed, TestModels.MINILM);
    ModelSpec fromOnnx = ModelFolder.read(prefixed);
    assertSameVectors(fromOnnx);
    assertThat(identity(fromOnnx)).isNotEqualTo(identity(fromPrefixed));
  }

  @Test
  void so_does_a_torch_script_archive_that_takes_a_mask_and_types() throws IOException {
    for (boolean types : new boolean[] {false, true}) {
      Path archive =
          SampleFolders.torchScript(folder.resolve("djl" + types), TestModels.MINILM, types);
      ModelSpec model = ModelFolder.read(archive).trusted();

      assertThat(model.maxTokens()).isEqualTo(256);
      assertLikeVectors(model);
    }
  }

  /// What `serving.properties` names is a class that DJL would load and ask for a translator.
  public static final class Stranger implements TranslatorFactory {
    static boolean ran;

    @Override
    public Set<Pair<Type, Type>> getSupportedTypes() {
      ran = true;
      return Set.of();
    }

    @Override
    public <I, O> Translator<I, O> newInstance(
        Class<I> input, Class<O> output, Model model, Map<String, ?> arguments) {
      ran = true;
      throw new IllegalStateException("a stranger's class was run");
    }
  }

  @Test
  void what_lies_beside_a_trusted_archive_is_not_run() throws IOException {
    Path archive = SampleFolders.torchScript(folder.resolve("djl"), TestModels.MINILM, false);
    Path settings = archive.resolve("serving.properties");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replaceAll(
                "translatorFactory=.*",
                Matcher.quoteReplacement("translatorFactory=" + Stranger.class.getName())));

    assertLikeVectors(ModelFolder.read(archive).trusted());

    assertThat(Stranger.ran).isFalse();
    Path cache = folder.resolve("cache");
    try (Stream<Path> files = Files.walk(ModelStore.folderOf(cache))) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(it -> String.valueOf(it.getFileName()))
          .contains("model.pt")
          .doesNotContain("serving.properties");
    }
  }

  @Test
  void an_archive_is_a_program_and_is_not_run_unless_it_is_trusted() throws IOException {
    Path archive = SampleFolders.torchScript(folder.resolve("djl"), TestModels.MINILM, false);
    ModelSpec model = ModelFolder.read(archive);

    assertThatThrownBy(model::requireTrusted)
        .hasMessageStartingWith(archive.toRealPath() + "/mini.pt: a TorchScript archive")
        .hasMessageContaining("--trust-model");
    try (Embedder embedder = Embedder.open(model, folder.resolve("cache"))) {
      assertThatThrownBy(() -> embedder.embed(TEXTS)).hasMessageContaining("--trust-model");
    }
    try (Embedder embedder = Embedder.uncached(model, folder.resolve("cache"))) {
      assertThatThrownBy(() -> embedder.embed(TEXTS)).hasMessageContaining("--trust-model");
    }
  }

  @Test
  void modules_stay_inside_their_folder() throws IOException {
    Path model = copy();
    Files.writeString(
        model.resolve("modules.json"),
        "[{\"path\": \"../mini\", \"type\": \"sentence_transformers.models.Transformer\"}]");

    assertThatThrownBy(() -> ModelFolder.read(model))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a module outside of the folder");
  }

  @Test
  void an_archive_is_run_in_the_numbers_it_was_written_in() throws IOException {
    Path archive = SampleFolders.torchScript(folder.resolve("djl"), TestModels.MINILM, false);
    ModelSpec model = ModelFolder.read(archive);
    Path catalog =
        Files.writeString(
            folder.resolve("my.properties"),
            "default = mine\nmine.source = file:djl\nmine.dtype = bfloat16\n");

    assertThatThrownBy(() -> model.withDtype(Dtype.BFLOAT16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "djl: dtype bfloat16, but a TorchScript archive calculates as it was written. Leave"
                + " dtype out.");
    assertThatThrownBy(() -> ModelCatalog.read(catalog))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("my.properties:3: mine.dtype = \"bfloat16\". Give float32.");
    assertThat(model.like(identity(model))).isEqualTo(model);
  }

  @Test
  void sixteen_bits_do_as_well_where_a_layer_adds_much_to_all_keys() throws IOException {
    TestModels.assumeKernelFor(Dtype.BFLOAT16);
    ModelSpec model =
        ModelFolder.read(
            SampleFolders.withKeyBias(folder.resolve("biased"), TestModels.MINILM, 30));
    List<String> texts = List.of(SampleTexts.HAPPY, SampleTexts.words(30), SampleTexts.words(200));
    try (Embedder full = Embedder.open(model, folder.resolve("cache"));
        Embedder half = Embedder.open(model.withDtype(Dtype.BFLOAT16), folder.resolve("cache"))) {
      EmbeddingMatrix inFull = full.embed(texts);
      EmbeddingMatrix inHalf = half.embed(texts);
      for (int row = 0; row < texts.size(); row++) {
        assertThat(inHalf.similarity(row, inFull.row(row))).isGreaterThan(0.9999f);
      }
    }
  }

  @Test
  void a_line_of_a_catalog_names_a_folder_and_may_say_some_of_it_otherwise() throws IOException {
    Path file =
        Files.writeString(
            common.resolve("my.properties"),
            """
            default = mine
            mine.source = file:mini
            mine.maxTokens = 128
            mine.queryPrefix = "find: "
            mine.licence = MIT
            """);

    ModelSpec model = ModelCatalog.read(file).model("mine");

    assertThat(model.maxTokens()).isEqualTo(128);
    assertThat(model.prefix(TextKind.QUERY)).isEqualTo("find: ");
    assertThat(model.prefix(TextKind.PASSAGE)).isEmpty();
    assertThat(model.licence()).isEqualTo("MIT");
    assertThat(model.weights()).isEqualTo(ModelFolder.read(common.resolve("mini")).weights());
    Files.writeString(file, "default = mine\nmine.source = file:none\n");
    assertThatThrownBy(() -> ModelCatalog.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("my.properties:2: ")
        .hasMessageContaining("none is not a folder");
  }

  @Test
  void what_the_files_say_of_pooling_limit_and_prompts_is_done() throws IOException {
    Path model = copy();
    Files.writeString(model.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
    Files.writeString(model.resolve("sentence_bert_config.json"), "{\"max_seq_length\": null}");
    Files.writeString(model.resolve("tokenizer_config.json"), "{\"model_max_length\": 300}");
    Files.writeString(
        model.resolve("config_sentence_transformers.json"),
        """
        {"prompts": {"query": "search: ", "document": "text: "}, "default_prompt_name": null}
        """);

    ModelSpec read = ModelFolder.read(model);

    assertThat(read.pooling()).isEqualTo(Pooling.CLS);
    assertThat(read.maxTokens()).isEqualTo(300);
    assertThat(read.prefix(TextKind.QUERY)).isEqualTo("search: ");
    assertThat(read.prefix(TextKind.PASSAGE)).isEqualTo("text: ");
  }

  @Test
  void a_bare_model_is_pooled_by_the_mean_and_reads_all_its_positions() throws IOException {
    Path model = copy();
    for (String file : List.of("modules.json", "sentence_bert_config.json")) {
      Files.delete(model.resolve(file));
    }

    ModelSpec read = ModelFolder.read(model);

    assertThat(read.pooling()).isEqualTo(Pooling.MEAN);
    assertThat(read.maxTokens()).isEqualTo(512);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          config.json           | {"model_type": "mpnet"}                   | config.json: model_type mpnet. Choose a model of type bert
          config.json           | {"model_type": "bert"}                    | config.json: no hidden_size
          config.json           | {                                         | config.json: not JSON
          modules.json          | [{"type": "x.models.Dense", "path": "2"}] | modules.json: a module Dense. Choose a model
          1_Pooling/config.json | {"pooling_mode_max_tokens": true}         | config.json: pooling max_tokens. Choose a model
          1_Pooling/config.json | {"pooling_mode": "lasttoken"}             | config.json: pooling lasttoken. Choose a model
          1_Pooling/config.json | {"pooling_mode_mean_tokens": true, "pooling_mode_cls_token": true} | pooling mean_tokens and cls_token
          1_Pooling/config.json | {"pooling_mode_mean_tokens": true, "include_prompt": false} | include_prompt false
          sentence_bert_config.json | {"max_seq_length": 1}                 | a limit of 1 tokens
          """)
  void what_is_not_known_is_refused_by_its_name(String file, String content, String message)
      throws IOException {
    Path model = copy();
    Files.writeString(model.resolve(file), content);

    assertThatThrownBy(() -> ModelFolder.read(model))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "model.safetensors, neither model.safetensors nor onnx/model.onnx",
    "config.json, config.json: not there",
    "tokenizer.json, tokenizer.json: not there"
  })
  void what_is_missing_is_named(String file, String message) throws IOException {
    Path model = copy();
    Files.delete(model.resolve(file));

    assertThatThrownBy(() -> ModelFolder.read(model))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "engine=OnnxRuntime, engine=OnnxRuntime",
    "dense=2_Dense, dense=2_Dense",
    "pooling=lasttoken, pooling lasttoken",
    "maxLength=many, \"many\"",
    "option.modelName=other, other.pt: not there"
  })
  void so_are_settings_for_djl_that_cannot_be_met(String line, String message) throws IOException {
    Path model = Files.createDirectory(folder.resolve("djl"));
    Files.writeString(model.resolve("model.pt"), "x");
    Files.writeString(model.resolve("tokenizer.json"), "{}");
    Files.writeString(model.resolve("serving.properties"), line + "\n");
    Files.writeString(model.resolve("config.json"), "{\"hidden_size\": 384}");

    assertThatThrownBy(() -> ModelFolder.read(model)).hasMessageContaining(message);
  }

  private void assertSameVectors(ModelSpec model) throws IOException {
    try (Embedder embedder = Embedder.open(model, folder.resolve("cache"))) {
      assertThat(embedder.embed(TEXTS).values()).isEqualTo(expected.values());
    }
  }

  /// An archive of others runs as it is written, by the engine's ordinary operators.
  private void assertLikeVectors(ModelSpec model) throws IOException {
    try (Embedder embedder = Embedder.open(model, folder.resolve("cache"))) {
      EmbeddingMatrix vectors = embedder.embed(TEXTS);
      for (int row = 0; row < vectors.rows(); row++) {
        assertThat(vectors.similarity(row, expected.row(row))).isGreaterThan(0.99999f);
      }
    }
  }

  private static String identity(ModelSpec model) {
    return model.identity();
  }

  /// A folder that says the same, and has no weights to speak of.
  private Path copy() throws IOException {
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve("1_Pooling"));
    for (String file :
        List.of(
            "config.json",
            "modules.json",
            "1_Pooling/config.json",
            "sentence_bert_config.json",
            "tokenizer.json")) {
      Files.copy(common.resolve("mini").resolve(file), copy.resolve(file));
    }
    Files.writeString(copy.resolve("model.safetensors"), "not looked at before the first text");
    return copy;
  }
}
