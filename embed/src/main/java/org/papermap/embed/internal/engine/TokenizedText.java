package org.papermap.embed.internal.engine;

/// A text as the model reads it, or one of the windows that a long text is read in.
///
/// @param ids the token ids, special tokens included, no more than the model's limit
/// @param fullLength how many the whole text has, without the limit
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone when its batch is done
record TokenizedText(long[] ids, int fullLength) {
  int length() {
    return ids.length;
  }
}
