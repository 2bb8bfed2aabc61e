package org.papermap.cluster;

/// Which of the nested dense regions are the topics.
public enum DensitySelection {
  /// The regions of the greatest excess of mass: many papers over a wide range of densities
  /// (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14), as HDBSCAN\* is published.
  EXCESS_OF_MASS,

  /// The regions that are not divided further, at the minimum size, from the given one on, at which
  /// such regions are the most persistent.
  PERSISTENT
}
