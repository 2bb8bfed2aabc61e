package org.papermap.model;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.papermap.model.ModelFile.LocalFile;
import org.papermap.model.ModelFile.PublishedFile;

/// A model as `models.properties` describes it.
///
/// @param name as the user writes it, such as `all-MiniLM-L6-v2`
/// @param weights the published ONNX weights
/// @param tokenizer the published `tokenizer.json`
/// @param dimension length of its vectors
/// @param maxTokens tokens it reads of a text, special tokens included
/// @param pooling how token vectors become one
/// @param queryPrefix what stands before a query; often empty
/// @param passagePrefix what stands before a passage; often empty
/// @param licence SPDX identifier of the weights' licence
/// @param dtype number format of the network, one of [#dtypes()]
/// @param positions the most tokens it could be made to read; `maxTokens` or more
/// @param longTexts how texts of more tokens are read
public record ModelSpec(
    String name,
    ModelFile weights,
    ModelFile tokenizer,
    int dimension,
    int maxTokens,
    Pooling pooling,
    String queryPrefix,
    String passagePrefix,
    String licence,
    Dtype dtype,
    int positions,
    LongTexts longTexts) {
  private static final int HASH_DIGITS = 16;

  /// Stands before the hash of weights from a folder.
  private static final String LOCAL = "local:";

  /// `[CLS]` and `[SEP]`, which stand around every text.
  public static final int SPECIAL_TOKENS = 2;

  public ModelSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: blank. Name the model.");
    }
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension: " + dimension + ". Give 1 or more.");
    }
    if (maxTokens <= SPECIAL_TOKENS) {
      throw new IllegalArgumentException(
          "maxTokens: %d. Give more than the %d special tokens."
              .formatted(maxTokens, SPECIAL_TOKENS));
    }
    if (positions < maxTokens) {
      throw new IllegalArgumentException(
          "positions: %d. Give %d, as maxTokens has, or more.".formatted(positions, maxTokens));
    }
    if (!dtypes(weights).contains(dtype)) {
      throw new IllegalArgumentException(
          "%s: dtype %s, but a TorchScript archive calculates as it was written. Leave dtype out."
              .formatted(name, dtype.label()));
    }
  }

  /// A model that calculates in 32-bit floats, and cuts texts that are longer than its limit.
  public ModelSpec(
      String name,
      ModelFile weights,
      ModelFile tokenizer,
      int dimension,
      int maxTokens,
      Pooling pooling,
      String queryPrefix,
      String passagePrefix,
      String licence) {
    this(
        name,
        weights,
        tokenizer,
        dimension,
        maxTokens,
        pooling,
        queryPrefix,
        passagePrefix,
        licence,
        Dtype.FLOAT32,
        maxTokens,
        LongTexts.TRUNCATE);
  }

  /// The number formats that the network can calculate in.
  public List<Dtype> dtypes() {
    return dtypes(weights);
  }

  /// A TorchScript archive is a program, and runs in the format it was exported in.
  private static List<Dtype> dtypes(ModelFile weights) {
    return weights instanceof LocalFile file && file.isTorchScript()
        ? List.of(Dtype.FLOAT32)
        : List.of(Dtype.values());
  }

  /// The same model in another number format.
  ///
  /// @throws IllegalArgumentException if it is not one of [#dtypes()]
  public ModelSpec withDtype(Dtype newDtype) {
    return with(weights, newDtype, longTexts);
  }

  /// The same model with another way to read long texts.
  public ModelSpec withLongTexts(LongTexts newLongTexts) {
    return with(weights, dtype, newLongTexts);
  }

  /// The same model, which may be run if it is a program: a TorchScript archive is, and can read
  /// and write files. Only to be called when the user says that they trust who made it.
  public ModelSpec trusted() {
    return weights instanceof LocalFile file ? with(file.asTrusted(), dtype, longTexts) : this;
  }

  /// Requires that the model is no program, or one that is [#trusted].
  ///
  /// @throws IOException that tells what to do, if it is one
  public void requireTrusted() throws IOException {
    if (weights instanceof LocalFile file) {
      file.requireTrusted();
    }
  }

  private ModelSpec with(ModelFile newWeights, Dtype newDtype, LongTexts newLongTexts) {
    return new ModelSpec(
        name,
        newWeights,
        tokenizer,
        dimension,
        maxTokens,
        pooling,
        queryPrefix,
        passagePrefix,
        licence,
        newDtype,
        positions,
        newLongTexts);
  }

  /// The variant of this model, in number format and long texts, that has an identity; this model
  /// as it is where no variant has it, so that a comparison of identities fails later.
  ///
  /// @param identity see [#identity()]
  public ModelSpec like(String identity) {
    for (Dtype numbers : dtypes()) {
      for (LongTexts reading : LongTexts.values()) {
        ModelSpec variant = with(weights, numbers, reading);
        if (variant.identity().equals(identity)) {
          return variant;
        }
      }
    }
    return this;
  }

  /// How many tokens go through the model at once, special ones included.
  public int tokenLimit() {
    return switch (longTexts) {
      case TRUNCATE, WINDOW -> maxTokens;
      case FULL -> positions;
    };
  }

  /// Goes up whenever the importer writes other archives from the same weights.
  public int importerVersion() {
    return switch (dtype) {
      case FLOAT32 -> 2;
      case BFLOAT16 -> 3;
    };
  }

  /// Spells out what decides the vector of a text: vectors of equal identities can be compared.
  ///
  /// The kernel is no part of it. Two kernels give the same vectors but for rounding, a cosine of 1
  /// to six digits, and so do two processors with one kernel: an index or a map may be used on a
  /// machine that lacks the kernel it was made with.
  public String identity() {
    return String.format(
        Locale.ROOT,
        "%s weights=%s tokenizer=%s pooling=%s tokens=%d query=\"%s\" passage=\"%s\" long=%s"
            + " dtype=%s importer=%d",
        name,
        shortHash(weights),
        tokenizer.sha256().substring(0, HASH_DIGITS),
        pooling.name().toLowerCase(Locale.ROOT),
        tokenLimit(),
        queryPrefix,
        passagePrefix,
        longTexts == LongTexts.WINDOW ? "window" : "truncate",
        dtype.label(),
        importerVersion());
  }

  private static String shortHash(ModelFile file) {
    String hash = file.sha256().substring(0, HASH_DIGITS);
    return switch (file) {
      case PublishedFile _ -> hash;
      case LocalFile _ -> LOCAL + hash;
    };
  }

  /// Whether an identity is that of a model in a folder, which need not be in a catalog.
  public static boolean isLocal(String identity) {
    return identity.contains(" weights=" + LOCAL);
  }

  /// What stands before texts of this kind.
  public String prefix(TextKind kind) {
    return switch (kind) {
      case PASSAGE -> passagePrefix;
      case QUERY -> queryPrefix;
    };
  }

  /// The number format in which the linear layers multiply, as `dtype` in `models.properties` names
  /// it. A model's vectors are 32-bit floats either way.
  public enum Dtype {
    /// 32-bit floats, as the weights were published.
    FLOAT32,
    /// 16-bit floats with the range of 32-bit ones and 8 bits of precision. Some processors are
    /// twice as fast with them, some slower. Sums, layer norms and the residual stream stay in 32
    /// bits.
    BFLOAT16;

    /// The number format of this name.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    public static Dtype of(String label) {
      for (Dtype dtype : values()) {
        if (dtype.label().equals(label)) {
          return dtype;
        }
      }
      throw new IllegalArgumentException(
          "dtype: \"" + label + "\". Give " + String.join(" or ", labels()) + ".");
    }

    /// The name of every format.
    public static List<String> labels() {
      return List.of(values()).stream().map(Dtype::label).toList();
    }

    /// The format's name in properties, options and identities.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a text is read that is longer than the model's token limit. Truncation is the default: on
  /// arXiv abstracts and on Cranfield neither windows nor more positions find clearly more, and
  /// they take 1.5 to 1.9 times as long. The figures are in `docs/weights.md`.
  public enum LongTexts {
    /// The first tokens are read up to the limit. The others are counted.
    TRUNCATE,
    /// All of the text is read, in windows as long as the limit, which overlap by a quarter or more
    /// and are equally far apart. The text's vector is the mean of theirs. A prefix stands in the
    /// first window only.
    WINDOW,
    /// As many tokens are read as the model has positions for, which may be more than it was
    /// trained on.
    FULL
  }

  /// How a model's token vectors become one vector of the text.
  public enum Pooling {
    /// The mean over the text's tokens, padding left out.
    MEAN,
    /// The vector of the first token, `[CLS]`.
    CLS
  }

  /// How near a model is to being used on this machine.
  public enum ModelState {
    /// Imported: it loads at once.
    READY,
    /// Its weights are on this machine and will be imported, which takes seconds.
    AVAILABLE,
    /// Its weights are fetched when the user names the model.
    REMOTE,
    /// Imported, but its files have changed since. The next use imports it anew.
    DAMAGED
  }
}
