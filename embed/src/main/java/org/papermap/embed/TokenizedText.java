package org.papermap.embed;

/// A text as the model reads it.
///
/// @param ids the token ids, special tokens included, no more than the model's limit
/// @param fullLength how many there would be without the limit
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone when its batch is done
record TokenizedText(long[] ids, int fullLength) {
  int length() {
    return ids.length;
  }
}
