// @ts-check
/* Where one is: the area, topic and sub-topic in the middle of a map that is seen in part. */

const crumb = (() => {
  const bar = byId('crumb');
  const closeBy = 1.35; // times the whole map
  const near = 60; // papers about the middle that are looked at
  let shownPath = '';

  /**
   * The most frequent group about the middle, if most papers there are in it, else -1.
   *
   * @param {readonly number[]} groups
   * @param {number} least the share that is most
   */
  const usual = (groups, least) => {
    const counts = /** @type {Map<number, number>} */ (new Map());
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    const [group, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0]);
    return group >= 0 && count >= least * groups.length ? group : -1;
  };

  /** The papers nearest to the middle of the clear part. */
  const around = () => {
    const [left, top, right, bottom] = viewport.clearArea();
    const [x, y] = [viewport.mapX((left + right) / 2), viewport.mapY((top + bottom) / 2)];
    const [wide, high] = [(right - left) / 2 / viewport.scale(), (bottom - top) / 2 / viewport.scale()];
    /** @param {number} row */
    const away = (row) => (papers.x(row) - x) ** 2 + (papers.y(row) - y) ** 2;
    for (const share of [0.15, 0.4, 1]) {
      const rows = [...picking.inBox(x - wide * share, y - high * share, x + wide * share, y + high * share)]
        .filter((row) => Math.abs(papers.x(row) - x) <= wide * share && Math.abs(papers.y(row) - y) <= high * share);
      if (rows.length >= 12 || share === 1) return rows.sort((a, b) => away(a) - away(b)).slice(0, near);
    }
    return [];
  };

  /** @param {string} name @param {() => void} onclick */
  const step = (name, onclick) => make('button', { type: 'button', className: 'link', dir: 'auto', onclick }, name);

  const path = () => {
    const rows = around();
    const topic = usual(rows.map(papers.topic), 0.4);
    if (topic < 0) return [];
    const own = rows.filter((row) => papers.topic(row) === topic);
    const subtopic = usual(own.map(papers.subtopic), 0.6);
    const area = meta.areas.findIndex(({ topics }) => topics.includes(topic));
    const named = subtopic >= 0 && meta.subtopics[subtopic].name !== meta.topics[topic].name;
    return [
      ...(area >= 0 && meta.areas.length > 1 && meta.areas[area].name !== meta.topics[topic].name
        ? [{ name: meta.areas[area].name, open: () => openArea(area) }] : []),
      { name: meta.topics[topic].name, open: () => openTopic(topic) },
      ...(named && viewport.zoom() > 2.5
        ? [{ name: meta.subtopics[subtopic].name, open: () => openSubtopic(subtopic) }] : []),
    ];
  };

  let waiting = 0;
  const update = () => {
    waiting = 0;
    const steps = viewport.zoom() < closeBy ? [] : path();
    const key = steps.map(({ name }) => name).join(' › ');
    if (key === shownPath) return;
    shownPath = key;
    bar.hidden = !steps.length;
    bar.replaceChildren(...steps.flatMap(({ name, open }, i) =>
      [...(i ? [make('span', { 'aria-hidden': 'true' }, '›')] : []), step(name, open)]));
  };

  return {
    start: () => {
      viewport.listen(() => {
        if (!waiting) waiting = setTimeout(update, 80);
      });
      update();
    },
  };
})();
