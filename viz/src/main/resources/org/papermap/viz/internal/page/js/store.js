// @ts-check
/*
 * The state of the page: one frozen object, replaced as a whole. Every part of the page listens and
 * compares the parts of the state that it shows; none tells another what to do.
 */

/**
 * What the reader has chosen.
 *
 * @typedef {object} State
 * @property {number} paper the row whose details are open, or -1
 * @property {View} view what the panel shows in place of a paper
 * @property {number} topic the topic that the views of a topic and of its beginning show, or -1
 * @property {string} colorBy what colours tell: topic, theme, date, new, kept, or a field of the papers
 * @property {string} query
 * @property {readonly number[]} more rows of papers to find more like
 * @property {readonly number[]} less rows of papers to find less like
 * @property {readonly number[]} topics only these; -1 is papers without a topic
 * @property {readonly number[]} themes only papers of one of these; -1 is none, -2 is several
 * @property {readonly number[]} values only these values of the field that colours tell
 * @property {readonly [first: number, last: number] | null} days only papers of these days
 * @property {readonly string[]} within only these stretches of further fields; see ranges.js
 * @property {readonly number[]} editions only papers that these maps of the chain had first
 * @property {readonly number[] | null} picked only these rows, from a lasso
 * @property {ColorScheme | ''} colorScheme what the reader chose, or what the system says
 */

/** @typedef {'' | 'list' | 'reading' | 'start' | 'new' | 'place' | 'table' | 'matrix' | 'time' | 'charts' | 'topic' | 'about'} View */

/** @typedef {'topics' | 'themes' | 'values' | 'days' | 'within' | 'editions' | 'picked'} Filter */

/**
 * What a change of the state does to the browser's history: adds an entry, changes the last one, or
 * nothing, as the change comes from there.
 *
 * @typedef {'push' | 'replace' | 'keep'} HistoryMode
 */

/**
 * Hears of a change.
 *
 * @callback StateListener
 * @param {Readonly<State>} now
 * @param {Readonly<State>} before
 * @param {HistoryMode} history
 * @returns {void}
 */

const store = (() => {
  /** @type {Readonly<State>} */
  const fresh = Object.freeze({
    paper: -1,
    view: '',
    topic: -1,
    colorBy: 'topic',
    query: '',
    more: [],
    less: [],
    topics: [],
    themes: [],
    values: [],
    days: null,
    within: [],
    editions: [],
    picked: null,
    colorScheme: '',
  });
  /** @type {readonly Filter[]} */
  const filters = Object.freeze(['topics', 'themes', 'values', 'days', 'within', 'editions', 'picked']);
  /** @type {Readonly<Pick<State, Filter>>} */
  const unfiltered = Object.freeze({
    topics: [], themes: [], values: [], days: null, within: [], editions: [], picked: null,
  });
  /** @type {StateListener[]} */
  const listeners = [];
  let state = fresh;

  /**
   * Changes parts of the state.
   *
   * @param {Partial<State>} change
   * @param {HistoryMode} [history]
   */
  const set = (change, history = 'push') => {
    const before = state;
    state = Object.freeze({ ...state, ...change });
    for (const listener of listeners) listener(state, before, history);
  };

  return {
    fresh,
    filters,
    /** The part of a state in which nothing is filtered. */
    unfiltered,
    set,
    get: () => state,
    /** @param {StateListener} listener */
    listen: (listener) => listeners.push(listener),
    /**
     * What a filter becomes when one of its members is clicked.
     *
     * @param {readonly number[]} members
     * @param {number} member
     * @param {boolean} more keeps the others
     */
    toggled: (members, member, more) => {
      if (members.includes(member)) return members.filter((one) => one !== member);
      return more ? [...members, member] : [member];
    },
    /** Whether anything is searched for. */
    isAsking: () => Boolean(state.query.trim()) || state.more.length + state.less.length > 0,
    isFiltered: () => filters.some((name) => (state[name]?.length ?? 0) > 0),
  };
})();

/**
 * Whether two states differ in one of these parts.
 *
 * @param {Readonly<State>} now
 * @param {Readonly<State>} before
 * @param {...keyof State} parts
 */
const differ = (now, before, ...parts) => parts.some((part) => now[part] !== before[part]);
