package org.papermap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.options.AbstractsConverter;
import org.papermap.cli.internal.options.ClusteringConverter;
import org.papermap.cli.internal.options.DayConverter;
import org.papermap.cli.internal.options.Home;
import org.papermap.cli.internal.options.LayoutConverter;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.options.ReadOption;
import org.papermap.cli.internal.options.ShareConverter;
import org.papermap.cli.internal.options.WantedTopics;
import org.papermap.cli.internal.settings.Settings;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Losses;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.Summary;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.embed.Embedder;
import org.papermap.embed.GivenVectors;
import org.papermap.layout.LayoutMethod;
import org.papermap.model.ModelSpec;
import org.papermap.pipeline.EarlierMap;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.MapPipeline;
import org.papermap.pipeline.MapResult;
import org.papermap.pipeline.MapSettings;
import org.papermap.pipeline.TopicsFile;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.theme.Theme;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.topic.TopicModel;
import org.papermap.vectors.NpyFile;
import org.papermap.viz.MapWriter.Abstracts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap map`: from files of papers to a map.
@Command(
    name = "map",
    header = "Makes a topic map of papers: one HTML file, and tables beside it.",
    description =
        "Reads exports of reference managers and databases, tables, JSON and pages saved as text,"
            + " gzipped or not, and archives and folders of them; see 'papermap read'. What could"
            + " not be read is listed, never silently lost.",
    footer = {
      "  papermap map",
      "  papermap map papers.csv more.jsonl.gz --out thursday --title \"Thursday group\"",
      "  papermap map papers.csv --topics 12 --model bge-small-en-v1.5",
      "  papermap map papers.csv --clusters hdbscan --max-noise 0.25",
      "  papermap map papers.csv new.csv --like out --out next    as the map in 'out' was",
      "  papermap map papers.csv --vectors papers.npy    vectors of your own, a row a paper",
      "  papermap map papers.csv --settings thursday.properties --explain",
      "  papermap map --again out/map.html --out again    anew, as it was made"
    })
final class MapCommand extends Subcommand {
  private static final String THEMES = "themes.properties";

  @Parameters(
      paramLabel = "INPUT",
      description =
          "files, folders or archives of papers, or - for standard input (default: the data folder"
              + " beside the launcher)")
  private List<Path> inputs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "where the map goes (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("out");

  @Mixin private ReadOption reading = new ReadOption();

  @Mixin private ModelOption model = new ModelOption();

  @Option(
      names = "--vectors",
      paramLabel = "FILE.npy",
      description =
          "vectors of your own instead of the model's: a row a paper, in their order or that of a"
              + " FILE.ids.txt beside it; name their --model, if it is here, for themes and for"
              + " 'papermap nearest'")
  private @Nullable Path vectors;

  @Option(
      names = "--topics",
      paramLabel = "auto|N|FILE.csv",
      defaultValue = "auto",
      converter = WantedTopics.Converter.class,
      description =
          "how many topics, or a map's topics.csv that you have edited: another name renames, equal"
              + " names join, another parent moves, a sub-topic with an area for parent becomes a"
              + " topic, the name - hides (default: ${DEFAULT-VALUE})")
  private WantedTopics topics = WantedTopics.auto();

  @Option(
      names = "--stop-words",
      paramLabel = "FILE",
      description = "words and phrases that no name may have, one a line")
  private @Nullable Path stopWords;

  @Option(
      names = "--clusters",
      paramLabel = "auto|ward|kmeans|leiden|cwts-leiden|hdbscan",
      defaultValue = "auto",
      converter = ClusteringConverter.class,
      description =
          "how topics are found; auto is leiden, or ward for fewer than 300 papers"
              + " without clear communities; hdbscan leaves papers"
              + " in no topic (default: ${DEFAULT-VALUE})")
  private ClusteringMethod.Choice clusters = ClusteringMethod.Choice.AUTO;

  @Option(
      names = "--max-noise",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      converter = ShareConverter.class,
      description =
          "the largest share of papers that hdbscan may leave in no topic, as 0.1 or 10%%; 1 lets"
              + " it leave all that are in no dense region (default: ${DEFAULT-VALUE})")
  private double maximumNoise = ClusteringMethod.Hdbscan.MAXIMUM_NOISE;

  @Option(
      names = "--layout",
      paramLabel = "tsne|umap|smile-umap|pca",
      defaultValue = "tsne",
      converter = LayoutConverter.class,
      description =
          "how papers are placed: tsne keeps most neighbors; smile-umap is not quite reproducible"
              + " (default: ${DEFAULT-VALUE})")
  private LayoutMethod layout = LayoutMethod.Tsne.defaults();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of every random choice; equal seeds give equal maps (default: 42)")
  private @Nullable Long seed;

  @Option(
      names = "--themes",
      paramLabel = "FILE",
      description =
          "subjects to look for (default: a " + THEMES + " in a folder of papers, if there is one)")
  private @Nullable Path themes;

  @Option(
      names = "--abstracts",
      paramLabel = "auto|all|none",
      defaultValue = "auto",
      converter = AbstractsConverter.class,
      description =
          "whether the page carries the papers' abstracts; auto is up to 20,000 papers"
              + " (default: ${DEFAULT-VALUE})")
  private Abstracts abstracts = Abstracts.UP_TO_20000;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "names of your own, each with some papers of its topic, so that later runs find it too:"
              + " lines 'topic.1.name = Retrieval' and 'topic.1.papers = ID; ID', or area,"
              + " subtopic")
  private @Nullable Path labels;

  @Option(
      names = "--like",
      paramLabel = "EARLIER",
      description =
          "an earlier map.html, or its folder, that this map grows from: its papers, by id or"
              + " title, keep their places, new ones come in among their neighbors, and topics that"
              + " are still there keep name and colour")
  private @Nullable Path like;

  @Option(
      names = "--refit",
      description =
          "with --like: calculate all places and topics anew, and turn and name them as they were")
  private boolean refit;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description =
          "the map's day, as 2026-05-12 or today; papers that no earlier map had are new since"
              + " then (default: the date of the newest paper)")
  private @Nullable LocalDate day;

  @Option(
      names = "--meaning",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "let the page find papers by what a sentence means, too, up to 20,000 papers; their"
              + " sentences are embedded for it (default: ${DEFAULT-VALUE})")
  private boolean meaning = true;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "the map's title (default: Paper map)")
  private @Nullable String title;

  @Mixin private SettingsOption given = new SettingsOption();

  @Override
  public Integer call() throws IOException {
    long began = System.nanoTime();
    Settings asked = given.settle(spec(), inputs);
    List<Path> sources = sources(asked);
    if (given.isExplained()) {
      given.explain(asked, spec(), sources, inputs);
      return ExitCode.OK;
    }
    MapFolder.requireApart(out, read(sources));
    MapFolder.requireFree(out);
    Optional<ModelSpec> chosen =
        vectors == null || model.isNamed() ? Optional.of(model.choose()) : Optional.empty();
    if (refit && like == null) {
      throw new IllegalArgumentException(
          "--refit: there is no earlier map. Give one with --like, or leave it out.");
    }
    MapSettings settings = settings(sources);
    EarlierMap earlier = like == null ? null : EarlierMap.read(like);
    CorpusReading read = CorpusReader.read(sources, reading.choose());
    Losses.print(read.report(), err());
    if (read.corpus().isEmpty()) {
      return Losses.nothingLeft(read.report(), err());
    }
    try (Embedder embedder = chosen.map(Embedder::open).orElse(null);
        TerminalProgress progress = TerminalProgress.standard()) {
      MapPipeline pipeline =
          pipeline(embedder, settings, progress)
              .carrying(given.carried(spec(), asked, themeFile(sources)));
      MapResult result = (earlier == null ? pipeline : pipeline.like(earlier)).run(read);
      List<Path> files = MapFolder.write(result, out, abstracts);
      Losses.print(result.unusedLabels(), err());
      Summary.print(result, files, System.nanoTime() - began, out());
    }
    return ExitCode.OK;
  }

  private List<Path> sources(Settings asked) {
    if (!inputs.isEmpty()) {
      return inputs;
    }
    return asked.inputs().isEmpty() ? List.of(Home.file("data")) : asked.inputs();
  }

  private Inputs read(List<Path> sources) throws IOException {
    List<Path> read = new ArrayList<>(sources);
    read.addAll(given.files());
    Stream.of(vectors, themes, labels, like, stopWords, topics.table())
        .filter(Objects::nonNull)
        .forEach(read::add);
    if (vectors != null) {
      read.add(NpyFile.idsBeside(vectors));
    }
    return model.with(read);
  }

  private MapPipeline pipeline(
      @Nullable Embedder embedder, MapSettings settings, TerminalProgress progress)
      throws IOException {
    if (vectors == null) {
      return MapPipeline.of(Objects.requireNonNull(embedder), settings, progress);
    }
    GivenVectors given = GivenVectors.read(vectors);
    if (embedder != null) {
      return MapPipeline.of(given, embedder, settings, progress);
    }
    if (!settings.themes().isEmpty()) {
      err()
          .println(
              "themes: left out, since no model is named to embed their phrases. Add --model.");
    }
    return MapPipeline.of(given, settings, progress);
  }

  private MapSettings settings(List<Path> sources) throws IOException {
    MapSettings settings =
        MapSettings.defaults()
            .withTopics(topics.count())
            .withEdits(topics.table() == null ? List.of() : TopicsFile.read(topics.table()))
            .withStopWords(stopWords == null ? Set.of() : TopicModel.readStopWords(stopWords))
            .withClusters(clusters)
            .withMaximumNoise(maximumNoise)
            .withLayout(layout)
            .withMeaning(meaning)
            .withRefit(refit)
            .withThemes(themes(sources))
            .withLabels(labels == null ? List.of() : TopicLabel.read(labels));
    if (title != null) {
      if (!TerminalText.isPlain(title)) {
        throw new IllegalArgumentException(
            "--title: has control characters, or some that turn the direction. Leave them out.");
      }
      settings = settings.withTitle(title);
    }
    if (day != null) {
      settings = settings.withDay(day);
    }
    return seed == null ? settings : settings.withSeed(seed);
  }

  private List<Theme> themes(List<Path> sources) throws IOException {
    Path file = themeFile(sources);
    return file == null ? List.of() : Theme.read(file);
  }

  private @Nullable Path themeFile(List<Path> sources) {
    return themes != null
        ? themes
        : sources.stream()
            .map(it -> it.resolve(THEMES))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
  }
}
