package org.papermap.topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.papermap.cluster.ClusterTree;
import org.papermap.corpus.Corpus;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the keyphrases and names of groups of papers in their titles and abstracts. Phrases of one
/// to four words are weighed by class-based TF-IDF (Grootendorst, arXiv:2203.05794) with the
/// relevance weight of Robertson and Spärck Jones (doi:10.1002/asi.4630270302). The best that
/// differ are the keyphrases, and the one that suits a heading best is the name. A group without a
/// fitting phrase is named by the title of a typical paper.
///
/// The result depends on papers, vectors and tree alone, not on threads. How names are chosen:
/// `cluster/docs/naming.md`.
///
/// @param keyphrases phrases a topic at most, 1 or more
/// @param exemplars central papers a topic at most, 1 or more
/// @param stopWords words and phrases that no name and no keyphrase may have
/// @param taken names that no group may have, since others have them
public record TopicModel(int keyphrases, int exemplars, Set<String> stopWords, Set<String> taken) {
  public TopicModel {
    stopWords = Set.copyOf(stopWords);
    taken = Set.copyOf(taken);
    if (keyphrases < 1 || exemplars < 1) {
      throw new IllegalArgumentException(
          "keyphrases %d, exemplars %d. Give 1 or more of each.".formatted(keyphrases, exemplars));
    }
  }

  /// Eight keyphrases and five exemplars.
  public static TopicModel defaults() {
    return new TopicModel(8, 5, Set.of(), Set.of());
  }

  public TopicModel withStopWords(Set<String> words) {
    return new TopicModel(keyphrases, exemplars, words, taken);
  }

  /// Stop words from a file: UTF-8, a word or a phrase a line; blank lines and lines that begin
  /// with `#` are skipped.
  ///
  /// @throws org.papermap.files.InputException if a line is too long for a word or a phrase
  /// @throws IOException if the file cannot be read
  public static Set<String> readStopWords(Path file) throws IOException {
    return StopWordFile.read(file);
  }

  public TopicModel withTaken(Set<String> names) {
    return new TopicModel(keyphrases, exemplars, stopWords, names);
  }

  /// The topics of the tree, with sub-topics where they are divided, and with areas if the tree has
  /// some. Noise is in no topic.
  public TopicTree fit(Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) {
    requireSamePapers(corpus, vectors, tree);
    return new TopicNaming(this, corpus, vectors, tree).topics();
  }

  /// The same, with the help of the model: phrases that it puts nearer to the papers of a group
  /// than to others are preferred; and a large topic or area whose papers make up a field of
  /// research gets the name of that field, such as `Numerical analysis`, if that fits clearly
  /// better.
  ///
  /// @param encoder asked at most once
  /// @throws IOException if the encoder throws one
  public TopicTree fit(
      Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree, PhraseEncoder encoder)
      throws IOException {
    requireSamePapers(corpus, vectors, tree);
    TopicNaming naming = new TopicNaming(this, corpus, vectors, tree);
    naming.useModel(encoder);
    return naming.topics();
  }

  /// The rows of a group's most central papers, most central first.
  public List<Integer> exemplarsOf(EmbeddingMatrix vectors, List<Integer> rows) {
    return Exemplars.of(vectors, rows, exemplars);
  }

  private static void requireSamePapers(Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) {
    if (corpus.size() != vectors.rows() || corpus.size() != tree.topics().rows()) {
      throw new IllegalArgumentException(
          "%d papers, %d vectors, a tree of %d. Give those of the same papers."
              .formatted(corpus.size(), vectors.rows(), tree.topics().rows()));
    }
  }

  /// Embeds short texts with the model that made the vectors of the papers.
  @FunctionalInterface
  public interface PhraseEncoder {
    /// One vector for each text, in their order, of the dimension of the papers' vectors.
    ///
    /// @throws IOException if the model cannot be read
    EmbeddingMatrix embed(List<String> texts) throws IOException;
  }
}
