// @ts-check
/* The choice between search by words and by meaning, if the file carries vectors of words. */

const searchMode = (() => {
  const box = byId('how');
  /** @type {readonly [SearchMode, string][]} */
  const modes = [['words', 'Words'], ['meaning', 'Meaning']];
  /** @type {Map<SearchMode, HTMLElement>} */
  const buttons = new Map();

  /** @param {number} share */
  const outOfTen = (share) => (10 * share).toFixed(1);

  /**
   * How good the search by meaning is, in words.
   *
   * @param {SearchQuality} quality
   */
  const qualityText = ({ queries, meaning: own, keywords }) =>
    `Of the model's own ten nearest papers to a title it finds ${outOfTen(own)}, `
    + `keywords ${outOfTen(keywords)} (mean of ${queries} titles it was not fitted to).`;

  const refresh = () => {
    for (const [mode, button] of buttons) {
      button.setAttribute('aria-pressed', String(store.get().searchBy === mode));
    }
  };

  const start = () => {
    const quality = semanticSearch.quality();
    if (!quality) return;
    for (const [mode, name] of modes) {
      buttons.set(mode, make('button', { type: 'button', onclick: () => store.set({ searchBy: mode }) }, name));
    }
    box.replaceChildren(...buttons.values(), make('span', { className: 'quiet', title: qualityText(quality) },
      `finds ${outOfTen(quality.meaning)} of the model's 10 nearest`));
    box.hidden = false;
    store.listen((now, before) => {
      if (differ(now, before, 'searchBy')) refresh();
    });
    refresh();
  };

  /**
   * What a search by meaning has found, in words.
   *
   * @param {number} found
   */
  const resultText = (found) => (found ? `${counted(found, 'paper', 'papers')} nearest in meaning`
    : 'No paper found: its words are not known here, or filters leave none');

  return { start, resultText, qualityText };
})();
