// @ts-check
/*
 * The filter of further fields: of each field that is filtered, stretches of its numbers or places of its
 * names. A stretch is a text such as `field:upvotes 10 50`, so that the address can tell it.
 */

const ranges = (() => {
  /** @param {string} text */
  const parsed = (text) => {
    const [high, low, ...by] = text.split(' ').reverse();
    return { by: by.reverse().join(' '), low: Number(low), high: Number(high) };
  };

  /** The stretches of a field that are asked for. @param {string} by @returns {[number, number][]} */
  const of = (by) => store.get().within.map(parsed).filter((one) => one.by === by)
    .map(({ low, high }) => [low, high]);

  /** @param {string} by */
  const clear = (by) => store.set({ within: store.get().within.filter((text) => parsed(text).by !== by) });

  return {
    of,
    clear,
    /**
     * Asks for a stretch of a field, or no longer.
     *
     * @param {string} by
     * @param {number} low
     * @param {number} high
     */
    toggle: (by, low, high) => {
      const text = `${by} ${low} ${high}`;
      const { within } = store.get();
      store.set({ within: within.includes(text) ? within.filter((one) => one !== text) : [...within, text] });
    },
    /**
     * The tests of a row, one a field; a name is its place, and the end of a stretch of numbers is
     * left out.
     *
     * @param {readonly string[]} within
     * @param {string} [except] a field that is not looked at
     */
    tests: (within, except) => {
      const asked = /** @type {Map<string, {low: number, high: number}[]>} */ (new Map());
      for (const { by, low, high } of within.map(parsed)) {
        if (by !== except) asked.set(by, [...(asked.get(by) ?? []), { low, high }]);
      }
      return [...asked].flatMap(([by, stretches]) => {
        const field = fields.of(by);
        if (!field) return [];
        return [/** @param {number} row */ (row) => {
          if (field.kind === 'name') return stretches.some(({ low }) => field.members[row] === low);
          const value = field.numbers[row];
          return stretches.some(({ low, high }) => value >= low && value < high);
        }];
      });
    },
    /** Whether an address's text can be asked for. @param {string} text */
    isKnown: (text) => {
      const { by, low, high } = parsed(text);
      return Boolean(fields.of(by)) && !Number.isNaN(low) && !Number.isNaN(high);
    },
  };
})();
