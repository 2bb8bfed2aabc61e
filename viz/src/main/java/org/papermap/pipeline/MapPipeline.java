package org.papermap.pipeline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.cluster.WordNeighbors;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReading;
import org.papermap.embed.Embedder;
import org.papermap.embed.Embeddings;
import org.papermap.embed.GivenVectors;
import org.papermap.files.InputException;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutFitter;
import org.papermap.layout.LayoutMethod;
import org.papermap.layout.LayoutQuality;
import org.papermap.map.MapDescription;
import org.papermap.map.PaperMap;
import org.papermap.map.Provenance;
import org.papermap.model.TextKind;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.pipeline.MapResult.Match;
import org.papermap.pipeline.internal.FileNames;
import org.papermap.pipeline.internal.Versions;
import org.papermap.progress.ProgressListener;
import org.papermap.theme.Theme;
import org.papermap.theme.ThemeAssignment;
import org.papermap.theme.ThemeModel;
import org.papermap.topic.LabelledTopics;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.topic.TopicModel;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.wordsearch.WordSearch;

/// The whole job: papers in, a map out.
public final class MapPipeline {
  /// With more papers the page carries no abstracts either, see
  /// [org.papermap.viz.MapWriter.Abstracts].
  private static final int MOST_SEARCHED = 20_000;

  private final @Nullable GivenVectors given;
  private final @Nullable Embedder embedder;
  private final MapSettings settings;
  private final ProgressListener progress;
  private final @Nullable EarlierMap earlier;
  private final Map<String, String> options;

  private MapPipeline(
      @Nullable GivenVectors given,
      @Nullable Embedder embedder,
      MapSettings settings,
      ProgressListener progress,
      @Nullable EarlierMap earlier,
      Map<String, String> options) {
    this.given = given;
    this.embedder = embedder;
    this.settings = settings;
    this.progress = progress;
    this.earlier = earlier;
    this.options = options;
  }

  /// The job with these settings. The embedder stays the caller's, who closes it.
  public static MapPipeline of(Embedder embedder, MapSettings settings) {
    return of(embedder, settings, ProgressListener.NONE);
  }

  public static MapPipeline of(Embedder embedder, MapSettings settings, ProgressListener progress) {
    return new MapPipeline(null, embedder, settings, progress, null, Map.of());
  }

  /// The job over vectors that were made elsewhere. Without a model there is nothing to compare
  /// themes with: they are left out.
  public static MapPipeline of(
      GivenVectors vectors, MapSettings settings, ProgressListener progress) {
    return new MapPipeline(vectors, null, settings, progress, null, Map.of());
  }

  /// The job over vectors that this model made elsewhere, which is tried on some of the papers. It
  /// embeds the phrases of themes, and is the one to look things up with in the map.
  public static MapPipeline of(
      GivenVectors vectors, Embedder embedder, MapSettings settings, ProgressListener progress) {
    return new MapPipeline(vectors, embedder, settings, progress, null, Map.of());
  }

  /// The same job, but the map grows from an earlier one of some of the papers: these keep their
  /// places, and topics that are still there keep their names and colours.
  public MapPipeline like(EarlierMap map) {
    return new MapPipeline(given, embedder, settings, progress, map, options);
  }

  /// The same job; the map carries the options that it was asked for with, see
  /// [Provenance#options()], so that it can be made again.
  public MapPipeline carrying(Map<String, String> asked) {
    return new MapPipeline(given, embedder, settings, progress, earlier, asked);
  }

  /// Makes the map of the papers of a reading. Equal papers, settings and model give equal maps.
  ///
  /// @throws IllegalArgumentException if the settings ask for what these papers, or the way they
  ///   are to be grouped, cannot give: more topics than papers, say
  /// @throws InputException if an earlier map has too few of the papers
  /// @throws InputException if given vectors do not belong to these papers, or not to the model
  /// @throws IOException if the model or its cache cannot be read
  public MapResult run(CorpusReading reading) throws IOException {
    Corpus corpus = reading.corpus();
    Grouping grouping = new Grouping(settings);
    Clusterer.check(corpus.size(), grouping.method(corpus.size()));
    Growth growth =
        earlier == null ? null : new Growth(earlier, earlier.rowsOf(corpus), settings.refit());
    requireNotBefore(earlier, settings.day());
    LayoutMethod placing = settings.layout().withSeed(settings.seed());
    Embeddings embeddings = embeddings(corpus);
    EmbeddingMatrix vectors = embeddings.vectors();
    Optional<WordSearch> kept =
        growth == null || !hasSearch(corpus)
            ? Optional.empty()
            : growth.wordSearch(corpus, vectors, identity());
    WordSearch.Questions questions =
        WordSearch.questions(hasSearch(corpus) && kept.isEmpty() ? corpus : Corpus.of(List.of()));
    EmbeddingMatrix answers =
        questions.texts().isEmpty()
            ? vectors
            : model().embed(questions.texts(), TextKind.QUERY, progress).vectors();
    NeighborGraph graph =
        growth == null
            ? NeighborGraph.of(vectors, settings.neighbors(), progress)
            : growth.graph(corpus, vectors, identity(), settings.neighbors(), progress);
    ThemeAssignment themes = themes(vectors, graph);
    Steps steps = new Steps(progress);
    try (Background background = new Background()) {
      StageHashes hashes = StageHashes.begin(corpus, vectors, graph, background);
      Supplier<Layout> placed =
          background.begin(() -> steps.done(layout(growth, vectors, graph, placing)));
      Supplier<LayoutQuality> layoutQuality =
          background.begin(() -> steps.done(LayoutQuality.of(vectors, graph, placed.get())));
      Supplier<Optional<WordSearch>> search =
          background.begin(
              () -> steps.done(kept.or(() -> WordSearch.fit(vectors, questions, answers))));
      ClusteringMethod clustering = grouping.method(vectors, graph);
      WordNeighbors words = Grouping.words(corpus, clustering);
      TopicEdits.Edited edited =
          steps.done(
              TopicEdits.of(
                  settings.edits(),
                  growth == null
                      ? Clusterer.fit(vectors, graph, words, clustering)
                      : growth.tree(vectors, graph, words, clustering),
                  corpus));
      ClusterTree tree = edited.tree();
      Supplier<ClusteringQuality> quality =
          background.begin(() ->
              steps.done(
                  growth == null
                      ? ClusteringQuality.of(vectors, graph, words, tree.topics(), clustering)
                      : growth.quality(vectors, graph, words, tree, clustering)));
      TopicTree found = steps.done(topics(growth, corpus, vectors, tree));
      Layout layout = placed.get();
      Match match = growth == null ? null : growth.match(layout, found);
      LabelledTopics topics =
          labelled(match == null ? found : match.topics(), edited.labels(), corpus);
      NextEdition edition =
          edition(growth, corpus, topics.topics(), MapDescription.Quality.of(layoutQuality.get()));
      PaperMap map =
          new PaperMap(
              settings.title(),
              corpus,
              graph,
              layout,
              layoutQuality.get(),
              tree,
              topics.topics(),
              themes,
              provenance(
                  reading,
                  embeddings,
                  clustering,
                  placing,
                  hashes.with(tree, layout, topics.topics())),
              quality.get(),
              // The page has it where it finds clearly more than keywords do.
              search.get().filter(it -> it.quality().worthwhile()).orElse(null),
              match == null ? Map.of() : match.hues(),
              edition.history(),
              edition.firstSeen());
      return new MapResult(
          map, vectors, quality.get(), reading.report(), embeddings, topics.unused(), match);
    }
  }

  private static void requireNotBefore(@Nullable EarlierMap earlier, @Nullable LocalDate day) {
    LocalDate before = earlier == null ? null : earlier.map().history().day();
    if (day != null && before != null && day.isBefore(before)) {
      throw new IllegalArgumentException(
          "day: %s, and the earlier map is of %s. Give that day or a later one."
              .formatted(day, before));
    }
  }

  private NextEdition edition(
      @Nullable Growth growth, Corpus corpus, TopicTree topics, MapDescription.Quality quality) {
    return growth == null
        ? NextEdition.first(corpus, topics.topics(), settings.day(), quality)
        : growth.edition(corpus, topics, settings.day(), quality);
  }

  /// The reader's names, those of `--labels` before those of an edited table.
  private LabelledTopics labelled(TopicTree found, List<TopicLabel> edited, Corpus corpus) {
    List<TopicLabel> labels = new ArrayList<>(settings.labels());
    labels.addAll(edited);
    TopicEdits.renamed(settings.edits(), found, corpus).stream()
        .filter(it -> !edited.contains(it))
        .forEach(labels::add);
    return LabelledTopics.of(found, labels, corpus);
  }

  private TopicTree topics(
      @Nullable Growth growth, Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree)
      throws IOException {
    TopicModel model =
        TopicModel.defaults()
            .withStopWords(settings.stopWords())
            .withTaken(growth == null ? Set.of() : growth.names());
    if (growth != null && !growth.refit() && GrownNames.isFor(corpus)) {
      return GrownNames.of(growth, corpus, vectors, tree, model);
    }
    return embedder == null
        ? model.fit(corpus, vectors, tree)
        : model.fit(corpus, vectors, tree, embedder::embed);
  }

  /// Counts the steps that are done, in any thread.
  private static final class Steps {
    /// Topics, places, names, the search by meaning, the quality of topics and places.
    private static final int ALL = 6;

    private final ProgressListener progress;
    private int done;

    Steps(ProgressListener progress) {
      this.progress = progress;
      progress.progressed("mapping", 0, ALL);
    }

    synchronized <T> T done(T result) {
      progress.progressed("mapping", ++done, ALL);
      return result;
    }
  }

  private static Layout layout(
      @Nullable Growth growth, EmbeddingMatrix vectors, NeighborGraph graph, LayoutMethod placing) {
    return growth == null
        ? LayoutFitter.fit(vectors, graph, placing)
        : growth.layout(vectors, graph, placing);
  }

  private boolean hasSearch(Corpus corpus) {
    return settings.meaning() && embedder != null && corpus.size() <= MOST_SEARCHED;
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

  /// Everything that decides the vectors.
  private String identity() {
    return embedder == null && given != null ? given.identity() : model().identity();
  }

  private Embedder model() {
    return Objects.requireNonNull(embedder, "a model, since no vectors were given");
  }

  private ThemeAssignment themes(EmbeddingMatrix papers, NeighborGraph graph) throws IOException {
    List<Theme> themes = settings.themes();
    if (themes.isEmpty() || papers.rows() == 0 || embedder == null) {
      return ThemeAssignment.none(papers.rows());
    }
    Embeddings phrases =
        embedder.embed(ThemeModel.phrases(themes), TextKind.QUERY, ProgressListener.NONE);
    return ThemeModel.assign(themes, phrases.vectors(), papers, graph);
  }

  private Provenance provenance(
      CorpusReading reading,
      Embeddings embeddings,
      ClusteringMethod clustering,
      LayoutMethod placing,
      Map<String, String> stages)
      throws IOException {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("clustering", clustering.toString());
    described.put("layout", placing.toString());
    described.put("neighbors", Integer.toString(settings.neighbors()));
    described.put("seed", Long.toString(settings.seed()));
    String arithmetic = embedder == null ? "" : embedder.arithmetic();
    if (!arithmetic.isEmpty()) {
      described.put("arithmetic", arithmetic);
    }
    if (given != null) {
      described.put("vectors", given.identity());
    }
    if (settings.day() != null) {
      described.put("day", settings.day().toString());
    }
    if (earlier != null) {
      described.put("like", earlier.identity());
      described.put("refit", Boolean.toString(settings.refit()));
    }
    if (!settings.stopWords().isEmpty()) {
      described.put("stop words", String.join("; ", new TreeSet<>(settings.stopWords())));
    }
    for (Theme theme : settings.themes()) {
      described.put("theme " + theme.name(), String.join("; ", theme.written()));
    }
    return new Provenance(
        Versions.papermap(),
        reading.report().sources().stream()
            .map(source -> new Provenance.Source(FileNames.last(source.file()), source.sha256()))
            .toList(),
        embedder == null && given != null ? given.name() : model().model().name(),
        identity(),
        embeddings.truncation(),
        described,
        options,
        stages);
  }
}
