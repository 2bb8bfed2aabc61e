// @ts-check
/* The cards that lie on the map, and what they leave clear of it. */

/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */

const cards = (() => {
  const tablet = { head: 190, foot: 92 };
  const phone = { head: 116, foot: 132 }; // pixels taken by the cards, folded

  /** A low window has its tools in two columns, see cards.css. */
  const toolsWidth = () => (innerHeight < 640 ? 88 : 48);

  /**
   * The part of the window that no card covers, as left, top, right, bottom.
   *
   * @param {boolean} [panelOpen]
   * @returns {Box}
   */
  const clearArea = (panelOpen = !byId('panel').hidden) => {
    const head = byId('head').getBoundingClientRect();
    const sheet = sheetHeight(panelOpen);
    if (onPhone()) {
      const top = head.top + phone.head;
      const bottom = innerHeight - (sheet ? sheet + 16 : phone.foot);
      return [8, top, innerWidth - 8, Math.max(top + 80, bottom)];
    }
    if (hasSheets()) {
      const [top, end] = [head.top + tablet.head, innerWidth - (sheet ? 12 : 24 + toolsWidth())];
      const foot = innerHeight - (sheet ? sheet + 28 : tablet.foot);
      /** @type {Box} */
      const below = [12, top, end, Math.max(top + 80, foot)];
      /** @type {Box} */
      const beside = [head.right + 12, 12, Math.max(head.right + 92, end), Math.max(92, sheet ? foot : innerHeight - 12)];
      /** @param {Box} box */
      const room = ([left, high, right, low]) => Math.min(right - left, low - high);
      return room(beside) > room(below) ? beside : below;
    }
    const table = panelOpen && hasTable();
    const right = innerWidth - 24 - toolsWidth() - (panelOpen && !table ? byId('panel').offsetWidth + 16 : 0);
    // The strip of time under the map, or the table.
    const strip = byId(table ? 'panel' : 'brush').offsetHeight;
    return [head.right + 12, 12, Math.max(head.right + 80, right), innerHeight - 12 - (strip ? strip + 16 : 0)];
  };

  /**
   * How much of the foot of a small window a sheet takes, of results or of details.
   *
   * @param {boolean} panelOpen
   */
  const sheetHeight = (panelOpen) => {
    if (!hasSheets()) return 0;
    if (panelOpen) return byId('panel').offsetHeight;
    const isSearching = document.body.classList.contains('searching');
    return isSearching && byId('results').childElementCount ? byId('results').offsetHeight : 0;
  };

  /** Whether the panel is a table under the map. */
  const hasTable = () => document.body.classList.contains('tabled');

  /** The boxes of the cards that lie on the map, as left, top, right, bottom. */
  const boxes = () => [...document.querySelectorAll('.card:not([hidden], #hover, #save-menu)')]
    .map((card) => card.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => [left, top, right, bottom]);

  /**
   * Of a window of middling width: the part above a sheet that is free but for cards in its corners, and
   * these. Null where cards lie otherwise.
   *
   * @param {boolean} [panelOpen]
   * @returns {{area: Box, corners: Box[]} | null}
   */
  const betweenCorners = (panelOpen = !byId('panel').hidden) => {
    if (!hasSheets() || onPhone()) return null;
    const sheet = sheetHeight(panelOpen);
    const bottom = innerHeight - (sheet ? sheet + 28 : 12);
    const head = byId('head').getBoundingClientRect();
    // The button for what is new comes after the first picture.
    const foot = head.bottom + (past.isKnown && !document.getElementById('news') ? 44 : 0);
    return {
      area: [12, 12, innerWidth - (sheet ? 12 : 24 + toolsWidth()), bottom],
      corners: [
        [0, 0, head.right, foot],
        [0, bottom + 12 - tablet.foot, head.right, innerHeight],
      ],
    };
  };

  return { clearArea, betweenCorners, boxes };
})();
