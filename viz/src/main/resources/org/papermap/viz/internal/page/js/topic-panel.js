// @ts-check
/* A topic: its papers first, then what it is made of, then how sure that is. */

panel.register('topic', () => {
  const mostPapers = 8;
  const number = store.get().topic;
  const topic = meta.topics[number];
  const outside = papers.count - topic.papers;
  const rows = allRows().filter((row) => papers.topic(row) === number);
  /** @param {number} share */
  const percent = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

  const facts = () => {
    const area = meta.areas.findIndex((one) => one.topics.includes(number));
    const days = rows.map(papers.day).filter((day) => !Number.isNaN(day));
    const line = make('p', { className: 'quiet' }, [
      `${counted(topic.papers, 'paper', 'papers')}, ${percent(topic.papers / papers.count)} of all`,
      ...(days.length ? [timeline.span(Math.min(...days), Math.max(...days))] : []),
    ].join(' · '));
    if (area >= 0 && meta.areas.length > 1) {
      line.append(' · part of ', make('button', {
        type: 'button', className: 'link', onclick: () => openArea(area),
      }, meta.areas[area].name));
    }
    return line;
  };

  /**
   * @param {string} label
   * @param {readonly number[]} members
   */
  const list = (label, members) => {
    const made = make('ul', { className: 'papers', 'aria-label': label });
    made.append(...members.map((paper) => paperItem(paper)));
    walkByArrowKeys(made);
    return made;
  };

  const important = () => [...rows].sort((a, b) => papers.weight(b) - papers.weight(a) || a - b).slice(0, mostPapers);

  const papersFirst = () => [
    ...section(meta.sizeBy ? `Most ${meta.sizeBy}` : 'Nearest to many others', list('Most important papers', important())),
    ...(topic.exemplars.length
      ? section('Typical papers', list('Most central papers', topic.exemplars)) : []),
  ];

  const subtopics = () => {
    const own = [...meta.subtopics.keys()].filter((one) => meta.subtopics[one].parent === number);
    if (!own.length) return [];
    const most = Math.max(...own.map((one) => meta.subtopics[one].papers));
    return section('Parts', make('ul', { className: 'bars-list' }, ...own.map((one) => {
      const { name, papers: size } = meta.subtopics[one];
      return make('li', {}, barLink(name, size, most, colors.topic(number), () => openSubtopic(one),
        () => lightSubtopic(one)));
    })));
  };

  /**
   * Phrases as links that search for them, each with its share of papers here and elsewhere.
   *
   * @param {readonly Term[]} terms
   * @param {string} caption
   */
  const phrases = (terms, caption) => make('table', { className: 'terms' },
    make('caption', { className: 'unseen' }, caption),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Phrase'),
      make('th', { scope: 'col' }, 'here'), make('th', { scope: 'col' }, 'elsewhere'))),
    make('tbody', {}, ...terms.map(({ text, papers: here, elsewhere }) => make('tr', {},
      make('th', { scope: 'row', dir: 'auto' }, make('button', {
        type: 'button', className: 'link', title: 'Search for it', onclick: () => store.set({ query: `"${text}"` }),
      }, text)),
      make('td', { title: counted(here, 'paper', 'papers') }, percent(here / topic.papers)),
      make('td', { title: counted(elsewhere, 'paper', 'papers') },
        outside ? percent(elsewhere / outside) : '–')))));

  const overTime = () => {
    const counts = timeline.byTopic().get(number);
    if (!colors.days() || !counts) return [];
    const { from, to } = timeline.bars();
    const { days } = store.get();
    return section('Over time', columnChart(counts.map((count, i) => ({
      text: `${timeline.span(from[i], to[i])}: ${counted(count, 'paper', 'papers')}`,
      count,
      isIn: !days || (from[i] >= days[0] && to[i] <= days[1]),
      choose: () => store.set({
        days: days && days[0] === from[i] && days[1] === to[i] ? null : [from[i], to[i]],
      }),
    })), colors.topic(number), [timeline.month(from[0]), timeline.month(to[to.length - 1])]));
  };

  const name = () => {
    const sources = {
      phrases: 'The name is made of phrases that many of its papers have and few others.',
      field: 'The name is the field of research that its papers belong to.',
      reader: 'A reader gave the name.',
      earlier: 'The name is that of an earlier map.',
      title: 'No phrase could name it, so it has the title of a typical paper.',
      number: 'Neither a phrase nor a title could name it, so it has a number.',
    };
    return [
      ...(topic.terms.length ? section('Phrases', phrases(topic.terms, 'Phrases of the topic')) : []),
      ...(topic.runnersUp.length
        ? section('Other names it could have', phrases(topic.runnersUp, 'Phrases that could have named it')) : []),
      ...section('How sure is this topic?', make('p', { className: 'quiet' }, sources[topic.source] ?? ''),
        ...stability(),
        make('p', { className: 'quiet' }, `Its phrases occur together in the same papers: ${decimals(topic.coherence, 2)}, `
          + `where 1 is always, 0 chance and −1 never. ${percent(topic.diversity)} of them belong to no other topic.`)),
    ];
  };

  /** How often the topic comes back when a part of the papers is grouped anew. */
  const stability = () => {
    const { stability: share, unstable } = topic;
    if (share === null || meta.topics.length < 2) return [];
    const back = 'When half of the papers are grouped again, this topic and the group most like it have '
      + `${percent(share)} of their papers in common, on average.`;
    return [make('p', { className: unstable ? '' : 'quiet' }, unstable
      ? `A loose topic. ${back} Trust its dense part more than its edges.` : back)];
  };

  const story = () => {
    const changes = past.changesOf(past.wayOf(number));
    return changes.length ? section(`What changed ${past.since()}`,
      make('p', { className: 'quiet', dir: 'auto' }, changes.map(({ sentence }) => sentence).join(' '))) : [];
  };

  announce(topic.name);
  return [
    heading(keywordSearch.highlight(topic.name), 'plain'),
    facts(),
    ...topicBadges(number),
    make('div', { className: 'actions' },
      action('List all its papers', () => store.set({ topics: [number], view: 'list' }))),
    ...papersFirst(),
    ...story(),
    ...subtopics(),
    ...overTime(),
    ...name(),
  ];
});
