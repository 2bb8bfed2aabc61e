package org.papermap.cluster;

/// Which of the dense regions within one another are the topics.
public enum DensitySelection {
  /// Those that have most papers over the widest range of densities (Campello, Moulavi and Sander,
  /// doi:10.1007/978-3-642-37456-2_14). A broad region may win over what it holds.
  EXCESS_OF_MASS,

  /// Those that are not divided further, at the minimum size at which such regions are the most
  /// persistent. All sizes from the given minimum on are weighed, so that none decides.
  PERSISTENT
}
