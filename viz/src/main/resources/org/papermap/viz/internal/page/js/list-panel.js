// @ts-check
/* All papers that pass the filters, by topic: the map for readers who do not see it. */

panel.register('list', () => {
  const most = 500;
  const rows = shown.rows();

  const byTopic = () => {
    const groups = /** @type {Map<number, number[]>} */ (new Map());
    for (const row of rows.slice(0, most)) {
      const topic = papers.topic(row);
      const group = groups.get(topic);
      if (group) group.push(row);
      else groups.set(topic, [row]);
    }
    // Topics are numbered by size; papers without one come last.
    return [...groups].sort(([a], [b]) => (a < 0 ? 1 : b < 0 ? -1 : a - b));
  };

  /**
   * @param {number} topic
   * @param {readonly number[]} members
   */
  const listOf = (topic, members) => {
    const list = make('ul', { className: 'papers', 'aria-label': topicName(topic) });
    list.append(...members.map((row) => paperItem(row)));
    walkByArrowKeys(list);
    return section(`${topicName(topic)} · ${members.length}`, list);
  };

  const { picked } = store.get();
  const title = picked ? counted(rows.length, 'paper selected', 'papers selected')
    : shown.all() ? counted(rows.length, 'paper', 'papers')
      : `${rows.length.toLocaleString('en')} of ${counted(papers.count, 'paper', 'papers')}`;
  announce(title);

  const actions = make('div', { className: 'actions' },
    action('CSV', () => mapExport.saveCsv(rows)),
    action('BibTeX', () => mapExport.saveBibtex(rows)),
    action('Markdown', () => mapExport.saveMarkdown(rows)),
    action('Copy list', () => mapExport.copy(mapExport.markdown(rows), 'List')));

  return [
    heading(title, 'plain'),
    ...(rows.length ? [actions] : []),
    ...byTopic().flatMap(([topic, members]) => listOf(topic, members)),
    ...(rows.length > most
      ? [make('p', { className: 'quiet' }, `The first ${most}. Search or filter to see others.`)] : []),
  ];
});
