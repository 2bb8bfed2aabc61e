package org.papermap.wordsearch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.math.UnitLength;
import org.papermap.vectors.EmbeddingMatrix;

/// A search by meaning that needs no model: a vector for each word of the corpus, fitted by ridge
/// regression so that the weighted sum of a text's words comes near the vector that the model gives
/// to the text. A paper answers a question by the dot product of both along the widest axes of the
/// corpus. It is small enough to go into a page, where no model is.
///
/// Every fourth title, and at most 300, is kept out of the fit: [#quality()] is measured on those.
/// Equal papers and vectors give equal searches. Immutable and safe to use from any thread. What
/// was tried stands in `viz/docs/search.md`.
public final class WordSearch {
  /// With fewer papers there is too little to fit words to, and to measure the result by.
  private static final int FEWEST_PAPERS = 40;

  private static final int AXES = 192;

  /// Sentences are embedded for this search alone: five a paper, but fewer of many papers, so that
  /// they take less time than the abstracts do.
  private static final int MOST_SENTENCES = 5;

  private static final int FEWEST_SENTENCES = 2;
  private static final int SENTENCES_IN_ALL = 30_000;

  private static final int MOST_WORDS = 8_000;

  /// Abstracts are most of what there is to read: of 9,868 papers half of them find .537 instead of
  /// .539, from seven tenths of the words.
  private static final int MOST_ABSTRACTS = 5_000;

  /// A word that fewer papers have says little about any other; small corpora cannot choose.
  private static final int COMMON = 4;

  private static final int SMALL = 1000;

  /// Steps to a standard deviation; see `viz/docs/search.md` for what others find.
  private static final double WORD_STEPS = 2.5;

  private static final double PAPER_STEPS = 3.5;

  private static final int ASKED_OF = 4;
  private static final int MOST_ASKED = 300;

  private final WordRanking ranking;
  private final SearchQuality quality;

  private WordSearch(WordRanking ranking, SearchQuality quality) {
    this.ranking = ranking;
    this.quality = quality;
  }

  /// What the search over a corpus is fitted to beside the papers.
  public static Questions questions(Corpus corpus) {
    if (corpus.size() < FEWEST_PAPERS) {
      TermCounts none = TermCounts.of(List.of());
      return new Questions(none, vocabulary(none), 0, List.of());
    }
    int each = Math.clamp(SENTENCES_IN_ALL / corpus.size(), FEWEST_SENTENCES, MOST_SENTENCES);
    TermCounts times = TermCounts.of(corpus.texts());
    // Few papers are not worth the time of asking for each word.
    Vocabulary vocabulary = vocabulary(times);
    List<String> alone = corpus.size() < SMALL ? List.of() : vocabulary.words();
    List<String> texts =
        Stream.of(
                corpus.papers().stream().map(Paper::title),
                corpus.papers().parallelStream()
                    .flatMap(paper -> WordSearchFit.sentences(paper, each).stream()),
                alone.stream())
            .flatMap(it -> it)
            .toList();
    return new Questions(times, vocabulary, alone.size(), texts);
  }

  /// The texts that a search is fitted to beside the papers: all titles in the order of the papers,
  /// then sentences, then words one by one. None where there are fewer than 40 papers. Immutable.
  public static final class Questions {
    private final TermCounts times;
    private final Vocabulary vocabulary;
    private final int alone;
    private final List<String> texts;

    private Questions(TermCounts times, Vocabulary vocabulary, int alone, List<String> texts) {
      this.times = times;
      this.vocabulary = vocabulary;
      this.alone = alone;
      this.texts = texts;
    }

    /// The texts, which are to be embedded as queries.
    public List<String> texts() {
      return texts;
    }
  }

  private static Vocabulary vocabulary(TermCounts times) {
    boolean small = times.counts().size() < SMALL;
    return Vocabulary.of(
        times, small ? 2 : COMMON, MOST_WORDS, small ? List.of() : GeneralWords.all());
  }

  /// The search over a corpus whose questions are embedded already; none where there are none.
  ///
  /// @param vectors the papers' vectors
  /// @param questions as [#questions] gives them
  /// @param answers the questions' vectors by the same model
  public static Optional<WordSearch> fit(
      EmbeddingMatrix vectors, Questions questions, EmbeddingMatrix answers) {
    if (questions.texts.isEmpty()) {
      return Optional.empty();
    }
    int papers = questions.times.counts().size();
    if (papers != vectors.rows()) {
      throw new IllegalArgumentException(
          "%d papers beside %d vectors. Give those of the same papers."
              .formatted(papers, vectors.rows()));
    }
    return Optional.of(distilled(vectors, questions, answers));
  }

  /// The search that a page carries, of the vectors that it tells.
  public static WordSearch carried(
      List<String> words,
      QuantizedRows wordVectors,
      QuantizedRows paperVectors,
      QuantizedRows typicality,
      SearchQuality quality) {
    return new WordSearch(
        new WordRanking(Vocabulary.known(words), wordVectors, paperVectors, typicality), quality);
  }

  /// The same search when the map has grown: words, and papers that stay, keep their vectors.
  ///
  /// @param rows of each paper its row on this map, or −1 where it is new or has another text; one
  ///   or more are not
  /// @param vectors of the papers, by the same model
  public WordSearch grown(int[] rows, EmbeddingMatrix vectors) {
    return GrownWordSearch.of(this, rows, vectors);
  }

  private static WordSearch distilled(
      EmbeddingMatrix vectors, Questions questions, EmbeddingMatrix answers) {
    int size = vectors.rows();
    Vocabulary vocabulary = questions.vocabulary;
    int whole = questions.texts.size() - questions.alone;
    SparseRows papers = vocabulary.bags(questions.times);
    TermCounts askedTimes = TermCounts.of(questions.texts.subList(0, whole));
    SparseRows asked = vocabulary.bags(askedTimes);
    // The titles that are kept out of the fit.
    int[] held = WordSearchFit.spread(Math.min(MOST_ASKED, size / ASKED_OF), size);
    int[] kept =
        IntStream.range(0, whole).filter(row -> Arrays.binarySearch(held, row) < 0).toArray();
    AxisProjection axes = AxisProjection.of(vectors, Math.min(AXES, vectors.dimension()));
    int[] read = WordSearchFit.spread(Math.min(MOST_ABSTRACTS, size), size);
    SparseRows training = papers.select(read).followedBy(asked, kept);
    float[] target = new float[training.size() * axes.count()];
    float[] places = axes.project(vectors);
    float[] answered = axes.project(answers);
    WordSearchFit.copyRows(places, read, target, 0, axes.count());
    WordSearchFit.copyRows(answered, kept, target, read.length, axes.count());
    float[] words = Arrays.copyOfRange(answered, whole * axes.count(), answered.length);
    // How long a text's vector is says nothing of what it is about.
    UnitLength.scaleRows(target, axes.count());
    float[][] coefficients =
        WordSearchFit.coefficients(words, training, vocabulary.size(), target, axes.count());
    boolean small = size < SMALL;
    List<int[]> sequences =
        small
            ? List.of()
            : Stream.concat(
                    vocabulary.sequences(questions.times, read).stream(),
                    vocabulary.sequences(askedTimes, kept).stream())
                .toList();
    WordPairs pairs = WordSearchFit.pairs(sequences, vocabulary, training, target, coefficients);

    UnitLength.scaleRows(places, axes.count());
    WordRanking plain =
        new WordRanking(
            vocabulary.with(pairs.pairs()),
            QuantizedRows.of(
                WordSearchFit.weighted(coefficients, pairs, vocabulary, axes.count()),
                axes.count(),
                WORD_STEPS),
            QuantizedRows.of(places, axes.count(), PAPER_STEPS),
            WordSearchFit.typicality(WordSearchFit.typicalities(vectors, axes)));
    int[] titles = IntStream.of(kept).filter(row -> row < size).toArray();
    WordRanking ranking =
        small ? plain : TypicalityFit.corrected(plain, questions.texts, titles, vectors, answers);
    SearchTrial trial =
        new SearchTrial(
            IntStream.of(held).mapToObj(questions.texts::get).toList(),
            vectors,
            answers.select(held));
    KeywordSearch byWords = KeywordSearch.of(papers, vocabulary.size());
    return new WordSearch(ranking, trial.quality(ranking, byWords, asked, held));
  }

  /// The rows of the `k` papers that answer a question best, the best first; none when no word of
  /// it is known. Ties go to the lower row.
  ///
  /// @param question any text
  public List<Integer> nearest(String question, int k) {
    return ranking.nearest(List.of(question), k).getFirst();
  }

  /// How well the search does beside keywords.
  public SearchQuality quality() {
    return quality;
  }

  /// The score of the fifth paper for words that have nothing to do with one another.
  public double chance() {
    return ranking.chance();
  }

  /// The words that are known, without case and accents, in the order of the alphabet; then pairs
  /// of words, likewise, with a space between them.
  public List<String> words() {
    return ranking.vocabulary().words();
  }

  /// The vectors of the words and pairs, a row each, each with its weight.
  public QuantizedRows wordVectors() {
    return ranking.words();
  }

  /// The vectors of the papers, a row each, along the same axes.
  public QuantizedRows paperVectors() {
    return ranking.papers();
  }

  /// The score that each paper is ahead by for every question: one column.
  public QuantizedRows typicality() {
    return ranking.typicality();
  }

  /// How well a search finds what the model itself would find: the mean share of the model's own
  /// ten nearest papers that are among the search's ten, over titles that the search was not fitted
  /// to.
  ///
  /// @param queries how many titles were asked
  /// @param meaning the share that the search by meaning finds, in [0, 1]
  /// @param keywords the share that the cosine of weighted words finds, in [0, 1]
  public record SearchQuality(int queries, double meaning, double keywords) {
    /// How much more the search must find than keywords do, to be worth its bytes: a paper in
    /// twenty.
    private static final double CLEARLY = 0.05;

    /// Whether the search is clearly better than keywords are.
    public boolean worthwhile() {
      return meaning >= keywords + CLEARLY;
    }
  }

  /// Rows of numbers by scalar quantization: whole numbers in [-127, 127] of one step. The narrower
  /// a column, the more of its numbers are 0, which a general compressor packs well: with one step
  /// for all, an axis takes bytes in proportion to its information. Immutable.
  public static final class QuantizedRows {
    private final byte[] codes;
    private final int columns;
    private final float step;

    private QuantizedRows(byte[] codes, int columns, float step) {
      this.codes = codes;
      this.columns = columns;
      this.step = step;
    }

    /// @param values rows of `columns`
    /// @param perDeviation steps to the standard deviation of all values
    static QuantizedRows of(float[] values, int columns, double perDeviation) {
      double squared = 0;
      for (float value : values) {
        squared += (double) value * value;
      }
      float step = (float) (Math.sqrt(squared / Math.max(1, values.length)) / perDeviation);
      byte[] codes = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        codes[i] = step > 0 ? (byte) Math.clamp(Math.round(values[i] / step), -127, 127) : 0;
      }
      return new QuantizedRows(codes, columns, step);
    }

    /// Rows that a page carries.
    ///
    /// @param turned column after column, as [#codes()] gives them
    public static QuantizedRows stored(byte[] turned, int columns, float step) {
      if (columns < 1 || turned.length % columns != 0) {
        throw new IllegalArgumentException(
            "%d codes in rows of %d. Give whole rows.".formatted(turned.length, columns));
      }
      return new QuantizedRows(
          WordSearchFit.turned(turned, turned.length / columns), columns, step);
    }

    /// Some of these rows and others, with the same step.
    ///
    /// @param from of each row the one here that it is, or −1
    /// @param others the values of a row that is none of these
    QuantizedRows with(int[] from, IntFunction<double[]> others) {
      byte[] mixed = new byte[from.length * columns];
      for (int row = 0; row < from.length; row++) {
        if (from[row] >= 0) {
          System.arraycopy(codes, from[row] * columns, mixed, row * columns, columns);
        } else {
          double[] values = others.apply(row);
          for (int j = 0; j < columns; j++) {
            double whole = step > 0 ? Math.rint(values[j] / step) : 0;
            mixed[row * columns + j] = (byte) Math.clamp(whole, -127, 127);
          }
        }
      }
      return new QuantizedRows(mixed, columns, step);
    }

    /// The number of columns.
    public int columns() {
      return columns;
    }

    /// The number of rows.
    int rows() {
      return columns == 0 ? 0 : codes.length / columns;
    }

    float value(int row, int column) {
      return codes[row * columns + column] * step;
    }

    /// All values, row after row.
    float[] values() {
      float[] values = new float[codes.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = codes[i] * step;
      }
      return values;
    }

    /// The whole numbers, column after column; a copy.
    public byte[] codes() {
      return WordSearchFit.turned(codes, columns);
    }

    /// What one of the whole numbers stands for.
    public float step() {
      return step;
    }
  }
}
