/* The one place that says what colour a thing has, for dots, outlines, labels and legend alike. */

const colors = (() => {
  /* Ends of the scale for numbers: all steps have 3:1 with their background. */
  const ramps = {
    light: ['#2d9a9a', '#3a78b5', '#5a4fa8', '#6a2480', '#4d0c3c'],
    dark: ['#7a5ac0', '#4f86d9', '#3fb0b5', '#7fd08a', '#f2e36b'],
  };

  const shade = () => (theme.isDark() ? 'dark' : 'light');
  const none = () => (theme.isDark() ? '#7c828d' : '#8a8a86');
  const topic = (number) => (number < 0 ? none() : meta.topics[number].tone[shade()]);
  const ink = (number) => meta.topics[number].tone[`${shade()}Ink`];
  const subject = (number) => meta.themes[number].tone[shade()];

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

  /** The colour at a share in [0, 1] of the scale. */
  const ramp = (share) => {
    const steps = ramps[shade()];
    const place = Math.min(1, Math.max(0, share)) * (steps.length - 1);
    const low = Math.min(steps.length - 2, Math.floor(place));
    const [from, to] = [channels(steps[low]), channels(steps[low + 1])];
    return `rgb(${from.map((value, i) => Math.round(value + (to[i] - value) * (place - low)))})`;
  };

  const day = (row) => Date.parse(papers.date(row)) / 86_400_000;

  let span = null;
  /** The first and the last day of the dated papers, or nothing if there are not two. */
  const days = () => {
    if (!span) {
      const known = allRows().map(day).filter(Number.isFinite).sort((a, b) => a - b);
      span = [known[0] ?? 0, known.at(-1) ?? 0];
    }
    return span[1] > span[0] ? span : null;
  };

  const byDate = (row) => {
    const [first, last] = days();
    return Number.isFinite(day(row)) ? ramp((day(row) - first) / (last - first)) : none();
  };

  const byTheme = (row) => {
    const own = papers.themes(row);
    return own.length ? own.map(subject) : [none()];
  };

  /** The paper's colours: one, or several for a paper of several themes. */
  const paper = (row) => {
    switch (store.get().by) {
      case 'theme': return byTheme(row);
      case 'date': return [byDate(row)];
      case 'kept': return [ramp(papers.kept(row))];
      default: return [topic(papers.topic(row))];
    }
  };

  let cached = [];
  const forget = () => {
    cached = [];
  };

  const choices = () => [
    { name: 'topic', label: 'Topic' },
    ...(meta.themes.length ? [{ name: 'theme', label: 'Theme' }] : []),
    ...(days() ? [{ name: 'date', label: 'Date' }] : []),
    ...(meta.neighbors ? [{ name: 'kept', label: 'Faithfulness' }] : []),
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
    ramp,
    days,
    paper: (row) => (cached[row] ??= paper(row)),
  };
})();
