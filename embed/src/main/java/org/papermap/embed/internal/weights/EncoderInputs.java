package org.papermap.embed.internal.weights;

/// The inputs of an encoder. Nothing is padded here, so a mask has ones only, and all tokens have
/// type 0.
public enum EncoderInputs {
  /// The token ids alone, as the importer writes archives.
  IDS,
  /// Ids and attention mask.
  IDS_MASK,
  /// Ids, attention mask and token types.
  IDS_MASK_TYPES
}
