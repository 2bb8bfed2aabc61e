// @ts-check
/* Title, counts, and the search with its results. */

const head = (() => {
  const mostResults = 60;
  const field = byId('query');
  const results = byId('results');

  const counts = () => {
    const { query } = store.get();
    const found = shown.rows().length;
    if (query.trim() && store.get().searchBy === 'meaning') return searchMode.resultText(found);
    if (query.trim() || store.isFiltered()) {
      return `${found.toLocaleString('en')} of ${counted(papers.count, 'paper', 'papers')} `
        + `${query.trim() ? (found === 1 ? 'matches' : 'match') : 'shown'}`;
    }
    return [
      counted(papers.count, 'paper', 'papers'),
      counted(meta.topics.length, 'topic', 'topics'),
      ...(meta.themes.length ? [counted(meta.themes.length, 'theme', 'themes')] : []),
    ].join(' · ');
  };

  const refresh = () => {
    const { query } = store.get();
    byId('counts').textContent = counts();
    if (field.value !== query) field.value = query;
    const rows = query.trim() ? shown.rows().slice(0, mostResults) : [];
    results.replaceChildren(...rows.map((row) => paperItem(row)));
    if (query.trim()) announce(counts());
  };

  /* The first letter makes an entry in the history, the others change it. */
  const typed = () =>
    store.set({ query: field.value }, store.get().query === '' ? 'push' : 'replace');

  const start = () => {
    document.title = meta.title;
    field.addEventListener('input', typed);
    field.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        results.querySelector('button')?.focus();
      }
      if (event.key === 'Enter' && shown.rows().length && field.value.trim()) {
        openPaper(shown.rows()[0]);
      }
    });
    walkByArrowKeys(results, field);
    store.listen((now, before) => {
      if (differ(now, before, 'query', 'searchBy', 'colorBy', ...store.filters)) refresh();
    });
    colorScheme.listen(refresh);
    refresh();
  };

  const focus = () => {
    field.focus();
    field.select();
  };

  return { start, refresh, focus };
})();
