// @ts-check
/* Title, counts and the search box. */

const head = (() => {
  const field = byId('query');

  const counts = () => {
    if (store.isAsking()) return results.text();
    if (store.isFiltered()) {
      return `${shown.rows().length.toLocaleString('en')} of ${counted(papers.count, 'paper', 'papers')} shown`;
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
    if (store.isAsking()) announce(counts());
  };

  /* The first letter makes an entry in the history, the others change it. */
  const typed = () => {
    const hash = links.hashIn(field.value);
    if (hash) {
      field.value = '';
      location.hash = hash;
      return;
    }
    store.set({ query: field.value }, store.get().query === '' ? 'push' : 'replace');
  };

  const start = () => {
    document.title = meta.title;
    field.addEventListener('input', typed);
    field.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        results.focusFirst();
      }
      if (event.key === 'Enter') results.fly();
    });
    store.listen((now, before) => {
      if (differ(now, before, 'query', 'more', 'less', ...store.filters)) refresh();
    });
    refresh();
  };

  const focus = () => {
    field.focus();
    field.select();
  };

  return { start, refresh, focus };
})();
