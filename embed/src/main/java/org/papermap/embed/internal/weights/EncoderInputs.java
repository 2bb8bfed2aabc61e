package org.papermap.embed.internal.weights;

/// What an encoder wants beside the token ids. Nothing is padded here, so that a mask is all ones,
/// and a text is all of token type 0.
public enum EncoderInputs {
  /// The ids alone: what the importer writes.
  IDS,
  /// Ids and attention mask.
  IDS_MASK,
  /// Ids, attention mask and token types.
  IDS_MASK_TYPES
}
