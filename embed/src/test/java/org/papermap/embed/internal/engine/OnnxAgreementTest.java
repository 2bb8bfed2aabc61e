package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.model.ModelFile.PublishedFile;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.Pooling;

/// The published weights as they are, run by ONNX Runtime in one padded batch with an attention
/// mask, the tokenizer doing its own truncation: another way to the same vectors at every step.
class OnnxAgreementTest {
  private static final double LEAST_COSINE = 0.99999;
  private static final double LEAST_COSINE_OF_16_BITS = 0.9999;

  static List<ModelSpec> models() {
    return List.of(TestModels.MINILM, TestModels.BGE);
  }

  @ParameterizedTest
  @MethodSource("models")
  void vectors_agree_with_onnx_runtime(ModelSpec model) throws Exception {
    List<String> texts = SampleTexts.AWKWARD;
    double[][] expected = reference(model, texts);

    try (SentenceTransformer ours = TestModels.open(model, 2)) {
      assertAgreement(texts, expected, ours);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void the_portable_kernel_agrees_too(ModelSpec model) throws Exception {
    List<String> texts = SampleTexts.AWKWARD;
    double[][] expected = reference(model, texts);

    try (SentenceTransformer ours = TestModels.open(model, LinearKernel.PORTABLE, 2)) {
      assertAgreement(texts, expected, ours);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void sixteen_bits_agree_to_four_nines(ModelSpec model) throws Exception {
    TestModels.assumeKernelFor(Dtype.BFLOAT16);
    // One character a thousand times over is no text; it is off by twice as much as the others.
    List<String> texts = SampleTexts.AWKWARD.stream().filter(it -> !it.startsWith("xx")).toList();
    double[][] expected = reference(model, texts);

    try (SentenceTransformer ours = TestModels.open(model.withDtype(Dtype.BFLOAT16), 2)) {
      assertAgreement(texts, expected, ours, LEAST_COSINE_OF_16_BITS);
    }
  }

  private static void assertAgreement(
      List<String> texts, double[][] expected, SentenceTransformer ours) throws IOException {
    assertAgreement(texts, expected, ours, LEAST_COSINE);
  }

  private static void assertAgreement(
      List<String> texts, double[][] expected, SentenceTransformer ours, double least)
      throws IOException {
    ours.encode(
        texts,
        (rows, vectors, _) -> {
          int dimension = vectors.length / rows.length;
          for (int i = 0; i < rows.length; i++) {
            assertThat(cosine(expected[rows[i]], vectors, i * dimension))
                .as(texts.get(rows[i]))
                .isGreaterThan(least);
          }
        });
  }

  private static double cosine(double[] a, float[] b, int from) {
    double product = 0;
    double aSquared = 0;
    double bSquared = 0;
    for (int j = 0; j < a.length; j++) {
      product += a[j] * b[from + j];
      aSquared += a[j] * a[j];
      bSquared += (double) b[from + j] * b[from + j];
    }
    return product / Math.sqrt(aSquared * bSquared);
  }

  private static double[][] reference(ModelSpec model, List<String> texts)
      throws IOException, OrtException {
    Encoding[] encodings = encodings(model, texts);
    long[][] ids = new long[texts.size()][];
    long[][] mask = new long[texts.size()][];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = encodings[i].getIds();
      mask[i] = encodings[i].getAttentionMask();
    }
    float[][][] tokenVectors = run(model, ids, mask);
    double[][] vectors = new double[ids.length][];
    for (int i = 0; i < ids.length; i++) {
      vectors[i] = pooled(model.pooling(), tokenVectors[i], mask[i]);
    }
    return vectors;
  }

  private static Encoding[] encodings(ModelSpec model, List<String> texts) throws IOException {
    try (InputStream json = resource(((PublishedFile) model.tokenizer()).entry());
        HuggingFaceTokenizer tokenizer =
            HuggingFaceTokenizer.newInstance(
                json,
                Map.of(
                    "truncation", "true",
                    "padding", "true",
                    "maxLength", Integer.toString(model.maxTokens())))) {
      return tokenizer.batchEncode(texts);
    }
  }

  private static float[][][] run(ModelSpec model, long[][] ids, long[][] mask)
      throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream weights = resource(((PublishedFile) model.weights()).entry());
        OrtSession session = environment.createSession(weights.readAllBytes());
        OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor typeTensor =
            OnnxTensor.createTensor(environment, new long[ids.length][ids[0].length]);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      return (float[][][]) result.get(0).getValue();
    }
  }

  private static double[] pooled(Pooling pooling, float[][] tokenVectors, long[] mask) {
    double[] sum = new double[tokenVectors[0].length];
    for (int token = 0; token < tokenVectors.length; token++) {
      boolean counts = mask[token] != 0 && (pooling == Pooling.MEAN || token == 0);
      for (int j = 0; counts && j < sum.length; j++) {
        sum[j] += tokenVectors[token][j];
      }
    }
    return sum;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        OnnxAgreementTest.class.getClassLoader().getResourceAsStream(name), name);
  }
}
