// @ts-check
/*
 * Finds the papers that mean what a query means, without the model. The words of the corpus have
 * vectors that were fitted to the model's, see WordSearch.java; the vector of a query is the sum of
 * its words' vectors.
 */

/**
 * What the search needs beside vectors; WordSearchPayload.java writes it. Vectors are whole steps, an
 * axis after the other.
 *
 * @typedef {object} SemanticFacts
 * @property {number} axes the length of a vector
 * @property {string[]} words that have vectors, and pairs of words, with a space between them
 * @property {number} wordStep the size of a step of words, which does not matter for a direction
 * @property {number} paperStep the same for papers
 * @property {number} aheadStep the size of a step of typicality
 * @property {number} chance the score of the fifth paper for words that have nothing to do with one another
 * @property {SearchQuality} quality
 */

/**
 * How many of the model's own ten nearest papers to a title are found, as a mean share.
 *
 * @typedef {object} SearchQuality
 * @property {number} queries how many titles were asked
 * @property {number} meaning the share that the search by meaning finds
 * @property {number} keywords the share that keywords find
 */

const semanticSearch = (() => {
  const commonWeight = 0.15; // of a word that says nothing of a subject
  /** @type {SemanticFacts | null} */
  let facts = null;
  /** @type {Map<string, number>} */
  let numbers = new Map();
  /* One form of each word, for forms that the corpus has not. */
  const byStem = /** @type {Map<string, number>} */ (new Map());
  let wordSteps = new Int8Array(0);
  let vectors = new Float32Array(0);
  let typicality = new Float32Array(0);

  /** @param {string} packed */
  const steps = async (packed) => new Int8Array((await unpack.bytes(packed)).buffer);

  const prepare = async () => {
    const [packedFacts, packedWords, packedPapers, packedAhead] = textOf('meaning').split('\n');
    if (!packedFacts) return;
    const read = /** @type {SemanticFacts} */ (await unpack.json(packedFacts));
    numbers = new Map(read.words.map((text, number) => [text, number]));
    read.words.forEach((text, number) => {
      if (!text.includes(' ')) byStem.set(words.stem(text), number);
    });
    wordSteps = await steps(packedWords);
    const paperSteps = await steps(packedPapers);
    vectors = new Float32Array(paperSteps.length);
    for (let j = 0, from = 0; j < read.axes; j++) {
      for (let at = j; at < vectors.length; at += read.axes) vectors[at] = paperSteps[from++] * read.paperStep;
    }
    typicality = Float32Array.from(await steps(packedAhead), (step) => step * read.aheadStep);
    facts = read;
    byId('meaning').remove();
  };

  /**
   * How often a text has each known word; a pair of words counts once.
   *
   * @param {readonly string[]} text
   */
  const counts = (text) => {
    const times = /** @type {Map<number, number>} */ (new Map());
    for (const one of text) {
      const number = numbers.get(one) ?? byStem.get(words.stem(one));
      if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
    }
    text.forEach((one, i) => {
      const pair = i ? numbers.get(`${text[i - 1]} ${one}`) : undefined;
      if (pair !== undefined) times.set(pair, 1);
    });
    return times;
  };

  /** @param {Float32Array} vector */
  const unit = (vector) => {
    const length = Math.hypot(...vector);
    return length > 0 ? vector.map((value) => value / length) : null;
  };

  /**
   * The direction of a text, or null where no word of it is known. A word that comes again counts
   * one and the logarithm of how often it comes.
   *
   * @param {readonly string[]} text its words
   */
  const directionOf = (text) => {
    if (!facts) return null;
    const { axes, words: known } = facts;
    const sum = new Float32Array(axes);
    for (const [number, times] of counts(text)) {
      const isCommon = known[number].split(' ').every(words.isCommon);
      const weight = (1 + Math.log(times)) * (isCommon ? commonWeight : 1);
      for (let j = 0; j < axes; j++) sum[j] += weight * wordSteps[j * known.length + number];
    }
    return unit(sum);
  };

  /**
   * How near each paper is to a direction; a typical paper is nearer than its vector says.
   *
   * @param {Float32Array} target
   */
  const scoresFor = (target) => {
    const scores = typicality.slice();
    for (let row = 0, at = 0; row < scores.length; row++) {
      for (let j = 0; j < target.length; j++, at++) scores[row] += target[j] * vectors[at];
    }
    return scores;
  };

  return {
    /** Whether the file carries what this needs, and that is read. */
    isReady: () => facts !== null,
    prepare,
    directionOf,
    scoresFor,
    unit,
    /** @param {number} row */
    vectorOf: (row) => {
      const axes = facts?.axes ?? 0;
      return vectors.subarray(row * axes, (row + 1) * axes);
    },
    /**
     * How much a word has in common with a direction, from -1 to 1; 0 where it is unknown.
     *
     * @param {string} word
     * @param {Float32Array} target
     */
    likeness: (word, target) => {
      const own = directionOf([word]);
      return own && !words.isCommon(word) ? own.reduce((sum, value, j) => sum + value * target[j], 0) : 0;
    },
    /** The score of the fifth paper for words that have nothing to do with one another. */
    chance: () => facts?.chance ?? 0,
    /** How good the search is, or null before it is prepared. */
    quality: () => facts?.quality ?? null,
  };
})();
