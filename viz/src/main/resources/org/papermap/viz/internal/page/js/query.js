// @ts-check
/* Understands what a reader typed: words, phrases in quotes, years, and papers by id or link. */

/**
 * One word or phrase of a query.
 *
 * @typedef {object} QueryPart
 * @property {string} text as it was typed, or the word it was taken for
 * @property {Map<number, number>[]} sequence the known words that will do at each place, with weights
 * @property {number} year that will do too, or NaN
 * @property {boolean} common says nothing of a subject
 * @property {boolean} exact was in quotes
 * @property {string} corrected what the reader typed, where another word was taken for it
 */

const queryParser = (() => {
  const formWeight = 0.75; // of another form of the word
  const prefixWeight = 0.6; // of a word that only begins so
  const mostForms = 200;

  /**
   * The ids and links in a query as ids that papers may have, or nothing where it has other words.
   *
   * @param {string} query
   */
  const idsIn = (query) => {
    const pieces = query.trim().split(/[\s,;]+/).filter((piece) => piece);
    const ids = pieces.map((piece) => {
      const arxiv = /^(?:https?:\/\/\S*?|arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\/?(?:[?#]\S*)?$/i
        .exec(piece);
      if (arxiv) return [arxiv[1], piece];
      const doi = /\b(10\.\d{4,9}\/[^\s?#]+)/.exec(piece);
      if (doi) return [doi[1], piece];
      return [piece];
    });
    return { pieces, ids };
  };

  /** @param {string} id */
  const plainId = (id) => id.toLowerCase().replace(/^arxiv:/, '').replace(/(\d)v\d+$/, '$1');

  /** @param {string} address */
  const plainAddress = (address) => address.toLowerCase().replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[?#].*$/, '').replace(/\.pdf$/, '').replace(/(\d)v\d+$/, '$1').replace(/\/$/, '');

  /** @type {Map<string, number> | null} */
  let known = null;
  /** The rows of papers by id, address and DOI. */
  const addresses = () => {
    if (known) return known;
    const rows = /** @type {Map<string, number>} */ (new Map());
    for (let row = papers.count - 1; row >= 0; row--) {
      const url = papers.url(row);
      rows.set(plainAddress(url), row);
      const doi = /\b10\.\d{4,9}\/\S+/.exec(`${url} ${Object.values(papers.extra(row)).join(' ')}`);
      if (doi) rows.set(plainId(doi[0]), row);
      const arxiv = /arxiv\.org\/[a-z]+\/([^\s?#]+)/i.exec(url);
      if (arxiv) rows.set(plainId(arxiv[1].replace(/\.pdf$/, '')), row);
    }
    for (let row = papers.count - 1; row >= 0; row--) rows.set(plainId(papers.id(row)), row);
    rows.delete('');
    known = rows;
    return rows;
  };

  /**
   * The papers that a query names by ids or links alone, or null where it is something else.
   *
   * @param {string} query
   */
  const rowsNamed = (query) => {
    const { pieces, ids } = idsIn(query);
    const rows = ids.map((names) => names.map((name) =>
      addresses().get(plainId(name)) ?? addresses().get(plainAddress(name))).find((row) => row !== undefined));
    const found = /** @type {number[]} */ (rows.filter((row) => row !== undefined));
    // A word may be a paper's id by chance; a link or number to no paper here is still one.
    /** @param {string} piece */
    const isName = (piece) => /^https?:|^10\.\d+\/|^(arxiv:)?\d{4}\.\d{4,5}(v\d+)?$/i.test(piece);
    if (!pieces.length || !pieces.every((piece, i) => rows[i] !== undefined || isName(piece))) return null;
    return [...new Set(found)];
  };

  /**
   * The words that will do for one, with weights.
   *
   * @param {string} word
   * @param {boolean} exact
   * @param {boolean} begun is still being typed
   */
  const formsOf = (word, exact, begun) => {
    const forms = /** @type {Map<number, number>} */ (new Map());
    const own = wordIndex.numberOf(word);
    if (!exact) {
      for (const form of wordIndex.formsOf(word)) forms.set(form, formWeight);
      if (begun && own < 0 && word.length > 1) {
        for (const longer of wordIndex.withPrefix(word).slice(0, mostForms)) {
          if (!forms.has(longer)) forms.set(longer, prefixWeight);
        }
      }
    }
    if (own >= 0) forms.set(own, 1);
    return forms;
  };

  /** @param {string} text */
  const yearIn = (text) => (/^(19|20)\d\d$/.test(text) ? Number(text) : NaN);

  /**
   * @param {string[]} pieces words that stand together
   * @param {boolean} exact
   * @param {boolean} begun
   * @returns {QueryPart}
   */
  const partOf = (pieces, exact, begun) => {
    const sequence = pieces.map((word, i) => formsOf(word, exact, begun && i === pieces.length - 1));
    const part = {
      text: pieces.join(' '), sequence, exact, corrected: '',
      year: pieces.length === 1 ? yearIn(pieces[0]) : NaN,
      common: !exact && pieces.every(words.isCommon),
    };
    const [single] = pieces;
    if (pieces.length === 1 && !exact && !sequence[0].size && single.length > 3 && Number.isNaN(part.year)) {
      const better = wordIndex.corrected(single);
      if (better >= 0) {
        part.corrected = single;
        part.text = wordIndex.word(better);
        part.sequence = [formsOf(part.text, false, false)];
      }
    }
    return part;
  };

  /**
   * The words and phrases of a query.
   *
   * @param {string} query
   */
  const partsOf = (query) => {
    const parts = /** @type {QueryPart[]} */ ([]);
    const typing = !/[\s"”]$/.test(query);
    const quoted = /["“”]([^"“”]+)["“”]/g;
    const rest = query.replace(quoted, (_, phrase) => {
      const pieces = words.of(phrase);
      if (pieces.length) parts.push(partOf([...pieces], true, false));
      return ' ';
    });
    const chunks = rest.split(/\s+/).map((chunk) => [...words.of(chunk)]).filter((pieces) => pieces.length);
    chunks.forEach((pieces, i) => {
      const begun = typing && i === chunks.length - 1;
      if (pieces.length > 1 && pieces.length <= 4) parts.push(partOf(pieces, false, begun));
      else parts.push(...pieces.map((piece) => partOf([piece], false, begun)));
    });
    const seen = new Set();
    return parts.filter(({ text, exact }) => !seen.has(`${exact}${text}`) && seen.add(`${exact}${text}`));
  };

  return { rowsNamed, partsOf };
})();
