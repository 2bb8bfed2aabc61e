// @ts-check
/* When papers appeared, in all and by topic; days between two can be shown alone. */

panel.register('time', () => {
  const { from, to } = timeline.bars();
  const { days } = store.get();
  const all = timeline.counts(shown.passing('days'));
  /** @param {number} i */
  const inside = (i) => !days || (from[i] >= days[0] && to[i] <= days[1]);
  /** @param {number} i */
  const span = (i) => (from[i] === to[i] ? isoDay(from[i]) : `${isoDay(from[i])} to ${isoDay(to[i])}`);

  /**
   * One bar is a button; with Shift the days from those shown to it are shown.
   *
   * @param {number} i
   * @param {boolean} more
   */
  const choose = (i, more) => {
    if (days && days[0] === from[i] && days[1] === to[i]) store.set({ days: null });
    else if (more && days) store.set({ days: [Math.min(days[0], from[i]), Math.max(days[1], to[i])] });
    else store.set({ days: [from[i], to[i]] });
  };

  const chart = () => {
    const most = Math.max(1, ...all);
    return make('div', { className: 'time-chart', role: 'group', 'aria-label': 'Papers over time' },
      ...all.map((count, i) => {
        const fill = make('span');
        const bar = make('button', {
          type: 'button',
          className: inside(i) ? 'bar' : 'bar out',
          'aria-pressed': String(Boolean(days) && inside(i)),
          'aria-label': `${span(i)}: ${counted(count, 'paper', 'papers')}`,
          title: `${span(i)}: ${count.toLocaleString('en')}`,
          onclick: (event) => choose(i, event.shiftKey),
        }, fill);
        fill.style.height = `${Math.max(count ? 3 : 0, (100 * count) / most)}%`;
        return bar;
      }));
  };

  const axis = () => make('div', { className: 'ramp-ends' },
    make('span', {}, timeline.month(from[0])),
    make('span', {}, `highest: ${counted(Math.max(0, ...all), 'paper', 'papers')}`),
    make('span', {}, timeline.month(to[to.length - 1])));

  /**
   * @param {string} label
   * @param {0 | 1} index
   */
  const field = (label, index) => {
    const [first, last] = colors.days() ?? [0, 0];
    const input = make('input', {
      type: 'date', min: isoDay(first), max: isoDay(last), value: isoDay(days?.[index] ?? [first, last][index]),
    });
    input.addEventListener('change', () => {
      const day = Math.round(Date.parse(input.value) / 86_400_000);
      if (!Number.isFinite(day)) return;
      const [start, end] = days ?? [first, last];
      const next = index ? { start, end: day } : { start: day, end };
      if (next.start <= next.end) store.set({ days: [next.start, next.end] });
    });
    return make('label', {}, `${label} `, input);
  };

  const byTopic = () => make('table', { className: 'terms' },
    make('caption', { className: 'unseen' }, 'Papers of each topic over time'),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Topic'),
      make('th', { scope: 'col' }, 'over time'), make('th', { scope: 'col' }, days ? 'shown' : 'papers'))),
    make('tbody', {}, ...[...meta.topics.keys()].flatMap((topic) => {
      const counts = timeline.byTopic().get(topic);
      if (!counts) return [];
      const sum = counts.reduce((total, count, i) => total + (inside(i) ? count : 0), 0);
      return make('tr', {},
        make('th', { scope: 'row', dir: 'auto' }, topicLink(topic)),
        make('td', {}, timeline.spark(counts, colors.topic(topic))),
        make('td', {}, sum.toLocaleString('en')));
    })));

  return [
    heading('Over time', 'plain'),
    make('p', { className: 'quiet' }, 'Choose a bar to show its days alone; with Shift, all days up to it.'),
    chart(),
    axis(),
    make('div', { className: 'days' }, field('from', 0), field('to', 1)),
    ...(days ? [make('div', { className: 'actions' }, action('All days', () => store.set({ days: null })))] : []),
    ...section('By topic', byTopic()),
  ];
});
