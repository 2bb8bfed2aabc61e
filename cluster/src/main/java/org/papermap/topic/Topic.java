package org.papermap.topic;

import java.util.List;

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
}
