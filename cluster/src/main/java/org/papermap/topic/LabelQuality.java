package org.papermap.topic;

/// The quality of the keyphrases of a topic, or the mean over all topics.
///
/// @param coherence the mean normalized pointwise mutual information of pairs (Bouma, GSCL 2009;
///   for topics Röder, Both and Hinneburg, doi:10.1145/2684822.2685324), counted in papers; in [-1,
///   1], 0 by chance, and 0 where there are no two
/// @param diversity the share of the keyphrases that no other topic of the level has (after Dieng,
///   Ruiz and Blei, arXiv:1907.04907), in [0, 1]; 1 where there are none
public record LabelQuality(double coherence, double diversity) {}
