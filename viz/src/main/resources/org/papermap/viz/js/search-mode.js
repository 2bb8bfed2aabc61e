// @ts-check
/* The choice between words and meaning, where the file carries what a search by meaning needs. */

const howToSearch = (() => {
  const box = byId('how');
  /** @type {readonly [SearchMode, string][]} */
  const ways = [['words', 'Words'], ['meaning', 'Meaning']];
  /** @type {Map<SearchMode, HTMLElement>} */
  const buttons = new Map();

  /** @param {number} share */
  const outOfTen = (share) => (10 * share).toFixed(1);

  /**
   * How good the search by meaning is, in words.
   *
   * @param {SearchQuality} quality
   */
  const measured = ({ queries, meaning: own, keywords }) =>
    `Of the model's own ten nearest papers to a title it finds ${outOfTen(own)}, `
    + `keywords ${outOfTen(keywords)} (mean of ${queries} titles it was not fitted to).`;

  const refresh = () => {
    for (const [way, button] of buttons) {
      button.setAttribute('aria-pressed', String(store.get().how === way));
    }
  };

  const start = () => {
    const quality = meaning.quality();
    if (!quality) return;
    for (const [way, name] of ways) {
      buttons.set(way, make('button', { type: 'button', onclick: () => store.set({ how: way }) }, name));
    }
    box.replaceChildren(...buttons.values(), make('span', { className: 'quiet', title: measured(quality) },
      `finds ${outOfTen(quality.meaning)} of the model's 10 nearest`));
    box.hidden = false;
    store.listen((now, before) => {
      if (differ(now, before, 'how')) refresh();
    });
    refresh();
  };

  /**
   * What a question by its meaning has found, in words.
   *
   * @param {number} found
   */
  const told = (found) => (found ? `${counted(found, 'paper', 'papers')} nearest in meaning`
    : 'No paper found: its words are not known here, or filters leave none');

  return { start, told, measured };
})();
