package org.papermap.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.embed.Truncation;

/// Where a map comes from: enough to make it again.
///
/// @param version the version of Papermap
/// @param sources the files that were read, in order
/// @param model the name of the embedding model
/// @param identity everything that decides the vectors, see
///   [org.papermap.embed.Embedder#identity()]
/// @param truncation how much of the texts the model did not read
/// @param settings the settings of the run by name, seeds included, in a fixed order
public record Provenance(
    String version,
    List<Source> sources,
    String model,
    String identity,
    Truncation truncation,
    Map<String, String> settings) {
  public Provenance {
    sources = List.copyOf(sources);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /// A file that was read.
  ///
  /// @param name the file's name, without its folder
  /// @param sha256 of its bytes as they are on disk, in hexadecimal
  public record Source(String name, String sha256) {}
}
