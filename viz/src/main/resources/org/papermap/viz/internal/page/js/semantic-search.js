// @ts-check
/*
 * Finds the papers that mean what a query means, without the model. The words of the corpus have
 * vectors that were fitted to the model's, see WordSearch.java; the vector of a query is the sum of
 * its words' vectors.
 */

/**
 * What the search needs beside vectors; WordSearchPayload.java writes it. Vectors are whole steps, and
 * each axis has its own size of a step.
 *
 * @typedef {object} SemanticFacts
 * @property {number} axes the length of a vector
 * @property {string[]} words that have vectors
 * @property {number[]} wordSteps the size of a step, an axis each
 * @property {number[]} paperSteps the same for papers
 * @property {number} aheadStep the size of a step of typicality
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
  /* Papers that a query finds: a tenth of all, within what can be read. */
  const mostFound = Math.min(30, Math.max(10, Math.round(papers.count / 10)));
  const word = /[\p{L}\p{N}]+/gu;
  const [packedFacts, packedWords, packedPapers, packedAhead] = textOf('meaning').split('\n');
  /** @type {SemanticFacts | null} */
  let facts = null;
  /** @type {Map<string, number>} */
  let numbers = new Map();
  let wordSteps = new Int8Array(0);
  let vectors = new Float32Array(0);
  let typicality = new Float32Array(0);

  /** @param {string} packed */
  const steps = async (packed) => new Int8Array((await unpack.bytes(packed)).buffer);

  const prepare = async () => {
    if (!packedFacts) return;
    const read = /** @type {SemanticFacts} */ (await unpack.json(packedFacts));
    numbers = new Map(read.words.map((text, number) => [text, number]));
    wordSteps = await steps(packedWords);
    const paperSteps = await steps(packedPapers);
    vectors = Float32Array.from(paperSteps, (step, i) => step * read.paperSteps[i % read.axes]);
    typicality = Float32Array.from(await steps(packedAhead), (step) => step * read.aheadStep);
    facts = read;
    byId('meaning').remove();
  };

  /**
   * The weights of the known words of a text: one and the logarithm of how often a word comes.
   *
   * @param {string} text
   */
  const counts = (text) => {
    const times = /** @type {Map<number, number>} */ (new Map());
    for (const [one] of keywordSearch.fold(text).matchAll(word)) {
      const number = numbers.get(one);
      if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
    }
    return new Map([...times].map(([number, count]) => [number, 1 + Math.log(count)]));
  };

  /**
   * The direction of a text, or null where no word of it is known.
   *
   * @param {string} text
   * @param {SemanticFacts} facts
   */
  const direction = (text, { axes, wordSteps: sizes }) => {
    const sum = new Float32Array(axes);
    for (const [number, count] of counts(text)) {
      for (let j = 0; j < axes; j++) sum[j] += count * wordSteps[number * axes + j] * sizes[j];
    }
    const length = Math.hypot(...sum);
    return length > 0 ? sum.map((value) => value / length) : null;
  };

  /**
   * How near a paper is to a direction; a typical paper is nearer than its vector says.
   *
   * @param {Float32Array} target
   * @param {number} row
   */
  const score = (target, row) => {
    let sum = typicality[row];
    for (let j = 0, at = row * target.length; j < target.length; j++) sum += target[j] * vectors[at + j];
    return sum;
  };

  /**
   * The papers nearest in meaning, the nearest first; all of them for an empty query.
   *
   * @param {string} query
   * @returns {readonly number[]}
   */
  const find = (query) => {
    if (!facts || !query.trim()) return allRows();
    const target = direction(query, facts);
    if (!target) return [];
    const scores = Float32Array.from(allRows(), (row) => score(target, row));
    return [...allRows()].sort((a, b) => scores[b] - scores[a] || a - b).slice(0, mostFound);
  };

  return {
    /** Whether the file carries what this needs. */
    offered: Boolean(packedFacts),
    prepare,
    find,
    /** How good the search is, or null before it is prepared. */
    quality: () => facts?.quality ?? null,
  };
})();
