package org.papermap.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Other libraries that turn texts into vectors.
final class Peers {
  private static final int TEXTS_A_BATCH = 8;

  private Peers() {}

  static InputStream resource(String name) {
    return Objects.requireNonNull(Peers.class.getClassLoader().getResourceAsStream(name), name);
  }

  /// ONNX Runtime as it was found to be fastest: one session, whose calls have one thread each; a
  /// caller a core; texts sorted by length, in small batches padded to the longest.
  static final class OnnxByCores implements Contestant {
    private final OrtSession session;
    private final TokenLimit tokenizer;
    private final ExecutorService callers;

    OnnxByCores(TokenLimit tokenizer) throws Exception {
      this.tokenizer = tokenizer;
      this.callers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      this.session = session(options);
    }

    @Override
    public String name() {
      return "ONNX Runtime, a caller a core";
    }

    @Override
    public float[][] embed(List<String> texts) throws Exception {
      List<long[]> ids = new ArrayList<>();
      for (Future<long[]> each :
          callers.invokeAll(
              texts.stream().map(it -> (Callable<long[]>) () -> tokenizer.ids(it)).toList())) {
        ids.add(each.get());
      }
      List<Integer> rows =
          IntStream.range(0, texts.size())
              .boxed()
              .sorted(Comparator.comparingInt(row -> -ids.get(row).length))
              .toList();
      float[][] vectors = new float[texts.size()][];
      List<Future<?>> running = new ArrayList<>();
      for (int from = 0; from < rows.size(); from += TEXTS_A_BATCH) {
        List<Integer> batch = rows.subList(from, Math.min(rows.size(), from + TEXTS_A_BATCH));
        running.add(
            callers.submit(() -> {
              run(session, ids, batch, vectors);
              return batch;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return vectors;
    }

    @Override
    public void close() throws OrtException {
      callers.close();
      session.close();
    }
  }

  /// ONNX Runtime as it comes: its own threads, texts as they stand, 32 a batch.
  static final class OnnxAsItComes implements Contestant {
    private static final int TEXTS = 32;

    private final OrtSession session;
    private final TokenLimit tokenizer;

    OnnxAsItComes(TokenLimit tokenizer) throws Exception {
      this.tokenizer = tokenizer;
      this.session = session(new OrtSession.SessionOptions());
    }

    @Override
    public String name() {
      return "ONNX Runtime as it comes";
    }

    @Override
    public float[][] embed(List<String> texts) throws OrtException {
      List<long[]> ids = texts.stream().map(tokenizer::ids).toList();
      float[][] vectors = new float[texts.size()][];
      for (int from = 0; from < texts.size(); from += TEXTS) {
        int to = Math.min(texts.size(), from + TEXTS);
        run(session, ids, IntStream.range(from, to).boxed().toList(), vectors);
      }
      return vectors;
    }

    @Override
    public void close() throws OrtException {
      session.close();
    }
  }

  /// LangChain4j's class for this model, called as its documentation does.
  static final class LangChain implements Contestant {
    private final EmbeddingModel model;

    LangChain() throws Exception {
      quiet();
      this.model = LargeStack.call(AllMiniLmL6V2EmbeddingModel::new);
    }

    @Override
    public String name() {
      return "LangChain4j";
    }

    @Override
    public float[][] embed(List<String> texts) {
      return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
          .map(it -> it.vector())
          .toArray(float[][]::new);
    }

    @Override
    public void close() {}
  }

  /// ONNX Runtime without its telemetry.
  private static OrtEnvironment quiet() throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    return environment;
  }

  private static OrtSession session(OrtSession.SessionOptions options) throws Exception {
    try (InputStream weights = resource("all-minilm-l6-v2.onnx")) {
      byte[] network = weights.readAllBytes();
      return LargeStack.call(() -> quiet().createSession(network, options));
    }
  }

  private static void run(
      OrtSession session, List<long[]> ids, List<Integer> rows, float[][] vectors)
      throws OrtException {
    int longest = rows.stream().mapToInt(row -> ids.get(row).length).max().orElse(0);
    long[][] padded = new long[rows.size()][];
    long[][] mask = new long[rows.size()][longest];
    for (int i = 0; i < padded.length; i++) {
      long[] text = ids.get(rows.get(i));
      padded[i] = Arrays.copyOf(text, longest);
      Arrays.fill(mask[i], 0, text.length, 1);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, padded);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor typeTensor =
            OnnxTensor.createTensor(environment, new long[padded.length][longest]);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      FloatBuffer tokens = ((OnnxTensor) result.get(0)).getFloatBuffer();
      int dimension = tokens.remaining() / (padded.length * longest);
      for (int i = 0; i < padded.length; i++) {
        int length = ids.get(rows.get(i)).length;
        vectors[rows.get(i)] = mean(tokens, i * longest * dimension, length, dimension);
      }
    }
  }

  private static float[] mean(FloatBuffer tokens, int from, int length, int dimension) {
    float[] sum = new float[dimension];
    float[] token = new float[dimension];
    for (int i = 0; i < length; i++) {
      tokens.get(from + i * dimension, token);
      for (int j = 0; j < dimension; j++) {
        sum[j] += token[j];
      }
    }
    return sum;
  }
}
