// @ts-check
/* The papers over time, under the map: dragging over it shows the papers of those days, and it plays. */

const timeBrush = (() => {
  const card = byId('brush');
  const step = 160; // milliseconds between two pictures while it plays
  let playing = 0;

  const isOffered = () => colors.days() !== null && timeline.bars().from.length > 2;

  const bars = make('div', { className: 'brush-bars' });
  const told = make('span', { className: 'quiet' });
  const play = make('button', { type: 'button', className: 'brush-play' });
  /** @param {string} label */
  const handle = (label) => make('input', { type: 'range', min: '0', step: '1', 'aria-label': label });
  const first = handle('Shown from');
  const last = handle('Shown until');

  const count = () => timeline.bars().from.length;

  /** The first and the last bar that are shown. @returns {[number, number]} */
  const chosen = () => {
    const { days } = store.get();
    const { from, to } = timeline.bars();
    if (!days) return [0, count() - 1];
    const start = from.findLastIndex((day) => day <= days[0]);
    const end = to.findIndex((day) => day >= days[1]);
    return [Math.max(0, start), end < 0 ? count() - 1 : end];
  };

  /**
   * @param {number} a
   * @param {number} b
   * @param {HistoryMode} [history]
   */
  const choose = (a, b, history = 'replace') => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)];
    const { from, to } = timeline.bars();
    store.set({ days: start <= 0 && end >= count() - 1 ? null : [from[start], to[end]] }, history);
  };

  const stop = () => {
    clearInterval(playing);
    playing = 0;
    refresh();
  };

  /** Shows the field growing, from its first papers to its last. */
  const begin = () => {
    let [, end] = chosen();
    if (end >= count() - 1) end = 0;
    choose(0, end);
    playing = setInterval(() => {
      end++;
      choose(0, end);
      if (end >= count() - 1) stop();
    }, step);
    refresh();
  };

  const refresh = () => {
    const { from, to } = timeline.bars();
    const counts = timeline.counts(shown.passing('days'));
    const most = Math.max(1, ...counts);
    const [start, end] = chosen();
    bars.replaceChildren(...counts.map((value, i) => {
      const bar = make('span', { className: i >= start && i <= end ? '' : 'out' });
      bar.style.height = `${Math.max(value ? 4 : 0, (100 * value) / most)}%`;
      return bar;
    }));
    first.value = String(start);
    last.value = String(end);
    first.setAttribute('aria-valuetext', timeline.month(from[start]));
    last.setAttribute('aria-valuetext', timeline.month(to[end]));
    told.textContent = timeline.span(from[start], to[end]);
    play.textContent = playing ? '❚❚' : '▶';
    play.setAttribute('aria-label', playing ? 'Stop' : 'Play how the field grew');
    play.title = playing ? 'Stop' : 'Play how the field grew';
  };

  /** The bar at a place across. @param {PointerEvent} event */
  const barAt = (event) => {
    const { left, width } = bars.getBoundingClientRect();
    return Math.min(count() - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * count())));
  };

  /** Dragging chooses days; a click on chosen ones shows all again. */
  const listenToPointer = () => {
    let from = -1;
    let moved = false;
    bars.addEventListener('pointerdown', (event) => {
      bars.setPointerCapture(event.pointerId);
      from = barAt(event);
      moved = false;
      if (playing) stop();
    });
    bars.addEventListener('pointermove', (event) => {
      if (from < 0) return;
      moved ||= barAt(event) !== from;
      if (moved) choose(from, barAt(event));
    });
    bars.addEventListener('pointerup', () => {
      const [start, end] = chosen();
      const again = store.get().days && start === from && end === from;
      if (from >= 0 && !moved) choose(again ? 0 : from, again ? count() - 1 : from, 'push');
      from = -1;
    });
  };

  const start = () => {
    card.hidden = !isOffered();
    if (card.hidden) return;
    for (const one of [first, last]) {
      one.max = String(count() - 1);
      one.addEventListener('input', () => choose(Number(first.value), Number(last.value)));
    }
    play.addEventListener('click', () => (playing ? stop() : begin()));
    listenToPointer();
    card.append(play, make('div', { className: 'brush-chart' }, bars, first, last), told);
    store.listen((now, before) => {
      if (differ(now, before, 'query', 'more', 'less', ...store.filters)) refresh();
    });
    refresh();
  };

  return { start, refresh };
})();
