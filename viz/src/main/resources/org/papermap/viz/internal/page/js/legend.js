// @ts-check
/* What the colours mean, with counts; a click shows one group alone, with Shift several. */

const legend = (() => {
  const card = byId('legend');
  const rows = byId('legend-rows');
  const foot = byId('legend-foot');
  const choice = byId('color-by');
  const fold = byId('legend-fold');

  /**
   * @param {'themes' | 'values' | 'editions'} filter
   * @param {readonly number[]} members
   */
  const setFilter = (filter, members) => {
    /** @type {Partial<State>} */
    const change = {};
    change[filter] = members;
    store.set(change);
  };

  /**
   * @param {'themes' | 'values' | 'editions'} filter
   * @param {number} member of the filter
   * @param {string} name
   * @param {readonly string[]} slices
   * @param {number} count
   */
  const filterEntry = (filter, member, name, slices, count) => {
    const pressed = store.get()[filter].includes(member);
    const button = make('button', {
      type: 'button',
      className: 'entry',
      'aria-pressed': String(pressed),
      onclick: (event) => setFilter(filter, store.toggled(
        store.get()[filter], member, event.shiftKey || event.ctrlKey || event.metaKey)),
    }, swatch(slices), make('span', { className: 'name', dir: 'auto' }, name),
    make('span', { className: 'count' }, count.toLocaleString('en')));
    return make('li', {}, button);
  };

  /** @param {(row: number) => boolean} test */
  const countOf = (test) => {
    let count = 0;
    for (let row = 0; row < papers.count; row++) if (test(row)) count++;
    return count;
  };

  const themeEntries = () => {
    /** @param {number} wanted */
    const members = (wanted) => countOf((row) => shown.hasTheme(row, wanted));
    const entries = meta.themes.map((subject, number) =>
      filterEntry('themes', number, subject.name, [colors.theme(number)], members(number)));
    const several = members(-2);
    if (several) {
      const slices = meta.themes.slice(0, 2).map((_, number) => colors.theme(number));
      entries.push(filterEntry('themes', -2, 'Several themes', slices, several));
    }
    if (members(-1)) entries.push(filterEntry('themes', -1, 'No theme', [colors.none()], members(-1)));
    return entries;
  };

  /**
   * @param {string} from
   * @param {string} to
   */
  const scaleOf = (from, to) => {
    const bar = make('div', { className: 'ramp', 'aria-hidden': 'true' });
    const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => colors.ramp(share));
    bar.style.background = `linear-gradient(90deg, ${steps})`;
    const ends = make('div', { className: 'ramp-ends' }, make('span', {}, from), make('span', {}, to));
    return [make('li', {}, bar, ends)];
  };

  const dates = () => {
    const [first, last] = colors.days() ?? [];
    return first === undefined || last === undefined ? [] : scaleOf(isoDay(first), isoDay(last));
  };

  /** @param {number} number */
  const short = (number) => number.toLocaleString('en', { maximumSignificantDigits: 4 });

  /** @param {Field | undefined} field */
  const fieldEntries = (field) => {
    if (!field) return [];
    if (field.kind === 'number') {
      return scaleOf(short(field.low), `${short(field.high)}${field.beyond ? ' and more' : ''}`);
    }
    const entries = field.names.map((name, number) =>
      filterEntry('values', number, name, [colors.value(number)], field.counts[number]));
    const rest = papers.count - field.counts.reduce((sum, count) => sum + count, 0);
    if (rest) entries.push(filterEntry('values', -1, 'Not given', [colors.none()], rest));
    return entries;
  };

  const editionEntries = () => [
    filterEntry('editions', past.edition, `New ${past.since()}`, [colors.ramp(0)], past.rows().length),
  ];

  const entries = () => {
    const { colorBy } = store.get();
    switch (colorBy) {
      case 'topic': return topicTree.entries();
      case 'theme': return themeEntries();
      case 'date': return dates();
      case 'new': return editionEntries();
      case 'kept': return scaleOf('few of its nearest papers lie near it', 'all do');
      default: return fieldEntries(fields.of(colorBy));
    }
  };

  const footer = () => {
    const buttons = [];
    if (meta.themes.length) {
      buttons.push(make('button', {
        type: 'button', onclick: () => store.set({ view: 'matrix' }),
      }, 'Themes × topics'));
    }
    if (colors.days()) {
      buttons.push(make('button', {
        type: 'button', onclick: () => store.set({ view: 'time' }),
      }, 'Over time'));
    }
    if (store.isFiltered()) {
      buttons.push(make('button', {
        type: 'button', onclick: () => store.set(store.unfiltered),
      }, 'Show all'));
    }
    return buttons;
  };

  const refresh = () => {
    const { colorBy, topics, themes, values, editions } = store.get();
    const held = rows.contains(document.activeElement)
      ? [...rows.querySelectorAll('button')].findIndex((button) => button === document.activeElement) : -1;
    const from = rows.scrollTop;
    choice.value = colorBy;
    card.classList.toggle('filtering', topics.length + themes.length + values.length + editions.length > 0);
    rows.replaceChildren(...entries());
    rows.scrollTop = from;
    foot.replaceChildren(...footer());
    rows.querySelectorAll('button')[held]?.focus();
  };

  /** @param {boolean} folded */
  const setFolded = (folded) => {
    card.classList.toggle('folded', folded);
    fold.setAttribute('aria-expanded', String(!folded));
  };

  const start = () => {
    choice.append(...colors.choices().map(({ name, label }) => make('option', { value: name }, label)));
    choice.addEventListener('change', () => store.set({ colorBy: choice.value, values: [] }));
    setFolded(hasSheets());
    fold.addEventListener('click', () => {
      if (hasSheets()) setFolded(!card.classList.contains('folded'));
    });
    addEventListener('resize', () => {
      if (!hasSheets()) setFolded(false);
    });
    store.listen((now, before) => {
      if (differ(now, before, 'colorBy', 'query', 'more', 'less', ...store.filters)) refresh();
    });
    colorScheme.listen(refresh);
    topicTree.listen(refresh);
    refresh();
  };

  return { start, refresh };
})();
