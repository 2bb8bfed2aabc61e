// @ts-check
/* The details of one paper. */

panel.register('paper', () => {
  const longest = 700; // characters of an abstract that is shown whole
  const row = store.get().paper;

  /**
   * @param {string} name
   * @param {string} color
   * @param {() => void} onclick
   */
  const chip = (name, color, onclick) => {
    const made = make('button', { type: 'button', className: 'chip', onclick }, name);
    if (color) made.prepend(swatch([color]));
    return made;
  };

  const path = () => {
    const topic = papers.topic(row);
    const subtopic = papers.subtopic(row);
    const parts = make('div', { className: 'path' });
    const only = () => (topic < 0 ? store.set({ topics: [topic] }) : store.set({ topics: [topic], view: 'topic', topic }));
    parts.append(chip(topicName(topic), colors.topic(topic), only));
    if (subtopic >= 0 && meta.subtopics[subtopic].name !== topicName(topic)) {
      parts.append(
        make('span', { className: 'quiet', dir: 'auto' }, `› ${meta.subtopics[subtopic].name}`));
    }
    return parts;
  };

  const source = () => {
    const line = make('p', { className: 'quiet', dir: 'auto' });
    const authors = papers.authors(row).join(', ');
    const parts = [authors && keywordSearch.highlight(authors), papers.date(row), past.cameOf(row), link()]
      .flatMap((part) => part || []);
    parts.forEach((part, i) => line.append(...(i ? [' · ', part] : [part])));
    return line.childNodes.length ? [line] : [];
  };

  const link = () => {
    const address = papers.url(row);
    if (!/^https?:\/\//i.test(address)) return null;
    const host = new URL(address).host.replace(/^www\./, '');
    return make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, `${host} ↗`);
  };

  const abstractText = () => {
    const text = make('p', { className: 'abstract', dir: 'auto' }, '…');
    const more = make('button', {
      type: 'button', className: 'more', hidden: true, onclick: () => setCut(!isCut()),
    });
    const isCut = () => text.classList.contains('cut');
    /** @param {boolean} cut */
    const setCut = (cut) => {
      text.classList.toggle('cut', cut);
      more.textContent = cut ? 'Whole abstract' : 'Less';
    };
    const without = papers.abstractBlocks()
      ? 'No abstract: this paper is placed by its title.'
      : 'This file carries no abstracts.';
    papers.abstract(row).then((words) => {
      text.replaceChildren(keywordSearch.highlight(words || without));
      more.hidden = words.length <= longest;
      // What a query found must be seen.
      setCut(!more.hidden && !text.querySelector('mark'));
    });
    return [text, more];
  };

  const themes = () => {
    if (!meta.themes.length) return [];
    const own = papers.themes(row);
    const bars = make('div', { className: 'bars' });
    meta.themes.forEach((subject, number) => {
      const similarity = papers.similarity(row, number);
      const member = own.includes(number);
      bars.append(
        make('span', { className: member ? 'name member' : 'name' },
          swatch([colors.theme(number)]), subject.name),
        make('meter', { min: 0, max: 1, value: Math.max(0, similarity), 'aria-label': `Similarity to ${subject.name}` }),
        make('span', { className: 'value' }, decimals(similarity, 2)));
    });
    const names = own.map((number) => meta.themes[number].name);
    const summary = names.length > 1 ? `Between ${names.join(' and ')}.`
      : names.length ? `Belongs to ${names[0]}.` : 'Belongs to none of the themes.';
    return section('Themes', make('p', { className: 'unseen' }, summary), bars);
  };

  const nearest = () => {
    if (!meta.neighbors) return [];
    const list = make('ul', { className: 'papers', 'aria-label': 'Nearest papers' });
    for (const { row: near, similarity } of papers.nearest(row)) list.append(paperItem(near, { similarity }));
    walkByArrowKeys(list);
    return section('Nearest papers by meaning', list);
  };

  const placement = () => {
    if (!meta.neighbors) return [];
    const kept = papers.kept(row);
    const share = `${Math.round(kept * meta.keptOf)} of its ${meta.keptOf} nearest papers are also `
      + 'nearest on the map';
    const average = `on average ${Math.round(meta.neighborsKept * 100)} % are.`;
    return section('How well the map places it', make('div', { className: 'kept' },
      make('meter', { min: 0, max: 1, value: kept, 'aria-label': 'Share of nearest papers kept' }),
      make('p', { className: 'quiet' }, `${share}; ${average}`)));
  };

  const furtherFields = () => {
    const fields = Object.entries(papers.extra(row)).filter(([, value]) => value.length <= 200);
    if (!fields.length) return [];
    const list = make('dl', { className: 'facts' });
    for (const [name, value] of fields) {
      list.append(make('dt', { dir: 'auto' }, name), make('dd', { dir: 'auto' }, value));
    }
    return section('Other facts', list);
  };

  announce(papers.title(row));
  return [
    path(),
    heading(keywordSearch.highlight(papers.title(row))),
    ...source(),
    ...abstractText(),
    make('div', { className: 'actions' },
      leadButton('more', row, 'action'), leadButton('less', row, 'action'),
      action('Copy link', () => mapExport.copyLink(links.toPaper(row))),
      action('Copy BibTeX', () => mapExport.copy(mapExport.bibtex([row]), 'BibTeX'))),
    markEditor(row),
    ...themes(),
    ...nearest(),
    ...placement(),
    ...furtherFields(),
  ];
});
