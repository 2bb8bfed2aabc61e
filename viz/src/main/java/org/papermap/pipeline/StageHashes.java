package org.papermap.pipeline;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.papermap.cluster.ClusterTree;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.files.Sha256;
import org.papermap.layout.Layout;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;

/// A hash of what each stage of a map has given, by which two makings of a map are compared. Places
/// and similarities count as far as they reach a map's files.
record StageHashes(Supplier<String> reading, Supplier<String> vectors, Supplier<String> graph) {
  static final String READING = "reading";
  static final String VECTORS = "vectors";
  static final String GRAPH = "graph";
  static final String GROUPS = "groups";
  static final String LAYOUT = "layout";
  static final String NAMES = "names";

  /// A page tells similarities in so many steps from 0 to 1.
  private static final double COSINE_STEPS = 10_000;

  /// Begins with the stages that hold most of the numbers, beside other work.
  static StageHashes begin(
      Corpus corpus, EmbeddingMatrix vectors, NeighborGraph graph, Background background) {
    return new StageHashes(
        background.begin(() -> reading(corpus)),
        background.begin(() -> vectors(vectors)),
        background.begin(() -> graph(graph)));
  }

  /// All of them, in the order of the stages, as SHA-256 in hexadecimal.
  Map<String, String> with(ClusterTree tree, Layout layout, TopicTree topics) {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put(READING, reading.get());
    hashes.put(VECTORS, vectors.get());
    hashes.put(GRAPH, graph.get());
    hashes.put(GROUPS, groups(tree));
    hashes.put(LAYOUT, layout(layout));
    hashes.put(NAMES, names(topics));
    return Collections.unmodifiableMap(hashes);
  }

  private static String reading(Corpus corpus) {
    Hash hash = new Hash();
    for (Paper paper : corpus.papers()) {
      hash.text(paper.id());
      hash.text(paper.title());
      hash.text(paper.abstractText());
      hash.number(paper.authors().size());
      paper.authors().forEach(hash::text);
      hash.text(Objects.toString(paper.date(), ""));
      hash.text(Objects.toString(paper.url(), ""));
      hash.number(paper.extra().size());
      paper
          .extra()
          .forEach((name, value) -> {
            hash.text(name);
            hash.text(value);
          });
    }
    return hash.hex();
  }

  private static String vectors(EmbeddingMatrix vectors) {
    Hash hash = new Hash();
    for (int row = 0; row < vectors.rows(); row++) {
      for (float value : vectors.row(row)) {
        hash.number(Float.floatToIntBits(value));
      }
    }
    return hash.hex();
  }

  private static String graph(NeighborGraph graph) {
    Hash hash = new Hash();
    for (int row = 0; row < graph.rows(); row++) {
      for (int rank = 0; rank < graph.k(); rank++) {
        hash.number(graph.neighbor(row, rank));
        hash.number((int) Math.rint(COSINE_STEPS * graph.similarity(row, rank)));
      }
    }
    return hash.hex();
  }

  private static String groups(ClusterTree tree) {
    Hash hash = new Hash();
    hash.number(tree.topicLevel());
    for (int level = 0; level < tree.depth(); level++) {
      for (int label : tree.level(level).labels()) {
        hash.number(label);
      }
    }
    return hash.hex();
  }

  private static String layout(Layout layout) {
    Hash hash = new Hash();
    for (int row = 0; row < layout.rows(); row++) {
      hash.number(Float.floatToIntBits(layout.x(row)));
      hash.number(Float.floatToIntBits(layout.y(row)));
    }
    return hash.hex();
  }

  private static String names(TopicTree topics) {
    Hash hash = new Hash();
    names(topics.areas(), hash);
    names(topics.topics(), hash);
    return hash.hex();
  }

  private static void names(List<Topic> topics, Hash hash) {
    hash.number(topics.size());
    for (Topic topic : topics) {
      hash.text(topic.name());
      hash.number(topic.keyphrases().size());
      topic.keyphrases().stream().map(Keyphrase::text).forEach(hash::text);
      topic.exemplars().forEach(hash::number);
      names(topic.subtopics(), hash);
    }
  }

  /// Collects numbers and texts, each told from the next by its length.
  private static final class Hash {
    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 15).order(ByteOrder.LITTLE_ENDIAN);

    void number(int number) {
      if (buffer.remaining() < Integer.BYTES) {
        flush();
      }
      buffer.putInt(number);
    }

    void text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      flush();
      digest.update(bytes);
    }

    private void flush() {
      digest.update(buffer.array(), 0, buffer.position());
      buffer.clear();
    }

    String hex() {
      flush();
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
