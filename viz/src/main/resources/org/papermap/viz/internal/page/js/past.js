// @ts-check
/* What is new on this map, and what became of the topics of the map before it. */

const past = (() => {
  const known = meta.history;
  const edition = known ? known.editions.length : 1;
  const earlier = known && edition > 1 ? known.editions[edition - 2] : null;
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August',
    'September', 'October', 'November', 'December'];

  /**
   * A day as people write it, `12 May 2026`, which no line breaks.
   *
   * @param {string} iso YYYY-MM-DD
   */
  const inWords = (iso) => {
    const [year, month, day] = iso.split('-');
    return `${Number(day)}\u00a0${months[Number(month) - 1]}\u00a0${year}`;
  };

  /** @param {number} row */
  const isNew = (row) => edition > 1 && papers.edition(row) === edition;

  /** @type {readonly number[] | null} */
  let rows = null;

  /** Since when papers count as new: a day, or the map before where that has none. */
  const since = () => (earlier?.day ? `since ${inWords(earlier.day)}` : 'since the map before');

  const then = () => (earlier?.day ? `on ${inWords(earlier.day)}` : 'on the map before');

  /**
   * When a paper came to the map, for people; nothing on a first map.
   *
   * @param {number} row
   */
  const cameOf = (row) => {
    if (!known || edition === 1) return '';
    const { day } = known.editions[papers.edition(row) - 1];
    if (isNew(row)) return day ? `new on ${inWords(day)}` : 'new on this map';
    return day ? `on the map since ${inWords(day)}` : '';
  };

  /**
   * The way of a topic of this map; nothing on a first map.
   *
   * @param {number} topic
   */
  const wayOf = (topic) => (edition === 1 ? undefined : known?.topics[topic]);

  /** @param {readonly TopicPart[]} parts */
  const names = (parts) => parts.map(({ name, papers: size }) => `${name} (${size})`).join(', ');

  /**
   * What became of a topic, each change as a word for a badge and as a sentence.
   *
   * @param {TopicHistory | undefined} way
   * @returns {{kind: string, word: string, sentence: string}[]}
   */
  const changesOf = (way) => (way?.changes ?? []).flatMap((change) => {
    if (!way) return [];
    const more = way.papers - way.earlierPapers;
    switch (change) {
      case 'BORN': return [{ kind: 'born', word: 'new', sentence: way.from.length
        ? `A new topic. Papers of it were in: ${names(way.from)}.` : 'A new topic.' }];
      case 'GREW': return [{ kind: 'grew', word: `+${more}`,
        sentence: `It has ${counted(more, 'paper', 'papers')} more than ${then()}.` }];
      case 'SHRANK': return [{ kind: 'shrank', word: `−${-more}`,
        sentence: `It has ${counted(-more, 'paper', 'papers')} fewer than ${then()}.` }];
      case 'SPLIT': return [{ kind: 'split', word: 'split',
        sentence: `It has split into: ${names(way.into)}.` }];
      case 'MERGED': return [{ kind: 'merged', word: 'merged',
        sentence: `It has the papers of: ${names(way.from)}.` }];
      case 'RENAMED': return [{ kind: 'renamed', word: 'renamed',
        sentence: `It was called ${way.earlierName}.` }];
      case 'GONE': return [{ kind: 'gone', word: 'gone', sentence: way.into.length
        ? `It is no longer a topic. Its papers are in: ${names(way.into)}.`
        : 'It is no longer a topic.' }];
      case 'KEPT': return [];
    }
  });

  return {
    /** Whether there was a map before this one. */
    isKnown: edition > 1,
    edition,
    isNew,
    /** The papers that no earlier map had. */
    rows: () => (rows ??= allRows().filter(isNew)),
    since,
    cameOf,
    wayOf,
    changesOf,
    inWords,
    gone: known?.gone ?? [],
    topics: edition > 1 ? known?.topics ?? [] : [],
    editions: known?.editions ?? [],
    refitDue: known?.refitDue ?? '',
  };
})();

/**
 * What became of a topic, as small marks to stand beside its name.
 *
 * @param {number} topic
 */
const topicBadges = (topic) => past.changesOf(past.wayOf(topic)).map(({ kind, word, sentence }) =>
  make('span', { className: `badge ${kind}`, title: sentence }, word));

/**
 * The one of these marks that tells most, where there is room for one: that it is new, or what is not
 * its size alone.
 *
 * @param {number} topic
 */
const topicBadge = (topic) => {
  const all = topicBadges(topic);
  return all[0]?.classList.contains('born') ? all.slice(0, 1) : all.slice(-1);
};
