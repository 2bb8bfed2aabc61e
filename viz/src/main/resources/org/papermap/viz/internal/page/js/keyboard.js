// @ts-check
/* Keys: everything that a pointer can do. */

const keyboard = (() => {
  /** @type {Record<string, readonly [number, number]>} */
  const directions = {
    ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
  };

  /** @param {EventTarget | null} target */
  const isTyping = (target) => target instanceof Element && target.matches('input, select, textarea');

  /** @param {readonly [number, number]} direction */
  const walk = (direction) => {
    const { paper } = store.get();
    const next = paper >= 0 ? picking.towards(paper, direction) : mostCentral();
    if (next >= 0) openPaper(next);
  };

  const mostCentral = () => {
    const [left, top, right, bottom] = viewport.clearArea();
    return picking.nearest((left + right) / 2, (top + bottom) / 2, Infinity);
  };

  /** Steps back: the menu, the lasso, the query, the details, then the filters. */
  const back = () => {
    const { paper, view, query } = store.get();
    if (tools.closeMenu() || lasso.disarm()) return;
    if (query && document.activeElement === byId('query')) store.set({ query: '' });
    else if (view || paper >= 0) panel.close();
    else store.set({ query: '', more: [], less: [], ...store.unfiltered });
  };

  /** @type {Record<string, () => void>} */
  const anywhere = {
    '/': () => head.focus(),
    '+': () => viewport.zoomBy(1.5),
    '=': () => viewport.zoomBy(1.5),
    '-': () => viewport.zoomBy(1 / 1.5),
    0: () => viewport.fit(),
    l: () => store.set({ view: 'list' }),
  };

  const start = () => {
    addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        back();
        return;
      }
      const key = event.key.toLowerCase();
      if (isTyping(event.target) || !anywhere[key]) return;
      event.preventDefault();
      anywhere[key]();
      if (key === 'l') panel.focusHeading();
    });
    byId('map').addEventListener('keydown', (event) => {
      if (directions[event.key]) {
        event.preventDefault();
        walk(directions[event.key]);
      } else if (event.key === 'Enter' && panel.isOpen()) {
        panel.focusHeading();
      }
    });
  };

  return { start };
})();
