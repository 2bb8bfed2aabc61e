package org.papermap.topic;

/// Class-based TF-IDF (Grootendorst, arXiv:2203.05794): all papers of a topic are taken as one
/// text, and a phrase is weighed by how often it is in that text against how often in all of them.
///
/// Frequencies are counted in papers here: 2 for a phrase in the title, 1 in the abstract. A paper
/// that repeats its own jargon cannot name its topic, and *A*, the mean size of a topic in the same
/// unit, makes phrases that all papers share weigh next to nothing.
final class ClassTfIdf {
  private ClassTfIdf() {}

  /// `inTopic` · ln(1 + `meanTopic` / `inAll`).
  ///
  /// @param inTopic the phrase's frequency in the topic
  /// @param inAll its frequency in all topics, above 0
  /// @param meanTopic the mean size of a topic, *A*
  static double weight(double inTopic, double inAll, double meanTopic) {
    return inTopic * Math.log1p(meanTopic / inAll);
  }
}
