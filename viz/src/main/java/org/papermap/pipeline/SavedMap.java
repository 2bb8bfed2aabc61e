package org.papermap.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.papermap.corpus.Corpus;
import org.papermap.embed.Embedder;
import org.papermap.embed.GivenVectors;
import org.papermap.files.InputException;
import org.papermap.map.MappedPaper;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;

/// A map read back from its folder, as far as looking things up and putting papers on it need it.
///
/// @param folder where it was read
/// @param corpus its papers
/// @param labelled the same papers, which tell in further fields what the map says of them: the
///   number and the name of their `topic`, and each `theme`
/// @param papers the same papers with their places and topics
/// @param topics the names of its topics, by number
/// @param named its areas, topics and sub-topics
/// @param vectors of the papers, row by row
/// @param model the name of the model that made them
/// @param identity everything that decided them
public record SavedMap(
    Path folder,
    String title,
    Corpus corpus,
    Corpus labelled,
    List<MappedPaper> papers,
    Map<Integer, String> topics,
    TopicTree named,
    EmbeddingMatrix vectors,
    String model,
    String identity) {

  /// An embedder whose vectors may be compared with the map's.
  ///
  /// @throws InputException if the model of that name now gives other vectors
  public Embedder embedder(ModelCatalog catalog) throws InputException {
    return GivenVectors.isIdentity(identity)
        ? Embedder.none(identity, vectors.dimension())
        : embedder(catalog.model(model));
  }

  /// The same with a model that is described elsewhere.
  ///
  /// @throws InputException if its vectors are not comparable with the map's
  public Embedder embedder(ModelSpec described) throws InputException {
    Embedder embedder = Embedder.open(described.like(identity));
    if (!embedder.isComparableWith(identity)) {
      embedder.close();
      throw new InputException(
          "%s: made with \"%s\", and the model here is \"%s\". Make the map again."
              .formatted(folder, identity, embedder.identity()));
    }
    return embedder;
  }
}
