// @ts-check
/*
 * What a query finds: papers that it names, papers that have its words, and papers near it in
 * meaning, as one list. Papers that a reader wants more or less of shift the meaning (Rocchio,
 * "Relevance feedback in information retrieval", 1971).
 */

/**
 * @typedef {object} Found
 * @property {readonly number[]} rows the best first
 * @property {'all' | 'named' | 'asked'} kind all papers, those named by ids or links, or those found
 * @property {number} withWords how many of the first rows have the words that were asked for
 * @property {readonly QueryPart[]} parts
 * @property {Float32Array | null} target the direction of what was asked for
 * @property {boolean} meant whether the query has more than common words
 */

const search = (() => {
  const tuning = {
    mostNear: 30, // papers that are near in meaning alone
    wordShare: 0.5,
    // A paper with less of the query's words has to be near in meaning.
    enoughWords: 0.999,
    someWords: 0.3,
    usualWords: 0.6,
    leastKnown: 0.25,
    // What the fifth paper scores more than by chance, where some are near. The more of the words one
    // paper has, the less it need be.
    aboveChance: 0.02,
    wordsCount: 0.15,
    // Each paper that is near: more than by chance, as a share of the best, and with some of the words.
    nearShare: 0.72,
    belowChanceWithWords: 0.09,
    farBelowChance: 0.19, // what is farther has no share in the order
    fewestLike: 10, // papers like others are always found
    liked: 1,
    disliked: 0.6,
  };
  const chunk = 2048; // papers that are read at a time

  /** @returns {Promise<void>} */
  const yieldToBrowser = () => new Promise((done) => setTimeout(done));

  /**
   * Reads a field of all papers, and lets the browser draw in between.
   *
   * @param {'title' | 'authors' | 'names'} field
   * @param {(row: number) => string} text
   */
  const read = async (field, text) => {
    const writer = wordIndex.writer(field);
    for (let row = 0; row < papers.count; row++) {
      writer.add(text(row));
      if (row % chunk === chunk - 1) await yieldToBrowser();
    }
    writer.done();
  };

  /** @param {number} row */
  const namesOf = (row) => {
    const subtopic = papers.subtopic(row);
    const names = papers.themes(row).map((theme) => meta.themes[theme].name);
    if (papers.topic(row) >= 0) names.push(topicName(papers.topic(row)));
    if (subtopic >= 0) names.push(meta.subtopics[subtopic].name);
    return names.join(' ');
  };

  const readAbstracts = async () => {
    if (!papers.abstractBlocks()) return;
    const writer = wordIndex.writer('abstract');
    const numbers = wordIndex.numbersOf(await papers.dictionary());
    for (let number = 0; number < papers.abstractBlocks(); number++) {
      writer.addCoded(await papers.abstractsOf(number), numbers);
      await yieldToBrowser();
    }
    writer.done();
  };

  let ready = false;

  const prepare = async () => {
    await read('title', papers.title);
    await read('authors', (row) => papers.authors(row).join(' '));
    await read('names', namesOf);
    wordIndex.turn();
    ready = true;
    await readAbstracts();
    wordIndex.turn();
    await semanticSearch.prepare();
    last = null;
  };

  /**
   * The direction of what is asked for: the query's, moved towards papers that are liked and away
   * from others.
   *
   * @param {string} query
   * @param {readonly number[]} more
   * @param {readonly number[]} less
   */
  const targetOf = (query, more, less) => {
    const own = semanticSearch.directionOf(words.of(query));
    if (!more.length && !less.length) return own;
    const sum = own ? own.slice() : new Float32Array(semanticSearch.vectorOf(0).length);
    for (const [rows, weight] of /** @type {const} */ ([[more, tuning.liked], [less, -tuning.disliked]])) {
      for (const row of rows) {
        semanticSearch.vectorOf(row).forEach((value, j) => {
          sum[j] += (weight * value) / rows.length;
        });
      }
    }
    return semanticSearch.unit(sum);
  };

  /**
   * @param {Float32Array} scores
   * @param {number} count
   */
  const topOf = (scores, count) =>
    [...allRows()].sort((a, b) => scores[b] - scores[a] || a - b).slice(0, count);

  /** @param {Float32Array} scores */
  const highest = (scores) => scores.reduce((most, score) => Math.max(most, score), 0);

  /**
   * @param {string} query
   * @param {readonly number[]} more
   * @param {readonly number[]} less
   * @returns {Found}
   */
  const ranked = (query, more, less) => {
    const match = keywordSearch.find(query);
    const feedback = more.length + less.length > 0;
    const target = semanticSearch.isReady() && (match.meant || feedback) ? targetOf(query, more, less) : null;
    const near = target ? semanticSearch.scoresFor(target) : new Float32Array(papers.count);
    const [mostWords, mostNear] = [highest(match.scores), highest(near)];
    const chance = semanticSearch.chance();
    const fifth = near[topOf(near, 5).at(-1) ?? 0] ?? 0;
    const sure = fifth + tuning.wordsCount * (highest(match.coverage) - tuning.usualWords);
    const trusted = target && (feedback || (match.known >= tuning.leastKnown && sure >= chance + tuning.aboveChance));
    const leastNear = Math.max(chance, tuning.nearShare * mostNear);
    const farthest = chance - tuning.farBelowChance;
    const likest = feedback ? new Set(topOf(near, tuning.fewestLike + more.length + less.length)) : null;
    const withWords = new Uint8Array(papers.count);
    const scores = new Float32Array(papers.count);
    const candidates = [];
    for (let row = 0; row < papers.count; row++) {
      const wordScore = mostWords > 0 ? match.scores[row] / mostWords : 0;
      const nearScore = mostNear > farthest ? Math.max(0, near[row] - farthest) / (mostNear - farthest) : 0;
      scores[row] = tuning.wordShare * wordScore + (1 - tuning.wordShare) * nearScore;
      const full = match.meant && match.coverage[row] >= tuning.enoughWords;
      const some = match.coverage[row] >= tuning.someWords;
      withWords[row] = full ? 1 : 0;
      if (full || likest?.has(row) || (trusted && (near[row] >= leastNear
        || (some && near[row] >= chance - tuning.belowChanceWithWords)))) {
        candidates.push(row);
      }
    }
    const hidden = new Set([...more, ...less]);
    candidates.sort((a, b) => scores[b] - scores[a] || a - b);
    let left = tuning.mostNear;
    const rows = candidates.filter((row) => !hidden.has(row) && (withWords[row] || left-- > 0));
    if (!match.meant && !feedback) {
      return { rows: allRows(), kind: 'asked', withWords: 0, parts: match.parts, target: null, meant: false };
    }
    return {
      rows, kind: 'asked', parts: match.parts, target, meant: true,
      withWords: rows.reduce((sum, row) => sum + withWords[row], 0),
    };
  };

  /** @type {{query: string, more: readonly number[], less: readonly number[], found: Found} | null} */
  let last = null;

  /**
   * @param {string} query
   * @param {readonly number[]} [more] rows of papers to find more like
   * @param {readonly number[]} [less] rows of papers to find less like
   * @returns {Found}
   */
  const find = (query, more = [], less = []) => {
    if (last && last.query === query && last.more === more && last.less === less) return last.found;
    const asked = (query.trim() || more.length || less.length) && ready;
    const named = asked ? queryParser.rowsNamed(query) : null;
    const found = /** @type {Found} */ (!asked || named
      ? { rows: named ?? allRows(), kind: named ? 'named' : 'all', withWords: 0, parts: [], target: null, meant: true }
      : ranked(query, more, less));
    last = { query, more, less, found };
    return found;
  };

  return { prepare, find, tuning };
})();
