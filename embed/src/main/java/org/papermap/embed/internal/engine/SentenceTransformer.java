package org.papermap.embed.internal.engine;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.papermap.embed.internal.weights.EncoderInputs;
import org.papermap.embed.internal.weights.ImportedModel;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.embed.internal.weights.ModelStore;
import org.papermap.model.ModelSpec;

/// A BERT sentence-transformer (Reimers and Gurevych 2019, arXiv:1908.10084) on DJL's PyTorch
/// engine: tokens, encoder, pooling, unit length.
///
/// Safe to use from several threads. A short call runs in the calling thread; a long one is shared
/// among one worker a core.
public final class SentenceTransformer implements TextEncoder {
  /// The text from which the trial of a network takes its token ids.
  private static final String TRIAL_TEXT = "A text has the same vector alone and in company.";

  private final ModelSpec model;
  private final TextTokenizer tokenizer;
  private final ZooModel<NDList, NDList> network;
  private final EncoderInputs inputs;
  private final RoundingSteps steps;
  private final Workers workers;
  private final Queue<Predictor<NDList, NDList>> idle = new ConcurrentLinkedQueue<>();

  /// Read while the engine works, written when it is closed.
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  /// True as soon as somebody closes it: calls that are under way then end.
  private volatile boolean closing;

  private boolean closed;

  private SentenceTransformer(
      ModelSpec model,
      TextTokenizer tokenizer,
      ZooModel<NDList, NDList> network,
      ImportedModel files,
      MachineTrials trials,
      Workers workers)
      throws IOException {
    this.model = model;
    this.tokenizer = tokenizer;
    this.network = network;
    this.inputs = files.inputs();
    this.steps = steps(trials, files.kernel());
    this.workers = workers;
  }

  /// Loads the engine and the model, which is imported first where need be, with a worker a core.
  public static SentenceTransformer open(ModelSpec model, Path cacheFolder, LinearKernel kernel)
      throws IOException {
    ImportedModel files = ModelStore.in(cacheFolder, kernel).open(model);
    int cores = Runtime.getRuntime().availableProcessors();
    return open(model, files, MachineTrials.in(cacheFolder), cores);
  }

  /// Loads the engine and the model.
  ///
  /// @param trials the store of answers about rounding
  /// @param threads batches that run at once; the vectors do not depend on it
  public static SentenceTransformer open(
      ModelSpec model, ImportedModel files, MachineTrials trials, int threads) throws IOException {
    EngineLibraries.load();
    TextTokenizer tokenizer = TextTokenizer.open(files.tokenizer(), model);
    ZooModel<NDList, NDList> network = null;
    try {
      network = EngineUse.inside(() -> load(model, files));
      return new SentenceTransformer(
          model, tokenizer, network, files, trials, new Workers(threads));
    } catch (IOException | RuntimeException e) {
      tokenizer.close();
      if (network != null) {
        network.close();
      }
      throw e;
    }
  }

  private RoundingSteps steps(MachineTrials trials, LinearKernel kernel) throws IOException {
    long[] sample = tokenizer.tokenize(TRIAL_TEXT).getFirst().ids();
    String subject = RoundingSteps.TRIAL + " " + kernel.identity(model);
    return RoundingSteps.parse(
        trials.once(
            subject,
            () ->
                RoundingSteps.of(
                        this::tokenVectors, sample, model.tokenLimit(), TokenBatches.TOKENS)
                    .line()));
  }

  private static ZooModel<NDList, NDList> load(ModelSpec model, ImportedModel files)
      throws IOException {
    try {
      return Criteria.builder()
          .setTypes(NDList.class, NDList.class)
          .optEngine("PyTorch")
          .optModelPath(files.folder())
          .optModelName(files.name())
          .optTranslator(new NoopTranslator())
          .build()
          .loadModel();
    } catch (ModelNotFoundException | MalformedModelException e) {
      throw new IOException(
          "%s: the engine cannot load %s (%s). Delete that folder and try again."
              .formatted(model.name(), files.folder(), e.getMessage()),
          e);
    }
  }

  @Override
  public void encode(List<String> texts, VectorSink sink) throws IOException {
    use.readLock().lock();
    try {
      requireOpen();
      TextPieces pieces =
          new TextPieces(workers.map(texts, this::tokenize), model.dimension(), sink);
      workers.forEach(
          TokenBatches.of(pieces.all(), steps),
          rows -> vectors(rows, pieces.all()),
          pieces::accept);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      use.readLock().unlock();
    }
  }

  private List<TokenizedText> tokenize(String text) {
    requireOpen();
    return tokenizer.tokenize(text);
  }

  private float[] vectors(int[] rows, List<TokenizedText> texts) throws IOException {
    requireOpen();
    int length = texts.get(rows[0]).length();
    int dimension = model.dimension();
    long[] ids = new long[rows.length * length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(texts.get(rows[i]).ids(), 0, ids, i * length, length);
    }
    float[] tokenVectors = tokenVectors(ids, rows.length, length);
    float[] vectors = new float[rows.length * dimension];
    for (int i = 0; i < rows.length; i++) {
      TokenPooling.pool(
          model.pooling(),
          tokenVectors,
          i * length * dimension,
          length,
          dimension,
          vectors,
          i * dimension);
    }
    return vectors;
  }

  /// @param ids token ids, `texts × length`
  private float[] tokenVectors(long[] ids, int texts, int length) throws IOException {
    return EngineUse.inside(() -> predicted(ids, texts, length));
  }

  private float[] predicted(long[] ids, int texts, int length) throws IOException {
    Predictor<NDList, NDList> polled = idle.poll();
    Predictor<NDList, NDList> predictor = polled == null ? network.newPredictor() : polled;
    try (NDManager manager = network.getNDManager().newSubManager()) {
      try (NDList output = predictor.predict(arguments(manager, ids, new Shape(texts, length)))) {
        // Archives from elsewhere may also return the pooled vector.
        NDArray named = output.get("last_hidden_state");
        return checked(named == null ? output.get(0) : named, texts, length);
      }
    } catch (TranslateException e) {
      throw new IOException(
          "%s: the engine failed (%s). Correct the model's description, or report it with the text."
              .formatted(model.name(), NetworkException.of(e).getMessage()),
          e);
    } finally {
      idle.add(predictor);
    }
  }

  private NDList arguments(NDManager manager, long[] ids, Shape shape) {
    NDList arguments = new NDList(manager.create(ids, shape));
    switch (inputs) {
      case IDS -> {}
      case IDS_MASK -> arguments.add(manager.ones(shape, DataType.INT64));
      case IDS_MASK_TYPES -> {
        arguments.add(manager.ones(shape, DataType.INT64));
        arguments.add(manager.zeros(shape, DataType.INT64));
      }
    }
    return arguments;
  }

  private float[] checked(NDArray output, int texts, int length) throws IOException {
    if (!output.getShape().equals(new Shape(texts, length, model.dimension()))) {
      throw new IOException(
          "%s: vectors of shape %s, but the description says dimension %d. Correct the description."
              .formatted(model.name(), output.getShape(), model.dimension()));
    }
    return output.toFloatArray();
  }

  private void requireOpen() {
    if (closing) {
      throw new IllegalStateException(model.name() + ": closed. Open the model again.");
    }
  }

  /// Ends the calls that are under way: each batch that has begun is waited for, less than a
  /// second.
  @Override
  public void close() {
    closing = true;
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        workers.close();
        EngineUse.insideUnlessEnding(() -> {
          idle.forEach(Predictor::close);
          network.close();
          tokenizer.close();
        });
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
