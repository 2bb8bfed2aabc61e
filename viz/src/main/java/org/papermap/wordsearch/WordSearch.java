package org.papermap.wordsearch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.corpus.Sentences;
import org.papermap.embed.Embedder;
import org.papermap.math.UnitLength;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// A search by meaning that needs no model: a vector for each word of the corpus, fitted so that
/// weighted sums of words come near the vectors that the model gives to the same texts. It is small
/// enough to go into a page, where no model is.
///
/// The texts it is fitted to are the corpus's titles, abstracts and single sentences; the words'
/// vectors are those of a ridge regression on their bags of words. A question is the sum of its
/// words' vectors, and a paper answers it by their dot product along the widest axes of the corpus,
/// to which a share of the paper's likeness to the mean paper is added, because the axes leave the
/// mean out. The words' vectors and the papers' are kept as small whole steps.
///
/// Every fourth title, and at most 300, is kept out of the fit: [#quality()] tells how many of the
/// model's own ten nearest papers the search finds for those. On 9,868 papers that is .54, where
/// keywords find .24, in 2 MB of a page. Five sentences a paper, 160 axes and finer steps find .58
/// in twice the bytes, and 256 axes .59; of that, .03 are owed to the sentences. Pairs of
/// neighboring words bring nothing.
///
/// Immutable and safe to use from any thread; equal papers and vectors give equal searches.
public final class WordSearch {
  /// Below that many papers there is too little to learn the words from, or to measure it by.
  private static final int FEWEST_PAPERS = 40;

  private static final int AXES = 128;

  /// Sentences are embedded for this search alone: five a paper, but fewer of many papers, so that
  /// they take less time than the abstracts do.
  private static final int MOST_SENTENCES = 5;

  private static final int FEWEST_SENTENCES = 2;
  private static final int SENTENCES_IN_ALL = 30_000;

  /// What is shorter is a heading rather than a sentence.
  private static final int SHORTEST_SENTENCE = 30;

  private static final int MOST_WORDS = 8_000;

  /// Abstracts are most of what there is to read: of 9,868 papers half of them find .537 instead of
  /// .539, from seven tenths of the words.
  private static final int MOST_ABSTRACTS = 5_000;

  /// A word that fewer papers have says little about any other; small corpora cannot choose.
  private static final int COMMON = 4;

  private static final int SMALL = 1000;

  /// Between .5 and 2 it does not matter, see [RidgeRegression].
  private static final float PENALTY = 1;

  /// What likeness to the mean paper counts beside likeness along the axes; .3 to .5 do as well.
  private static final float TYPICALITY = 0.4f;

  /// Steps to a standard deviation: finer ones find half a per cent more in twice the bytes.
  private static final double WORD_STEPS = 2;

  private static final double PAPER_STEPS = 3;

  /// The one column of typicality is worth being exact.
  private static final double TYPICALITY_STEPS = 24;

  private static final int ASKED_OF = 4;
  private static final int MOST_ASKED = 300;

  private final WordRanking ranking;
  private final SearchQuality quality;

  private WordSearch(WordRanking ranking, SearchQuality quality) {
    this.ranking = ranking;
    this.quality = quality;
  }

  /// The search over a corpus; none where it has fewer than 40 papers.
  ///
  /// @param vectors the papers' vectors by this embedder's model
  /// @throws IOException if the model or its cache cannot be read
  public static Optional<WordSearch> fit(
      Corpus corpus, EmbeddingMatrix vectors, Embedder embedder, ProgressListener progress)
      throws IOException {
    List<String> questions = questions(corpus);
    return questions.isEmpty()
        ? fit(corpus, vectors, questions, vectors)
        : fit(
            corpus,
            vectors,
            questions,
            embedder.embed(questions, TextKind.QUERY, progress).vectors());
  }

  /// The texts that the search over a corpus is fitted to beside the papers, which are to be
  /// embedded as queries: all titles, then sentences. None where there are fewer than 40 papers.
  public static List<String> questions(Corpus corpus) {
    if (corpus.size() < FEWEST_PAPERS) {
      return List.of();
    }
    int each = Math.clamp(SENTENCES_IN_ALL / corpus.size(), FEWEST_SENTENCES, MOST_SENTENCES);
    return Stream.concat(
            corpus.papers().stream().map(Paper::title),
            corpus.papers().parallelStream().flatMap(paper -> sentences(paper, each).stream()))
        .toList();
  }

  /// The search over a corpus whose questions are embedded already; none where there are none.
  ///
  /// @param vectors the papers' vectors
  /// @param questions as [#questions] gives them
  /// @param answers the questions' vectors by the same model
  public static Optional<WordSearch> fit(
      Corpus corpus, EmbeddingMatrix vectors, List<String> questions, EmbeddingMatrix answers) {
    if (corpus.size() != vectors.rows()) {
      throw new IllegalArgumentException(
          "%d papers beside %d vectors. Give those of the same papers."
              .formatted(corpus.size(), vectors.rows()));
    }
    return questions.isEmpty()
        ? Optional.empty()
        : Optional.of(distilled(corpus.texts(), vectors, questions, answers));
  }

  /// Some of a paper's sentences, evenly spread over its abstract.
  private static List<String> sentences(Paper paper, int most) {
    List<String> all =
        Sentences.of(paper.abstractText()).stream()
            .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
            .toList();
    int taken = Math.min(most, all.size());
    return IntStream.range(0, taken).mapToObj(i -> all.get(i * all.size() / taken)).toList();
  }

  /// @param questions the papers' titles in the order of the papers, then further texts
  private static WordSearch distilled(
      List<String> texts,
      EmbeddingMatrix vectors,
      List<String> questions,
      EmbeddingMatrix answers) {
    int leastPapers = texts.size() < SMALL ? 2 : COMMON;
    WordTimes times = WordTimes.of(texts);
    Vocabulary vocabulary = Vocabulary.of(times, leastPapers, MOST_WORDS);
    SparseRows papers = vocabulary.bags(times);
    SparseRows asked = vocabulary.bags(WordTimes.of(questions));
    // The titles that are kept out of the fit.
    int[] held = spread(Math.min(MOST_ASKED, texts.size() / ASKED_OF), texts.size());
    int[] kept =
        IntStream.range(0, questions.size())
            .filter(row -> Arrays.binarySearch(held, row) < 0)
            .toArray();
    AxisProjection axes = AxisProjection.of(vectors, Math.min(AXES, vectors.dimension()));

    int[] read = spread(Math.min(MOST_ABSTRACTS, texts.size()), texts.size());
    SparseRows learnt = papers.select(read).followedBy(asked, kept);
    float[] target = new float[learnt.size() * axes.count()];
    float[] places = axes.project(vectors);
    copyRows(places, read, target, 0, axes.count());
    copyRows(axes.project(answers), kept, target, read.length, axes.count());
    float[][] coefficients =
        RidgeRegression.fit(learnt, vocabulary.size(), target, axes.count(), PENALTY);

    UnitLength.scaleRows(places, axes.count());
    WordRanking ranking =
        new WordRanking(
            vocabulary,
            Codes.of(weighted(coefficients, vocabulary, axes.count()), axes.count(), WORD_STEPS),
            Codes.of(places, axes.count(), PAPER_STEPS),
            Codes.of(typicality(vectors, axes), 1, TYPICALITY_STEPS));
    SearchTrial trial =
        new SearchTrial(
            IntStream.of(held).mapToObj(questions::get).toList(), vectors, answers.select(held));
    KeywordSearch byWords = KeywordSearch.of(papers, vocabulary.size());
    return new WordSearch(ranking, trial.quality(ranking, byWords, asked, held));
  }

  /// So many of all rows, evenly spread.
  private static int[] spread(int count, int rows) {
    return IntStream.range(0, count).map(i -> (int) ((long) i * rows / count)).toArray();
  }

  /// Copies some rows to where they follow one another from a row on.
  private static void copyRows(float[] from, int[] rows, float[] to, int first, int columns) {
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(from, rows[i] * columns, to, (first + i) * columns, columns);
    }
  }

  /// A word's weight is part of its vector, so that a question need only add.
  private static float[] weighted(float[][] coefficients, Vocabulary vocabulary, int columns) {
    float[] weighted = new float[coefficients.length * columns];
    for (int word = 0; word < coefficients.length; word++) {
      for (int j = 0; j < columns; j++) {
        weighted[word * columns + j] = coefficients[word][j] * vocabulary.weight(word);
      }
    }
    return weighted;
  }

  /// Each paper's, from the mean of all: what all have in common decides nothing.
  private static float[] typicality(EmbeddingMatrix vectors, AxisProjection axes) {
    float[] typicality = new float[vectors.rows()];
    double sum = 0;
    for (int row = 0; row < typicality.length; row++) {
      typicality[row] = TYPICALITY * axes.typicality(vectors.row(row));
      sum += typicality[row];
    }
    float mean = (float) (sum / typicality.length);
    for (int row = 0; row < typicality.length; row++) {
      typicality[row] -= mean;
    }
    return typicality;
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

  /// The words that are known, without case and accents, in the order of the alphabet.
  public List<String> words() {
    return ranking.vocabulary().words();
  }

  /// How many numbers the vector of a word has.
  public int axes() {
    return ranking.words().columns();
  }

  /// The vectors of the words, a row of [#axes()] whole steps for each; a copy.
  public byte[] wordCodes() {
    return ranking.words().codes();
  }

  /// How long a step of the words' vectors is, for each axis; a copy.
  public float[] wordSteps() {
    return ranking.words().steps();
  }

  /// The vectors of the papers, in the same form.
  public byte[] paperCodes() {
    return ranking.papers().codes();
  }

  /// How long a step of the papers' vectors is, for each axis; a copy.
  public float[] paperSteps() {
    return ranking.papers().steps();
  }

  /// What each paper is ahead by, whatever the question, in whole steps; a copy.
  public byte[] typicalityCodes() {
    return ranking.typicality().codes();
  }

  /// How long a step of that is.
  public float typicalityStep() {
    return ranking.typicality().steps()[0];
  }
}
