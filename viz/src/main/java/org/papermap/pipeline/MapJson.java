package org.papermap.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Paper;
import org.papermap.map.PaperMap;
import org.papermap.theme.Theme;
import tools.jackson.core.JsonGenerator;

/// Writes what [MapDocument] tells of a map. Papers, of which there are many, go from the map to
/// the file field by field; what there is little of goes by way of its record.
final class MapJson {
  private final PaperMap map;
  private final JsonGenerator json;

  private MapJson(PaperMap map, JsonGenerator json) {
    this.map = map;
    this.json = json;
  }

  /// @param vectors the name of the file of vectors
  /// @param hashes of all files beside this one, by their names
  static void write(
      MapResult result, String vectors, Map<String, String> hashes, JsonGenerator json) {
    PaperMap map = result.map();
    json.writeStartObject();
    json.writeNumberProperty("format", MapDocument.FORMAT);
    json.writeStringProperty("title", map.title());
    json.writePOJOProperty("model", MapDocument.Model.of(result));
    json.writePOJOProperty(
        "vectors", new MapDocument.Vectors(vectors, hashes.getOrDefault(vectors, "")));
    json.writePOJOProperty("files", hashes);
    json.writeArrayPropertyStart("papers");
    MapJson papers = new MapJson(map, json);
    for (int row = 0; row < map.corpus().size(); row++) {
      papers.write(row);
    }
    json.writeEndArray();
    json.writePOJOProperty("areas", MapDocument.areas(map));
    json.writePOJOProperty("topics", MapDocument.topics(map));
    json.writePOJOProperty("themes", map.themes().themes().stream().map(Theme::name).toList());
    json.writeEndObject();
  }

  private void write(int row) {
    Paper paper = map.corpus().paper(row);
    ClusterTree tree = map.tree();
    json.writeStartObject();
    json.writeStringProperty("id", paper.id());
    json.writeStringProperty("title", paper.title());
    json.writeStringProperty("abstract", paper.abstractText());
    write("authors", paper.authors());
    writeIfAny("date", paper.date());
    writeIfAny("url", paper.url());
    json.writeObjectPropertyStart("extra");
    for (Map.Entry<String, String> field : paper.extra().entrySet()) {
      json.writeStringProperty(field.getKey(), field.getValue());
    }
    json.writeEndObject();
    json.writeNumberProperty("x", map.layout().x(row));
    json.writeNumberProperty("y", map.layout().y(row));
    writeCluster("topic", tree, tree.topicLevel(), row);
    writeCluster("subtopic", tree, tree.topicLevel() + 1, row);
    json.writeNumberProperty(
        "neighborsKept", Decimals.rounded(map.layoutQuality().neighborsKept(row)));
    write("themes", MapDocument.themeNames(map.themes(), row));
    json.writeObjectPropertyStart("themeSimilarity");
    for (Map.Entry<String, Double> theme : MapDocument.similarities(map.themes(), row).entrySet()) {
      json.writeNumberProperty(theme.getKey(), theme.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void writeIfAny(String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }

  /// Nothing where the paper is noise, or the tree has no such level.
  private void writeCluster(String name, ClusterTree tree, int level, int row) {
    if (level < tree.depth() && tree.level(level).label(row) != Clustering.NOISE) {
      json.writeNumberProperty(name, tree.level(level).label(row));
    }
  }
}
