// @ts-check
/* The papers shown: those that pass the query and the filters. All others are dimmed. */

const shown = (() => {
  /** @type {readonly number[]} */
  let order = [];
  let flags = new Uint8Array(0);

  /**
   * Whether a paper passes one filter of themes.
   *
   * @param {number} row
   * @param {number} wanted a theme, -1 for none or -2 for several
   */
  const hasTheme = (row, wanted) => {
    const own = papers.themes(row);
    if (wanted === -1) return own.length === 0;
    if (wanted === -2) return own.length > 1;
    return own.includes(wanted);
  };

  /**
   * The filters that are set, as tests of a row.
   *
   * @param {Readonly<State>} state
   */
  const tests = ({ topics, themes, picked, values, days, editions }) => {
    const asked = /** @type {((row: number) => boolean)[]} */ ([]);
    if (topics.length) {
      const wanted = new Set(topics);
      asked.push((row) => wanted.has(papers.topic(row)));
    }
    if (themes.length) asked.push((row) => themes.some((wanted) => hasTheme(row, wanted)));
    if (picked) {
      const wanted = new Set(picked);
      asked.push((row) => wanted.has(row));
    }
    if (values.length) {
      const wanted = new Set(values);
      asked.push((row) => wanted.has(fields.valueOf(store.get().colorBy, row)));
    }
    if (days) asked.push((row) => papers.day(row) >= days[0] && papers.day(row) <= days[1]);
    if (editions.length) asked.push((row) => editions.includes(papers.edition(row)));
    return asked;
  };

  const update = () => {
    const asked = tests(store.get());
    const { query, searchBy } = store.get();
    const found = searchBy === 'meaning' ? semanticSearch.find(query) : keywordSearch.find(query);
    order = asked.length ? found.filter((row) => asked.every((test) => test(row))) : found;
    flags = new Uint8Array(papers.count);
    for (const row of order) flags[row] = 1;
  };

  const start = () => {
    update();
    store.listen((now, before) => {
      if (differ(now, before, 'query', 'searchBy', ...store.filters)) update();
    });
  };

  return {
    start,
    update,
    /**
     * Whether a paper is among them.
     *
     * @param {number} row
     */
    has: (row) => flags[row] === 1,
    /** For each row 1 or 0; another array after each change. */
    flags: () => flags,
    /** The rows shown: best match first when there is a query, else as in the corpus. */
    rows: () => order,
    all: () => order.length === papers.count,
    hasTheme,
  };
})();
