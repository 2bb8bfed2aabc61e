package org.papermap.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.TopicCount;
import org.papermap.layout.LayoutMethod;
import org.papermap.theme.Theme;
import org.papermap.topic.LabelledTopics.TopicLabel;

/// What decides how a map comes out, beside the papers and the model.
///
/// @param title the map's title
/// @param topics how many topics there are to be
/// @param clusters how they are found
/// @param maximumNoise the largest share of papers in no topic, from 0 to 1
/// @param seed of every random choice; equal seeds give equal maps
/// @param neighbors nearest papers kept for each paper, at least 1; they serve the groups, the
///   layout, the quality figures and the page
/// @param layout how papers are placed; its own seed gives way to `seed`
/// @param themes subjects of the reader's own; may be none
/// @param labels names of the reader's own for groups; may be none
/// @param meaning whether the page is to find papers by meaning, see
///   [org.papermap.wordsearch.WordSearch]; the papers' sentences are embedded for it
/// @param day of the map; null for the date of its newest paper
/// @param refit whether a map that grows from an earlier one calculates all places and topics anew
/// @param stopWords words and phrases of the reader's own that no name may have
/// @param edits the reader's changes of topics; may be none
public record MapSettings(
    String title,
    TopicCount topics,
    ClusteringMethod.Choice clusters,
    double maximumNoise,
    long seed,
    int neighbors,
    LayoutMethod layout,
    List<Theme> themes,
    List<TopicLabel> labels,
    boolean meaning,
    @Nullable LocalDate day,
    boolean refit,
    Set<String> stopWords,
    List<TopicsFile.Row> edits) {
  /// UMAP's usual neighborhood (McInnes, Healy, Melville, arXiv:1802.03426), which also fills the
  /// page's list of nearest papers.
  private static final int NEIGHBORS = 15;

  private static final long SEED = 42;

  public MapSettings {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title: blank. Give some text.");
    }
    if (!(maximumNoise >= 0 && maximumNoise <= 1)) {
      throw new IllegalArgumentException("noise: " + maximumNoise + ". Give 0 to 1.");
    }
    if (neighbors < 1) {
      throw new IllegalArgumentException("neighbors: " + neighbors + ". Keep one or more.");
    }
    themes = List.copyOf(themes);
    labels = List.copyOf(labels);
    stopWords = Set.copyOf(stopWords);
    edits = List.copyOf(edits);
  }

  /// As many topics as the papers ask for, and no themes.
  public static MapSettings defaults() {
    return new MapSettings(
        "Paper map",
        TopicCount.auto(),
        ClusteringMethod.Choice.AUTO,
        ClusteringMethod.Hdbscan.MAXIMUM_NOISE,
        SEED,
        NEIGHBORS,
        LayoutMethod.Tsne.defaults(),
        List.of(),
        List.of(),
        true,
        null,
        false,
        Set.of(),
        List.of());
  }

  public MapSettings withTitle(String newTitle) {
    return with(it -> it.title = newTitle);
  }

  public MapSettings withTopics(TopicCount newTopics) {
    return with(it -> it.topics = newTopics);
  }

  public MapSettings withClusters(ClusteringMethod.Choice newClusters) {
    return with(it -> it.clusters = newClusters);
  }

  public MapSettings withMaximumNoise(double newMaximumNoise) {
    return with(it -> it.maximumNoise = newMaximumNoise);
  }

  public MapSettings withSeed(long newSeed) {
    return with(it -> it.seed = newSeed);
  }

  public MapSettings withLayout(LayoutMethod newLayout) {
    return with(it -> it.layout = newLayout);
  }

  public MapSettings withThemes(List<Theme> newThemes) {
    return with(it -> it.themes = newThemes);
  }

  public MapSettings withLabels(List<TopicLabel> newLabels) {
    return with(it -> it.labels = newLabels);
  }

  public MapSettings withMeaning(boolean newMeaning) {
    return with(it -> it.meaning = newMeaning);
  }

  public MapSettings withDay(LocalDate newDay) {
    return with(it -> it.day = newDay);
  }

  public MapSettings withRefit(boolean newRefit) {
    return with(it -> it.refit = newRefit);
  }

  public MapSettings withStopWords(Set<String> newStopWords) {
    return with(it -> it.stopWords = newStopWords);
  }

  public MapSettings withEdits(List<TopicsFile.Row> newEdits) {
    return with(it -> it.edits = newEdits);
  }

  private MapSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /// Settings while one of them is changed.
  private static final class Draft {
    private String title;
    private TopicCount topics;
    private ClusteringMethod.Choice clusters;
    private double maximumNoise;
    private long seed;
    private final int neighbors;
    private LayoutMethod layout;
    private List<Theme> themes;
    private List<TopicLabel> labels;
    private boolean meaning;
    private @Nullable LocalDate day;
    private boolean refit;
    private Set<String> stopWords;
    private List<TopicsFile.Row> edits;

    Draft(MapSettings settings) {
      title = settings.title;
      topics = settings.topics;
      clusters = settings.clusters;
      maximumNoise = settings.maximumNoise;
      seed = settings.seed;
      neighbors = settings.neighbors;
      layout = settings.layout;
      themes = settings.themes;
      labels = settings.labels;
      meaning = settings.meaning;
      day = settings.day;
      refit = settings.refit;
      stopWords = settings.stopWords;
      edits = settings.edits;
    }

    MapSettings settings() {
      return new MapSettings(
          title,
          topics,
          clusters,
          maximumNoise,
          seed,
          neighbors,
          layout,
          themes,
          labels,
          meaning,
          day,
          refit,
          stopWords,
          edits);
    }
  }
}
