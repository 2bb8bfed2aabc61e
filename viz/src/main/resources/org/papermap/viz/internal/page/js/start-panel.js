// @ts-check
/* Where to begin: the papers of a topic to read first, which the map joins to a path. */

panel.register('start', () => {
  const { topic } = store.get();

  /** @param {number} number */
  const open = (number) => {
    store.set({ view: 'start', topic: number, paper: -1 });
    const rows = papers.startOf(number).map(({ row }) => row);
    if (rows.length) viewport.show(rows);
  };

  const topics = () => {
    const list = make('ul', { className: 'coverage', 'aria-label': 'Topics' });
    list.append(...meta.topics.map(({ name, papers: size }, number) => make('li', {}, make('button', {
      type: 'button', onclick: () => open(number),
    }, swatch([colors.topic(number)]), make('span', { className: 'name', dir: 'auto' }, name),
    make('span', { className: 'quiet' }, size.toLocaleString('en'))))));
    walkByArrowKeys(list);
    return list;
  };

  /** @param {{row: number, role: StartRole, to: number}} step */
  const roleText = ({ row, role, to }) => {
    switch (role) {
      case 'central': return 'at the centre of the topic';
      case 'newest': return `the newest, of ${papers.date(row)}`;
      case 'bridge': return `leads to ${topicName(to)}`;
    }
  };

  const path = () => {
    const list = make('ol', { className: 'papers route', 'aria-label': 'Papers to begin with' });
    list.append(...papers.startOf(topic).map((step) =>
      paperItem(step.row, { note: make('span', { className: 'reason', dir: 'auto' }, roleText(step)) })));
    walkByArrowKeys(list);
    return list;
  };

  if (topic < 0) {
    announce('Start here');
    return [
      heading('Start here', 'plain'),
      make('p', { className: 'quiet' }, 'Choose a topic: three papers at its centre, its newest, and one that leads to '
        + 'another topic, as a path on the map.'),
      topics(),
    ];
  }
  announce(`Start here: ${topicName(topic)}`);
  return [
    make('p', {}, make('button', { type: 'button', className: 'chip', onclick: () => store.set({ topic: -1 }) }, '‹ All topics')),
    heading(`Start here: ${topicName(topic)}`),
    path(),
    make('div', { className: 'actions' },
      action('Show the path', () => open(topic)),
      action('Open the topic', () => store.set({ view: 'topic', topics: [topic] })),
      ...(topic + 1 < meta.topics.length ? [action('Next topic', () => open(topic + 1))] : [])),
  ];
});
