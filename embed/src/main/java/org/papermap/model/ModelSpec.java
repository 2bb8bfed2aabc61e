package org.papermap.model;

import java.io.IOException;
import java.util.List;

/// A model as `models.properties` describes it.
///
/// @param name the name it is asked for by, such as `all-MiniLM-L6-v2`
/// @param weights the published ONNX weights
/// @param tokenizer the published `tokenizer.json`
/// @param dimension length of its vectors
/// @param maxTokens tokens it reads of a text, special tokens included
/// @param pooling how token vectors become one
/// @param queryPrefix what stands before a query; often empty
/// @param passagePrefix what stands before a passage; often empty
/// @param licence SPDX identifier of the weights' licence
/// @param dtype the numbers its network calculates with, one of [#dtypes()]
/// @param positions the most tokens it could be made to read; `maxTokens` or more
/// @param longTexts what becomes of texts of more tokens
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

  /// The numbers that the network can be made to calculate with.
  public List<Dtype> dtypes() {
    return dtypes(weights);
  }

  /// What was exported as a program, and not as weights, is run as it is.
  private static List<Dtype> dtypes(ModelFile weights) {
    return weights instanceof LocalFile file && file.isTorchScript()
        ? List.of(Dtype.FLOAT32)
        : List.of(Dtype.values());
  }

  /// The same model with its network calculating in other numbers.
  ///
  /// @throws IllegalArgumentException if it is not one of [#dtypes()]
  public ModelSpec withDtype(Dtype newDtype) {
    return with(newDtype, longTexts);
  }

  /// The model with another way to read long texts.
  public ModelSpec withLongTexts(LongTexts newLongTexts) {
    return with(dtype, newLongTexts);
  }

  /// The same model, which may be run if it is a program: a TorchScript archive is, and can read
  /// and write files. Only to be called when the user says that they trust who made it.
  public ModelSpec trusted() {
    return weights instanceof LocalFile file
        ? new ModelSpec(
            name,
            file.asTrusted(),
            tokenizer,
            dimension,
            maxTokens,
            pooling,
            queryPrefix,
            passagePrefix,
            licence,
            dtype,
            positions,
            longTexts)
        : this;
  }

  /// Requires that the model is no program, or one that is [#trusted].
  ///
  /// @throws IOException that tells what to do, if it is one
  public void requireTrusted() throws IOException {
    if (weights instanceof LocalFile file) {
      file.requireTrusted();
    }
  }

  private ModelSpec with(Dtype newDtype, LongTexts newLongTexts) {
    return new ModelSpec(
        name,
        weights,
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

  /// This model, calculating and reading long texts as an identity tells. Where the identity is of
  /// another model, this one as it is: whoever compares the two will find that they differ.
  ///
  /// @param identity see [Embedder#identity()]
  public ModelSpec like(String identity) {
    for (Dtype numbers : dtypes()) {
      for (LongTexts reading : LongTexts.values()) {
        ModelSpec variant = with(numbers, reading);
        if (ModelIdentity.of(variant).equals(identity)) {
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

  /// The files of the model, as the store of imported models knows them.
  public PublishedModel published() {
    return new PublishedModel(name, weights, tokenizer, dtype);
  }

  /// What stands before texts of this kind.
  public String prefix(TextKind kind) {
    return switch (kind) {
      case PASSAGE -> passagePrefix;
      case QUERY -> queryPrefix;
    };
  }
}
