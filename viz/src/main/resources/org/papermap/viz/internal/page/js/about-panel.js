// @ts-check
/* What the map is made of, and how far it can be trusted. */

panel.register('about', () => {
  const { provenance } = meta;
  /** @param {number} share */
  const percent = (share) => `${Math.round(share * 100)} %`;

  /** @param {readonly [string, Node | string][]} entries */
  const facts = (entries) => {
    const list = make('dl', { className: 'facts' });
    for (const [name, value] of entries) {
      list.append(make('dt', {}, name), make('dd', { dir: 'auto' }, value));
    }
    return list;
  };

  const noise = papers.topics().reduce((sum, topic) => sum + (topic < 0 ? 1 : 0), 0);
  const quality = semanticSearch.quality();
  /** @param {number} share */
  const outOfTen = (share) => decimals(10 * share, 1);
  const { truncation } = provenance;
  const loose = meta.topics.filter(({ unstable }) => unstable).length;

  const reading = [
    'Each dot is a paper. Papers close together are about similar things, as far as a flat picture '
    + 'can show that; distances between far groups mean little.',
    meta.neighbors ? `Of a paper's ${meta.keptOf} nearest papers by meaning, ${percent(meta.neighborsKept)} `
      + 'are on average also among its nearest on the map. Each paper\'s own share is in its details.' : '',
    meta.neighbors ? `Papers that are near on the map are near by meaning, too: ${decimals(meta.trustworthiness, 2)} `
      + `(trustworthiness). Papers that are near by meaning are near on the map, too: ${decimals(meta.continuity, 2)} `
      + '(continuity). 1 is always, 0.5 is chance.' : '',
    meta.topics.length ? `The phrases of a topic occur together in the same papers: ${decimals(meta.labelQuality.coherence, 2)} on `
      + `average (coherence), where 1 is always, 0 chance and −1 never. ${percent(meta.labelQuality.diversity)} of the phrases belong to one topic alone.` : '',
    loose ? `${counted(loose, 'topic is', 'topics are')} loose, which the legend says: `
      + 'when a part of the papers is grouped anew, less than half of such a topic comes back.' : '',
    'The glow is strongest where papers are dense.',
    `Larger dots are papers ${meta.sizeBy ? `with more ${meta.sizeBy}` : 'that are near to more others'}.`,
    truncation.cutTexts ? `The model reads the first ${truncation.maxTokens} tokens (words and pieces of words) of a paper. `
      + `${counted(truncation.cutTexts, 'paper', 'papers')} of ${truncation.texts.toLocaleString('en')} ${truncation.cutTexts === 1 ? 'is' : 'are'} longer.` : '',
    quality ? 'The search looks for the words of a question and for what it means. It needs no model: each word '
      + `carries numbers that were fitted to the model's. Of the ten papers nearest to a title it finds ${
        outOfTen(quality.meaning)}, words alone ${outOfTen(quality.keywords)} (mean of ${quality.queries} titles `
      + 'that it had not seen).' : '',
  ].filter((text) => text);

  /** @type {[string, Node | string][]} */
  const source = provenance.sources.map(({ name, sha256 }) => [
    name, make('code', {}, `sha256 ${sha256}`),
  ]);

  /** @type {[string, string][]} */
  const keys = [
    ['/', 'search'], ['arrow keys', 'walk from paper to paper'], ['Enter', 'to the details'],
    ['+ − 0', 'zoom, whole map'], ['L', 'list of papers'], ['Esc', 'back'],
    ['Shift + drag', 'select papers by drawing around them'],
  ];

  return [
    heading(meta.title, 'plain'),
    make('p', { className: 'quiet' }, [
      counted(papers.count, 'paper', 'papers'),
      counted(meta.topics.length, 'topic', 'topics'),
      ...(noise ? [`${noise} without a topic (${percent(noise / papers.count)})`] : []),
      ...(meta.themes.length ? [counted(meta.themes.length, 'theme', 'themes')] : []),
    ].join(' · ')),
    ...section('How to read it', ...reading.map((text) => make('p', {}, text))),
    ...section('Made from', facts([
      ...source,
      ['model', provenance.model],
      ['vectors', provenance.identity],
      ['Papermap', provenance.version],
      ...Object.entries(provenance.settings),
    ])),
    ...section('Keys', facts(keys)),
  ];
});
