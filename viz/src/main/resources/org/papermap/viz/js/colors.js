/* The one place that says what colour a thing has, for dots, outlines, labels and legend alike. */

const colors = (() => {
  /* Ends of the scale for numbers: all steps have 3:1 with their background. */
  const ramps = {
    light: ['#2d9a9a', '#3a78b5', '#5a4fa8', '#6a2480', '#4d0c3c'],
    dark: ['#7a5ac0', '#4f86d9', '#3fb0b5', '#7fd08a', '#f2e36b'],
  };
  const shades = 64; // of the scale, more than can be told apart

  const shade = () => (theme.isDark() ? 'dark' : 'light');
  const none = () => (theme.isDark() ? '#7c828d' : '#8a8a86');
  const topic = (number) => (number < 0 ? none() : meta.topics[number].tone[shade()]);
  const ink = (number) => meta.topics[number].tone[`${shade()}Ink`];
  const subject = (number) => meta.themes[number].tone[shade()];
  const value = (number) => (number < 0 ? none() : meta.tones[number][shade()]);

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const hex = (channel) => Math.round(channel).toString(16).padStart(2, '0');

  /** The colour at a share in [0, 1] of the scale. */
  const ramp = (share) => {
    const steps = ramps[shade()];
    const shown = Math.round(Math.min(1, Math.max(0, share)) * shades) / shades;
    const place = shown * (steps.length - 1);
    const low = Math.min(steps.length - 2, Math.floor(place));
    const [from, to] = [channels(steps[low]), channels(steps[low + 1])];
    return `#${from.map((start, i) => hex(start + (to[i] - start) * (place - low))).join('')}`;
  };

  let span;
  /** The first and the last day of the dated papers, or nothing if there are not two. */
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

  const byShare = (share) => [Number.isNaN(share) ? none() : ramp(share)];

  const byTheme = (row) => {
    const own = papers.themes(row);
    return own.length ? own.map(subject) : [none()];
  };

  const byField = (field, row) => {
    if (!field) return [topic(papers.topic(row))];
    if (field.kind === 'name') return [value(field.members[row])];
    return byShare((field.numbers[row] - field.low) / (field.high - field.low));
  };

  /** The paper's colours: one, or several for a paper of several themes. */
  const paper = (row) => {
    const { by } = store.get();
    switch (by) {
      case 'topic': return [topic(papers.topic(row))];
      case 'theme': return byTheme(row);
      case 'date': return byShare((papers.day(row) - days()[0]) / (days()[1] - days()[0]));
      case 'kept': return byShare(papers.kept(row));
      default: return byField(fields.of(by), row);
    }
  };

  /* For drawing: each paper's number in a short list of kinds of dots. */
  let kinds = null;
  const sorted = () => {
    if (kinds) return kinds;
    const numbers = new Map();
    const list = [];
    const of = new Uint16Array(papers.count);
    for (let row = 0; row < papers.count; row++) {
      const slices = paper(row);
      const key = slices.length === 1 ? slices[0] : slices.join();
      let number = numbers.get(key);
      if (number === undefined) {
        number = list.push(slices) - 1;
        numbers.set(key, number);
      }
      of[row] = number;
    }
    kinds = { list, of };
    return kinds;
  };

  const forget = () => {
    kinds = null;
  };

  const choices = () => [
    { name: 'topic', label: 'Topic' },
    ...(meta.themes.length ? [{ name: 'theme', label: 'Theme' }] : []),
    ...(days() ? [{ name: 'date', label: 'Date' }] : []),
    ...(meta.neighbors ? [{ name: 'kept', label: 'Faithfulness' }] : []),
    ...fields.choices(),
  ];

  const start = () => {
    theme.listen(forget);
    store.listen((now, before) => {
      if (now.theme !== before.theme) theme.choose(now.theme);
      if (now.by !== before.by) forget();
    });
  };

  return {
    start,
    choices,
    none,
    topic,
    ink,
    subject,
    value,
    ramp,
    days,
    paper,
    channels,
    /** The kinds of dots there are, each as its slices, and for each paper the number of its kind. */
    kinds: sorted,
  };
})();
