// @ts-check
/* Why a paper was found: the sentence of its abstract that answers the query best, with marks. */

const reasons = (() => {
  const longest = 320; // letters of a sentence that are shown
  const alike = 0.4; // how much a word has in common with the query to be marked
  const nearlyBest = 0.65;
  const ends = /(?<=[.!?]["”')\]]?)\s+(?=["“'([]?[\p{Lu}\p{N}])/u;

  /** @param {string} text */
  const sentencesOf = (text) => text.replace(/\s+/g, ' ').trim().split(ends).filter((one) => one);

  /**
   * The words of a sentence that mean most of what was asked for.
   *
   * @param {string} sentence
   * @param {Float32Array} target
   */
  const alikeWords = (sentence, target) => {
    const found = words.placed(sentence).map((place) => ({ place, value: semanticSearch.likeness(place.word, target) }));
    const best = found.reduce((most, { value }) => Math.max(most, value), 0);
    const least = Math.max(alike, nearlyBest * best);
    return found.filter(({ value }) => value >= least).map(({ place }) => place);
  };

  /**
   * @param {string} sentence
   * @param {Found} found
   */
  const valueOf = (sentence, { parts, target }) => {
    let value = 0;
    for (const part of parts) {
      if (part.common || !keywordSearch.matches(sentence, [part]).length) continue;
      value += keywordSearch.rarity(Math.max(...[...part.sequence[0].keys()].map(wordIndex.papersWith)));
    }
    const own = target && semanticSearch.directionOf(words.of(sentence));
    return value + (own && target ? 4 * own.reduce((sum, one, j) => sum + one * target[j], 0) : 0);
  };

  /**
   * Keeps the part of a long sentence in which the first mark stands.
   *
   * @param {string} sentence
   * @param {readonly PlacedWord[]} marks
   */
  const shortened = (sentence, marks) => {
    if (sentence.length <= longest || !marks.length || marks[0].to < longest) return sentence;
    const from = sentence.lastIndexOf(' ', Math.max(0, marks[0].from - longest / 2)) + 1;
    return `… ${sentence.slice(from)}`;
  };

  /**
   * The words of a sentence to mark: those of the query, and those that mean most of it.
   *
   * @param {string} sentence
   * @param {Found} found
   */
  const marksOf = (sentence, { parts, target }) => {
    const exact = keywordSearch.matches(sentence, parts.filter(({ common }) => !common));
    const places = new Set(exact.map(({ from }) => from));
    const near = target ? alikeWords(sentence, target).filter(({ from }) => !places.has(from)) : [];
    return { near: new Set(near.map(({ from }) => from)), all: [...exact, ...near].sort((a, b) => a.from - b.from) };
  };

  /**
   * @param {string} sentence
   * @param {Found} found
   */
  const marked = (sentence, found) => {
    const text = shortened(sentence, marksOf(sentence, found).all);
    const { near, all } = marksOf(text, found);
    return keywordSearch.withMarks(text, all, ({ from }) => (near.has(from) ? 'near' : ''));
  };

  /**
   * The sentence of a paper that says why it was found, or nothing.
   *
   * @param {number} row
   * @param {Found} found
   */
  const sentence = async (row, found) => {
    const all = sentencesOf(await papers.abstract(row));
    let best = '';
    let most = 0.5; // less says nothing
    for (const one of all) {
      const value = valueOf(one, found);
      if (value > most) [best, most] = [one, value];
    }
    return best ? marked(best, found) : null;
  };

  return { sentence };
})();
