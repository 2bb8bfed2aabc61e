// @ts-check
/* The one place that says what colour a thing has, for dots, outlines, labels and legend alike. */

/**
 * The styles of dots that there are, each as the colours of its slices, and the number of each
 * paper's style.
 *
 * @typedef {{styles: string[][], styleOf: Uint16Array}} DotStyles
 */

const colors = (() => {
  /* Ends of the scale for numbers: all steps have 3:1 with their background. */
  const ramps = {
    light: ['#2d9a9a', '#3a78b5', '#5a4fa8', '#6a2480', '#4d0c3c'],
    dark: ['#7a5ac0', '#4f86d9', '#3fb0b5', '#7fd08a', '#f2e36b'],
  };
  const shades = 64; // of the scale, more than can be told apart

  const shade = () => (colorScheme.isDark() ? 'dark' : 'light');
  const none = () => (colorScheme.isDark() ? '#7c828d' : '#8a8a86');
  /** @param {number} number */
  const topic = (number) => (number < 0 ? none() : meta.topics[number].tone[shade()]);
  /**
   * The colour of a topic's name.
   *
   * @param {number} number
   */
  const ink = (number) => meta.topics[number].tone[colorScheme.isDark() ? 'darkInk' : 'lightInk'];
  /**
   * The colour of a theme.
   *
   * @param {number} number
   */
  const theme = (number) => meta.themes[number].tone[shade()];
  /**
   * The colour of a name of a field.
   *
   * @param {number} number
   */
  const value = (number) => (number < 0 ? none() : meta.tones[number][shade()]);

  /** @param {string} hex */
  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  /** @param {number} channel */
  const hex = (channel) => Math.round(channel).toString(16).padStart(2, '0');

  /**
   * The colour at a share in [0, 1] of the scale.
   *
   * @param {number} share
   */
  const ramp = (share) => {
    const steps = ramps[shade()];
    const shown = Math.round(Math.min(1, Math.max(0, share)) * shades) / shades;
    const place = shown * (steps.length - 1);
    const low = Math.min(steps.length - 2, Math.floor(place));
    const [from, to] = [channels(steps[low]), channels(steps[low + 1])];
    return `#${from.map((start, i) => hex(start + (to[i] - start) * (place - low))).join('')}`;
  };

  /** @type {[first: number, last: number] | null | undefined} */
  let span;
  /** The first and the last day of the dated papers, or null if there are not two. */
  const days = () => {
    if (span === undefined) {
      let [first, last] = [Infinity, -Infinity];
      for (let row = 0; papers.hasDates && row < papers.count; row++) {
        const day = papers.day(row);
        if (day < first) first = day;
        if (day > last) last = day;
      }
      span = last > first ? [first, last] : null;
    }
    return span;
  };

  /** @param {number} share */
  const byShare = (share) => [Number.isNaN(share) ? none() : ramp(share)];

  /** @param {number} row */
  const byTheme = (row) => {
    const own = papers.themes(row);
    return own.length ? own.map(theme) : [none()];
  };

  /**
   * @param {Field | undefined} field
   * @param {number} row
   */
  const byField = (field, row) => {
    if (!field) return [topic(papers.topic(row))];
    if (field.kind === 'name') return [value(field.members[row])];
    return byShare((field.numbers[row] - field.low) / (field.high - field.low));
  };

  /** @param {number} row */
  const byDate = (row) => {
    const range = days();
    if (!range) return [none()];
    const [first, last] = range;
    return byShare((papers.day(row) - first) / (last - first));
  };

  /**
   * The paper's colours: one, or several for a paper of several themes.
   *
   * @param {number} row
   * @returns {string[]}
   */
  const paper = (row) => {
    const { colorBy } = store.get();
    switch (colorBy) {
      case 'topic': return [topic(papers.topic(row))];
      case 'theme': return byTheme(row);
      case 'date': return byDate(row);
      case 'new': return [past.isNew(row) ? ramp(0) : none()];
      case 'kept': return byShare(papers.kept(row));
      default: return byField(fields.of(colorBy), row);
    }
  };

  /** @type {DotStyles | null} */
  let known = null;
  /** The styles of all dots; another object after each change of a colour. */
  const dotStyles = () => {
    if (known) return known;
    const numbers = /** @type {Map<string, number>} */ (new Map());
    const styles = /** @type {string[][]} */ ([]);
    const styleOf = new Uint16Array(papers.count);
    for (let row = 0; row < papers.count; row++) {
      const slices = paper(row);
      const key = slices.length === 1 ? slices[0] : slices.join();
      let number = numbers.get(key);
      if (number === undefined) {
        number = styles.push(slices) - 1;
        numbers.set(key, number);
      }
      styleOf[row] = number;
    }
    known = { styles, styleOf };
    return known;
  };

  const forget = () => {
    known = null;
  };

  const choices = () => [
    { name: 'topic', label: 'Topic' },
    ...(meta.themes.length ? [{ name: 'theme', label: 'Theme' }] : []),
    ...(days() ? [{ name: 'date', label: 'Date' }] : []),
    ...(past.isKnown ? [{ name: 'new', label: 'New' }] : []),
    ...(meta.neighbors ? [{ name: 'kept', label: 'How well placed' }] : []),
    ...fields.choices(),
  ];

  const start = () => {
    colorScheme.listen(forget);
    store.listen((now, before) => {
      if (now.colorScheme !== before.colorScheme) colorScheme.choose(now.colorScheme);
      if (now.colorBy !== before.colorBy) forget();
    });
  };

  return {
    start,
    choices,
    none,
    topic,
    ink,
    theme,
    value,
    ramp,
    days,
    paper,
    channels,
    dotStyles,
  };
})();
