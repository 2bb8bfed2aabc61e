// @ts-check
/* Papers over time: in equal stretches of days, in all and by topic, and as a small line. */

const timeline = (() => {
  const mostBars = 48;
  const steps = [1, 7, 30.4375, 91.3125, 365.25, 3652.5]; // days
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

  /** Where the stretches begin and end. */
  const stretches = () => {
    const [first, last] = colors.days() ?? [0, 0];
    const step = steps.find((days) => (last - first + 1) / days <= mostBars) ?? (last - first + 1) / mostBars;
    const count = Math.max(1, Math.ceil((last - first + 1) / step));
    const from = Array.from({ length: count }, (_, i) => Math.round(first + i * step));
    const to = from.map((_, i) => (i + 1 < count ? from[i + 1] - 1 : last));
    return { first, step, from, to };
  };

  /** @type {ReturnType<typeof stretches> | null} */
  let made = null;
  const bars = () => (made ??= stretches());

  /**
   * How many of some papers each stretch has.
   *
   * @param {readonly number[]} rows
   */
  const counts = (rows) => {
    const { first, step, from } = bars();
    const sums = new Array(from.length).fill(0);
    for (const row of rows) {
      const day = papers.day(row);
      if (!Number.isNaN(day)) sums[Math.min(from.length - 1, Math.floor((day - first) / step))]++;
    }
    return /** @type {number[]} */ (sums);
  };

  /** @type {Map<number, number[]> | null} */
  let topics = null;
  /** How many papers of each topic each stretch has. */
  const byTopic = () => {
    if (topics) return topics;
    const rows = /** @type {Map<number, number[]>} */ (new Map());
    for (const row of allRows()) {
      const members = rows.get(papers.topic(row));
      if (members) members.push(row);
      else rows.set(papers.topic(row), [row]);
    }
    topics = new Map([...rows].map(([topic, members]) => [topic, counts(members)]));
    return topics;
  };

  /**
   * Counts as a small line, drawn to its own height.
   *
   * @param {readonly number[]} values
   * @param {string} color
   * @param {number} [width]
   * @param {number} [height]
   */
  const spark = (values, color, width = 120, height = 22) => {
    const most = Math.max(1, ...values);
    const path = values.map((count, i) => {
      const x = values.length > 1 ? (i / (values.length - 1)) * width : width / 2;
      return `${i ? 'L' : 'M'}${x.toFixed(1)} ${(height - 1 - (count / most) * (height - 3)).toFixed(1)}`;
    });
    const line = icon(path.join(''));
    line.setAttribute('viewBox', `0 0 ${width} ${height}`);
    line.setAttribute('class', 'spark');
    line.style.color = color;
    line.style.width = `${width}px`;
    line.style.height = `${height}px`;
    return line;
  };

  /** @param {number} day */
  const year = (day) => isoDay(day).slice(0, 4);

  /** @param {number} day */
  const monthName = (day) => months[Number(isoDay(day).slice(5, 7)) - 1];

  /** A day as its month, which no line breaks: May 2024. @param {number} day */
  const month = (day) => `${monthName(day)}\u00a0${year(day)}`;

  /** A day without its year: 7 May. @param {number} day */
  const dayOfMonth = (day) => `${Number(isoDay(day).slice(8))}\u00a0${monthName(day)}`;

  /**
   * Two days in words: May 2024 – Aug 2026, or the days themselves within two months, as 7 Jul – 20 Aug 2026.
   *
   * @param {number} from
   * @param {number} to
   */
  const span = (from, to) => {
    const last = `${dayOfMonth(to)}\u00a0${year(to)}`;
    if (from === to) return last;
    if (to - from < 62) {
      return `${dayOfMonth(from)}${year(from) === year(to) ? '' : `\u00a0${year(from)}`}\u00a0– ${last}`;
    }
    return month(from) === month(to) ? month(from) : `${month(from)}\u00a0– ${month(to)}`;
  };

  return { bars, counts, byTopic, spark, month, span };
})();
