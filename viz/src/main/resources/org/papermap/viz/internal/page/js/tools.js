// @ts-check
/* The buttons at the edge, and the menu of things to save. */

const tools = (() => {
  const bar = byId('tools');
  const menu = make('div', {
    id: 'save-menu', className: 'card', role: 'group', 'aria-label': 'Save', hidden: true,
  });

  /** @param {View} view */
  const toggleView = (view) => store.set({ view: store.get().view === view ? '' : view });

  /**
   * A tool's name, its label, its icon and what it does; null is a line between tools.
   *
   * @type {readonly ([string, string, string, () => void] | null)[]}
   */
  const offered = [
    ['closer', 'Zoom in', 'M12 5v14M5 12h14', () => viewport.zoomBy(1.6)],
    ['farther', 'Zoom out', 'M5 12h14', () => viewport.zoomBy(1 / 1.6)],
    ['fit', 'Show the whole map', 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5', () => viewport.fit()],
    null,
    ['lasso', 'Select papers by drawing around them',
      'M7 17c-3-1-4-3-4-5 0-4 4-7 9-7s9 3 9 7-4 6-9 6c-2 0-3 0-5-1zm0 0c0 2 1 4-2 4',
      () => lasso.arm(!lasso.isArmed())],
    ['list', 'List of papers', 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
      () => toggleView('list')],
    ['table', 'Table of papers', 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14', () => toggleView('table')],
    ['reading', 'Reading list', 'M6 4h12v17l-6-4.500L6 21z', () => toggleView('reading')],
    ['start', 'Start here', 'M5 19a2 2 0 1 0 0-.01M7 19h8a3.500 3.500 0 0 0 0-7H9a3.500 3.500 0 0 1 0-7h8M19 5a2 2 0 1 0 0-.01',
      () => store.set({ view: store.get().view === 'start' ? '' : 'start', topic: -1 })],
    ['place', 'Place a paper', 'M12 21s7-6.500 7-11.500a7 7 0 0 0-14 0C5 14.500 12 21 12 21zM12 10h.01', () => toggleView('place')],
    ['charts', 'Charts', 'M5 20V11M12 20V4M19 20v-6', () => toggleView('charts')],
    ['matrix', 'Themes and topics', 'M5 5h4v4H5zM15 5h4v4h-4zM5 15h4v4H5zM15 15h4v4h-4z', () => toggleView('matrix')],
    null,
    ['theme', 'Light or dark', 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z',
      () => store.set({ colorScheme: colorScheme.isDark() ? 'light' : 'dark' }, 'replace')],
    ['save', 'Save', 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14', () => setMenu(menu.hidden)],
    ['about', 'About this map', 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500h.01',
      () => toggleView('about')],
  ];

  /** @param {string} name */
  const buttonOf = (name) => /** @type {HTMLElement | null} */ (
    bar.querySelector(`[data-tool="${name}"]`));
  /**
   * @param {string} name
   * @param {boolean} on
   */
  const pressed = (name, on) => buttonOf(name)?.setAttribute('aria-pressed', String(on));

  /** @param {boolean} open */
  const setMenu = (open) => {
    menu.hidden = !open;
    buttonOf('save')?.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector('button')?.focus();
  };

  /** @type {readonly [string, () => void][]} */
  const saving = [
    ['Picture (PNG)', () => mapExport.savePng()],
    ['Picture (SVG)', () => mapExport.saveSvg()],
    ['Papers shown (CSV)', () => mapExport.saveCsv(shown.rows())],
    ['Papers shown (BibTeX)', () => mapExport.saveBibtex(shown.rows())],
    ['Papers shown (Markdown)', () => mapExport.saveMarkdown(shown.rows())],
    ['Copy link to this view', () => mapExport.copyLink(links.to(location.hash))],
    ['Print', () => print()],
  ];

  const start = () => {
    for (const tool of offered) {
      if (!tool) {
        bar.append(make('hr', { 'aria-hidden': 'true' }));
        continue;
      }
      const [name, label, path, onclick] = tool;
      if (name === 'matrix' && !meta.themes.length) continue;
      bar.append(make('button', {
        type: 'button', 'data-tool': name, 'aria-label': label, title: label, onclick,
      }, icon(path)));
    }
    for (const [text, onclick] of saving) {
      menu.append(make('button', {
        type: 'button',
        onclick: () => {
          setMenu(false);
          buttonOf('save')?.focus();
          onclick();
        },
      }, text));
    }
    walkByArrowKeys(menu);
    bar.append(menu);
    buttonOf('save')?.setAttribute('aria-controls', 'save-menu');
    buttonOf('save')?.setAttribute('aria-expanded', 'false');
    const views = ['list', 'table', 'reading', 'start', 'place', 'charts', 'matrix', 'about'];
    for (const name of ['lasso', ...views]) pressed(name, false);
    lasso.listen((armed) => pressed('lasso', armed));
    store.listen(({ view }) => {
      for (const name of views) pressed(name, view === name);
    });
    addEventListener('pointerdown', (event) => {
      if (!menu.hidden && !(event.target instanceof Node && bar.contains(event.target))) setMenu(false);
    });
  };

  return {
    start,
    /** Closes the menu; returns whether it was open. */
    closeMenu: () => {
      if (menu.hidden) return false;
      setMenu(false);
      buttonOf('save')?.focus();
      return true;
    },
  };
})();
