package org.papermap.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.embed.GivenVectors;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.SavedMap;
import org.papermap.search.Filter;
import org.papermap.search.IndexHeader;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;

/// A map or an index that is asked. What is on disk counts: before each question it is looked
/// whether there is a newer state.
final class Library implements AutoCloseable {
  private static final Pattern TOPIC = Pattern.compile("(?:^|; )(\\d+); ([^;]+)$");
  private static final int CENTRAL = 3;

  private final Path folder;
  private final String name;
  private final Embedders embedders;
  private volatile State state;

  /// @param changed when the file of the map was written; null for an index
  private record State(
      PaperIndex papers, String title, String identity, @Nullable FileTime changed) {}

  /// A topic of a map.
  ///
  /// @param central the papers nearest to its mean, nearest first
  record Topic(int number, String name, int papers, List<Paper> central) {}

  private Library(Path folder, String name, Embedders embedders, State state) {
    this.folder = folder;
    this.name = name;
    this.embedders = embedders;
    this.state = state;
  }

  static Library open(Path folder, String name, Embedders embedders) throws IOException {
    return new Library(folder, name, embedders, read(folder, embedders));
  }

  private static State read(Path folder, Embedders embedders) throws IOException {
    if (PaperIndex.isIn(folder)) {
      IndexHeader header = PaperIndex.header(folder);
      Embedder embedder = embedders.of(header.model(), header.identity(), header.dimension());
      return new State(PaperIndex.open(folder, embedder), "", header.identity(), null);
    }
    FileTime changed = changed(folder);
    SavedMap map = MapFolder.open(folder);
    Embedder embedder = embedders.of(map.model(), map.identity(), map.vectors().dimension());
    return new State(
        PaperIndex.of(map.labelled(), map.vectors(), embedder),
        map.title(),
        map.identity(),
        changed);
  }

  private static FileTime changed(Path folder) throws IOException {
    Path file = folder.resolve("map.json");
    return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
  }

  String name() {
    return name;
  }

  String title() {
    return state.title;
  }

  boolean isMap() {
    return state.changed != null;
  }

  /// Everything that decided its vectors: similarities of one identity can be compared.
  String identity() {
    return state.identity;
  }

  /// Whether it can be searched by meaning: not where the vectors are of an unknown model.
  boolean hasModel() {
    return !GivenVectors.isIdentity(state.identity);
  }

  /// The papers as of now.
  synchronized PaperIndex papers() throws IOException {
    if (state.changed == null) {
      boolean _ = state.papers.refresh();
    } else if (!state.changed.equals(changed(folder))) {
      // Nothing is lost by leaving the earlier one to those who are still asking it.
      state = read(folder, embedders);
    }
    return state.papers;
  }

  /// The topic of a paper, as `3: its name`, or nothing.
  static String topic(Paper paper) {
    Matcher topic = TOPIC.matcher(paper.extra().getOrDefault("topic", ""));
    return topic.find() ? topic.group(1) + ": " + topic.group(2) : "";
  }

  /// The topics of a map, by their numbers; an index has none.
  List<Topic> topics() throws IOException {
    PaperIndex now = papers();
    TreeMap<Integer, List<Paper>> members = new TreeMap<>();
    if (isMap()) {
      for (Paper paper : now.papers(Filter.all(), now.size())) {
        String topic = topic(paper);
        if (!topic.isEmpty()) {
          int number = Integer.parseInt(topic.substring(0, topic.indexOf(':')));
          members.computeIfAbsent(number, _ -> new ArrayList<>()).add(paper);
        }
      }
    }
    List<Topic> topics = new ArrayList<>();
    for (var each : members.entrySet()) {
      List<Paper> papers = each.getValue();
      String topic = topic(papers.getFirst());
      topics.add(
          new Topic(
              each.getKey(),
              topic.substring(topic.indexOf(':') + 2),
              papers.size(),
              central(now, papers)));
    }
    topics.sort(Comparator.comparingInt(Topic::papers).reversed().thenComparingInt(Topic::number));
    return topics;
  }

  private static List<Paper> central(PaperIndex now, List<Paper> papers) throws IOException {
    float[] mean = new float[0];
    for (Paper paper : papers) {
      float[] vector = now.vector(paper.id()).orElseThrow();
      mean = mean.length == 0 ? new float[vector.length] : mean;
      for (int i = 0; i < vector.length; i++) {
        mean[i] += vector[i];
      }
    }
    List<Filter> ids = papers.stream().map(paper -> Filter.field("id", paper.id())).toList();
    return now.nearest(Query.vector(mean).withK(CENTRAL).withFilter(Filter.anyOf(ids))).stream()
        .map(near -> near.paper())
        .toList();
  }

  @Override
  public void close() throws IOException {
    state.papers.close();
  }
}
