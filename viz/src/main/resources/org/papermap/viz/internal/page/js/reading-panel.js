// @ts-check
/* The papers that readers have marked: a list, what it covers of each topic, and copies to share. */

const readingChoice = {
  reader: '',
  kind: '',
  order: 'hand',
};

panel.register('reading', () => {
  const most = 500;
  const reader = marks.readers().find(({ id }) => id === readingChoice.reader)?.id ?? marks.me();
  const isOwn = reader === marks.me();
  const marked = marks.rowsOf(reader);
  /** @param {number} row */
  const markOf = (row) => marks.by(reader, row);

  /**
   * @param {string} kind
   * @param {number} row
   */
  const isKind = (kind, row) => {
    const { star, reading, tags } = markOf(row);
    return !kind || (kind === 'star' ? star : kind.startsWith('#') ? tags.includes(kind.slice(1)) : reading === kind);
  };

  const kinds = () => {
    const tags = new Set(marked.flatMap((row) => [...markOf(row).tags]));
    return [['', 'All marked'], ['star', '★ Starred'], ['to read', 'To read'], ['read', 'Read'],
      ['discuss', 'Discuss'], ...[...tags].sort().map((tag) => [`#${tag}`, `#${tag}`])];
  };
  const kind = kinds().some(([name]) => name === readingChoice.kind) ? readingChoice.kind : '';
  const rows = marked.filter((row) => isKind(kind, row));

  /** Builds the panel anew and keeps the focus on a control. @param {string} control */
  const again = (control) => {
    panel.refresh();
    /** @type {HTMLElement | null} */ (byId('panel').querySelector(`[data-control="${control}"]`))?.focus();
  };

  /**
   * @param {'reader' | 'kind' | 'order'} name
   * @param {string} label
   * @param {readonly (readonly string[])[]} options a value and a name each
   * @param {string} value
   */
  const choice = (name, label, options, value) => {
    const select = make('select', { 'data-control': name },
      ...options.map(([one, text]) => make('option', { value: one, selected: one === value }, text)));
    select.addEventListener('change', () => {
      readingChoice[name] = select.value;
      again(name);
    });
    return make('label', { className: 'mark-field' }, make('span', {}, label), select);
  };

  /**
   * @param {number} row
   * @param {number} by
   */
  const move = (row, by) => {
    const other = rows[rows.indexOf(row) + by];
    if (other === undefined) return;
    const [own, theirs] = [markOf(row).place, markOf(other).place];
    marks.set(row, { place: theirs });
    marks.set(other, { place: own === theirs ? own + by : own });
    again(`${by < 0 ? 'up' : 'down'} ${row}`);
  };

  /** @param {number} row */
  const item = (row) => {
    // The line of facts above it has the reader's own star.
    const mark = markOf(row);
    const noted = markText(isOwn ? { ...mark, star: false, reading: '' } : mark);
    const made = paperItem(row, noted ? { note: make('span', { className: 'reason', dir: 'auto' }, noted) } : {});
    if (isOwn && readingChoice.order === 'hand' && rows.length > 1) {
      made.classList.add('movable');
      made.append(...[['up', '↑', -1], ['down', '↓', 1]].map(([name, sign, by]) => make('button', {
        type: 'button', className: 'move', 'data-control': `${name} ${row}`, 'aria-label': `Move ${name}: ${papers.title(row)}`,
        onclick: () => move(row, Number(by)),
      }, String(sign))));
    }
    return made;
  };

  /**
   * @param {string} name
   * @param {readonly number[]} members
   */
  const listOf = (name, members) => {
    const list = make('ul', { className: 'papers', 'aria-label': name });
    list.append(...members.slice(0, most).map(item));
    walkByArrowKeys(list);
    return list;
  };

  const lists = () => {
    if (readingChoice.order === 'date') {
      return [listOf('Newest first', [...rows].sort((a, b) => (papers.date(a) < papers.date(b) ? 1 : -1)))];
    }
    if (readingChoice.order !== 'topic') return [listOf('Reading list', rows)];
    const topics = [...new Set(rows.map(papers.topic))].sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b));
    return topics.flatMap((topic) => section(topicName(topic),
      listOf(topicName(topic), rows.filter((row) => papers.topic(row) === topic))));
  };

  const coverage = () => {
    if (!meta.topics.length) return [];
    const counts = meta.topics.map((_, topic) => rows.filter((row) => papers.topic(row) === topic).length);
    const list = make('ul', { className: 'coverage' });
    list.append(...meta.topics.map(({ name, papers: size }, topic) => make('li', {}, make('button', {
      type: 'button', onclick: () => openTopic(topic),
    }, swatch([colors.topic(topic)]),
    make('span', { className: 'name' }, `${counts[topic].toLocaleString('en')} of ${size.toLocaleString('en')} in ${name}`)))));
    return section('What it covers', list);
  };

  const sharing = () => {
    const name = make('input', { type: 'text', value: marks.name(), maxLength: 60, autocomplete: 'off', 'data-control': 'name' });
    name.addEventListener('change', () => {
      marks.rename(name.value);
      again('name');
    });
    const file = make('input', { type: 'file', accept: '.html,text/html', className: 'unseen', tabIndex: -1, 'aria-label': 'A colleague’s copy' });
    file.addEventListener('change', () => {
      for (const one of file.files ?? []) void markExchange.merge(one);
    });
    return section('Share',
      make('label', { className: 'mark-field' }, make('span', {}, 'Your name'), name),
      make('div', { className: 'actions' },
        action('Save a copy', markExchange.saveCopy), action('Take in a copy', () => file.click()), file),
      make('p', { className: 'quiet' }, 'A saved copy has all marks inside. Drop a colleague’s copy on the map to '
        + `take in theirs.${marks.areKept() ? '' : ' This browser keeps no marks of a file: save a copy before you close it.'}`));
  };

  const title = rows.length === marked.length ? counted(rows.length, 'paper', 'papers')
    : `${rows.length} of ${counted(marked.length, 'paper', 'papers')}`;
  announce(`Reading list, ${title}`);
  return [
    heading('Reading list', 'plain'),
    make('p', { className: 'quiet' }, marked.length ? title
      : 'Open a paper and give it a star, or say whether you have read it: it will be listed here.'),
    ...(marks.readers().length > 1 ? [choice('reader', 'Of', marks.readers().map(({ id, name }) =>
      [id, id === marks.me() ? name ? `${name} (you)` : 'You' : name]), reader)] : []),
    ...(marked.length ? [choice('kind', 'Show', kinds(), kind),
      choice('order', 'Order', [['hand', 'by hand'], ['topic', 'by topic'], ['date', 'newest first']], readingChoice.order)] : []),
    ...(rows.length ? [make('div', { className: 'actions' },
      action('Show on the map', () => store.set({ picked: [...rows].sort((a, b) => a - b) })),
      action('CSV', () => mapExport.saveCsv(rows)),
      action('BibTeX', () => mapExport.saveBibtex(rows)),
      action('Markdown', () => mapExport.saveMarkdown(rows)))] : []),
    ...lists(),
    ...coverage(),
    ...sharing(),
  ];
});
