package org.papermap.viz;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.papermap.map.MapHistory;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.Edition;
import org.papermap.map.MapHistory.Fit;
import org.papermap.map.MapHistory.GonePaper;
import org.papermap.map.MapHistory.Part;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.PaperMap;
import org.papermap.map.Provenance;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.theme.Theme;
import org.papermap.theme.ThemeAssignment;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.wordsearch.WordSearch;

/// Maps of made-up papers: vectors around eight centres, places on the plane that follow them, and
/// texts. Some try to break the page. Equal sizes give equal maps.
public final class SampleMaps {
  static final String SCRIPT_TITLE = "Ending </script><script>alert(1)</script> early {";
  static final String MARKUP_TITLE = "Bold <b onmouseover=\"alert('x')\">claims</b> & \"quotes\"";
  static final String SEPARATOR_TITLE = "A line\u2028separator and a {{script}} placeholder";
  static final String HEBREW_TITLE = "מודלים של שפה בעברית";
  static final String EMOJI_TITLE = "🦙 Llamas 🚀 in orbit";
  static final String REVERSING_TITLE = "Harmless \u202egpj.exe\u2066 and javascript:alert(1)";
  static final String LONG_TITLE = "Endless " + "x".repeat(100_000);
  static final List<String> HOSTILE_TITLES =
      List.of(
          SCRIPT_TITLE,
          MARKUP_TITLE,
          SEPARATOR_TITLE,
          HEBREW_TITLE,
          EMOJI_TITLE,
          REVERSING_TITLE,
          LONG_TITLE);

  private static final int DIMENSION = 24;
  private static final int NEIGHBORS = 10;

  /// Papers up to which all pairs are compared, in a second or so.
  private static final int MOST_COMPARED = 5000;

  private static final List<String> SUBJECTS =
      List.of(
          "Diffusion image generation",
          "Long-context attention",
          "Instruction tuning",
          "Retrieval augmentation",
          "Video understanding",
          "3-D scene reconstruction",
          "Quantised language models",
          "Legged locomotion");

  private static final List<String> FINER = List.of("benchmarks", "pretraining");

  /// Where the subjects lie on the plane, and how wide.
  private static final double[][] PLACES = {
    {0.15, 0.85, 0.08}, {0.85, 0.80, 0.09}, {0.75, 0.55, 0.06}, {0.90, 0.25, 0.05},
    {0.45, 0.75, 0.07}, {0.25, 0.45, 0.05}, {0.55, 0.30, 0.08}, {0.15, 0.15, 0.06},
  };

  private static final List<String> BEGINNINGS =
      List.of(
          "Sparse",
          "Adaptive",
          "Scaling",
          "Robust",
          "Self-supervised",
          "Causal",
          "Efficient",
          "Hierarchical",
          "Unified",
          "Contrastive",
          "Amortised");
  private static final List<String> MIDDLES =
      List.of("methods for", "limits of", "benchmarks for", "inference in", "a study of");
  private static final List<String> AUTHORS =
      List.of("A. Moreau", "B. Okafor", "C. Lindqvist", "J. Ó Briain", "K. Nguyễn", "L. Weiß");

  private SampleMaps() {}

  /// A map of this many papers; the last seven of sixteen or more have hostile titles.
  public static PaperMap of(int papers) {
    return of(papers, "Thursday reading group");
  }

  public static PaperMap of(int papers, String title) {
    int[] subjects = subjects(papers);
    double[] plane = plane(subjects);
    return map(title, subjects, plane, vectors(subjects, plane), papers >= 16);
  }

  /// The same map with a search by meaning.
  static PaperMap with(PaperMap map, WordSearch search) {
    return new PaperMap(
        map.title(),
        map.corpus(),
        map.neighbors(),
        map.layout(),
        map.layoutQuality(),
        map.tree(),
        map.named(),
        map.themes(),
        map.provenance(),
        null,
        search,
        Map.of(),
        map.history(),
        map.firstSeen());
  }

  /// The second of two maps: its last eight papers are new since 12 May 2026, two are gone, and of
  /// its topics the first grew, the second was born from the third, and one is no longer there.
  public static PaperMap grown(int papers) {
    PaperMap map = of(papers);
    List<TopicHistory> ways = new ArrayList<>();
    for (Topic topic : map.topics()) {
      ways.add(way(topic, List.of(Change.KEPT), topic.papers().size(), List.of()));
    }
    ways.set(
        0,
        way(
            map.topics().get(0),
            List.of(Change.GREW),
            map.topics().get(0).papers().size() - 6,
            List.of()));
    ways.set(
        1, way(map.topics().get(1), List.of(Change.BORN), 0, List.of(new Part(3, "Robots", 4))));
    ways.add(
        new TopicHistory(
            99,
            -1,
            5,
            1,
            "Grammars",
            "Grammars",
            0,
            3,
            0,
            1,
            0,
            List.of(Change.GONE),
            List.of(),
            List.of()));
    LocalDate may = LocalDate.of(2026, 5, 12);
    return new PaperMap(
        map.title(),
        map.corpus(),
        map.neighbors(),
        map.layout(),
        map.layoutQuality(),
        map.tree(),
        map.named(),
        map.themes(),
        map.provenance(),
        null,
        null,
        Map.of(),
        new MapHistory(
            List.of(new Edition(may, papers - 6), new Edition(LocalDate.of(2026, 6, 2), papers)),
            ways,
            List.of(
                new GonePaper(
                    "g1", "On <b>parsing</b>", LocalDate.of(2019, 3, 1), null, may, "Grammars"),
                new GonePaper("g2", "Old news", null, null, may, "")),
            99,
            new Fit(1, 0.5, 0.9),
            ""),
        IntStream.range(0, papers).mapToObj(row -> row < papers - 8 ? 1 : 2).toList());
  }

  private static TopicHistory way(
      Topic topic, List<Change> changes, int earlierPapers, List<Part> from) {
    return new TopicHistory(
        topic.number() + 1,
        topic.number(),
        earlierPapers == 0 ? -1 : topic.number(),
        earlierPapers == 0 ? 2 : 1,
        topic.name(),
        earlierPapers == 0 ? "" : topic.name(),
        topic.papers().size(),
        earlierPapers,
        topic.papers().size() - earlierPapers,
        0,
        earlierPapers == 0 ? 0 : 1,
        changes,
        from,
        List.of());
  }

  /// A map of papers that all have the same vector and the same place.
  public static PaperMap identical(int papers) {
    float[] ones = new float[papers * DIMENSION];
    Arrays.fill(ones, 1);
    return map("All alike", new int[papers], new double[2 * papers], ones, false);
  }

  private static int[] subjects(int papers) {
    int subjects = Math.clamp(papers / 6, 1, SUBJECTS.size());
    Random random = new Random(1);
    // Subjects of different sizes, and now and then a paper of none.
    return IntStream.range(0, papers)
        .map(row -> {
          int subject = (int) (subjects * Math.pow(random.nextDouble(), 1.25));
          return papers >= 50 && row % 23 == 11 ? Clustering.NOISE : subject;
        })
        .toArray();
  }

  private static double[] plane(int[] subjects) {
    Random random = new Random(2);
    double[] plane = new double[2 * subjects.length];
    for (int row = 0; row < subjects.length; row++) {
      boolean noise = subjects[row] == Clustering.NOISE;
      double[] place = noise ? new double[] {0.5, 0.5, 0.2} : PLACES[subjects[row]];
      double side = half(row) == 0 ? -0.8 : 0.8;
      plane[2 * row] = place[0] + place[2] * (side + 0.7 * random.nextGaussian());
      plane[2 * row + 1] = place[1] + place[2] * 0.8 * random.nextGaussian();
    }
    return plane;
  }

  private static int half(int row) {
    return row * 7 % 5 % 2;
  }

  /// Papers near each other on the plane have near vectors; noise keeps the map from being exact.
  private static float[] vectors(int[] subjects, double[] plane) {
    Random random = new Random(3);
    float[] vectors = new float[subjects.length * DIMENSION];
    for (int row = 0; row < subjects.length; row++) {
      int at = row * DIMENSION;
      vectors[at] = (float) (3 * (plane[2 * row] - 0.5));
      vectors[at + 1] = (float) (3 * (plane[2 * row + 1] - 0.5));
      vectors[at + 2] = 1;
      if (subjects[row] >= 0) {
        vectors[at + 3 + subjects[row]] = 1.5f;
      }
      for (int j = 0; j < DIMENSION; j++) {
        vectors[at + j] += (float) (0.12 * random.nextGaussian());
      }
    }
    return vectors;
  }

  private static PaperMap map(
      String title, int[] subjects, double[] plane, float[] vectors, boolean hostile) {
    Corpus corpus = Corpus.of(papers(subjects, hostile));
    EmbeddingMatrix matrix = EmbeddingMatrix.normalized(vectors, DIMENSION);
    NeighborGraph neighbors =
        subjects.length > MOST_COMPARED
            ? beside(subjects.length, plane, matrix)
            : NeighborGraph.exact(matrix, NEIGHBORS);
    Layout layout = Layout.of(plane);
    Clustering coarse = Clustering.of(subjects);
    Clustering fine = Clustering.of(finer(subjects, coarse));
    ClusterTree tree = ClusterTree.of(List.of(coarse, fine));
    return new PaperMap(
        title,
        corpus,
        neighbors,
        layout,
        LayoutQuality.of(matrix, neighbors, layout),
        tree,
        new TopicTree(List.of(), topics(tree, subjects), new LabelQuality(0, 1)),
        themes(subjects),
        provenance(subjects.length));
  }

  /// In place of the nearest of very many: papers that follow each other in strips of the plane.
  private static NeighborGraph beside(int papers, double[] plane, EmbeddingMatrix vectors) {
    int[] order =
        IntStream.range(0, papers)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer row) -> Math.rint(plane[2 * row] * 200))
                    .thenComparingDouble(row -> plane[2 * row + 1])
                    .thenComparingInt(row -> row))
            .mapToInt(row -> row)
            .toArray();
    int[] neighbors = new int[papers * NEIGHBORS];
    float[] cosines = new float[papers * NEIGHBORS];
    for (int place = 0; place < papers; place++) {
      int at = place;
      int row = order[at];
      List<Integer> nearest =
          IntStream.rangeClosed(-NEIGHBORS, NEIGHBORS)
              .filter(step -> step != 0)
              .map(step -> at + step)
              .map(other -> order[Math.floorMod(other, papers)])
              .boxed()
              .sorted(Comparator.comparingDouble(other -> -vectors.dot(row, other)))
              .limit(NEIGHBORS)
              .toList();
      for (int rank = 0; rank < NEIGHBORS; rank++) {
        neighbors[row * NEIGHBORS + rank] = nearest.get(rank);
        cosines[row * NEIGHBORS + rank] = (float) vectors.dot(row, nearest.get(rank));
      }
    }
    return NeighborGraph.of(papers, NEIGHBORS, neighbors, cosines);
  }

  private static int[] finer(int[] subjects, Clustering coarse) {
    return IntStream.range(0, subjects.length)
        .map(row -> {
          if (subjects[row] == Clustering.NOISE) {
            return Clustering.NOISE;
          }
          boolean divided = coarse.members(coarse.label(row)).size() >= 8;
          return 2 * subjects[row] + (divided ? half(row) : 0);
        })
        .toArray();
  }

  private static List<Paper> papers(int[] subjects, boolean hostile) {
    List<Paper> papers = new ArrayList<>();
    for (int row = 0; row < subjects.length; row++) {
      int fromEnd = subjects.length - 1 - row;
      String subject =
          subjects[row] < 0
              ? "cross-domain learning"
              : SUBJECTS.get(subjects[row]).toLowerCase(Locale.ROOT);
      String title =
          hostile && fromEnd < HOSTILE_TITLES.size()
              ? HOSTILE_TITLES.get(fromEnd)
              : "%s %s %s".formatted(pick(BEGINNINGS, row), pick(MIDDLES, row), subject);
      papers.add(
          new Paper(
              "p%03d".formatted(row),
              title,
              abstractText(title, row),
              List.of(pick(AUTHORS, row), pick(AUTHORS, row + 1)),
              LocalDate.of(2024, 1, 1).plusDays(7L * row),
              row % 3 == 0 ? null : URI.create("https://papers.example/abs/" + row),
              row % 10 == 0 ? Map.of("upvotes", String.valueOf(row)) : Map.of()));
    }
    return papers;
  }

  private static String pick(List<String> words, int row) {
    return words.get(row % words.size());
  }

  private static String abstractText(String title, int row) {
    return ("We look at %s. Earlier work takes the data to be independent; we do not, and give an"
            + " estimator whose cost grows with the length of the input. On %d public"
            + " benchmarks it gains %.1f points. Ablations show that <b>most of the gain</b>"
            + " comes from the second stage, and that </script> in an abstract does no harm.")
        .formatted(title, 3 + row % 9, 1 + row % 17 * 0.3);
  }

  private static List<Topic> topics(ClusterTree tree, int[] subjects) {
    List<Topic> topics = new ArrayList<>();
    for (int cluster = 0; cluster < tree.topics().count(); cluster++) {
      List<Integer> rows = tree.topics().members(cluster);
      String name = SUBJECTS.get(subjects[rows.getFirst()]);
      topics.add(topic(cluster, name, rows, subtopics(tree, cluster, name)));
    }
    return topics;
  }

  private static List<Topic> subtopics(ClusterTree tree, int parent, String name) {
    List<Topic> finer = new ArrayList<>();
    for (int cluster = 0; cluster < tree.level(1).count(); cluster++) {
      if (tree.parent(1, cluster) == parent) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        String kind = FINER.get(finer.size() % FINER.size());
        finer.add(topic(cluster, last + " " + kind, tree.level(1).members(cluster), List.of()));
      }
    }
    return finer.size() > 1 ? finer : List.of();
  }

  private static Topic topic(int number, String name, List<Integer> rows, List<Topic> finer) {
    List<Integer> exemplars = rows.stream().sorted(Comparator.reverseOrder()).limit(3).toList();
    List<Keyphrase> terms = List.of(new Keyphrase(name, 1, rows.size(), 0));
    return new Topic(
        number,
        name,
        terms,
        rows,
        exemplars,
        finer,
        new NameEvidence(NameSource.PHRASES, terms, List.of()),
        new LabelQuality(0, 1));
  }

  private static ThemeAssignment themes(int[] subjects) {
    List<Theme> themes =
        List.of(
            new Theme("Diffusion", List.of("diffusion models for image generation")),
            new Theme("LLM", List.of("large language models")),
            new Theme("Vision", List.of("understanding images and video")),
            new Theme("Retrieval", List.of("retrieval of documents")));
    int[][] themesOfSubject = {{0, 2}, {1}, {1}, {3, 1}, {2}, {2}, {1}, {}};
    float[] similarities = new float[subjects.length * themes.size()];
    List<List<Integer>> themesOf = new ArrayList<>();
    for (int row = 0; row < subjects.length; row++) {
      int[] all = subjects[row] < 0 ? new int[0] : themesOfSubject[subjects[row]];
      // Only every second paper of a subject between two themes belongs to both.
      List<Integer> own = IntStream.of(all).limit(1 + row % 2).boxed().toList();
      for (int theme = 0; theme < themes.size(); theme++) {
        similarities[row * themes.size() + theme] =
            own.contains(theme) ? 0.6f - 0.1f * own.indexOf(theme) : 0.1f + 0.01f * (row % 7);
      }
      themesOf.add(own);
    }
    return ThemeAssignment.of(themes, similarities, themesOf);
  }

  private static Provenance provenance(int papers) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("topics", "auto");
    settings.put("seed", "42");
    return new Provenance(
        "0.1.0",
        List.of(new Provenance.Source("papers.txt", "0f".repeat(32))),
        "all-MiniLM-L6-v2",
        "all-MiniLM-L6-v2/mean/256",
        new Truncation(256, papers, papers / 3, 200L * papers, 20L * papers),
        settings);
  }
}
