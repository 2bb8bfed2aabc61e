// @ts-check
/*
 * Where a text that is not on the map belongs: a title and an abstract, say. The papers that its words
 * find, by meaning and as words, are its neighbors; these draw it to its place as FittedLayout.java
 * does, and vote for its topic.
 */

/**
 * @typedef {object} Placed
 * @property {readonly number[]} nearest rows, the nearest first
 * @property {number} x from left (0) to right (1)
 * @property {number} y from bottom (0) to top (1)
 * @property {number} confidence the share of its nearest papers that are also nearest to it on the map
 * @property {number} topic -1 where it is like none of them, or its nearest papers are in none
 * @property {number} voters how many of its nearest papers are in that topic
 * @property {number} same the row of a paper with this text's beginning for a title, or -1
 */

const placing = (() => {
  const tuning = {
    neighbors: 15,
    wordShare: 0.5, // of words as they stand, beside what they mean
    reach: 4, // of a neighbor's attraction, in usual distances of papers
    widest: 0.3, // and no more than this share of the map
    farther: 0.02, // of the map's own papers are farther from their neighbors than what belongs to it
    judges: 5, // the neighbors that tell how far a text is
    sample: 100, // of the map's papers
  };
  const steps = 50; // after so many, means move by far less than a pixel
  const fewestWords = 12; // in the search box, of what is a text rather than a question
  const shortestTitle = 12; // characters
  const saturation = 1.2;
  const lengthWeight = 0.6;

  /**
   * BM25 of the words of a text, as a share of what a paper with all of them had.
   *
   * @param {readonly string[]} text
   */
  const wordScores = (text) => {
    const scores = new Float32Array(papers.count);
    const times = /** @type {Map<number, number>} */ (new Map());
    for (const word of text) {
      const number = words.isCommon(word) ? -1 : wordIndex.numberOf(word);
      if (number >= 0) times.set(number, (times.get(number) ?? 0) + 1);
    }
    let most = 0;
    for (const [number, often] of times) {
      const weight = (1 + Math.log(often)) * keywordSearch.rarity(wordIndex.papersWith(number));
      most += weight * (saturation + 1);
      wordIndex.forPapersWith(number, (row, amount) => {
        const length = 1 - lengthWeight + lengthWeight * wordIndex.length(row);
        scores[row] += (weight * amount * (saturation + 1)) / (amount + saturation * length);
      });
    }
    return most > 0 ? scores.map((score) => score / most) : scores;
  };

  /**
   * How near each paper is to a text; nothing where no word of it is known.
   *
   * @param {string} text
   */
  const nearness = (text) => {
    const all = words.of(text);
    const scores = wordScores(all);
    const target = semanticSearch.isReady() ? semanticSearch.directionOf(all) : null;
    if (!target && !scores.some((score) => score > 0)) return null;
    if (!target) return scores;
    const meant = semanticSearch.scoresFor(target);
    return meant.map((score, row) => (1 - tuning.wordShare) * score + tuning.wordShare * scores[row]);
  };

  /**
   * The rows of the highest scores, the highest first.
   *
   * @param {Float32Array} scores
   * @param {number} without a row that is left out, or -1
   */
  const highest = (scores, without) => {
    const rows = /** @type {number[]} */ ([]);
    const most = Math.min(tuning.neighbors, papers.count - (without < 0 ? 0 : 1));
    scores.forEach((score, row) => {
      if (row === without || (rows.length === most && score <= scores[rows[most - 1]])) return;
      let at = rows.length;
      while (at > 0 && scores[rows[at - 1]] < score) at--;
      rows.splice(at, 0, row);
      rows.length = Math.min(rows.length, most);
    });
    return rows;
  };

  /**
   * @param {Float32Array} scores
   * @param {readonly number[]} rows
   */
  const meanOfFirst = (scores, rows) => {
    const judges = rows.slice(0, tuning.judges);
    return judges.reduce((sum, row) => sum + scores[row], 0) / Math.max(1, judges.length);
  };

  /** @type {Promise<number> | null} */
  let far = null;
  /** What the neighbors of a text that is like none of the map's papers score less than. */
  const leastNearness = () => (far ??= (async () => {
    const stride = Math.max(1, Math.floor(papers.count / tuning.sample));
    const found = [];
    for (let row = 0; row < papers.count; row += stride) {
      const scores = nearness(`${papers.title(row)}\n${await papers.abstract(row)}`);
      if (scores) found.push(meanOfFirst(scores, highest(scores, row)));
    }
    return found.sort((a, b) => a - b)[Math.floor(tuning.farther * found.length)] ?? 0;
  })());

  /**
   * The place of the greatest attraction by these papers.
   *
   * @param {readonly number[]} rows
   */
  const placeAmong = (rows) => {
    const reach = Math.min(tuning.widest, tuning.reach / Math.sqrt(papers.count));
    /**
     * @param {number} row
     * @param {readonly [number, number]} at
     */
    const drawn = (row, at) =>
      1 / (1 + ((papers.x(row) - at[0]) / reach) ** 2 + ((papers.y(row) - at[1]) / reach) ** 2);
    let [best, most] = [/** @type {[number, number]} */ ([0.5, 0.5]), 0];
    for (const start of rows) {
      let at = /** @type {[number, number]} */ ([papers.x(start), papers.y(start)]);
      for (let step = 0; step < steps; step++) {
        let [sum, x, y] = [0, 0, 0];
        for (const row of rows) {
          const weight = drawn(row, at) ** 2;
          sum += weight;
          x += weight * papers.x(row);
          y += weight * papers.y(row);
        }
        at = [x / sum, y / sum];
      }
      const attraction = rows.reduce((sum, row) => sum + drawn(row, at), 0);
      if (attraction > most) [best, most] = [at, attraction];
    }
    return best;
  };

  /**
   * @param {readonly number[]} rows
   * @param {readonly [number, number]} at
   * @param {number} without
   */
  const keptAt = (rows, at, without) => {
    const near = new Float32Array(papers.count);
    for (let row = 0; row < near.length; row++) near[row] = -Math.hypot(papers.x(row) - at[0], papers.y(row) - at[1]);
    const onMap = new Set(highest(near, without));
    return rows.filter((row) => onMap.has(row)).length / rows.length;
  };

  /** @param {readonly number[]} rows */
  const vote = (rows) => {
    const votes = /** @type {Map<number, number>} */ (new Map());
    for (const row of rows) votes.set(papers.topic(row), (votes.get(papers.topic(row)) ?? 0) + 1);
    return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  };

  /** The paper whose title a text begins with. @param {string} text */
  const paperOf = (text) => {
    const begins = words.of(text).join(' ');
    return allRows().find((row) => {
      const title = words.of(papers.title(row)).join(' ');
      return title.length >= shortestTitle && (begins === title || begins.startsWith(`${title} `));
    }) ?? -1;
  };

  /**
   * @param {string} text
   * @param {number} [without] a row that is left out, or -1
   * @returns {Promise<Placed | null>} nothing where no word of the text is known
   */
  const find = async (text, without = -1) => {
    const scores = nearness(text);
    if (!scores || papers.count - (without < 0 ? 0 : 1) < 1) return null;
    const nearest = highest(scores, without).filter((row) => scores[row] > 0);
    if (!nearest.length) return null;
    const at = placeAmong(nearest);
    const isFar = meanOfFirst(scores, nearest) < await leastNearness();
    const [topic, voters] = isFar ? [-1, 0] : vote(nearest);
    return {
      nearest, x: at[0], y: at[1], confidence: keptAt(nearest, at, without), topic, voters,
      same: without < 0 ? paperOf(text) : -1,
    };
  };

  return {
    find,
    tuning,
    /** Whether what is in the search box is a text. @param {string} query */
    isText: (query) => words.of(query).length >= fewestWords,
  };
})();
