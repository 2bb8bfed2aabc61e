package org.papermap.embed.weights;

/// The files a model is imported from.
///
/// @param name what its folder in the store is named after
/// @param weights an ONNX export of a BERT encoder in 32-bit floats
/// @param tokenizer the `tokenizer.json` that goes with it
public record PublishedModel(String name, PublishedFile weights, PublishedFile tokenizer) {}
