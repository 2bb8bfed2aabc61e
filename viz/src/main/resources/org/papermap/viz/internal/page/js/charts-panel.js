// @ts-check
/*
 * Charts that filter each other: each counts the papers that pass all filters but its own, and a bar
 * shows its papers alone.
 */

panel.register('charts', () => {
  const mostBars = 12;
  const steps = 16; // columns of a field of numbers

  /** @param {string} title @param {Filter} filter @param {Node} chart */
  const titled = (title, filter, chart) => {
    const head = make('h3', {}, title);
    const set = store.get()[filter];
    if (set?.length) head.append(' ', make('button', {
      type: 'button', className: 'link', onclick: () => store.set({ [filter]: store.fresh[filter] }),
    }, 'all'));
    return [head, chart];
  };

  const dates = () => {
    if (!colors.days()) return [];
    const { from, to } = timeline.bars();
    const { days } = store.get();
    const counts = timeline.counts(shown.passing('days'));
    return titled('Date', 'days', columnChart(counts.map((count, i) => ({
      text: `${timeline.span(from[i], to[i])}: ${counted(count, 'paper', 'papers')}`,
      count,
      isIn: !days || (from[i] >= days[0] && to[i] <= days[1]),
      choose: (more) => store.set({
        days: days && days[0] === from[i] && days[1] === to[i] ? null
          : more && days ? [Math.min(days[0], from[i]), Math.max(days[1], to[i])] : [from[i], to[i]],
      }),
    })), colorScheme.token('--accent'), [timeline.month(from[0]), timeline.month(to[to.length - 1])]));
  };

  /**
   * @param {readonly {name: string, count: number, color: string, pressed: boolean, choose: () => void}[]} all
   */
  const barList = (all) => {
    const sorted = [...all].sort((a, b) => b.count - a.count);
    const kept = sorted.filter((one, i) => i < mostBars || one.pressed);
    const most = Math.max(1, ...kept.map(({ count }) => count));
    const list = make('ul', { className: 'bars-list' }, ...kept.map(({ name, count, color, pressed, choose }) =>
      make('li', {}, barLink(name, count, most, color, choose, null, pressed))));
    if (kept.length < all.length) {
      list.append(make('li', { className: 'quiet' }, `and ${all.length - kept.length} more with fewer papers`));
    }
    return list;
  };

  /**
   * @param {readonly number[]} rows
   * @param {(row: number) => readonly number[]} groupsOf
   */
  const countsOf = (rows, groupsOf) => {
    const counts = /** @type {Map<number, number>} */ (new Map());
    for (const row of rows) for (const group of groupsOf(row)) counts.set(group, (counts.get(group) ?? 0) + 1);
    return counts;
  };

  const topics = () => {
    const counts = countsOf(shown.passing('topics'), (row) => [papers.topic(row)]);
    const { topics: wanted } = store.get();
    return titled('Topic', 'topics', barList([...meta.topics.keys()].map((topic) => ({
      name: topicName(topic), count: counts.get(topic) ?? 0, color: colors.topic(topic),
      pressed: wanted.includes(topic), choose: () => store.set({ topics: store.toggled(wanted, topic, true) }),
    }))));
  };

  const themes = () => {
    if (!meta.themes.length) return [];
    const counts = countsOf(shown.passing('themes'), papers.themes);
    const { themes: wanted } = store.get();
    return titled('Theme', 'themes', barList(meta.themes.map(({ name }, theme) => ({
      name, count: counts.get(theme) ?? 0, color: colors.theme(theme),
      pressed: wanted.includes(theme), choose: () => store.set({ themes: store.toggled(wanted, theme, true) }),
    }))));
  };

  /** @param {string} by @param {NameField} field */
  const names = (by, field) => {
    const counts = countsOf(shown.passingField(by), (row) => [field.members[row]]);
    const wanted = ranges.of(by);
    return barList(field.names.map((name, number) => ({
      name, count: counts.get(number) ?? 0, color: colors.value(number),
      pressed: wanted.some(([low]) => low === number), choose: () => ranges.toggle(by, number, number),
    })));
  };

  /** @param {string} by @param {NumberField} field */
  const numbers = (by, field) => {
    const { low, high } = field;
    const counts = countsOf(shown.passingField(by), (row) => {
      const value = field.numbers[row];
      if (Number.isNaN(value)) return [];
      return [Math.min(steps - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * steps)))];
    });
    /** @param {number} i */
    const edge = (i) => low + ((high - low) * i) / steps;
    /** @param {number} value */
    const short = (value) => value.toLocaleString('en', { maximumSignificantDigits: 3 });
    const wanted = ranges.of(by);
    return columnChart(Array.from({ length: steps }, (_, i) => {
      const [from, to] = [edge(i), i === steps - 1 ? Infinity : edge(i + 1)];
      return {
        text: `${field.name} ${short(from)}${i === steps - 1 ? ' and more' : ` to ${short(to)}`}: `
          + counted(counts.get(i) ?? 0, 'paper', 'papers'),
        count: counts.get(i) ?? 0,
        isIn: !wanted.length || wanted.some(([start, end]) => start <= from && to <= end),
        choose: () => ranges.toggle(by, from, to),
      };
    }), colorScheme.token('--accent'), [short(low), `${short(high)}${field.beyond ? ' and more' : ''}`]);
  };

  const fieldCharts = () => fields.choices().flatMap(({ name: by, label }) => {
    const field = fields.of(by);
    if (!field) return [];
    const head = make('h3', { dir: 'auto' }, label);
    if (ranges.of(by).length) head.append(' ', make('button', {
      type: 'button', className: 'link', onclick: () => ranges.clear(by),
    }, 'all'));
    return [head, field.kind === 'name' ? names(by, field) : numbers(by, field)];
  });

  const filtered = store.isFiltered();
  return [
    heading('Charts', 'plain'),
    make('p', { className: 'quiet' }, `${counted(shown.rows().length, 'paper', 'papers')} shown. Choose a bar to show `
      + 'its papers alone; all other charts then count those.'),
    ...(filtered ? [make('div', { className: 'actions' },
      action('Show all', () => store.set(store.unfiltered)))] : []),
    ...dates(),
    ...topics(),
    ...themes(),
    ...fieldCharts(),
  ];
});
