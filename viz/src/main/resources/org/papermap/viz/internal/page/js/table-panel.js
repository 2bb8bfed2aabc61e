// @ts-check
/*
 * The papers that pass the filters as a table under the map: a column for each thing that is known of them.
 * A column's head sorts by it; what is saved are the rows and columns that are shown, in their order.
 */

/**
 * @typedef {object} TableColumn
 * @property {string} name
 * @property {boolean} isNumber
 * @property {(row: number) => string} text
 * @property {((row: number) => number) | null} value what numbers are sorted by; NaN comes last
 */

const paperTable = (() => {
  const chunk = 100; // rows that are built at a time
  let sortedBy = '';
  let descending = false;
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

  /** @returns {TableColumn[]} */
  const columns = () => [
    { name: 'Title', isNumber: false, value: null, text: papers.title },
    ...(papers.hasAuthors() ? [{
      name: 'Authors', isNumber: false, value: null,
      text: (/** @type {number} */ row) => papers.authors(row).join('; '),
    }] : []),
    ...(papers.hasDates ? [{ name: 'Date', isNumber: true, value: papers.day, text: papers.date }] : []),
    {
      name: 'Topic', isNumber: false, value: null,
      text: (row) => (papers.topic(row) < 0 ? '' : topicName(papers.topic(row))),
    },
    ...(meta.themes.length ? [{
      name: 'Themes', isNumber: false, value: null,
      text: (/** @type {number} */ row) => papers.themes(row).map((theme) => meta.themes[theme].name).join('; '),
    }] : []),
    ...fields.choices().map(({ name, label }) => {
      const field = fields.of(name);
      const numbers = field?.kind === 'number' ? field.numbers : null;
      return {
        name: label, isNumber: numbers !== null,
        text: (/** @type {number} */ row) => papers.extra(row)[label] ?? '',
        value: numbers && ((/** @type {number} */ row) => numbers[row]),
      };
    }),
  ];

  /**
   * The order of two papers; those without a value come last, whichever way the others go.
   *
   * @param {TableColumn} column
   * @returns {(a: number, b: number) => number}
   */
  const comparing = ({ value, text }) => {
    const way = descending ? -1 : 1;
    if (value) {
      return (a, b) => {
        const [one, other] = [value(a), value(b)];
        if (Number.isNaN(one) || Number.isNaN(other)) {
          return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || a - b;
        }
        return way * (one - other) || a - b;
      };
    }
    const texts = new Map(shown.rows().map((row) => [row, text(row)]));
    return (a, b) => {
      const [one, other] = [texts.get(a) ?? '', texts.get(b) ?? ''];
      if (!one || !other) return Number(!one) - Number(!other) || a - b;
      return way * collator.compare(one, other) || a - b;
    };
  };

  /** @param {readonly TableColumn[]} all */
  const rowsOf = (all) => {
    const column = all.find(({ name }) => name === sortedBy);
    return column ? [...shown.rows()].sort(comparing(column)) : shown.rows();
  };

  /* One way, the other way, and back to the order of the search or the file. */
  /** @param {TableColumn} column */
  const sortBy = ({ name, isNumber }) => {
    if (sortedBy !== name) [sortedBy, descending] = [name, isNumber];
    else if (descending === isNumber) descending = !descending;
    else [sortedBy, descending] = ['', false];
    panel.refresh();
    panel.focusOn(`th[data-column="${CSS.escape(name)}"] button`);
    announce(sortedBy ? `Sorted by ${name}, ${descending ? 'descending' : 'ascending'}.` : 'Not sorted.');
  };

  /** @param {TableColumn} column */
  const head = (column) => {
    const isSorted = column.name === sortedBy;
    const sign = !isSorted ? '' : descending ? '↓' : '↑';
    const button = make('button', { type: 'button', onclick: () => sortBy(column) },
      column.name, make('span', { className: 'sign', 'aria-hidden': 'true' }, sign));
    return make('th', {
      scope: 'col', className: column.isNumber ? 'number' : '', 'data-column': column.name,
      'aria-sort': !isSorted ? 'none' : descending ? 'descending' : 'ascending',
    }, button);
  };

  /** @param {number} row @param {readonly TableColumn[]} all */
  const line = (row, all) => {
    const [, ...others] = all;
    const title = make('button', {
      type: 'button', className: 'link', dir: 'auto', title: papers.title(row), onclick: () => openPaper(row),
      onfocus: () => drawing.highlight(row), onblur: () => drawing.highlight(-1),
    }, keywordSearch.highlight(papers.title(row)));
    title.dataset.row = String(row);
    const star = marks.of(row).star ? [make('span', { className: 'quiet', title: 'starred' }, '★')] : [];
    return make('tr', {
      onmouseenter: () => drawing.highlight(row), onmouseleave: () => drawing.highlight(-1),
    }, make('th', { scope: 'row' }, make('div', {}, swatch(colors.paper(row)), ...star, title)),
    ...others.map(({ text, isNumber }) => make('td', {
      className: isNumber ? 'number' : '', dir: 'auto', title: text(row),
    }, text(row))));
  };

  const view = () => {
    const all = columns();
    const rows = rowsOf(all);
    const body = make('tbody');
    const left = make('button', { type: 'button', className: 'action more-rows', onclick: () => grow() });
    const frame = make('div', { className: 'paper-table', tabIndex: 0, role: 'region', 'aria-label': 'Table of papers' },
      make('table', { 'aria-rowcount': String(rows.length + 1) },
        make('thead', {}, make('tr', {}, ...all.map(head))), body), left);
    let built = 0;
    const grow = () => {
      body.append(...rows.slice(built, built + chunk).map((row) => line(row, all)));
      built = Math.min(rows.length, built + chunk);
      left.textContent = `Show more, ${counted(rows.length - built, 'paper is', 'papers are')} below`;
      left.hidden = built === rows.length;
    };
    grow();
    frame.addEventListener('scroll', () => {
      if (built < rows.length && frame.scrollTop + 2 * frame.clientHeight > frame.scrollHeight) grow();
    });
    const title = shown.all() ? counted(rows.length, 'paper', 'papers')
      : `${rows.length.toLocaleString('en')} of ${counted(papers.count, 'paper', 'papers')}`;
    return [
      make('div', { className: 'table-head' }, heading(title, 'plain'),
        action('Save table (CSV)', () => mapExport.saveTable(all, rows)),
        action('As a list', () => store.set({ view: 'list' }))),
      frame,
    ];
  };

  return { view };
})();

panel.register('table', paperTable.view);
