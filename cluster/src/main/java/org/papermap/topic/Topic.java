package org.papermap.topic;

import java.util.List;
import org.papermap.cluster.internal.phrase.Contrast;
import org.papermap.cluster.internal.phrase.Term;
import org.papermap.topic.Topic.NameSource;

/// A named group of papers.
///
/// @param number its cluster's number in its level, 0 being the largest
/// @param name a short name, different from all others of its level
/// @param keyphrases that distinguish it from the others, strongest first
/// @param papers the rows of its papers, ascending
/// @param exemplars the rows of its most central papers, most central first
/// @param subtopics finer groups within it, largest first; empty when it is not divided
/// @param evidence the reasons for its name
/// @param quality of its keyphrases
public record Topic(
    int number,
    String name,
    List<Keyphrase> keyphrases,
    List<Integer> papers,
    List<Integer> exemplars,
    List<Topic> subtopics,
    NameEvidence evidence,
    LabelQuality quality) {
  public Topic {
    keyphrases = List.copyOf(keyphrases);
    papers = List.copyOf(papers);
    exemplars = List.copyOf(exemplars);
    subtopics = List.copyOf(subtopics);
  }

  /// The source of a topic's name.
  public enum NameSource {
    /// The phrases of its papers.
    PHRASES,
    /// The field of research that they make up.
    FIELD,
    /// The reader, who named it.
    READER,
    /// An earlier map, on which most of its papers had this name.
    EARLIER,
    /// The title of a typical paper, as no phrase could name it.
    TITLE,
    /// Its number, as neither a phrase nor a title of its papers could name it.
    NUMBER
  }

  /// The reasons for the name of a topic.
  ///
  /// @param source of the name
  /// @param terms the phrases in the name; none unless it comes from phrases
  /// @param runnersUp phrases that could have named it too, best first
  public record NameEvidence(NameSource source, List<Keyphrase> terms, List<Keyphrase> runnersUp) {
    public NameEvidence {
      terms = List.copyOf(terms);
      runnersUp = List.copyOf(runnersUp);
    }
  }

  /// The quality of the keyphrases of a topic, or the mean over all topics.
  ///
  /// @param coherence the mean normalized pointwise mutual information of pairs (Bouma, GSCL 2009;
  ///   for topics Röder, Both and Hinneburg, doi:10.1145/2684822.2685324), counted in papers; in
  ///   [-1, 1], 0 by chance, and 0 where there are no two
  /// @param diversity the share of the keyphrases that no other topic of the level has (after
  ///   Dieng, Ruiz and Blei, arXiv:1907.04907), in [0, 1]; 1 where there are none
  public record LabelQuality(double coherence, double diversity) {}

  /// A phrase that distinguishes a topic from the others.
  ///
  /// @param text as most papers write it
  /// @param weight above 0; see [TopicModel]
  /// @param papers papers of the topic that have it, at least 2 if the topic has 2
  /// @param elsewhere papers outside the topic that have it
  public record Keyphrase(String text, double weight, int papers, int elsewhere) {
    static Keyphrase of(Term term) {
      Contrast contrast = term.contrast();
      return new Keyphrase(
          term.text(), term.candidate().weight(), contrast.inside(), contrast.outside());
    }
  }
}
