/*
 * Further fields of the papers that can be told by colour: numbers, and names of which there are
 * few. What a field is shows from its values.
 */

const fields = (() => {
  const mostNames = 20; // as many as there are hues
  const mostFields = 12;
  const enough = 0.1; // of the papers must have the field
  const prefix = 'field:';

  let known = new Map();

  const valuesOf = (name) => {
    const values = new Array(papers.count);
    for (let row = 0; row < papers.count; row++) values[row] = papers.extra(row)[name] ?? '';
    return values;
  };

  const countsOf = (values) => {
    const counts = new Map();
    for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };

  const isNumber = (value) => value.trim() !== '' && Number.isFinite(Number(value));

  /** A field of numbers with their range, one of names with the most frequent first, or nothing. */
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
      const beyond = sorted.at(-1) > high;
      return high > low ? { name, kind: 'number', numbers, low, high, beyond } : null;
    }
    if (counts.size > mostNames) return null;
    const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([one]) => one);
    const numbered = new Map(names.map((one, number) => [one, number]));
    const members = Int16Array.from(values, (value) => numbered.get(value) ?? -1);
    return { name, kind: 'name', names, members, counts: names.map((one) => counts.get(one)) };
  };

  /** Looks through the papers' further fields. */
  const prepare = () => {
    if (!papers.hasExtra()) return;
    const names = new Set();
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
    /** The field that a state's `by` means, or nothing. */
    of: (by) => known.get(by),
    /** The number of a paper's name in a field of names, or -1. */
    valueOf: (by, row) => known.get(by)?.members?.[row] ?? -1,
  };
})();
