package org.papermap.embed.weights;

/// The files a model is imported from.
///
/// @param name what its folder in the store is named after
/// @param weights an ONNX export of a BERT encoder in 32-bit floats
/// @param tokenizer the `tokenizer.json` that goes with it
/// @param dtype the numbers its network shall calculate with
public record PublishedModel(String name, ModelFile weights, ModelFile tokenizer, Dtype dtype) {
  /// A model that calculates in the 32-bit floats it was published in.
  public PublishedModel(String name, ModelFile weights, ModelFile tokenizer) {
    this(name, weights, tokenizer, Dtype.FLOAT32);
  }
}
