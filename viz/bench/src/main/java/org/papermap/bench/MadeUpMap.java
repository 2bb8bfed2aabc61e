package org.papermap.bench;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutQuality;
import org.papermap.map.PaperMap;
import org.papermap.map.Provenance;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.theme.ThemeAssignment;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;

/// A map of any number of made-up papers. They lie in clouds of different size and density, as real
/// ones do; titles, authors and abstracts are about as long and compress about as well.
final class MadeUpMap {
  private static final int NEIGHBORS = 10;
  private static final int PARTS = 4;
  private static final int DIMENSION = 4;
  private static final int WORDS = 20_000;
  private static final int PEOPLE = 5000;
  private static final int ABSTRACT_WORDS = 150;

  private static final String[] SYLLABLES =
      ("ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bre cla dri flo gru sta tri pla"
              + " ner tion ing ive als ent con pre per net gra sim mod ter log")
          .split(" ");

  private final int papers;
  private final Random random = new Random(7);
  private final String[] words = new String[WORDS];
  private final String[] people = new String[PEOPLE];

  private MadeUpMap(int papers) {
    this.papers = papers;
    Arrays.setAll(words, _ -> word());
    Arrays.setAll(people, i -> (char) ('A' + i % 26) + ". " + capital(word()));
  }

  /// @param papers 1 or more
  static PaperMap of(int papers) {
    return new MadeUpMap(papers).map();
  }

  private PaperMap map() {
    int topics = Math.clamp(papers / 300, Math.min(papers, 4), 36);
    int[] part = new int[papers];
    double[] plane = new double[2 * papers];
    place(topics, part, plane);
    float[] vectors = new float[DIMENSION * papers];
    for (int row = 0; row < papers; row++) {
      vectors[DIMENSION * row] = (float) (plane[2 * row] - 0.5);
      vectors[DIMENSION * row + 1] = (float) (plane[2 * row + 1] - 0.5);
      vectors[DIMENSION * row + 2] = 0.3f;
      vectors[DIMENSION * row + 3] = (float) (0.02 * random.nextGaussian());
    }
    EmbeddingMatrix matrix = EmbeddingMatrix.normalized(vectors, DIMENSION);
    Clustering coarse = Clustering.of(IntStream.of(part).map(it -> it / PARTS).toArray());
    ClusterTree tree = ClusterTree.of(List.of(coarse, Clustering.of(part)));
    NeighborGraph graph = beside(plane, matrix);
    Layout layout = Layout.of(plane);
    return new PaperMap(
        "%,d made-up papers".formatted(papers),
        corpus(),
        graph,
        layout,
        LayoutQuality.of(matrix, graph, layout),
        tree,
        new TopicTree(List.of(), topics(tree), new LabelQuality(0, 1)),
        ThemeAssignment.none(papers),
        new Provenance(
            "0", List.of(), "none", "none", new Truncation(256, papers, 0, 0, 0), Map.of()));
  }

  /// Clouds of four overlapping parts each; the first clouds are the largest.
  private void place(int topics, int[] part, double[] plane) {
    double[][] centres = new double[topics * PARTS][];
    for (int topic = 0; topic < topics; topic++) {
      double angle = topic * 2.399963; // the golden angle fills a disc evenly
      double away = 0.45 * Math.sqrt((topic + 0.5) / topics);
      double width = 0.25 / Math.sqrt(topics);
      for (int i = 0; i < PARTS; i++) {
        centres[topic * PARTS + i] =
            new double[] {
              0.5 + away * Math.cos(angle) + width * 0.8 * random.nextGaussian(),
              0.5 + away * Math.sin(angle) + width * 0.8 * random.nextGaussian(),
              width * (0.25 + 0.5 * random.nextDouble())
            };
      }
    }
    for (int row = 0; row < papers; row++) {
      int topic = (int) (topics * Math.pow(random.nextDouble(), 1.4));
      part[row] = topic * PARTS + random.nextInt(PARTS);
      double[] centre = centres[part[row]];
      plane[2 * row] = centre[0] + centre[2] * random.nextGaussian();
      plane[2 * row + 1] = centre[1] + centre[2] * random.nextGaussian();
    }
  }

  /// Stands in for the neighbor graph of very many papers: papers next to each other in strips.
  private NeighborGraph beside(double[] plane, EmbeddingMatrix vectors) {
    int k = Math.min(NEIGHBORS, papers - 1);
    int[] order =
        IntStream.range(0, papers)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer row) -> Math.rint(plane[2 * row] * 300))
                    .thenComparingDouble(row -> plane[2 * row + 1])
                    .thenComparingInt(row -> row))
            .mapToInt(row -> row)
            .toArray();
    int[] neighbors = new int[papers * k];
    float[] cosines = new float[papers * k];
    IntStream.range(0, papers)
        .parallel()
        .forEach(place -> {
          int row = order[place];
          for (int rank = 0; rank < k; rank++) {
            int other = order[(place + 1 + rank) % papers];
            neighbors[row * k + rank] = other;
            cosines[row * k + rank] = (float) vectors.dot(row, other);
          }
        });
    return NeighborGraph.of(papers, k, neighbors, cosines);
  }

  private Corpus corpus() {
    List<Paper> made = new ArrayList<>(papers);
    for (int row = 0; row < papers; row++) {
      String id =
          "%02d%02d.%05d".formatted(17 + row % 8, 1 + row % 12, row % 100_000) + row / 100_000;
      made.add(
          new Paper(
              id,
              capital(text(6 + random.nextInt(6))),
              papers > 20_000 ? "None." : capital(text(ABSTRACT_WORDS)) + ".",
              List.of(person(), person(), person()),
              LocalDate.of(2017, 1, 1).plusDays(random.nextInt(2900)),
              URI.create("https://papers.example/abs/" + id),
              Map.of()));
    }
    return Corpus.of(made);
  }

  private List<Topic> topics(ClusterTree tree) {
    List<Topic> topics = new ArrayList<>();
    for (int cluster = 0; cluster < tree.topics().count(); cluster++) {
      List<Topic> finer =
          tree.children(0, cluster).stream()
              .map(child -> topic(child, tree.level(1).members(child), List.of()))
              .toList();
      topics.add(topic(cluster, tree.topics().members(cluster), finer));
    }
    return topics;
  }

  private Topic topic(int number, List<Integer> rows, List<Topic> finer) {
    List<Keyphrase> terms = List.of(new Keyphrase(text(2), 1, rows.size(), 0));
    return new Topic(
        number,
        capital(text(2 + random.nextInt(2))),
        terms,
        rows,
        rows.subList(0, Math.min(3, rows.size())),
        finer.size() > 1 ? finer : List.of(),
        new NameEvidence(NameSource.PHRASES, terms, List.of()),
        new LabelQuality(0, 1));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  /// Words with frequencies by Zipf's law.
  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int rank = (int) Math.pow(WORDS, random.nextDouble()) - 1;
      text.append(i == 0 ? "" : " ").append(words[Math.clamp(rank, 0, WORDS - 1)]);
    }
    return text.toString();
  }

  private String person() {
    return people[random.nextInt(PEOPLE)];
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
