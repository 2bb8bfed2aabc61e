package org.papermap.embed.internal.weights;

/// The sizes of a BERT encoder.
///
/// @param layers number of encoder layers
/// @param hidden length of a token's vector
/// @param intermediate width of the feed-forward part
/// @param heads attention heads; `hidden` is a multiple of it
/// @param epsilon what the layer normalisation adds to the variance
/// @param vocabulary number of token ids
/// @param positions the longest input
record BertConfig(
    int layers,
    int hidden,
    int intermediate,
    int heads,
    double epsilon,
    int vocabulary,
    int positions) {
  int headSize() {
    return hidden / heads;
  }
}
