// @ts-check
/*
 * The picture that is saved and printed: the map in the middle, with its title, what is searched for or
 * filtered, and a list of its topics. No card and no window's edge is in it.
 */

const picture = (() => {
  const edge = 28;
  const widestList = 340;
  const head = 92;
  const line = 17;

  /** What is seen is less than all: what was asked for, in words. */
  const asked = () => {
    const { query, topics, themes, days, values, within, picked } = store.get();
    const parts = [
      query.trim() ? `search: ${query.trim()}` : store.isAsking() ? 'papers like others' : '',
      topics.length ? `topics: ${topics.map(topicName).join(', ')}` : '',
      themes.length ? `themes: ${themes.map((one) => meta.themes[one]?.name ?? (one === -1 ? 'none' : 'several')).join(', ')}` : '',
      days ? timeline.span(...days) : '',
      values.length + within.length ? 'some values of further fields' : '',
      picked ? 'a selection' : '',
    ].filter((part) => part);
    return parts.length
      ? `${shown.rows().length.toLocaleString('en')} of ${counted(papers.count, 'paper', 'papers')} – ${parts.join(' · ')}` : '';
  };

  /** @param {string} text @param {number} most letters */
  const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  /** Topics by area, as lines of the list. */
  const entries = () => {
    const inAreas = meta.areas.length > 1 ? meta.areas : [];
    const within = new Set(inAreas.flatMap(({ topics }) => topics));
    const rest = [...meta.topics.keys()].filter((topic) => !within.has(topic));
    /** @param {number} topic */
    const topicEntry = (topic) => ({ name: topicName(topic), color: colors.topic(topic), size: meta.topics[topic].papers });
    return [
      ...inAreas.flatMap(({ name, topics, papers: size }) => [{ name, color: '', size }, ...topics.map(topicEntry)]),
      ...rest.map(topicEntry),
    ];
  };

  const ruler = contextOf(document.createElement('canvas'));

  /**
   * How a line of the list is set.
   *
   * @param {number} step from line to line
   * @param {boolean} isArea
   */
  const setting = (step, isArea) => ({ size: Math.min(11.5, step * 0.72), weight: isArea ? 650 : 400 });

  /**
   * The list as it is drawn: lines no wider than the widest list, and its width.
   *
   * @param {number} height of the picture
   */
  const list = (height) => {
    const all = entries();
    const step = Math.min(line, (height - head - edge) / Math.max(1, all.length));
    let width = 0;
    const lines = all.map(({ name, color, size }) => {
      const { size: letters, weight } = setting(step, !color);
      ruler.font = `${weight} ${letters}px ${colorScheme.token('--font')}`;
      const indent = color ? 16 : 0;
      /** @param {string} text */
      const lineOf = (text) => `${text}  ${size.toLocaleString('en')}`;
      /** @param {string} text */
      const widthOf = (text) => indent + ruler.measureText(lineOf(text)).width + edge;
      let shown = name;
      while (shown.length > 8 && widthOf(shown) > widestList) shown = cut(name, shown.length - 1);
      width = Math.max(width, widthOf(shown));
      return { text: lineOf(shown), color, indent, letters, weight };
    });
    return { lines, step, width: Math.ceil(width) };
  };

  /**
   * @param {Surface} surface
   * @param {number} width
   * @param {number} height
   */
  const drawList = (surface, width, height) => {
    if (store.get().colorBy !== 'topic') return;
    const { lines, step, width: listWidth } = list(height);
    const [ink, quiet] = [colorScheme.token('--text'), colorScheme.token('--text-2')];
    const x = width - listWidth;
    const style = { leading: step, halo: '', haloWidth: 0, alpha: 1, align: /** @type {const} */ ('start') };
    lines.forEach(({ text, color, indent, letters, weight }, i) => {
      const y = head + (i + 0.5) * step;
      if (color) surface.dot(x + 5, y, Math.min(4.5, step * 0.3), [color], null, 1);
      surface.text([text], x + indent, y, { ...style, size: letters, weight, color: color ? ink : quiet });
    });
  };

  /**
   * Draws the whole picture.
   *
   * @param {Surface} surface
   * @param {number} width
   * @param {number} height
   */
  const paint = (surface, width, height) => {
    const background = colorScheme.token('--bg');
    surface.clear(width, height, background);
    const hasList = store.get().colorBy === 'topic';
    const listWidth = hasList ? list(height).width + 12 : 0;
    /** @type {Box} */
    const area = [edge, head, width - edge - listWidth, height - edge];
    viewport.inFrame(width, height, area, () => drawing.map(surface, area));
    surface.rect(0, 0, width, head - 8, background);
    if (hasList) surface.rect(width - listWidth, 0, listWidth, height, background);
    const style = { halo: '', haloWidth: 0, alpha: 1, align: /** @type {const} */ ('start') };
    const facts = [counted(papers.count, 'paper', 'papers'), counted(meta.topics.length, 'topic', 'topics'),
      titleBlock.when(), titleBlock.source()].filter((part) => part).join(' · ');
    surface.text([cut(meta.title, 90)], edge, 34,
      { ...style, size: 26, weight: 720, leading: 30, color: colorScheme.token('--text') });
    surface.text([cut(facts, 150), asked() ? cut(asked(), 150) : titleBlock.reading()], edge, 67,
      { ...style, size: 12.5, weight: 400, leading: 17, color: colorScheme.token('--text-2') });
    drawList(surface, width, height);
  };

  /** The size of a saved picture: the window's, but not a phone's. @returns {[number, number]} */
  const size = () => [Math.max(1200, innerWidth), Math.max(760, innerHeight)];

  /**
   * A canvas with the picture.
   *
   * @param {number} width
   * @param {number} height
   */
  const canvas = (width, height) => {
    const made = document.createElement('canvas');
    made.width = width * 2;
    made.height = height * 2;
    const pen = contextOf(made);
    pen.scale(2, 2);
    paint(canvasSurface(pen), width, height);
    return made;
  };

  /** What is printed: in the light colours on white, across the page. */
  const startPrinting = () => {
    const printed = make('div', { id: 'printed', 'aria-hidden': 'true' });
    document.body.append(printed);
    addEventListener('beforeprint', () => {
      document.documentElement.style.setProperty('--bg', '#ffffff');
      colorScheme.inLight(() => printed.replaceChildren(canvas(1240, 860)));
      document.documentElement.style.removeProperty('--bg');
      colorScheme.forget();
    });
    addEventListener('afterprint', () => printed.replaceChildren());
  };

  return {
    start: startPrinting,
    /** @returns {Promise<Blob | null>} */
    png: () => new Promise((done) => canvas(...size()).toBlob(done, 'image/png')),
    svg: () => {
      const [width, height] = size();
      const surface = svgSurface(width, height);
      paint(surface, width, height);
      return surface.source();
    },
  };
})();
