/*
 * The state of the page: one frozen object, replaced as a whole. Every part of the page listens
 * and compares what it cares for; none tells another what to do.
 */

const store = (() => {
  const fresh = Object.freeze({
    paper: -1, // the row whose details are open
    view: '', // what the panel shows in place of a paper: list, table, topic, about
    topic: -1, // the topic that the view of a topic shows
    by: 'topic', // what colours tell: topic, theme, date, kept, or a field of the papers
    query: '',
    how: 'words', // what the query asks for: words, or a meaning
    topics: [], // only these; -1 is papers without a topic
    themes: [], // only papers of one of these; -1 is none, -2 is several
    values: [], // only these values of the field that colours tell
    days: null, // only papers of these days: the first and the last
    picked: null, // only these rows, from a lasso
    theme: '', // light or dark, or what the system says
  });
  const filters = Object.freeze(['topics', 'themes', 'values', 'days', 'picked']);
  const unfiltered = Object.freeze(Object.fromEntries(filters.map((name) => [name, fresh[name]])));
  const listeners = [];
  let state = fresh;

  /** Changes parts of the state. `how` is what history does: push, replace, or nothing. */
  const set = (change, how = 'push') => {
    const before = state;
    state = Object.freeze({ ...state, ...change });
    for (const listener of listeners) listener(state, before, how);
  };

  return {
    fresh,
    filters,
    /** The part of a state in which nothing is filtered. */
    unfiltered,
    set,
    get: () => state,
    listen: (listener) => listeners.push(listener),
    /** What a filter becomes when one of its members is clicked; `more` keeps the others. */
    toggled: (members, member, more) => {
      if (members.includes(member)) return members.filter((one) => one !== member);
      return more ? [...members, member] : [member];
    },
    isFiltered: () => filters.some((name) => state[name]?.length > 0),
  };
})();

/** Whether two states differ in one of these parts. */
const differ = (now, before, ...parts) => parts.some((part) => now[part] !== before[part]);
