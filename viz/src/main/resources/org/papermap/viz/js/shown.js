/* Which papers pass the query and the filters; the others are dimmed. */

const shown = (() => {
  let order = [];
  let flags = new Uint8Array(0);

  const hasTheme = (row, wanted) => {
    const own = papers.themes(row);
    if (wanted === -1) return own.length === 0;
    if (wanted === -2) return own.length > 1;
    return own.includes(wanted);
  };

  const passes = (row, { topics, themes }, picked) =>
    (!topics.length || topics.includes(papers.topic(row)))
    && (!themes.length || themes.some((wanted) => hasTheme(row, wanted)))
    && (!picked || picked.has(row));

  const update = () => {
    const state = store.get();
    const picked = state.picked && new Set(state.picked);
    order = search.find(state.query).filter((row) => passes(row, state, picked));
    flags = new Uint8Array(papers.count);
    for (const row of order) flags[row] = 1;
  };

  const start = () => {
    update();
    store.listen((now, before) => {
      if (differ(now, before, 'query', 'topics', 'themes', 'picked')) update();
    });
  };

  return {
    start,
    update,
    /** Whether a paper is among them. */
    has: (row) => flags[row] === 1,
    /** Their rows: best answer first when there is a query, else as in the corpus. */
    rows: () => order,
    all: () => order.length === papers.count,
    hasTheme,
  };
})();
