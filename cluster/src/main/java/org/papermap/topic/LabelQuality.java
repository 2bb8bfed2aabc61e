package org.papermap.topic;

/// How good the keyphrases of a topic are, or those of all topics in the mean.
///
/// @param coherence how much more often two of them are in one paper than chance has it: the mean
///   normalized pointwise mutual information of pairs (Bouma, GSCL 2009; the measure of topics that
///   Röder, Both and Hinneburg, doi:10.1145/2684822.2685324, compare others with), counted in whole
///   papers; in [-1, 1], 0 for chance, and 0 where there are no two
/// @param diversity the share of them that no other topic of the level has (after Dieng, Ruiz and
///   Blei, arXiv:1907.04907), in [0, 1]; 1 where there are none
public record LabelQuality(double coherence, double diversity) {}
