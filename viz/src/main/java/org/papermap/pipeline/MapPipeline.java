package org.papermap.pipeline;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReading;
import org.papermap.distill.WordSearch;
import org.papermap.embed.Embedder;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.embed.Embeddings;
import org.papermap.embed.GivenVectors;
import org.papermap.embed.NpyFormatException;
import org.papermap.embed.TextKind;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutFitter;
import org.papermap.layout.LayoutMethod;
import org.papermap.layout.LayoutQuality;
import org.papermap.progress.ProgressListener;
import org.papermap.search.NeighborGraph;
import org.papermap.topic.LabelledTopics;
import org.papermap.topic.Theme;
import org.papermap.topic.ThemeAssignment;
import org.papermap.topic.ThemeModel;
import org.papermap.topic.TopicModel;
import org.papermap.topic.TopicTree;
import org.papermap.viz.PaperMap;
import org.papermap.viz.Provenance;

/// The whole job: papers in, a map out.
public final class MapPipeline {
  private static final int STEPS = 6;

  /// With more papers the page carries no abstracts either, see [org.papermap.viz.Abstracts].
  private static final int MOST_SEARCHED = 20_000;

  private final @Nullable GivenVectors given;
  private final @Nullable Embedder embedder;
  private final MapSettings settings;
  private final ProgressListener progress;
  private final @Nullable EarlierMap earlier;

  private MapPipeline(
      @Nullable GivenVectors given,
      @Nullable Embedder embedder,
      MapSettings settings,
      ProgressListener progress,
      @Nullable EarlierMap earlier) {
    this.given = given;
    this.embedder = embedder;
    this.settings = settings;
    this.progress = progress;
    this.earlier = earlier;
  }

  /// The job with these settings. The embedder stays the caller's, who closes it.
  public static MapPipeline of(Embedder embedder, MapSettings settings) {
    return of(embedder, settings, ProgressListener.NONE);
  }

  public static MapPipeline of(Embedder embedder, MapSettings settings, ProgressListener progress) {
    return new MapPipeline(null, embedder, settings, progress, null);
  }

  /// The job over vectors that were made elsewhere. Without a model there is nothing to compare
  /// themes with: they are left out.
  public static MapPipeline of(
      GivenVectors vectors, MapSettings settings, ProgressListener progress) {
    return new MapPipeline(vectors, null, settings, progress, null);
  }

  /// The job over vectors that this model made elsewhere, which is tried on some of the papers. It
  /// embeds the phrases of themes, and is the one to look things up with in the map.
  public static MapPipeline of(
      GivenVectors vectors, Embedder embedder, MapSettings settings, ProgressListener progress) {
    return new MapPipeline(vectors, embedder, settings, progress, null);
  }

  /// The same job, but the map is to resemble an earlier one of some of the papers: these stay near
  /// their places, and topics that are still there keep their names and colours.
  public MapPipeline like(EarlierMap map) {
    return new MapPipeline(given, embedder, settings, progress, map);
  }

  /// Makes the map of the papers of a reading. Equal papers, settings and model give equal maps.
  ///
  /// @throws IllegalArgumentException if the settings ask for what these papers, or the way they
  ///   are to be grouped, cannot give: more topics than papers, say
  /// @throws MapFolderException if an earlier map has too few of the papers
  /// @throws NpyFormatException if given vectors do not belong to these papers, or not to the model
  /// @throws IOException if the model or its cache cannot be read
  public MapResult run(CorpusReading reading) throws IOException {
    Corpus corpus = reading.corpus();
    ClusteringMethod clustering =
        settings
            .clusters()
            .method(corpus.size(), settings.topics(), settings.seed(), settings.maximumNoise());
    Clusterer.check(corpus.size(), clustering);
    int[] earlierRows = earlier == null ? new int[0] : earlier.rowsOf(corpus);
    Embeddings embeddings = embeddings(corpus);
    EmbeddingMatrix vectors = embeddings.vectors();
    NeighborGraph graph = NeighborGraph.exact(vectors, settings.neighbors(), progress);
    step(1);
    ClusterTree tree = Clusterer.fit(vectors, graph, clustering);
    step(2);
    LayoutMethod placing = settings.layout().withSeed(settings.seed());
    Layout layout =
        earlier == null
            ? LayoutFitter.fit(vectors, graph, placing)
            : LayoutFitter.refit(vectors, graph, placing, earlier.layout(), earlierRows);
    step(3);
    TopicTree found = TopicModel.defaults().fit(corpus, vectors, tree);
    Resemblance resemblance =
        earlier == null ? null : Resemblance.of(earlier, earlierRows, layout, found);
    LabelledTopics topics =
        LabelledTopics.of(
            resemblance == null ? found : resemblance.topics(), settings.labels(), corpus);
    step(4);
    ThemeAssignment themes = themes(vectors);
    step(5);
    LayoutQuality layoutQuality = LayoutQuality.of(vectors, graph, layout);
    ClusteringQuality quality = ClusteringQuality.of(vectors, graph, tree.topics(), clustering);
    step(STEPS);
    PaperMap map =
        new PaperMap(
            settings.title(),
            corpus,
            graph,
            layout,
            layoutQuality,
            tree,
            topics.topics(),
            themes,
            provenance(reading, embeddings, clustering, placing),
            wordSearch(corpus, vectors),
            resemblance == null ? Map.of() : resemblance.hues());
    return new MapResult(
        map, vectors, quality, reading.report(), embeddings, topics.unused(), resemblance);
  }

  /// The page's search by meaning, where it finds clearly more than keywords do.
  private @Nullable WordSearch wordSearch(Corpus corpus, EmbeddingMatrix vectors)
      throws IOException {
    if (!settings.meaning() || embedder == null || corpus.size() > MOST_SEARCHED) {
      return null;
    }
    return WordSearch.fit(corpus, vectors, embedder, progress)
        .filter(search -> search.quality().worthwhile())
        .orElse(null);
  }

  private Embeddings embeddings(Corpus corpus) throws IOException {
    if (given == null) {
      return model().embed(corpus.texts(), TextKind.PASSAGE, progress);
    }
    Embeddings embeddings = given.of(corpus);
    if (embedder != null) {
      given.requireMadeBy(embedder, corpus);
    }
    return embeddings;
  }

  private Embedder model() {
    return Objects.requireNonNull(embedder, "a model, since no vectors were given");
  }

  /// Neighbors, topics, places, names, themes, quality.
  private void step(int done) {
    progress.progressed("mapping", done, STEPS);
  }

  private ThemeAssignment themes(EmbeddingMatrix papers) throws IOException {
    List<Theme> themes = settings.themes();
    if (themes.isEmpty() || papers.rows() == 0 || embedder == null) {
      return ThemeAssignment.none(papers.rows());
    }
    Embeddings phrases =
        embedder.embed(ThemeModel.phrases(themes), TextKind.QUERY, ProgressListener.NONE);
    return ThemeModel.assign(themes, phrases.vectors(), papers);
  }

  private Provenance provenance(
      CorpusReading reading,
      Embeddings embeddings,
      ClusteringMethod clustering,
      LayoutMethod placing) {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("clustering", clustering.toString());
    described.put("layout", placing.toString());
    described.put("neighbors", Integer.toString(settings.neighbors()));
    described.put("seed", Long.toString(settings.seed()));
    if (given != null) {
      described.put("vectors", given.identity());
    }
    if (earlier != null) {
      described.put("like", earlier.identity());
    }
    for (Theme theme : settings.themes()) {
      described.put("theme " + theme.name(), String.join("; ", theme.phrases()));
    }
    return new Provenance(
        Versions.papermap(),
        reading.report().sources().stream()
            .map(source -> new Provenance.Source(FileNames.last(source.file()), source.sha256()))
            .toList(),
        embedder == null && given != null ? given.name() : model().model().name(),
        embedder == null && given != null ? given.identity() : model().identity(),
        embeddings.truncation(),
        described);
  }
}
