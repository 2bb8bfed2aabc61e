// @ts-check
/*
 * Further fields of the papers that dots can be coloured by: numbers, and names if there are few of
 * them. The values of a field decide which of the two it is.
 */

/**
 * A field of numbers. Values above `high` are drawn as if they were `high`.
 *
 * @typedef {object} NumberField
 * @property {string} name
 * @property {'number'} kind
 * @property {Float64Array} numbers a paper's number, or NaN
 * @property {number} low
 * @property {number} high
 * @property {boolean} beyond whether there are values above `high`
 */

/**
 * A field of few names.
 *
 * @typedef {object} NameField
 * @property {string} name
 * @property {'name'} kind
 * @property {string[]} names the most frequent first
 * @property {Int16Array} members a paper's place in `names`, or -1
 * @property {number[]} counts how many papers have each name
 */

/** @typedef {NumberField | NameField} Field */

const fields = (() => {
  const mostNames = 20; // as many as there are hues
  const mostFields = 12;
  const enough = 0.1; // of the papers must have the field
  const prefix = 'field:';

  const known = /** @type {Map<string, Field>} */ (new Map());

  /** @param {string} name */
  const valuesOf = (name) => {
    const values = /** @type {string[]} */ (new Array(papers.count));
    for (let row = 0; row < papers.count; row++) values[row] = papers.extra(row)[name] ?? '';
    return values;
  };

  /** @param {readonly string[]} values */
  const countsOf = (values) => {
    const counts = /** @type {Map<string, number>} */ (new Map());
    for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };

  /** @param {string} value */
  const isNumber = (value) => value.trim() !== '' && Number.isFinite(Number(value));

  /**
   * A field that colours can tell, or null.
   *
   * @param {string} name
   * @returns {Field | null}
   */
  const described = (name) => {
    const values = valuesOf(name);
    const counts = countsOf(values);
    let filled = 0;
    for (const count of counts.values()) filled += count;
    if (filled < enough * papers.count || counts.size < 2) return null;
    if ([...counts.keys()].every(isNumber)) {
      const numbers = Float64Array.from(values, (value) => (value === '' ? NaN : Number(value)));
      const sorted = numbers.filter((number) => !Number.isNaN(number)).sort();
      // A few values far out would leave one colour to all others.
      const high = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.98))];
      const low = sorted[0];
      const beyond = sorted[sorted.length - 1] > high;
      return high > low ? { name, kind: 'number', numbers, low, high, beyond } : null;
    }
    if (counts.size > mostNames) return null;
    const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([one]) => one);
    const numbered = new Map(names.map((one, number) => [one, number]));
    const members = Int16Array.from(values, (value) => numbered.get(value) ?? -1);
    return { name, kind: 'name', names, members, counts: names.map((one) => counts.get(one) ?? 0) };
  };

  /** Looks through the papers' further fields. */
  const prepare = () => {
    if (!papers.hasExtra()) return;
    const names = /** @type {Set<string>} */ (new Set());
    for (let row = 0; row < papers.count; row++) {
      for (const name in papers.extra(row)) names.add(name);
    }
    for (const name of names) {
      const field = known.size < mostFields ? described(name) : null;
      if (field) known.set(prefix + name, field);
    }
  };

  return {
    prepare,
    /** What colours can tell, as a name for the state and one for the reader. */
    choices: () => [...known].map(([name, field]) => ({ name, label: field.name })),
    /**
     * The field that a state's `by` means, or nothing.
     *
     * @param {string} by
     */
    of: (by) => known.get(by),
    /**
     * The number of a paper's name in a field of names, or -1.
     *
     * @param {string} by
     * @param {number} row
     */
    valueOf: (by, row) => {
      const field = known.get(by);
      return field?.kind === 'name' ? field.members[row] : -1;
    },
  };
})();
