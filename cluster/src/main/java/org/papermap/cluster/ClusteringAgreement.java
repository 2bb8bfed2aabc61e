package org.papermap.cluster;

/// The agreement of two clusterings of the same papers. Noise counts as one more cluster.
///
/// @param adjustedRandIndex agreement on pairs of papers, 1 for equal clusterings, 0 on average for
///   random ones (Hubert and Arabie, doi:10.1007/BF01908075)
/// @param adjustedMutualInformation shared information on the same scale, normalised by the mean of
///   the two entropies (Vinh, Epps and Bailey, JMLR 11, 2010)
public record ClusteringAgreement(double adjustedRandIndex, double adjustedMutualInformation) {
  /// Compares two clusterings. Equal ones have an agreement of 1, also with no papers or a single
  /// cluster.
  public static ClusteringAgreement of(Clustering a, Clustering b) {
    if (a.rows() != b.rows()) {
      throw new IllegalArgumentException(
          "%d papers beside %d. Compare clusterings of the same papers."
              .formatted(a.rows(), b.rows()));
    }
    ContingencyTable table = ContingencyTable.of(a, b);
    return new ClusteringAgreement(table.adjustedRandIndex(), table.adjustedMutualInformation());
  }
}
