package org.papermap.model;

/// The files a model comes from.
///
/// @param name what its folder in the store is named after
/// @param weights a BERT encoder as an ONNX export or in safetensors, which are imported, or as a
///   TorchScript archive, which is used as it is
/// @param tokenizer the `tokenizer.json` that goes with it
/// @param dtype the numbers its network shall calculate with
public record PublishedModel(String name, ModelFile weights, ModelFile tokenizer, Dtype dtype) {
  /// A model that calculates in the 32-bit floats it was published in.
  public PublishedModel(String name, ModelFile weights, ModelFile tokenizer) {
    this(name, weights, tokenizer, Dtype.FLOAT32);
  }

  /// Goes up whenever the importer writes other archives from the same weights.
  public int importerVersion() {
    return switch (dtype) {
      case FLOAT32 -> 2;
      case BFLOAT16 -> 3;
    };
  }
}
