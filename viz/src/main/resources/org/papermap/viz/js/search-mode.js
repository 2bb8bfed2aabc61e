/* The choice between words and meaning, where the file carries what a search by meaning needs. */

const howToSearch = (() => {
  const box = byId('how');
  const ways = { words: 'Words', meaning: 'Meaning' };
  const buttons = new Map();

  const outOfTen = (share) => (10 * share).toFixed(1);

  /** How good the search by meaning is, in words. */
  const measured = () => {
    const { queries, meaning: own, keywords } = meaning.quality();
    return `Of the model's own ten nearest papers to a title it finds ${outOfTen(own)}, `
      + `keywords ${outOfTen(keywords)} (mean of ${queries} titles it was not fitted to).`;
  };

  const refresh = () => {
    for (const [way, button] of buttons) {
      button.setAttribute('aria-pressed', String(store.get().how === way));
    }
  };

  const start = () => {
    if (!meaning.offered) return;
    for (const [way, name] of Object.entries(ways)) {
      buttons.set(way, make('button', { type: 'button', onclick: () => store.set({ how: way }) }, name));
    }
    box.replaceChildren(...buttons.values(), make('span', { className: 'quiet', title: measured() },
      `finds ${outOfTen(meaning.quality().meaning)} of the model's 10 nearest`));
    box.hidden = false;
    store.listen((now, before) => {
      if (differ(now, before, 'how')) refresh();
    });
    refresh();
  };

  /** What a question by its meaning has found, in words. */
  const told = (found) => (found ? `${counted(found, 'paper', 'papers')} nearest in meaning`
    : 'No paper found: its words are not known here, or filters leave none');

  return { start, told, measured };
})();
