package org.papermap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.options.MapModelOption;
import org.papermap.corpus.Corpus;
import org.papermap.embed.Embedder;
import org.papermap.embed.GivenVectors;
import org.papermap.files.InputException;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.model.TextKind;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.SavedMap;
import org.papermap.progress.ProgressListener;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.viz.MapReader;

/// A map with its vectors and the model that made them. The vectors of a folder are read; those of
/// a page that lies alone are calculated again from the papers in it, or come from the cache.
record OpenedMap(SavedMap map, Embedder embedder) implements AutoCloseable {
  private static final String PAGE = "map.html";

  static OpenedMap of(Path path, MapModelOption model, ProgressListener progress)
      throws IOException {
    Path folder = folder(path);
    return folder == null ? page(path, model, progress) : folder(folder, model);
  }

  /// The vectors alone, for which those of a folder need no model.
  static EmbeddingMatrix vectors(Path path, MapModelOption model, ProgressListener progress)
      throws IOException {
    Path folder = folder(path);
    if (folder != null) {
      return MapFolder.open(folder).vectors();
    }
    try (OpenedMap opened = page(path, model, progress)) {
      return opened.map.vectors();
    }
  }

  /// The folder of a map, or null where its page lies alone.
  private static @Nullable Path folder(Path path) {
    if (Files.isDirectory(path)) {
      return path;
    }
    Path folder = path.toAbsolutePath().getParent();
    return path.endsWith(PAGE) && folder != null && Files.exists(folder.resolve("map.json"))
        ? folder
        : null;
  }

  private static OpenedMap folder(Path folder, MapModelOption model) throws IOException {
    SavedMap saved = MapFolder.open(folder);
    return new OpenedMap(saved, model.embedder(saved));
  }

  private static OpenedMap page(Path path, MapModelOption model, ProgressListener progress)
      throws IOException {
    MapDescription page = MapReader.read(path);
    String identity = page.provenance().identity();
    List<MappedPaper> papers = page.papers();
    if (GivenVectors.isIdentity(identity)
        || papers.stream().allMatch(it -> it.abstractText().isEmpty())) {
      throw new InputException(
          ("%s: has no vectors (embeddings.npy) beside it, and no %s to calculate them from."
                  + " Give the folder of the map.")
              .formatted(path, GivenVectors.isIdentity(identity) ? "model" : "abstracts"));
    }
    Corpus corpus = Corpus.of(papers.stream().map(MappedPaper::paper).toList());
    Map<Integer, String> topics = new HashMap<>();
    page.topics().forEach(topic -> topics.put(topic.number(), topic.name()));
    Embedder embedder = Embedder.open(model.named(page.provenance().model()).like(identity));
    try {
      if (!embedder.isComparableWith(identity)) {
        throw new InputException(
            "%s: made with \"%s\", and the model here is \"%s\". Give the folder of the map."
                .formatted(path, identity, embedder.identity()));
      }
      EmbeddingMatrix vectors =
          embedder.embed(corpus.texts(), TextKind.PASSAGE, progress).vectors();
      return new OpenedMap(
          new SavedMap(
              path,
              page.title(),
              corpus,
              Corpus.of(papers.stream().map(it -> it.labelled(topics)).toList()),
              papers,
              topics,
              new TopicTree(page.areas(), page.topics(), new LabelQuality(Double.NaN, Double.NaN)),
              vectors,
              page.provenance().model(),
              identity),
          embedder);
    } catch (IOException | RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  @Override
  public void close() {
    embedder.close();
  }
}
