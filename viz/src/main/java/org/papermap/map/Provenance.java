package org.papermap.map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.embed.Embeddings.Truncation;

/// Where a map comes from: enough to make it again.
///
/// @param version the version of Papermap
/// @param sources the files that were read, in order
/// @param model the name of the embedding model
/// @param identity everything that decides the vectors, see
///   [org.papermap.embed.Embedder#identity()]
/// @param truncation how much of the texts the model did not read
/// @param settings the settings of the run by name, seeds included, in a fixed order
/// @param options of `papermap map` as they were given, by their names without dashes; those left
///   out had their defaults. Of a file its name and hash. Empty where the library made the map
/// @param stages the SHA-256 of what each stage has given, in their order; empty where the map is
///   of a version that did not keep them
public record Provenance(
    String version,
    List<Source> sources,
    String model,
    String identity,
    Truncation truncation,
    Map<String, String> settings,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> options,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> stages) {
  @JsonCreator
  public Provenance {
    sources = List.copyOf(sources);
    settings = ordered(settings);
    options = ordered(options);
    stages = ordered(stages);
  }

  /// Without what makes it easy to make the map again and to compare both.
  public Provenance(
      String version,
      List<Source> sources,
      String model,
      String identity,
      Truncation truncation,
      Map<String, String> settings) {
    this(version, sources, model, identity, truncation, settings, Map.of(), Map.of());
  }

  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /// A file that was read.
  ///
  /// @param name the file's name, without its folder
  /// @param sha256 of its bytes as they are on disk, in hexadecimal
  public record Source(String name, String sha256) {}
}
