/*
 * Words in titles, authors, topics and abstracts: every word of the query must be in a paper.
 * Looking through all texts takes milliseconds for thousands of papers, so there is no index.
 */

const search = (() => {
  /** Text without case and accents; accents that are letters of their own stay. */
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

  const rank = { title: 8, authors: 4, topic: 3, abstract: 1 };
  let fields = [];

  const prepare = async () => {
    const abstracts = await papers.abstracts();
    fields = allRows().map((row) => ({
      title: fold(papers.title(row)),
      authors: fold(papers.authors(row).join(' ')),
      topic: fold(topicsOf(row)),
      abstract: fold(abstracts[row] ?? ''),
    }));
  };

  const topicsOf = (row) => [
    papers.topic(row) < 0 ? '' : topicName(papers.topic(row)),
    papers.subtopic(row) < 0 ? '' : meta.subtopics[papers.subtopic(row)].name,
    ...papers.themes(row).map((number) => meta.themes[number].name),
  ].join(' ');

  const termsOf = (query) => fold(query).split(/\s+/).filter((term) => term);

  const isLetter = (char) => /[\p{L}\p{N}]/u.test(char ?? '');

  /** How well one field answers one term: twice as well where a word starts with it. */
  const answer = (text, term, worth) => {
    const found = text.indexOf(term);
    if (found < 0) return 0;
    for (let at = found; at >= 0; at = text.indexOf(term, at + 1)) {
      if (!isLetter(text[at - 1])) return 2 * worth;
    }
    return worth;
  };

  const score = (row, terms) => {
    let sum = 0;
    for (const term of terms) {
      let best = 0;
      for (const [field, worth] of Object.entries(rank)) {
        best = Math.max(best, answer(fields[row][field], term, worth));
      }
      if (best === 0) return 0;
      sum += best;
    }
    return sum;
  };

  /** The papers that answer a query, the best first; all of them for an empty one. */
  const find = (query) => {
    const terms = termsOf(query);
    if (!terms.length || !fields.length) return allRows();
    return allRows()
      .map((row) => ({ row, score: score(row, terms) }))
      .filter((found) => found.score > 0)
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .map((found) => found.row);
  };

  /** The text with its matches in `mark` elements. */
  const highlighted = (text, query = store.get().query) => {
    const pieces = document.createDocumentFragment();
    let from = 0;
    for (const [start, end] of matches(text, termsOf(query))) {
      pieces.append(text.slice(from, start), make('mark', {}, text.slice(start, end)));
      from = end;
    }
    pieces.append(text.slice(from));
    return pieces;
  };

  /** Stretches of the text that match, in order and apart. */
  const matches = (text, terms) => {
    if (!terms.length) return [];
    const { folded, origin } = foldedWithOrigin(text);
    const found = [];
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
        found.push([origin[at], origin[at + term.length]]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    const apart = [];
    for (const [start, end] of found) {
      const last = apart.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else apart.push([start, end]);
    }
    return apart;
  };

  /** Folded text, and for each of its letters where it stood: folding changes lengths. */
  const foldedWithOrigin = (text) => {
    let folded = '';
    const origin = [];
    let at = 0;
    for (const char of text) {
      const plain = fold(char);
      for (let i = 0; i < plain.length; i++) origin.push(at);
      folded += plain;
      at += char.length;
    }
    origin.push(text.length);
    return { folded, origin };
  };

  return { prepare, find, highlighted };
})();
