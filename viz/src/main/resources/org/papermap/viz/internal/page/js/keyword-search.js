// @ts-check
/*
 * Ranks papers by the words of a query: BM25 (Robertson and Zaragoza, doi:10.1561/1500000019), with
 * phrases, forms of words, years, and a bonus where words stand side by side as in the query.
 */

/**
 * What the words of a query find.
 *
 * @typedef {object} KeywordMatch
 * @property {QueryPart[]} parts
 * @property {Float32Array} scores a paper's, as a share of the highest that is possible
 * @property {Float32Array} coverage the share of the query that a paper has, by weight
 * @property {number} known the share of the query that any paper has
 * @property {boolean} meant whether the query has more than common words
 */

const keywordSearch = (() => {
  const saturation = 1.2;
  const lengthWeight = 0.6;
  const nearbyBonus = 0.5;
  const mostChecked = 400; // papers in which the order of words is looked at

  /**
   * The papers that have one part, and how much of it each has.
   *
   * @param {QueryPart} part
   */
  const holdersOf = ({ sequence, year }) => {
    const amounts = new Float32Array(papers.count);
    const rows = /** @type {number[]} */ ([]);
    /**
     * @param {number} row
     * @param {number} amount
     */
    const raise = (row, amount) => {
      if (!amounts[row]) rows.push(row);
      if (amount > amounts[row]) amounts[row] = amount;
    };
    if (sequence.every((forms) => forms.size)) {
      for (const [word, weight] of sequence[0]) {
        wordIndex.forPapersWith(word, (row, amount) => raise(row, amount * weight));
      }
    }
    if (sequence.length > 1) {
      const sets = sequence.map((forms) => new Set(forms.keys()));
      for (const row of rows) amounts[row] = wordIndex.amountOf(row, sets);
    }
    for (let row = 0; !Number.isNaN(year) && row < papers.count; row++) {
      if (papers.date(row).startsWith(String(year))) raise(row, 1);
    }
    return { rows: rows.filter((row) => amounts[row] > 0), amounts };
  };

  /** @param {number} holders */
  const rarity = (holders) => Math.log(1 + (papers.count - holders + 0.5) / (holders + 0.5));

  /**
   * @param {readonly QueryPart[]} parts
   * @param {Float32Array} scores are raised
   * @param {readonly number[]} weights
   */
  const raiseNeighbors = (parts, scores, weights) => {
    const best = topOf(scores, mostChecked);
    for (let i = 0; i + 1 < parts.length; i++) {
      const [one, next] = [parts[i], parts[i + 1]];
      if (one.common || next.common) continue;
      const sets = [...one.sequence, ...next.sequence].map((forms) => new Set(forms.keys()));
      const bonus = nearbyBonus * Math.min(weights[i], weights[i + 1]);
      for (const row of best) if (wordIndex.amountOf(row, sets)) scores[row] += bonus;
    }
  };

  /**
   * The rows of the highest scores above 0, the best first.
   *
   * @param {Float32Array} scores
   * @param {number} most
   */
  const topOf = (scores, most) => {
    const rows = /** @type {number[]} */ ([]);
    scores.forEach((score, row) => {
      if (score > 0) rows.push(row);
    });
    return rows.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, most);
  };

  /** A phrase that nobody writes so counts as its words. @param {readonly QueryPart[]} parts */
  const loosened = (parts) => parts.flatMap((part) => {
    if (part.exact || part.sequence.length < 2 || holdersOf(part).rows.length) return [part];
    return part.text.split(' ').map((word, i) => ({
      ...part, text: word, sequence: [part.sequence[i]], common: words.isCommon(word),
    }));
  });

  /**
   * @param {string} query
   * @returns {KeywordMatch}
   */
  const find = (query) => {
    const parts = loosened(queryParser.partsOf(query));
    const meant = parts.some(({ common }) => !common);
    const scores = new Float32Array(papers.count);
    const coverage = new Float32Array(papers.count);
    const weights = /** @type {number[]} */ ([]);
    let [known, unknown] = [0, 0];
    for (const part of parts) {
      // Common words are not asked for where there are others.
      if (part.common && meant) {
        weights.push(0);
        continue;
      }
      const { rows, amounts } = holdersOf(part);
      const idf = rows.length ? rarity(rows.length) : 0;
      weights.push(idf);
      known += idf;
      if (!rows.length) unknown++;
      for (const row of rows) {
        const amount = amounts[row];
        const length = 1 - lengthWeight + lengthWeight * wordIndex.length(row);
        scores[row] += idf * (amount * (saturation + 1)) / (amount + saturation * length);
        coverage[row] += idf;
      }
    }
    // A word that no paper has counts as much as the rarest of the others.
    const all = known + unknown * (known > 0 ? Math.max(...weights) : 1);
    raiseNeighbors(parts, scores, weights);
    const highest = weights.reduce((sum, weight) => sum + weight, 0) * (saturation + 1);
    for (let row = 0; row < papers.count && highest > 0; row++) {
      scores[row] /= highest;
      coverage[row] = all > 0 ? coverage[row] / all : 0;
    }
    return { parts, scores, coverage, known: all > 0 ? known / all : 0, meant };
  };

  /** @type {{query: string, parts: readonly QueryPart[]}} */
  let parsed = { query: '', parts: [] };
  /** @param {string} query */
  const partsOf = (query) => {
    if (parsed.query !== query) parsed = { query, parts: loosened(queryParser.partsOf(query)) };
    return parsed.parts;
  };

  /**
   * The words of a text that a query asks for, in order.
   *
   * @param {string} text
   * @param {readonly QueryPart[]} parts
   */
  const matches = (text, parts) => {
    const placed = words.placed(text);
    const numbers = placed.map(({ word }) => wordIndex.numberOf(word));
    const found = new Set();
    for (const { sequence, year } of parts) {
      for (let at = 0; at + sequence.length <= placed.length; at++) {
        if (sequence.every((forms, i) => forms.has(numbers[at + i])) || placed[at].word === String(year)) {
          sequence.forEach((_, i) => found.add(at + i));
        }
      }
    }
    return placed.filter((_, at) => found.has(at));
  };

  /**
   * The text with some of its words in `mark` elements.
   *
   * @param {string} text
   * @param {readonly PlacedWord[]} marked in order
   * @param {(word: PlacedWord) => string} [classOf] the class of a mark
   */
  const withMarks = (text, marked, classOf = () => '') => {
    const pieces = document.createDocumentFragment();
    let done = 0;
    for (const word of marked) {
      const { from, to } = word;
      pieces.append(text.slice(done, from), make('mark', { className: classOf(word) }, text.slice(from, to)));
      done = to;
    }
    pieces.append(text.slice(done));
    return pieces;
  };

  /**
   * The text with the words of the query marked.
   *
   * @param {string} text
   * @param {string} [query]
   */
  const highlight = (text, query = store.get().query) => {
    const asked = partsOf(query).filter(({ common }) => !common);
    return withMarks(text, asked.length ? matches(text, asked) : []);
  };

  return { find, matches, withMarks, highlight, rarity };
})();
