package org.papermap.embed;

/// A text's vector and its length in tokens, as the model gave them.
@SuppressWarnings("ArrayRecordComponent") // handed from the cache to the matrix, never compared
record CachedVector(float[] vector, int tokens) {}
