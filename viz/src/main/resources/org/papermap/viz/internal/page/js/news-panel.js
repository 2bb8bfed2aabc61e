// @ts-check
/* The papers and topics that are new since the map before, and those that are gone. */

/** The button that opens the list, where there is a map before. */
const news = (() => {
  /** New papers alone, in the list and on the map. */
  const open = () => store.set({ view: 'new', paper: -1, editions: [past.edition] });

  const start = () => {
    if (!past.isKnown) return;
    const count = past.rows().length;
    const text = count ? `${count.toLocaleString('en')} new ${past.since()}` : `Changes ${past.since()}`;
    const button = make('button', {
      type: 'button', id: 'news', 'aria-pressed': 'false', onclick: () => {
        if (store.get().view === 'new') panel.close();
        else open();
      },
    }, make('span', { className: 'spark', 'aria-hidden': 'true' }), text);
    byId('counts').after(button);
    store.listen(({ view }) => button.setAttribute('aria-pressed', String(view === 'new')));
  };

  return { start };
})();

panel.register('new', () => {
  const most = 500;
  const mostGone = 200;
  const rows = past.rows();

  const byTopic = () => {
    const groups = /** @type {Map<number, number[]>} */ (new Map());
    for (const row of rows.slice(0, most)) {
      const topic = papers.topic(row);
      groups.set(topic, [...(groups.get(topic) ?? []), row]);
    }
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

  /** @param {TopicHistory} way */
  const changed = (way) => {
    const changes = past.changesOf(way);
    const name = way.number < 0 ? make('span', { dir: 'auto' }, way.name)
      : make('button', {
        type: 'button', className: 'chip', onclick: () => openTopic(way.number),
      }, swatch([colors.topic(way.number)]), way.name);
    return make('li', {}, name,
      ...changes.map(({ kind, word }) => make('span', { className: `badge ${kind}` }, word)),
      make('small', { dir: 'auto' }, changes.map(({ sentence }) => sentence).join(' ')));
  };

  const topics = () => {
    const ways = past.topics.filter((way) => past.changesOf(way).length);
    // Births and ends tell more than a paper more or less.
    const plain = ['GREW', 'SHRANK'];
    const weight = (/** @type {TopicHistory} */ way) =>
      (way.changes.some((change) => !plain.includes(change)) ? 0 : 1);
    ways.sort((a, b) => weight(a) - weight(b));
    return ways.length
      ? section('What became of the topics', make('ul', { className: 'changes' }, ...ways.map(changed)))
      : [];
  };

  const gone = () => {
    if (!past.gone.length) return [];
    const list = make('ul', { className: 'gone-papers' }, ...past.gone.slice(0, mostGone).map((paper) =>
      make('li', { dir: 'auto' }, paper.title, make('small', {}, [
        paper.date ? past.inWords(paper.date) : '', paper.topic].filter((part) => part).join(' · ')))));
    return [
      ...section(`No longer on the map · ${past.gone.length.toLocaleString('en')}`, list),
      ...(past.gone.length > mostGone
        ? [make('p', { className: 'quiet' }, `The first ${mostGone}.`)] : []),
    ];
  };

  const editions = () => section('Maps so far', make('p', { className: 'quiet' }, past.editions
    .map(({ day, papers: size }, i) =>
      `${day ? past.inWords(day) : `map ${i + 1}`}: ${counted(size, 'paper', 'papers')}`)
    .join(' · ')));

  const title = `${counted(rows.length, 'new paper', 'new papers')} ${past.since()}`;
  announce(title);
  return [
    heading(title, 'plain'),
    ...(past.refitDue ? [make('p', { className: 'quiet' }, past.refitDue)] : []),
    make('div', { className: 'actions' },
      action('Colour by new', () => store.set({ colorBy: 'new', values: [] })),
      action('Markdown', () => mapExport.saveMarkdown(rows)),
      action('Copy list', () => mapExport.copy(mapExport.markdown(rows), 'List'))),
    ...byTopic().flatMap(([topic, members]) => listOf(topic, members)),
    ...(rows.length > most
      ? [make('p', { className: 'quiet' }, `The first ${most}. Filter to see others.`)] : []),
    ...topics(),
    ...gone(),
    ...editions(),
  ];
});
