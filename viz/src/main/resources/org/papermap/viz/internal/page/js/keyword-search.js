// @ts-check
/*
 * Finds papers by words in titles, authors, topics and abstracts. A paper must have every word of the
 * query. The texts of some thousand papers are one long string, which a browser searches at gigabytes
 * a second, so there is no index.
 */

/**
 * One field of a run of papers as one string.
 *
 * @typedef {object} Chunk
 * @property {number} weight of a term that is found here
 * @property {number} first row of the run
 * @property {Uint32Array} starts where each paper's line begins
 * @property {string} text in lower case, a line a paper
 */

const keywordSearch = (() => {
  const plain = /^[\x00-\x7f]*$/;

  /**
   * Text without case and accents; accents that are letters of their own stay.
   *
   * @param {string} text
   */
  const fold = (text) => (plain.test(text) ? text.toLowerCase()
    : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase());

  const chunkSize = 2048; // papers
  const weights = { title: 8, authors: 4, topic: 3, abstract: 1 };
  /** @type {Chunk[]} */
  const chunks = [];
  let ready = false;

  /**
   * One field of a run of papers: their texts a line each, and where each line begins.
   *
   * @param {keyof typeof weights} field
   * @param {number} first
   * @param {string[]} texts
   * @returns {Chunk}
   */
  const chunkOf = (field, first, texts) => {
    const starts = new Uint32Array(texts.length + 1);
    const folded = texts.map((text) => fold(text).replaceAll('\n', ' '));
    folded.forEach((text, i) => {
      starts[i + 1] = starts[i] + text.length + 1;
    });
    return { weight: weights[field], first, starts, text: `${folded.join('\n')}\n` };
  };

  /**
   * Lets the browser draw and answer between two pieces of work.
   *
   * @returns {Promise<void>}
   */
  const yieldToBrowser = () => new Promise((done) => setTimeout(done));

  /**
   * @param {number} first
   * @param {(row: number) => string} text
   */
  const textsOf = (first, text) => {
    const last = Math.min(papers.count, first + chunkSize);
    return Array.from({ length: last - first }, (_, i) => text(first + i));
  };

  /** Reads all texts a run of papers at a time, abstracts last. */
  const prepare = async () => {
    for (let first = 0; first < papers.count; first += chunkSize) {
      chunks.push(chunkOf('title', first, textsOf(first, papers.title)));
      chunks.push(chunkOf('authors', first, textsOf(first, (row) => papers.authors(row).join(' '))));
      await yieldToBrowser();
    }
    ready = true;
    for (let number = 0; number < papers.abstractBlocks; number++) {
      chunks.push(chunkOf('abstract', number * meta.block, await papers.abstractsOf(number)));
    }
    cache.clear();
  };

  /** @param {string} query */
  const termsOf = (query) => [...new Set(fold(query).split(/\s+/).filter((term) => term))];

  /** @param {string} char */
  const isLetter = (char) => /[\p{L}\p{N}]/u.test(char);

  /**
   * The score of a term in each paper: that of its best text, twice as high at the start of a word.
   *
   * @param {string} term
   */
  const scoresOf = (term) => {
    const best = new Uint8Array(papers.count);
    for (const chunk of chunks) scoreChunk(chunk, term, best);
    scoreNames(term, best);
    return best;
  };

  /**
   * @param {Chunk} chunk
   * @param {string} term
   * @param {Uint8Array} best is raised
   */
  const scoreChunk = ({ text, starts, first, weight: single }, term, best) => {
    let line = 0;
    let at = text.indexOf(term);
    while (at >= 0) {
      while (starts[line + 1] <= at) line++;
      const value = at === 0 || !isLetter(text.charAt(at - 1)) ? 2 * single : single;
      if (value > best[first + line]) best[first + line] = value;
      // Nothing in this text can score higher than the start of a word.
      at = text.indexOf(term, value > single ? starts[line + 1] : at + 1);
    }
  };

  /**
   * @param {string} name
   * @param {string} term
   */
  const nameScore = (name, term) => {
    const text = fold(name);
    let value = 0;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      value = Math.max(value, isLetter(text.charAt(at - 1)) ? weights.topic : 2 * weights.topic);
    }
    return value;
  };

  /**
   * @param {string} term
   * @param {Uint8Array} best is raised
   */
  const scoreNames = (term, best) => {
    const [topics, subtopics, themes] = [meta.topics, meta.subtopics, meta.themes]
      .map((groups) => groups.map(({ name }) => nameScore(name, term)));
    if (![...topics, ...subtopics, ...themes].some((value) => value)) return;
    for (let row = 0; row < papers.count; row++) {
      let value = Math.max(topics[papers.topic(row)] ?? 0, subtopics[papers.subtopic(row)] ?? 0);
      for (const theme of papers.themes(row)) value = Math.max(value, themes[theme]);
      if (value > best[row]) best[row] = value;
    }
  };

  /* The words before the one that is being typed stay as they are from key to key. */
  const cache = /** @type {Map<string, Uint8Array>} */ (new Map());
  /** @param {string} term */
  const knownScoresOf = (term) => {
    let scores = cache.get(term);
    if (!scores) {
      const [oldest] = cache.keys();
      if (cache.size > 7) cache.delete(oldest);
      scores = scoresOf(term);
      cache.set(term, scores);
    }
    return scores;
  };

  /**
   * The papers that match a query, the best first; all of them for an empty query.
   *
   * @param {string} query
   * @returns {readonly number[]}
   */
  const find = (query) => {
    const terms = termsOf(query);
    if (!terms.length || !ready) return allRows();
    const each = terms.map(knownScoresOf);
    const byScore = /** @type {number[][]} */ ([]);
    for (let row = 0; row < papers.count; row++) {
      let sum = 0;
      for (const best of each) {
        if (best[row] === 0) {
          sum = 0;
          break;
        }
        sum += best[row];
      }
      if (sum) (byScore[sum] ??= []).push(row);
    }
    return byScore.reverse().flat();
  };

  /** The words to highlight: a search by meaning has none. */
  const queryToHighlight = () => (store.get().searchBy === 'words' ? store.get().query : '');

  /**
   * The text with its matches in `mark` elements.
   *
   * @param {string} text
   * @param {string} [query]
   */
  const highlight = (text, query = queryToHighlight()) => {
    const pieces = document.createDocumentFragment();
    let from = 0;
    for (const [start, end] of matches(text, termsOf(query))) {
      pieces.append(text.slice(from, start), make('mark', {}, text.slice(start, end)));
      from = end;
    }
    pieces.append(text.slice(from));
    return pieces;
  };

  /**
   * Stretches of the text that match, in order and apart.
   *
   * @param {string} text
   * @param {readonly string[]} terms
   */
  const matches = (text, terms) => {
    if (!terms.length) return [];
    const { folded, origin } = foldedWithOrigin(text);
    const found = /** @type {[from: number, to: number][]} */ ([]);
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
        found.push([origin[at], origin[at + term.length]]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    const apart = /** @type {[from: number, to: number][]} */ ([]);
    for (const [start, end] of found) {
      const last = apart.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else apart.push([start, end]);
    }
    return apart;
  };

  /**
   * Folded text, and for each of its letters where it stood: folding changes lengths.
   *
   * @param {string} text
   */
  const foldedWithOrigin = (text) => {
    let folded = '';
    const origin = /** @type {number[]} */ ([]);
    let at = 0;
    for (const char of text) {
      const plainChar = fold(char);
      for (let i = 0; i < plainChar.length; i++) origin.push(at);
      folded += plainChar;
      at += char.length;
    }
    origin.push(text.length);
    return { folded, origin };
  };

  return { fold, prepare, find, highlight };
})();
