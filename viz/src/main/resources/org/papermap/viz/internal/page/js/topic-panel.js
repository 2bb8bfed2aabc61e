// @ts-check
/* What a topic is made of, and why it is called so. */

panel.register('topic', () => {
  const number = store.get().topic;
  const topic = meta.topics[number];
  const outside = papers.count - topic.papers;
  /** @param {number} share */
  const percent = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

  const counts = () => {
    const area = meta.areas.find((one) => one.topics.includes(number));
    return make('p', { className: 'quiet' }, [
      `${counted(topic.papers, 'paper', 'papers')}, ${percent(topic.papers / papers.count)} of all`,
      ...(area ? [`part of ${area.name}`] : []),
    ].join(' · '));
  };

  /** @param {...Node} cells */
  const row = (...cells) => make('tr', {}, ...cells);

  /**
   * A table of phrases, with the share of papers in the topic and outside that have each.
   *
   * @param {readonly Term[]} terms
   * @param {string} caption
   */
  const phrases = (terms, caption) => make('table', { className: 'terms' },
    make('caption', { className: 'unseen' }, caption),
    make('thead', {}, row(make('th', { scope: 'col' }, 'Phrase'),
      make('th', { scope: 'col' }, 'here'), make('th', { scope: 'col' }, 'elsewhere'))),
    make('tbody', {}, ...terms.map(({ text, papers: here, elsewhere }) => row(
      make('th', { scope: 'row', dir: 'auto' }, keywordSearch.highlight(text)),
      make('td', { title: counted(here, 'paper', 'papers') }, percent(here / topic.papers)),
      make('td', { title: counted(elsewhere, 'paper', 'papers') },
        outside ? percent(elsewhere / outside) : '–')))));

  const evidence = () => {
    const sources = {
      phrases: 'Named from the phrases that its papers have and others have not.',
      field: 'Named after the field of research that its papers make up.',
      reader: 'Named by a reader.',
      earlier: 'Keeps its name from an earlier map.',
      title: 'Its papers have no phrase that could name it, so it has the title of a typical one.',
      number: 'Its papers have neither a phrase nor a title that could name it, so it has a number.',
    };
    return [
      make('p', { className: 'quiet' }, sources[topic.source] ?? ''),
      ...(topic.terms.length ? [phrases(topic.terms, 'Phrases of the topic')] : []),
      make('p', { className: 'quiet' },
        `How well the phrases go together: ${decimals(topic.coherence, 2)}, where −1 is never, 0 chance `
        + `and 1 always. ${percent(topic.diversity)} of them are no other topic's.`),
    ];
  };

  /** How often the topic comes back when a part of the papers is grouped anew. */
  const firmness = () => {
    const { stability, unstable } = topic;
    if (stability === null || meta.topics.length < 2) return [];
    const back = 'hen a part of the papers is grouped anew, the group most like this topic has '
      + `${percent(stability)} of the papers of the two in common with it, on average.`;
    return section('How firm it is', make('p', { className: unstable ? '' : 'quiet' }, unstable
      ? `A loose topic: w${back} Trust its dense part more than its edges.`
      : `W${back}`));
  };

  const alternatives = () => (topic.runnersUp.length
    ? section('Could also be called', phrases(topic.runnersUp, 'Phrases that could have named it'))
    : []);

  const exemplars = () => {
    const list = make('ul', { className: 'papers', 'aria-label': 'Most central papers' });
    list.append(...topic.exemplars.map((paper) => paperItem(paper)));
    walkByArrowKeys(list);
    return topic.exemplars.length ? section('Most central papers', list) : [];
  };

  const subtopics = () => {
    const own = meta.subtopics.filter(({ parent }) => parent === number);
    if (!own.length) return [];
    const list = make('ul', { className: 'plain' });
    list.append(...own.map(({ name, papers: size }) =>
      make('li', { dir: 'auto' }, `${name} `, make('span', { className: 'quiet' }, size.toLocaleString('en')))));
    return section('Within it', list);
  };

  const story = () => {
    const changes = past.changesOf(past.wayOf(number));
    return changes.length ? section(`What changed ${past.since()}`,
      make('p', { className: 'quiet', dir: 'auto' }, changes.map(({ sentence }) => sentence).join(' '))) : [];
  };

  announce(topic.name);
  return [
    heading(keywordSearch.highlight(topic.name), 'plain'),
    counts(),
    ...topicBadges(number),
    make('div', { className: 'actions' },
      action('List its papers', () => store.set({ topics: [number], view: 'list' }))),
    ...story(),
    ...section('Why it is called so', ...evidence()),
    ...firmness(),
    ...alternatives(),
    ...subtopics(),
    ...exemplars(),
  ];
});
