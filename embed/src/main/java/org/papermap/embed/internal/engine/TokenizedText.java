package org.papermap.embed.internal.engine;

/// The token ids of a text, or of a window of a long text.
///
/// @param ids the token ids, special tokens included, no more than the model's limit
/// @param fullLength tokens of the whole text, without the limit
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone when its batch is done
record TokenizedText(long[] ids, int fullLength) {
  int length() {
    return ids.length;
  }
}
