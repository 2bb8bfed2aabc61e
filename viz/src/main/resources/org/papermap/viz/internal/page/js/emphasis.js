// @ts-check
/*
 * What stands out on the map: the papers shown, or while the pointer is on a name those of them that
 * the name stands for. Nothing else changes, so that leaving the name brings all back.
 */

const emphasis = (() => {
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {Uint8Array | null} */
  let lit = null;
  let litBy = '';

  /**
   * Lets a group's papers stand out.
   *
   * @param {string} name tells it from other groups; empty lets all stand out
   * @param {(row: number) => boolean} [belongs]
   */
  const light = (name, belongs) => {
    if (name === litBy) return;
    litBy = name;
    lit = name && belongs ? Uint8Array.from(shown.flags(), (flag, row) => (flag && belongs(row) ? 1 : 0)) : null;
    for (const listener of listeners) listener();
  };

  return {
    /** What was lit is looked at anew when other papers are shown. */
    start: () => store.listen(() => light('')),
    light,
    /** The name of the group that stands out, or nothing. */
    litBy: () => litBy,
    /** For each row 1 or 0; another array after each change. */
    flags: () => lit ?? shown.flags(),
    all: () => !lit && shown.all(),
    /** @param {() => void} listener */
    listen: (listener) => listeners.push(listener),
  };
})();

/** Lets the papers of a topic stand out. @param {number} topic */
const lightTopic = (topic) => emphasis.light(`topic ${topic}`, (row) => papers.topic(row) === topic);

/** Lets the papers of a sub-topic stand out. @param {number} subtopic */
const lightSubtopic = (subtopic) =>
  emphasis.light(`subtopic ${subtopic}`, (row) => papers.subtopic(row) === subtopic);

/** Lets the papers of an area stand out. @param {number} area */
const lightArea = (area) => {
  const topics = new Set(meta.areas[area].topics);
  emphasis.light(`area ${area}`, (row) => topics.has(papers.topic(row)));
};

const lightNothing = () => emphasis.light('');
