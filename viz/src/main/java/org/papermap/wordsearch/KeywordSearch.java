package org.papermap.wordsearch;

/// A search by weighted words, over an inverted index: the baseline of the search by meaning.
record KeywordSearch(int bags, SparseRows holders) {
  /// @param bags a row of unit length for each
  /// @param words how many there are
  static KeywordSearch of(SparseRows bags, int words) {
    return new KeywordSearch(bags.size(), bags.transposed(words));
  }

  /// The cosine of each bag with one of some questions.
  float[] cosines(SparseRows questions, int question) {
    float[] cosines = new float[bags];
    for (int i = questions.start(question); i < questions.end(question); i++) {
      int word = questions.column(i);
      for (int at = holders.start(word); at < holders.end(word); at++) {
        cosines[holders.column(at)] += questions.value(i) * holders.value(at);
      }
    }
    return cosines;
  }
}
