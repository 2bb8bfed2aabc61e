// @ts-check
/* The papers shown: those that pass the query and the filters. All others are dimmed. */

const shown = (() => {
  /** @type {readonly number[]} */
  let order = [];
  let flags = new Uint8Array(0);
  /** @type {readonly number[]} */
  let found = [];
  /** @type {Uint32Array | null} */
  let topicCounts = null;
  /** @type {Map<Filter, readonly number[]>} */
  const passing = new Map();

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
   * @param {string} [exceptField] a further field that is not looked at
   */
  const tests = ({ topics, themes, picked, values, days, within, editions }, exceptField) => {
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
    asked.push(...ranges.tests(within, exceptField));
    if (days) asked.push((row) => papers.day(row) >= days[0] && papers.day(row) <= days[1]);
    if (editions.length) asked.push((row) => editions.includes(papers.edition(row)));
    return asked;
  };

  const update = () => {
    const asked = tests(store.get());
    const { query, more, less } = store.get();
    found = search.find(query, more, less).rows;
    order = asked.length ? found.filter((row) => asked.every((test) => test(row))) : found;
    passing.clear();
    topicCounts = null;
    flags = new Uint8Array(papers.count);
    for (const row of order) flags[row] = 1;
  };

  const start = () => {
    update();
    store.listen((now, before) => {
      if (differ(now, before, 'query', 'more', 'less', ...store.filters)) update();
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
    /**
     * The rows that pass the search and all filters but one: what a chart counts that sets that one.
     *
     * @param {Filter} except
     */
    passing: (except) => {
      let rows = passing.get(except);
      if (!rows) {
        const asked = tests({ ...store.get(), [except]: store.fresh[except] });
        rows = asked.length ? found.filter((row) => asked.every((test) => test(row))) : found;
        passing.set(except, rows);
      }
      return rows;
    },
    /**
     * The rows that pass all but the filter of a further field.
     *
     * @param {string} by
     */
    passingField: (by) => {
      const asked = tests(store.get(), by);
      return found.filter((row) => asked.every((test) => test(row)));
    },
    all: () => order.length === papers.count,
    /**
     * How many papers of a topic are shown.
     *
     * @param {number} topic
     */
    ofTopic: (topic) => {
      if (!topicCounts) {
        topicCounts = new Uint32Array(meta.topics.length);
        for (const row of order) if (papers.topic(row) >= 0) topicCounts[papers.topic(row)]++;
      }
      return topicCounts[topic];
    },
    /**
     * The rows of an area, whether they are shown or not.
     *
     * @param {number} area
     */
    ofArea: (area) => allRows().filter((row) => meta.areas[area].topics.includes(papers.topic(row))),
    hasTheme,
  };
})();
