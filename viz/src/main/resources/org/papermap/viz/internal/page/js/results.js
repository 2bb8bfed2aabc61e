// @ts-check
/* What a search has found: the sentence above the list, the list, and its papers one by one. */

const results = (() => {
  const mostResults = 60;
  const list = byId('results');
  const told = byId('asked');

  const found = () => {
    const { query, more, less } = store.get();
    return search.find(query, more, less);
  };

  /** @param {readonly string[]} texts */
  const listed = (texts) => texts.map((text) => `“${text}”`).join(', ');

  /**
   * How many papers were found, and how.
   *
   * @param {Found} all
   * @param {number} passing how many of them pass the filters
   */
  const countText = (all, passing) => {
    const { query } = store.get();
    if (!all.meant) return `${listed([query.trim()])} says too little to search for: add a word of the subject`;
    if (!all.rows.length) {
      return all.kind === 'named' ? 'This map has no paper with this id or link'
        : query.trim() ? `Nothing near ${listed([query.trim()])} on this map` : 'Nothing like that on this map';
    }
    const number = passing === all.rows.length ? counted(passing, 'paper', 'papers')
      : `${passing.toLocaleString('en')} of ${counted(all.rows.length, 'paper', 'papers')} found`;
    if (all.kind === 'named') return `${number} by id or link`;
    const { withWords } = all;
    if (!withWords) return `${number} near in meaning`;
    if (withWords === all.rows.length) return `${number} with the words`;
    return `${number}: ${withWords.toLocaleString('en')} with the words, `
      + `${(all.rows.length - withWords).toLocaleString('en')} near in meaning`;
  };

  /** What was understood otherwise than it was typed. @param {Found} all */
  const remarks = ({ parts }) => {
    const corrected = parts.filter((part) => part.corrected)
      .map((part) => `Searched for “${part.text}” in place of “${part.corrected}”.`);
    const unknown = parts.filter((part) => !part.common && Number.isNaN(part.year)
      && part.sequence.some((forms) => !forms.size)).map((part) => part.text);
    return [...corrected, ...(unknown.length ? [`No paper has ${listed(unknown)}.`] : [])];
  };

  /**
   * A paper that the search is led by, which a click takes away.
   *
   * @param {'more' | 'less'} way
   * @param {number} row
   */
  const leading = (way, row) => make('button', {
    type: 'button', className: 'chip', title: 'Take away',
    onclick: () => {
      store.set({ [way]: store.get()[way].filter((one) => one !== row) });
      byId('query').focus();
    },
  }, make('span', { className: 'quiet' }, way === 'more' ? 'more like' : 'less like'),
  make('span', { className: 'leading', dir: 'auto' }, papers.title(row)), icon('M6 6l12 12M18 6 6 18'));

  /** @param {number} row */
  const item = (row) => {
    const note = make('span', { className: 'reason', dir: 'auto' });
    const made = paperItem(row, { note });
    made.append(make('span', { className: 'lead' }, leadButton('more', row), leadButton('less', row)));
    return { row, note, made };
  };

  /** Counts the lists: a sentence that comes late must not enter another list. */
  let shownList = 0;

  const refresh = () => {
    const all = found();
    const { query, more, less } = store.get();
    const rows = store.isAsking() && all.meant ? shown.rows().slice(0, mostResults) : [];
    const items = rows.map(item);
    const number = ++shownList;
    document.body.classList.toggle('searching', store.isAsking());
    told.replaceChildren(
      ...more.map((row) => leading('more', row)), ...less.map((row) => leading('less', row)),
      ...placePanel.offer(query),
      ...(store.isAsking() ? remarks(all) : []).map((text) => make('p', { className: 'quiet' }, text)));
    list.replaceChildren(...items.map(({ made }) => made));
    list.scrollTop = 0;
    if (hasSheets()) viewport.settle();
    if (shown.rows().length > rows.length && rows.length) {
      list.append(make('li', {}, make('button', {
        type: 'button', className: 'all', onclick: () => store.set({ view: 'list', paper: -1 }),
      }, `The first ${rows.length}. List all ${shown.rows().length.toLocaleString('en')}`)));
    }
    if (all.kind === 'asked') void explain(items, all, number);
  };

  /**
   * @param {readonly {row: number, note: HTMLElement}[]} items
   * @param {Found} all
   * @param {number} number of the list
   */
  const explain = async (items, all, number) => {
    for (const { row, note } of items) {
      // Lets the browser draw and take keys in between.
      await new Promise((done) => setTimeout(done));
      if (number !== shownList) return;
      const reason = await reasons.sentence(row, all);
      if (number !== shownList) return;
      if (reason) note.replaceChildren(reason);
    }
  };

  const start = () => {
    walkByArrowKeys(list, byId('query'));
    store.listen((now, before) => {
      if (differ(now, before, 'query', 'more', 'less', 'colorBy', ...store.filters)) refresh();
    });
    colorScheme.listen(refresh);
    refresh();
  };

  return {
    start,
    refresh,
    /** What the search has found, in a sentence. */
    text: () => countText(found(), shown.rows().length),
    focusFirst: () => list.querySelector('button')?.focus(),
    /** Shows where on the map the best papers found are. */
    fly: () => {
      const rows = shown.rows().slice(0, mostResults);
      if (store.isAsking() && rows.length && rows.length < papers.count) viewport.show(rows);
    },
  };
})();
