// @ts-check
/* The state as the address says it, so that a copied address opens the same view. */

const permalink = (() => {
  /** @type {readonly View[]} */
  const views = ['list', 'reading', 'start', 'new', 'place', 'table', 'matrix', 'time', 'charts', 'topic', 'about'];
  /** @type {readonly ColorScheme[]} */
  const schemes = ['light', 'dark'];

  /**
   * @template {string} Choice
   * @param {readonly Choice[]} choices
   * @param {string | null} asked
   */
  const among = (choices, asked) => choices.find((choice) => choice === asked);

  /** @param {string} text */
  const numbers = (text) => text.split('_').filter((part) => part).map(Number);

  const mostIds = 12; // papers that are named by id; more are told as one bit a row

  let known = '';
  /** Tells maps of other papers apart. */
  const fingerprint = () => {
    if (known) return known;
    let sum = 2166136261;
    for (const row of allRows()) {
      for (const char of papers.id(row)) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16777619);
    }
    known = (sum >>> 0).toString(36);
    return known;
  };

  /**
   * @param {URLSearchParams} parts
   * @param {readonly number[]} rows
   */
  const writePicked = (parts, rows) => {
    if (rows.length <= mostIds) {
      for (const row of rows) parts.append('picked', papers.id(row));
      return;
    }
    const bits = new Uint8Array(Math.ceil(papers.count / 8));
    for (const row of rows) bits[row >> 3] |= 1 << (row & 7);
    const letters = btoa(String.fromCharCode(...bits)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    parts.set('set', `${fingerprint()}.${letters.replace(/A+$/, '')}`);
  };

  /** @param {URLSearchParams} parts */
  const readPicked = (parts) => {
    const rows = parts.getAll('picked').map(papers.rowOf).filter((row) => row >= 0);
    const [map, letters] = (parts.get('set') ?? '').split('.');
    if (letters && map === fingerprint()) {
      const text = letters.replaceAll('-', '+').replaceAll('_', '/');
      const whole = text + 'A'.repeat((4 - (text.length % 4)) % 4);
      const bits = /^[A-Za-z0-9+/]*$/.test(whole) ? atob(whole) : '';
      for (const row of allRows()) if (((bits.charCodeAt(row >> 3) || 0) >> (row & 7)) & 1) rows.push(row);
    }
    return rows.length ? [...new Set(rows)].sort((a, b) => a - b) : null;
  };

  /**
   * @param {Readonly<State>} state
   * @param {string} at
   */
  const addressOf = (state, at) => {
    const parts = new URLSearchParams();
    if (state.paper >= 0) parts.set('paper', papers.id(state.paper));
    if (state.view) parts.set('view', state.view);
    if (state.colorBy !== store.fresh.colorBy) parts.set('by', state.colorBy);
    if (state.query) parts.set('q', state.query);
    for (const row of state.more) parts.append('more', papers.id(row));
    for (const row of state.less) parts.append('less', papers.id(row));
    if (state.topics.length) parts.set('topics', state.topics.join('_'));
    if (state.themes.length) parts.set('themes', state.themes.join('_'));
    if (['topic', 'start'].includes(state.view) && state.topic >= 0) parts.set('topic', String(state.topic));
    if (state.values.length) parts.set('values', state.values.join('_'));
    if (state.days) parts.set('days', state.days.join('_'));
    if (state.editions.length) parts.set('editions', state.editions.join('_'));
    for (const one of state.within) parts.append('within', one);
    if (state.picked) writePicked(parts, state.picked);
    if (state.colorScheme) parts.set('theme', state.colorScheme);
    if (at) parts.set('at', at);
    return `#${parts}`;
  };

  /**
   * The state that an address asks for; values that do not exist are left out.
   *
   * @param {string} hash
   */
  const read = (hash) => {
    const parts = new URLSearchParams(hash.replace(/^#/, ''));
    /** @type {State} */
    const state = { ...store.fresh };
    const paper = parts.get('paper');
    if (paper !== null) state.paper = papers.rowOf(paper);
    state.view = among(views, parts.get('view')) ?? '';
    state.colorBy = among(colors.choices().map(({ name }) => name), parts.get('by')) ?? store.fresh.colorBy;
    state.colorScheme = among(schemes, parts.get('theme')) ?? '';
    state.query = parts.get('q') ?? '';
    state.more = parts.getAll('more').map(papers.rowOf).filter((row) => row >= 0);
    state.less = parts.getAll('less').map(papers.rowOf).filter((row) => row >= 0);
    /**
     * @param {string} name
     * @param {number} least
     * @param {number} most one above the highest
     */
    const within = (name, least, most) => numbers(parts.get(name) ?? '')
      .filter((number) => Number.isInteger(number) && number >= least && number < most);
    state.topics = within('topics', -1, meta.topics.length);
    state.themes = within('themes', -2, meta.themes.length);
    state.values = within('values', -1, meta.tones.length);
    state.within = parts.getAll('within').filter(ranges.isKnown);
    state.editions = within('editions', 1, past.edition + 1);
    const days = numbers(parts.get('days') ?? '');
    if (days.length === 2 && days.every(Number.isInteger)) state.days = [days[0], days[1]];
    [state.topic = -1] = within('topic', 0, meta.topics.length);
    if (state.view === 'topic' && state.topic < 0) state.view = '';
    if (state.view === 'new' && !past.isKnown) state.view = '';
    if (state.view === 'time' && !colors.days()) state.view = '';
    state.picked = readPicked(parts);
    return { state, at: placeIn(parts) };
  };

  /** @param {URLSearchParams} parts */
  const placeIn = (parts) => {
    const at = numbers(parts.get('at') ?? '');
    return at.length === 3 && at.every(Number.isFinite) ? at : null;
  };

  /** Takes viewport and colour scheme from the address, which needs no texts. */
  const restoreView = () => {
    const parts = new URLSearchParams(location.hash.replace(/^#/, ''));
    const chosen = among(schemes, parts.get('theme'));
    if (chosen) store.set({ colorScheme: chosen }, 'keep');
    const at = placeIn(parts);
    if (at) viewport.jump(at);
    else viewport.reset();
  };

  /** Where the viewport is, unless it shows the whole map. */
  const place = () => {
    if (viewport.isFitted()) return '';
    const [x, y, zoom] = viewport.position();
    return `${x.toFixed(4)}_${y.toFixed(4)}_${zoom.toFixed(3)}`;
  };

  /** @param {HistoryMode} mode */
  const writeAddress = (mode) => {
    const hash = addressOf(store.get(), place());
    if (hash === (location.hash || '#')) return;
    const address = hash === '#' ? location.pathname + location.search : hash;
    if (mode === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };

  const restore = () => {
    const { state, at } = read(location.hash);
    store.set(state, 'keep');
    if (at) {
      viewport.jump(at);
      return;
    }
    viewport.reset();
    if (panel.isOpen()) viewport.settle(byId('panel').dataset.view);
    if (state.paper >= 0) viewport.reveal(papers.x(state.paper), papers.y(state.paper));
  };

  /* A moving viewport would fill the history, and browsers refuse too many changes in a row. */
  let waiting = 0;
  const viewportMoved = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => writeAddress('replace'), 300);
  };

  const start = () => {
    restore();
    store.listen((_now, _before, history) => {
      if (history !== 'keep') writeAddress(history);
    });
    viewport.listen(viewportMoved);
    addEventListener('popstate', () => {
      clearTimeout(waiting);
      restore();
    });
  };

  return { restoreView, start };
})();
