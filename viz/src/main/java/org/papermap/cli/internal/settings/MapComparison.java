package org.papermap.cli.internal.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.papermap.files.Sha256;
import org.papermap.map.Provenance;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;

/// Compares two runs that made a map, stage by stage: the first stage with another result, and what
/// may have caused it.
///
/// @param same whether each stage gave the same, in the order of the stages
public record MapComparison(
    Provenance then, Provenance now, Map<String, Boolean> same, String vectors) {
  private static final String PAGE = "page";

  /// Compares a map that was recorded with one that was made now.
  public static MapComparison of(Path page, Provenance recorded, Path again, Provenance made)
      throws IOException {
    Map<String, Boolean> same = stages(recorded, made);
    same.put(PAGE, Sha256.hex(page).equals(Sha256.hex(again)));
    return new MapComparison(recorded, made, same, "");
  }

  private static Map<String, Boolean> stages(Provenance recorded, Provenance made) {
    Map<String, Boolean> same = new LinkedHashMap<>();
    made.stages()
        .forEach((stage, hash) -> same.put(stage, hash.equals(recorded.stages().get(stage))));
    return same;
  }

  /// Whether the first stage that differs is that of the vectors.
  public boolean isOfVectors() {
    return first().equals("vectors");
  }

  public boolean isSame() {
    return !same.containsValue(false);
  }

  private String first() {
    return same.entrySet().stream()
        .filter(it -> !it.getValue())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /// The same with the later stages calculated from the recorded vectors.
  ///
  /// @param made from them
  public MapComparison withOwnVectors(Provenance made, Path recordedVectors, Path newVectors)
      throws IOException {
    Map<String, Boolean> later = new LinkedHashMap<>(same);
    made.stages()
        .forEach((stage, hash) -> {
          if (!stage.equals("reading") && !stage.equals("vectors")) {
            later.put(stage, hash.equals(then.stages().get(stage)));
          }
        });
    EmbeddingMatrix one = NpyFile.read(recordedVectors);
    EmbeddingMatrix other = NpyFile.read(newVectors);
    return new MapComparison(then, now, later, difference(one, other));
  }

  private static String difference(EmbeddingMatrix one, EmbeddingMatrix other) {
    if (one.rows() != other.rows() || one.dimension() != other.dimension()) {
      return "";
    }
    double largest = 0;
    for (int row = 0; row < one.rows(); row++) {
      float[] a = one.row(row);
      float[] b = other.row(row);
      for (int i = 0; i < a.length; i++) {
        largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
      }
    }
    return String.format(
        Locale.ROOT, "by %.1g at most; what follows is from the map's own vectors", largest);
  }

  /// What each stage gave, a line each, and causes below the first that differs.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String first = first();
    boolean follows = false;
    for (Map.Entry<String, Boolean> stage : same.entrySet()) {
      String told = "same";
      if (!stage.getValue()) {
        told = follows && vectors.isEmpty() ? "differs, as it follows from the above" : "differs";
      }
      lines.add("%-9s %s".formatted(stage.getKey(), told));
      if (stage.getKey().equals(first)) {
        causes(first).forEach(cause -> lines.add("            " + cause));
        follows = true;
      }
    }
    return lines;
  }

  private List<String> causes(String stage) {
    List<String> causes = new ArrayList<>();
    if (stage.equals("reading")) {
      causes.addAll(inputs());
    }
    if (!then.identity().equals(now.identity())) {
      causes.add(
          "model: made with %s, and here it is %s".formatted(then.identity(), now.identity()));
    }
    Set<String> names = new LinkedHashSet<>(then.settings().keySet());
    names.addAll(now.settings().keySet());
    for (String name : names) {
      String before = then.settings().get(name);
      String here = now.settings().get(name);
      if (!Objects.equals(before, here)) {
        String kind = name.equals("arithmetic") ? "processor" : "setting " + name;
        causes.add(
            "%s: %s, and here %s"
                .formatted(
                    kind,
                    Objects.requireNonNullElse(before, "none"),
                    Objects.requireNonNullElse(here, "none")));
      }
    }
    if (!then.version().equals(now.version())) {
      causes.add(
          "version: Papermap %s made it, and this is %s".formatted(then.version(), now.version()));
    }
    if (!vectors.isEmpty()) {
      causes.add("vectors: they differ " + vectors);
    }
    if (causes.isEmpty()) {
      causes.add(unexplained(stage));
    }
    return causes;
  }

  private static String unexplained(String stage) {
    return switch (stage) {
      case "vectors" ->
          "processor: the same model and version gave other last digits here than where it was"
              + " made";
      case PAGE ->
          "file: the page was changed after it was made, or another build of this version made it";
      default -> "build: another build of this version, or another Java, made it";
    };
  }

  private List<String> inputs() {
    List<String> told = new ArrayList<>();
    for (Provenance.Source source : then.sources()) {
      if (!now.sources().contains(source)) {
        boolean changed = now.sources().stream().anyMatch(it -> it.name().equals(source.name()));
        told.add("input: %s %s".formatted(source.name(), changed ? "has changed" : "is missing"));
      }
    }
    for (Provenance.Source source : now.sources()) {
      if (then.sources().stream().noneMatch(it -> it.name().equals(source.name()))) {
        told.add("input: %s was not there".formatted(source.name()));
      }
    }
    return told;
  }
}
