// @ts-check
/* The panel at the side: a frame that shows a paper, or one of the views. */

const panel = (() => {
  const frame = byId('panel');
  /** @type {Map<string, () => (Node | string)[]>} */
  const views = new Map();

  const closing = () => {
    const { view } = store.get();
    // A lasso's list goes with its selection, a topic's panel with the topic.
    const { picked, topics, editions } = store.fresh;
    store.set({
      view: '',
      paper: -1,
      ...(view === 'list' ? { picked } : {}),
      ...(view === 'topic' ? { topics, picked } : {}),
      ...(view === 'new' ? { editions } : {}),
    });
    byId('map').focus();
  };

  const closeButton = () => make('button', {
    type: 'button', className: 'close', 'aria-label': 'Close details', onclick: closing,
  }, icon('M6 6l12 12M18 6 6 18'));

  /**
   * What the panel shows now: the name of a view, or nothing.
   *
   * @param {Readonly<State>} state
   */
  const current = ({ view, paper }) => view || (paper >= 0 ? 'paper' : '');

  /** @param {string} name */
  const show = (name) => {
    frame.hidden = !name;
    document.body.classList.toggle('details', Boolean(name));
    frame.setAttribute('aria-label', name === 'paper' ? 'Paper' : 'Details');
    document.body.classList.toggle('tabled', name === 'table');
    frame.dataset.view = name;
    frame.replaceChildren(...(name ? [closeButton(), ...(views.get(name)?.() ?? [])] : []));
    // The panel has its size only now.
    viewport.settle(name);
  };

  const start = () => {
    store.listen((now, before) => {
      const name = current(now);
      const other = differ(now, before, 'paper', 'view', 'topic');
      const filtered = differ(now, before, 'query', 'more', 'less', ...store.filters);
      const recolored = differ(now, before, 'colorBy');
      if (!other && !recolored && !(filtered && name)) return;
      const held = frame.contains(document.activeElement);
      const from = frame.scrollTop;
      show(name);
      frame.scrollTop = other ? 0 : from;
      if (held && name) focusHeading();
    });
    colorScheme.listen(() => show(current(store.get())));
    marks.listen(() => {
      if (store.get().view === 'reading') refresh();
    });
  };

  const focusHeading = () => frame.querySelector('h2')?.focus();

  /** Builds what is shown anew, where it stands. */
  const refresh = () => {
    const from = frame.scrollTop;
    show(current(store.get()));
    frame.scrollTop = from;
  };

  return {
    start,
    refresh,
    focusHeading,
    /** @param {string} selector */
    focusOn: (selector) => /** @type {HTMLElement | null} */ (frame.querySelector(selector))?.focus(),
    close: closing,
    isOpen: () => !frame.hidden,
    /**
     * Adds a view: a function that gives the panel's new children.
     *
     * @param {View | 'paper'} name
     * @param {() => (Node | string)[]} view
     */
    register: (name, view) => views.set(name, view),
  };
})();

/**
 * @param {string | Node} text
 * @param {string} [className]
 */
const heading = (text, className = '') =>
  make('h2', { tabIndex: -1, dir: 'auto', className }, text);

/**
 * @param {string} title
 * @param {...(Node | string)} children
 */
const section = (title, ...children) => [make('h3', {}, title), ...children];

/**
 * @param {string} text
 * @param {() => void} onclick
 */
const action = (text, onclick) =>
  make('button', { type: 'button', className: 'action', onclick }, text);
