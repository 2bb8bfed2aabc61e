// @ts-check
/* How themes and topics go together: a table of counts that filters the map. */

panel.register('matrix', () => {
  const state = store.get();
  const columns = [...meta.themes.keys(), -1];
  const lines = [...meta.topics.keys()];
  if (papers.topics().includes(-1)) lines.push(-1);

  /** @param {number} theme */
  const themeName = (theme) => (theme < 0 ? 'No theme' : meta.themes[theme].name);
  /** @param {number} theme */
  const themeColor = (theme) => (theme < 0 ? colors.none() : colors.theme(theme));

  /** The papers of each pair, counted in one go; what is asked for is a topic and a theme. */
  const counts = /** @type {Map<string, number>} */ (new Map());
  const totals = /** @type {Map<number, number>} */ (new Map());
  /**
   * @template Key
   * @param {Map<Key, number>} map
   * @param {Key} key
   */
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let row = 0; row < papers.count; row++) {
    const own = papers.themes(row);
    add(totals, papers.topic(row));
    for (const theme of own.length ? own : [-1]) add(counts, `${papers.topic(row)} ${theme}`);
  }
  /**
   * @param {number} topic
   * @param {number} theme
   */
  const count = (topic, theme) => counts.get(`${topic} ${theme}`) ?? 0;

  /**
   * @param {readonly number[]} members
   * @param {...number} wanted
   */
  const same = (members, ...wanted) =>
    members.length === wanted.length && wanted.every((one) => members.includes(one));

  /**
   * @param {Settings<'button'>} settings
   * @param {boolean} pressed
   * @param {number[]} topics
   * @param {number[]} themes
   */
  const filterButton = (settings, pressed, topics, themes) => make('button', {
    type: 'button',
    'aria-pressed': String(pressed),
    onclick: () => store.set(pressed ? { topics: [], themes: [] } : { topics, themes }),
    ...settings,
  });

  /** @param {number} theme */
  const columnHead = (theme) => {
    const pressed = same(state.themes, theme) && !state.topics.length;
    const button = filterButton({}, pressed, [], [theme]);
    button.append(swatch([themeColor(theme)]), themeName(theme));
    return make('th', { scope: 'col' }, button);
  };

  /** @param {number} topic */
  const lineHead = (topic) => {
    const pressed = same(state.topics, topic) && !state.themes.length;
    const button = filterButton({}, pressed, [topic], []);
    button.append(swatch([colors.topic(topic)]), make('span', {}, topicName(topic)));
    return make('th', { scope: 'row' }, button);
  };

  const cells = lines.map((topic) => columns.map((theme) => count(topic, theme)));
  const highest = Math.max(1, ...cells.flat());

  /**
   * @param {number} topic
   * @param {number} theme
   * @param {number} papersHere
   */
  const cell = (topic, theme, papersHere) => {
    const pressed = same(state.topics, topic) && same(state.themes, theme);
    const button = filterButton({
      disabled: papersHere === 0,
      'aria-label': `${topicName(topic)}, ${themeName(theme)}: ${counted(papersHere, 'paper', 'papers')}`,
    }, pressed, [topic], [theme]);
    button.append(papersHere ? String(papersHere) : '·');
    if (papersHere) {
      const strength = 6 + 26 * (papersHere / highest);
      button.style.background = `color-mix(in srgb, ${themeColor(theme)} ${strength}%, transparent)`;
    }
    return make('td', {}, button);
  };

  /** @param {number} topic */
  const total = (topic) => totals.get(topic) ?? 0;

  const table = () => make('table', { className: 'matrix' },
    make('caption', { className: 'unseen' }, 'Papers of each topic in each theme'),
    make('thead', {}, make('tr', {}, make('td'), ...columns.map(columnHead),
      make('th', { scope: 'col', className: 'total' }, 'All'))),
    make('tbody', {}, ...lines.map((topic, i) => make('tr', {}, lineHead(topic),
      ...columns.map((theme, j) => cell(topic, theme, cells[i][j])),
      make('td', { className: 'total' }, String(total(topic)))))));

  const most = 200; // papers in a list
  const bridges = () => {
    const rows = allRows().filter((row) => shown.hasTheme(row, -2));
    if (!rows.length) return section('Papers between themes', make('p', { className: 'quiet' }, 'None.'));
    const list = make('ul', { className: 'papers', 'aria-label': 'Papers between themes' });
    list.append(...rows.slice(0, most).map((row) => {
      const item = paperItem(row);
      const line = item.querySelector('small');
      if (line) line.textContent =
        papers.themes(row).map((number) => meta.themes[number].name).join(' and ');
      return item;
    }));
    walkByArrowKeys(list);
    const highlighted = same(state.themes, -2);
    const show = action(highlighted ? 'Show all papers' : 'Show them on the map', () =>
      store.set(highlighted ? { themes: [] } : { themes: [-2], topics: [], colorBy: 'theme' }));
    return section(`Papers between themes · ${rows.length}`,
      make('div', { className: 'actions' }, show), list);
  };

  return [
    heading('Themes and topics', 'plain'),
    make('p', { className: 'quiet' },
      'Papers of each topic (down) that belong to each theme (across). A paper of two themes counts '
      + 'in both. Choose a number, a topic or a theme to see its papers alone.'),
    make('div', { className: 'matrix-frame', tabIndex: 0, role: 'region', 'aria-label': 'Themes and topics' }, table()),
    ...bridges(),
  ];
});
