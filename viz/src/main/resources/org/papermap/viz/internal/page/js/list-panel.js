// @ts-check
/* All papers that pass the filters, sorted as the reader likes: the map for readers who do not see it. */

const listOrder = (() => {
  /** @typedef {'topic' | 'match' | 'newest' | 'oldest' | 'weight' | 'title' | 'author'} ListOrder */
  /** @type {ListOrder} */
  let chosen = 'topic';

  /** @returns {[ListOrder, string][]} */
  const choices = () => [
    ['topic', 'topic'],
    ...(store.get().query.trim() ? [/** @type {[ListOrder, string]} */ (['match', 'best match'])] : []),
    ...(papers.hasDates ? /** @type {[ListOrder, string][]} */ ([['newest', 'newest first'], ['oldest', 'oldest first']]) : []),
    ['weight', meta.sizeBy ? `most ${meta.sizeBy}` : 'nearest to many others'],
    ['title', 'title'],
    ['author', 'first author'],
  ];

  const collator = new Intl.Collator('en', { numeric: true });
  /** @param {number} day @param {number} none stands for a paper without a date */
  const dated = (day, none) => (Number.isNaN(day) ? none : day);

  /** @type {Record<ListOrder, ((a: number, b: number) => number) | null>} */
  const comparing = {
    topic: null,
    match: null,
    newest: (a, b) => dated(papers.day(b), -Infinity) - dated(papers.day(a), -Infinity) || a - b,
    oldest: (a, b) => dated(papers.day(a), Infinity) - dated(papers.day(b), Infinity) || a - b,
    weight: (a, b) => papers.weight(b) - papers.weight(a) || a - b,
    title: (a, b) => collator.compare(papers.title(a), papers.title(b)) || a - b,
    author: (a, b) => collator.compare(papers.authors(a)[0] ?? '\uffff', papers.authors(b)[0] ?? '\uffff') || a - b,
  };

  return {
    current: () => (choices().some(([name]) => name === chosen) ? chosen : 'topic'),
    choices,
    /** @param {string} name */
    choose: (name) => {
      chosen = choices().find(([one]) => one === name)?.[0] ?? 'topic';
    },
    /** @param {readonly number[]} rows */
    sorted: (rows) => {
      const compare = comparing[listOrder.current()];
      return compare ? [...rows].sort(compare) : [...rows];
    },
  };
})();

panel.register('list', () => {
  const most = 500;

  /** @param {readonly number[]} rows */
  const byTopic = (rows) => {
    const groups = /** @type {Map<number, number[]>} */ (new Map());
    for (const row of rows) {
      const topic = papers.topic(row);
      const group = groups.get(topic);
      if (group) group.push(row);
      else groups.set(topic, [row]);
    }
    // Topics are numbered by size; papers without one come last.
    return [...groups].sort(([a], [b]) => (a < 0 ? 1 : b < 0 ? -1 : a - b));
  };

  /**
   * @param {string} label
   * @param {readonly number[]} members
   */
  const listOf = (label, members) => {
    const list = make('ul', { className: 'papers', 'aria-label': label });
    list.append(...members.map((row) => paperItem(row)));
    walkByArrowKeys(list);
    return list;
  };

  const order = listOrder.current();
  const groups = byTopic(shown.rows());
  const rows = order === 'topic' ? groups.flatMap(([, members]) => members) : listOrder.sorted(shown.rows());
  const { picked } = store.get();
  const title = picked ? counted(rows.length, 'paper selected', 'papers selected')
    : shown.all() ? counted(rows.length, 'paper', 'papers')
      : `${rows.length.toLocaleString('en')} of ${counted(papers.count, 'paper', 'papers')}`;
  announce(title);

  const sections = () => {
    let left = most;
    return groups.flatMap(([topic, members]) => {
      const part = members.slice(0, Math.max(0, left));
      left -= part.length;
      return part.length
        ? section(`${topicName(topic)} · ${members.length.toLocaleString('en')}`, listOf(topicName(topic), part)) : [];
    });
  };

  const sorting = () => {
    const choice = make('select', { id: 'list-order' });
    choice.append(...listOrder.choices().map(([name, label]) => make('option', { value: name }, label)));
    choice.value = order;
    choice.addEventListener('change', () => {
      listOrder.choose(choice.value);
      panel.refresh();
    });
    const label = make('label', {}, 'Sorted by ');
    label.append(choice);
    return make('div', { className: 'days' }, label);
  };

  const actions = make('div', { className: 'actions' },
    action('CSV', () => mapExport.saveCsv(rows)),
    action('BibTeX', () => mapExport.saveBibtex(rows)),
    action('Markdown', () => mapExport.saveMarkdown(rows)),
    action('Copy list', () => mapExport.copy(mapExport.markdown(rows), 'List')),
    action('As a table', () => store.set({ view: 'table' })));

  return [
    heading(title, 'plain'),
    ...(rows.length ? [actions, sorting()] : []),
    ...(order === 'topic' ? sections() : [listOf('Papers', rows.slice(0, most))]),
    ...(rows.length > most ? [make('p', { className: 'quiet' },
      `These are the first ${most} of ${rows.length.toLocaleString('en')}. The files above have all of them, in this order.`)] : []),
  ];
});
