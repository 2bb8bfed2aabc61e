// @ts-check
/* When papers appeared, in all and by topic; days between two can be shown alone. */

const timeline = (() => {
  const mostBars = 40;
  const steps = [1, 7, 30.4375, 91.3125, 365.25, 3652.5]; // days

  /** The bars of a timeline: where each begins, and how many papers of each topic it has. */
  const bars = () => {
    const [first, last] = colors.days() ?? [0, 0];
    const step = steps.find((days) => (last - first + 1) / days <= mostBars) ?? (last - first + 1) / mostBars;
    const count = Math.max(1, Math.ceil((last - first + 1) / step));
    const lines = /** @type {Map<number, Uint32Array>} */ (new Map());
    for (let row = 0; row < papers.count; row++) {
      const day = papers.day(row);
      if (Number.isNaN(day)) continue;
      const topic = papers.topic(row);
      const line = lines.get(topic) ?? new Uint32Array(count);
      lines.set(topic, line);
      line[Math.min(count - 1, Math.floor((day - first) / step))]++;
    }
    const from = Array.from({ length: count }, (_, i) => Math.round(first + i * step));
    const to = from.map((_, i) => (i + 1 < count ? from[i + 1] - 1 : last));
    return { from, to, lines };
  };

  /** @type {ReturnType<typeof bars> | null} */
  let made = null;
  return { bars: () => (made ??= bars()) };
})();

panel.register('time', () => {
  const { from, to, lines } = timeline.bars();
  const { days } = store.get();
  const all = from.map((_, i) => [...lines.values()].reduce((sum, line) => sum + line[i], 0));
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
      const [from, to] = days ?? [first, last];
      const next = index ? { from, to: day } : { from: day, to };
      if (next.from <= next.to) store.set({ days: [next.from, next.to] });
    });
    return make('label', {}, `${label} `, input);
  };

  /**
   * A topic's papers over time as a small line, drawn to its own height.
   *
   * @param {Uint32Array} counts
   * @param {string} color
   */
  const spark = (counts, color) => {
    const [width, height] = [120, 22];
    const most = Math.max(1, ...counts);
    const steps = [...counts].map((count, i) => {
      const x = counts.length > 1 ? (i / (counts.length - 1)) * width : width / 2;
      return `${i ? 'L' : 'M'}${x.toFixed(1)} ${(height - 1 - (count / most) * (height - 3)).toFixed(1)}`;
    });
    const drawing = icon(steps.join(''));
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawing.setAttribute('class', 'spark');
    drawing.style.color = color;
    return drawing;
  };

  const byTopic = () => {
    const list = make('table', { className: 'terms' },
      make('caption', { className: 'unseen' }, 'Papers of each topic over time'),
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Topic'),
        make('th', { scope: 'col' }, 'over time'), make('th', { scope: 'col' }, days ? 'shown' : 'papers'))),
      make('tbody', {}, ...[...meta.topics.keys()].flatMap((topic) => {
        const counts = lines.get(topic);
        if (!counts) return [];
        const sum = counts.reduce((total, count, i) => total + (inside(i) ? count : 0), 0);
        return make('tr', {},
          make('th', { scope: 'row', dir: 'auto' }, swatch([colors.topic(topic)]), ` ${topicName(topic)}`),
          make('td', {}, spark(counts, colors.topic(topic))),
          make('td', {}, sum.toLocaleString('en')));
      })));
    return list;
  };

  return [
    heading('Over time', 'plain'),
    make('p', { className: 'quiet' }, 'Choose a bar to show its days alone; with Shift, all days up to it.'),
    chart(),
    make('div', { className: 'days' }, field('from', 0), field('to', 1)),
    ...(days ? [make('div', { className: 'actions' }, action('All days', () => store.set({ days: null })))] : []),
    ...section('By topic', byTopic()),
  ];
});
