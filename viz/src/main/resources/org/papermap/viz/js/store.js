/*
 * The state of the page: one frozen object, replaced as a whole. Every part of the page listens
 * and compares what it cares for; none tells another what to do.
 */

const store = (() => {
  const fresh = Object.freeze({
    paper: -1, // the row whose details are open
    view: '', // what the panel shows in place of a paper: list, table, about
    by: 'topic', // what colours tell: topic, theme, date, kept
    query: '',
    topics: [], // only these; -1 is papers without a topic
    themes: [], // only papers of one of these; -1 is none, -2 is several
    picked: null, // only these rows, from a lasso
    theme: '', // light or dark, or what the system says
  });
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
    set,
    get: () => state,
    listen: (listener) => listeners.push(listener),
    /** What a filter becomes when one of its members is clicked; `more` keeps the others. */
    toggled: (members, member, more) => {
      if (members.includes(member)) return members.filter((one) => one !== member);
      return more ? [...members, member] : [member];
    },
    isFiltered: () =>
      state.topics.length > 0 || state.themes.length > 0 || state.picked !== null,
  };
})();

/** Whether two states differ in one of these parts. */
const differ = (now, before, ...parts) => parts.some((part) => now[part] !== before[part]);
