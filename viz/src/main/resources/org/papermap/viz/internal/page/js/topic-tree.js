// @ts-check
/*
 * Areas, their topics, and their sub-topics, to be unfolded. Each says how many of its papers are shown,
 * lights up on the map under the pointer, and is flown to when it is chosen.
 */

/** Stands beside a topic that few groupings agree on. */
const looseTag = () => make('span', {
  className: 'loose', title: 'A loose topic: grouped anew, it comes back for less than half',
}, 'loose');

/**
 * A topic's name that opens it, with its colour.
 *
 * @param {number} topic
 */
const topicLink = (topic) => make('button', {
  type: 'button', className: 'link', dir: 'auto', onclick: () => openTopic(topic),
  onmouseenter: () => lightTopic(topic), onmouseleave: lightNothing,
}, swatch([colors.topic(topic)]), ` ${topicName(topic)}`);

const topicTree = (() => {
  const openTopics = /** @type {Set<number>} */ (new Set());
  const foldedAreas = /** @type {Set<number>} */ (new Set());
  let refresh = () => {};

  /**
   * How many papers of each group pass all filters but that of topics.
   *
   * @param {(row: number) => number} groupOf
   * @param {number} groups
   */
  const countsOf = (groupOf, groups) => {
    const counts = new Array(groups + 1).fill(0);
    for (const row of shown.passing('topics')) counts[groupOf(row) < 0 ? groups : groupOf(row)]++;
    return /** @type {number[]} */ (counts);
  };

  /**
   * “552”, or “12 of 552” where a filter or the search leaves some out.
   *
   * @param {number} count
   * @param {number} all
   */
  const countText = (count, all) => (count === all ? all.toLocaleString('en')
    : `${count.toLocaleString('en')} of ${all.toLocaleString('en')}`);

  /** @typedef {{isOpen: boolean, toggle: () => void}} Folding */

  /**
   * @param {object} entry
   * @param {string} entry.kind
   * @param {string} entry.name
   * @param {readonly Node[]} [entry.before]
   * @param {readonly Node[]} [entry.after]
   * @param {number} entry.count
   * @param {number} entry.all
   * @param {boolean} entry.pressed
   * @param {Folding | null} entry.folding
   * @param {() => void} entry.light
   * @param {(more: boolean) => void} entry.choose
   */
  const button = ({ kind, name, before = [], after = [], count, all, pressed, folding, light, choose }) => {
    const made = make('button', {
      type: 'button',
      className: `entry ${kind}`,
      'aria-pressed': String(pressed),
      onclick: (event) => choose(event.shiftKey || event.ctrlKey || event.metaKey),
      onmouseenter: light,
      onmouseleave: lightNothing,
    });
    if (folding) {
      const sign = make('span', { className: folding.isOpen ? 'fold open' : 'fold', 'aria-hidden': 'true' });
      sign.title = folding.isOpen ? 'Fold' : 'Unfold';
      sign.addEventListener('click', (event) => {
        event.stopPropagation();
        folding.toggle();
      });
      made.setAttribute('aria-expanded', String(folding.isOpen));
      made.addEventListener('keydown', (event) => {
        if (event.key !== (folding.isOpen ? 'ArrowLeft' : 'ArrowRight')) return;
        event.preventDefault();
        folding.toggle();
      });
      made.append(sign);
    } else made.append(make('span', { className: 'fold none', 'aria-hidden': 'true' }));
    made.append(...before, make('span', { className: 'name', dir: 'auto' }, name), ...after,
      make('span', { className: count === all ? 'count' : 'count part' }, countText(count, all)));
    return made;
  };

  /** @template Key @param {Set<Key>} set @param {Key} key */
  const toggler = (set, key) => () => {
    if (!set.delete(key)) set.add(key);
    refresh();
  };

  /** @param {readonly Node[]} items */
  const list = (items) => make('ul', {}, ...items);

  /** @param {number} number @param {number} count */
  const subtopicItem = (number, count) => {
    const { name, papers: all } = meta.subtopics[number];
    return make('li', {}, button({
      kind: 'subtopic', name, count, all, pressed: false, folding: null,
      light: () => lightSubtopic(number), choose: () => openSubtopic(number),
    }));
  };

  /** @param {number} number */
  const mark = (number) => {
    const made = swatch([number < 0 ? colors.none() : colors.topic(number)]);
    if (number < 0) return made;
    // Seen when a label on the map is a number; see labels.js.
    made.classList.add('keyed');
    made.append(make('span', { className: 'key' }, String(number + 1)));
    made.style.color = colors.ink(number);
    return made;
  };

  /** @param {number} number */
  const sparkOf = (number) => {
    const counts = colors.days() ? timeline.byTopic().get(number) : undefined;
    return counts ? [timeline.spark(counts, colors.topic(number), 36, 14)] : [];
  };

  const entries = () => {
    const { topics: wanted } = store.get();
    const counts = countsOf(papers.topic, meta.topics.length);
    const finer = openTopics.size ? countsOf(papers.subtopic, meta.subtopics.length) : [];

    /** @param {number} number */
    const topicItem = (number) => {
      const { name, papers: all, unstable } = meta.topics[number];
      const own = [...meta.subtopics.keys()].filter((one) => meta.subtopics[one].parent === number);
      const isOpen = openTopics.has(number);
      const item = make('li', {}, button({
        kind: 'topic', name, count: counts[number], all, pressed: wanted.includes(number),
        before: [mark(number)],
        after: [...(unstable ? [looseTag()] : []), ...topicBadge(number), ...sparkOf(number)],
        folding: own.length ? { isOpen, toggle: toggler(openTopics, number) } : null,
        light: () => lightTopic(number), choose: (more) => openTopic(number, more),
      }));
      if (isOpen) item.append(list(own.map((one) => subtopicItem(one, finer[one]))));
      return item;
    };

    /** @param {number} number */
    const areaItem = (number) => {
      const { name, papers: all, topics } = meta.areas[number];
      const isOpen = !foldedAreas.has(number);
      const item = make('li', {}, button({
        kind: 'area', name, all, count: topics.reduce((sum, topic) => sum + counts[topic], 0),
        pressed: topics.every((topic) => wanted.includes(topic)),
        folding: { isOpen, toggle: toggler(foldedAreas, number) },
        light: () => lightArea(number), choose: () => openArea(number),
      }));
      if (isOpen) item.append(list(topics.map(topicItem)));
      return item;
    };

    const within = new Set(meta.areas.flatMap(({ topics }) => topics));
    const rest = papers.count - meta.topics.reduce((sum, { papers: size }) => sum + size, 0);
    return [
      ...(meta.areas.length > 1 ? [...meta.areas.keys()].map(areaItem) : []),
      ...[...meta.topics.keys()].filter((one) => meta.areas.length < 2 || !within.has(one)).map(topicItem),
      ...(rest ? [make('li', {}, button({
        kind: 'topic', name: 'No topic', count: counts[meta.topics.length], all: rest,
        before: [mark(-1)], pressed: wanted.includes(-1), folding: null,
        light: () => lightTopic(-1), choose: (more) => openTopic(-1, more),
      }))] : []),
    ];
  };

  return {
    entries,
    /** @param {() => void} listener is called when something is folded or unfolded */
    listen: (listener) => {
      refresh = listener;
    },
  };
})();
