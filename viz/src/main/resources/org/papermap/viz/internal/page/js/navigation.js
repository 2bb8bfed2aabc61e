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
 * Shows a topic's papers alone, and its details.
 *
 * @param {number} topic
 * @param {boolean} [more] adds the topic to those that are shown
 */
const openTopic = (topic, more = false) => {
  const topics = store.toggled(store.get().topics, topic, more);
  const only = topics.length === 1 && topics[0] === topic && topic >= 0;
  store.set({ topics, ...(only ? { view: 'topic', topic, paper: -1 } : {}) });
  // The panel may have covered it.
  if (only) viewport.reveal(meta.topics[topic].x, meta.topics[topic].y);
};
