// @ts-check
/*
 * What readers note of papers: a star, whether it is read, tags and a line of text. One's own are
 * kept by the browser where it allows that, for all tabs together; all of them stand in a copy that
 * is saved.
 */

/** @typedef {'' | 'to read' | 'read' | 'discuss'} Reading */

/**
 * @typedef {object} Mark
 * @property {boolean} star
 * @property {Reading} reading
 * @property {readonly string[]} tags
 * @property {string} note
 * @property {number} check of the paper's title: an id alone may mean another paper elsewhere
 * @property {number} at when it was changed, in milliseconds since 1970
 * @property {number} place in the reader's own order
 */

/** @typedef {{name: string, marks: Map<string, Mark>}} Person */

const marks = (() => {
  /** @type {readonly Reading[]} */
  const readings = ['to read', 'read', 'discuss'];
  const longest = { note: 300, tag: 40, name: 60 };
  const most = { tags: 12, marks: 100_000, people: 500 };
  const own = 'papermap marks of ';
  /** @type {Map<string, Person>} */
  const people = new Map();
  /** @type {(() => void)[]} */
  const listeners = [];
  let me = '';
  /* Whether this tab has found and kept nothing yet, so that another one may be the first to. */
  let isFirst = false;
  let kept = true;

  /** @param {string} text */
  const checkOf = (text) => {
    let sum = 2166136261;
    for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 16777619);
    return sum >>> 0;
  };

  /** @param {unknown} value */
  const fieldsOf = (value) => /** @type {Record<string, unknown>} */ (
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});
  /**
   * @param {unknown} value
   * @param {number} length
   */
  const textOfLine = (value, length) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, length) : '');
  /** @param {unknown} value */
  const finite = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

  /** @param {unknown} value */
  const tagsOf = (value) => [...new Set((Array.isArray(value) ? value : [])
    .map((tag) => textOfLine(tag, longest.tag)).filter((tag) => tag))].slice(0, most.tags);

  /**
   * A mark from a file, which may hold anything.
   *
   * @param {unknown} value
   * @returns {Mark}
   */
  const markOf = (value) => {
    const { star, reading, tags, note, check, at, place } = fieldsOf(value);
    return {
      star: star === true,
      reading: readings.find((one) => one === reading) ?? '',
      tags: tagsOf(tags),
      note: textOfLine(note, longest.note),
      check: finite(check),
      at: finite(at),
      place: finite(place),
    };
  };

  /**
   * Adds the marks of a text, where the later of two of one reader counts.
   *
   * @param {string} text as `text` gives it
   */
  const merge = (text) => {
    const found = fieldsOf(fieldsOf(JSON.parse(text)).people);
    let changed = 0;
    for (const [id, value] of Object.entries(found).slice(0, most.people)) {
      const { name, marks: theirs } = fieldsOf(value);
      const person = people.get(id) ?? { name: textOfLine(name, longest.name), marks: new Map() };
      for (const [paper, given] of Object.entries(fieldsOf(theirs)).slice(0, most.marks)) {
        const mark = markOf(given);
        if (mark.at > (person.marks.get(paper)?.at ?? -1)) {
          person.marks.set(paper, mark);
          changed++;
        }
      }
      if (person.marks.size) people.set(id, person);
    }
    return changed;
  };

  /** All marks as JSON that cannot end a script element. */
  const text = () => JSON.stringify({
    people: Object.fromEntries([...people].filter(([, person]) => person.marks.size)
      .map(([id, { name, marks: theirs }]) => [id, { name, marks: Object.fromEntries(theirs) }])),
  }).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

  /**
   * @param {string} key
   * @param {string} [value]
   */
  const storage = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch {
      kept = false;
    }
    return null;
  };

  /** @type {readonly number[] | null} */
  let stars = [];

  const tellAll = () => {
    stars = null;
    for (const listener of listeners) listener();
  };

  /**
   * A text of marks, or that of none where it cannot be read.
   *
   * @param {unknown} found
   */
  const readable = (found) => {
    try {
      JSON.parse(String(found));
      return String(found);
    } catch {
      return '{}';
    }
  };

  /** What the browser keeps, which may be anything. What cannot be read stays until a mark is made. */
  const stored = () => {
    const { me: id, kept: all } = fieldsOf(JSON.parse(readable(storage(own + meta.title))));
    return { id: typeof id === 'string' ? id : '', all: readable(all) };
  };

  /** Another tab may have kept marks since, which must not be lost. */
  const changed = () => {
    const { id, all } = stored();
    if (isFirst && id && id !== me) {
      const mark = people.get(me);
      people.delete(me);
      me = id;
      merge(all);
      for (const [paper, one] of mark?.marks ?? []) mine().marks.set(paper, one);
    } else {
      merge(all);
    }
    isFirst = false;
    storage(own + meta.title, JSON.stringify({ me, kept: text() }));
    tellAll();
  };

  /** Takes what another tab has kept. */
  const follow = () => {
    const { id, all } = stored();
    const names = fieldsOf(fieldsOf(JSON.parse(all)).people);
    merge(all);
    if (id) [me, isFirst] = [id, false];
    for (const [one, person] of people) person.name = textOfLine(fieldsOf(names[one]).name, longest.name) || person.name;
    tellAll();
  };

  const mine = () => {
    let person = people.get(me);
    if (!person) people.set(me, person = { name: '', marks: new Map() });
    return person;
  };

  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    byte.toString(36).padStart(2, '0')).join('');

  const prepare = () => {
    merge(readable(textOf('marks')));
    merge(stored().all);
    me = stored().id;
    isFirst = !me;
    me ||= newId();
    stars = null;
    addEventListener('storage', ({ key }) => {
      if (key === own + meta.title) follow();
    });
  };

  /** @type {Readonly<Mark>} */
  const none = Object.freeze({
    star: false, reading: '', tags: [], note: '', check: 0, at: 0, place: 0,
  });

  /**
   * @param {Person | undefined} person
   * @param {number} row
   */
  const markIn = (person, row) => {
    const mark = person?.marks.get(papers.id(row));
    return mark && mark.check === checkOf(papers.title(row)) ? mark : none;
  };

  /** @param {Readonly<Mark>} mark */
  const isEmpty = ({ star, reading, tags, note }) => !star && !reading && !tags.length && !note;

  const api = {
    prepare,
    merge: (/** @type {string} */ given) => {
      const count = merge(given);
      if (count) changed();
      return count;
    },
    text,
    readings,
    isEmpty,
    /** @param {() => void} listener */
    listen: (listener) => listeners.push(listener),
    /** Whether the browser keeps what is noted here. */
    areKept: () => {
      storage(own + meta.title);
      return kept;
    },
    /**
     * One's own mark of a paper; an empty one where there is none.
     *
     * @param {number} row
     */
    of: (row) => markIn(people.get(me), row),
    /**
     * Others' marks of a paper.
     *
     * @param {number} row
     */
    ofOthers: (row) => [...people].filter(([id]) => id !== me)
      .map(([, person]) => ({ name: person.name || 'A reader', mark: markIn(person, row) }))
      .filter(({ mark }) => !isEmpty(mark)),
    /**
     * @param {number} row
     * @param {Partial<Mark>} change
     */
    set: (row, change) => {
      const { marks: own } = mine();
      let last = 0;
      for (const { place } of own.values()) last = Math.max(last, place);
      const before = markIn(mine(), row);
      own.set(papers.id(row), markOf({
        ...before, place: before.place || last + 1, ...change, at: Date.now(), check: checkOf(papers.title(row)),
      }));
      changed();
    },
    /** All readers who have marked something here, oneself first. */
    readers: () => [{ id: me, name: people.get(me)?.name ?? '' },
      ...[...people].filter(([id]) => id !== me).map(([id, { name }]) => ({ id, name: name || 'A reader' }))],
    /**
     * The papers that a reader has marked, in that reader's order.
     *
     * @param {string} [reader] oneself where none is told
     */
    rowsOf: (reader = me) => {
      const person = people.get(reader);
      return allRows().filter((row) => person?.marks.has(papers.id(row)) && !isEmpty(markIn(person, row)))
        .sort((a, b) => markIn(person, a).place - markIn(person, b).place || a - b);
    },
    /** The rows of the papers to which oneself has given a star. */
    starred: () => (stars ??= api.rowsOf().filter((row) => markIn(people.get(me), row).star)),
    /**
     * @param {string} reader
     * @param {number} row
     */
    by: (reader, row) => markIn(people.get(reader), row),
    me: () => me,
    name: () => mine().name,
    /**
     * Gives the reader a name. A reader without marks becomes the known reader of that name, if any.
     *
     * @param {string} name
     */
    rename: (name) => {
      const known = [...people].find(([id, person]) => id !== me && person.name === textOfLine(name, longest.name));
      if (known && !mine().marks.size) {
        people.delete(me);
        [me] = known;
      }
      mine().name = textOfLine(name, longest.name);
      changed();
    },
  };
  return api;
})();
