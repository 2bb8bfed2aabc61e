// @ts-check
/* Opens a paper or a topic, wherever the reader chose it. */

/**
 * Opens a paper's details and shows where it is.
 *
 * @param {number} row
 */
const openPaper = (row) => {
  store.set({ paper: row, view: '' });
  viewport.reveal(papers.x(row), papers.y(row));
};

/**
 * Searches for more or for less like a paper, or no longer.
 *
 * @param {'more' | 'less'} way
 * @param {number} row
 */
const lead = (way, row) => {
  const { more, less } = store.get();
  const other = way === 'more' ? less : more;
  store.set({
    [way]: store.toggled(way === 'more' ? more : less, row, true),
    [way === 'more' ? 'less' : 'more']: other.filter((one) => one !== row),
    // On a small screen the paper would cover what is found.
    ...(hasSheets() ? { paper: -1, view: '' } : {}),
  });
};

/**
 * A button that searches for more or for less like a paper.
 *
 * @param {'more' | 'less'} way
 * @param {number} row
 * @param {string} [className]
 */
const leadButton = (way, row, className = '') => make('button', {
  type: 'button', className, 'aria-pressed': String(store.get()[way].includes(row)), onclick: () => lead(way, row),
}, way === 'more' ? 'More like this' : 'Less like this');

/**
 * Shows a topic's papers alone, flies there, and opens its details.
 *
 * @param {number} topic
 * @param {boolean} [more] adds the topic to those that are shown
 */
const openTopic = (topic, more = false) => {
  const topics = store.toggled(store.get().topics, topic, more);
  const only = topics.length === 1 && topics[0] === topic && topic >= 0;
  store.set({ topics, ...(only ? { view: 'topic', topic, paper: -1 } : {}) });
  if (only) viewport.show(allRows().filter((row) => papers.topic(row) === topic));
};

/**
 * Shows an area's papers alone, or all again.
 *
 * @param {number} area
 */
const openArea = (area) => {
  const { topics } = meta.areas[area];
  const before = store.get().topics;
  const isShown = before.length === topics.length && topics.every((topic) => before.includes(topic));
  store.set({ topics: isShown ? [] : topics });
  if (!isShown) viewport.show(shown.ofArea(area));
};

/**
 * Shows a sub-topic's papers alone, beside the details of its topic.
 *
 * @param {number} subtopic
 */
const openSubtopic = (subtopic) => {
  const rows = allRows().filter((row) => papers.subtopic(row) === subtopic);
  store.set({ picked: rows, topics: [], view: 'topic', topic: meta.subtopics[subtopic].parent, paper: -1 });
  viewport.show(rows);
};
