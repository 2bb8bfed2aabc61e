// @ts-check
/*
 * The names of areas, topics, sub-topics and papers. MapLabels.java solved where each stands and at
 * which scales it is seen, so that no two meet at any scale. Here they are put on the screen, so that
 * no edge cuts them and no card covers them.
 */

/**
 * A box about its middle, in pixels of the window.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} CenteredBox
 */

/**
 * What is put on the screen: a label of the file, or a paper's title, which has no scales.
 *
 * @typedef {Omit<Label, 'from' | 'to'>} Placeable
 */

/** @typedef {Placeable & {box: CenteredBox & {text: string[]}}} PlacedLabel */

const labels = (() => {
  /* Letters on a phone are smaller by this factor; a map in them is the desk's in a smaller scale. */
  const onPhoneSize = 0.84;
  const besideDot = 2.5; // pixels from the rim of a paper's dot, at its largest, to its title
  const longestTitle = 132; // letters
  const longestLine = 33;
  const mostTitleLines = 4;
  const farthestMove = 60; // pixels that a name may move away from its place

  const closeBy = 1.3; // times the whole map: from here on a topic is known by its surroundings

  const size = () => (onPhone() ? onPhoneSize : 1);

  /* -- text that is no wider than the file says -- */

  const ruler = contextOf(document.createElement('canvas'));
  /** @type {Map<string, number>} */
  let fitFactors = new Map();

  /**
   * The factor that makes letters so small that the widest line fits.
   *
   * @param {readonly string[]} lines
   * @param {number} width
   * @param {LabelStyle} style
   */
  const fitFactorOf = (lines, width, { weight, size: letters }) => {
    const key = `${weight} ${letters} ${width} ${lines.join('\n')}`;
    let factor = fitFactors.get(key);
    if (factor === undefined) {
      if (fitFactors.size > 5000) fitFactors = new Map();
      ruler.font = `${weight} ${letters}px ${colorScheme.token('--font')}`;
      const widest = Math.max(...lines.map((line) => ruler.measureText(line).width));
      factor = Math.min(1, (width - 2) / widest);
      fitFactors.set(key, factor);
    }
    return factor;
  };

  /* -- titles of papers; cut and broken by the rule of LabelText.java -- */

  /** @param {string} title */
  const cutTitle = (title) => {
    if (title.length <= longestTitle) return title;
    const end = title.lastIndexOf(' ', longestTitle - 2);
    return `${title.slice(0, end > 0 ? end : longestTitle - 2)}…`;
  };

  /**
   * The space nearest to a place in a text, the first of two; -1 where there is none.
   *
   * @param {string} text
   * @param {number} place
   */
  const spaceNear = (text, place) => {
    const [before, after] = [text.lastIndexOf(' ', place), text.indexOf(' ', place)];
    if (before < 0 || after < 0) return Math.max(before, after);
    return place - before <= after - place ? before : after;
  };

  /** @param {string} title */
  const titleLines = (title) => {
    let rest = cutTitle(title);
    const lines = [];
    for (let left = Math.min(mostTitleLines, Math.ceil(rest.length / longestLine)); left > 1; left--) {
      const at = spaceNear(rest, Math.floor(rest.length / left));
      if (at < 0) break;
      lines.push(rest.slice(0, at));
      rest = rest.slice(at + 1);
    }
    return [...lines, rest];
  };

  /**
   * @param {number} row
   * @returns {Placeable | null}
   */
  const titleOf = (row) => {
    const code = papers.titled(row);
    const from = meta.titles.least * 2 ** (((code >> 2) - 1) / meta.titles.steps);
    if (!code || viewport.scale() / size() < from) return null;
    const style = meta.styles.title;
    const lines = titleLines(papers.title(row));
    ruler.font = `${style.weight} ${style.size}px ${colorScheme.token('--font')}`;
    const width = Math.max(...lines.map((line) => ruler.measureText(line).width)) + 2;
    const height = lines.length * style.leading;
    const edge = besideDot + dotSizes.fullRadius(row);
    const [across, up] = [edge + width / 2, edge + height / 2];
    const [dx, dy] = [[across, 0], [-across, 0], [0, -up], [0, up]][code & 3];
    return {
      kind: 'title', number: row, lines, size: style.size, x: papers.x(row), y: papers.y(row), dx, dy, width, height,
    };
  };

  /* -- what is seen now -- */

  /** @type {readonly PlacedLabel[]} */
  let seen = [];

  /**
   * @param {CenteredBox} a
   * @param {CenteredBox} b
   */
  const overlap = (a, b) => Math.abs(a.x - b.x) * 2 < a.width + b.width
    && Math.abs(a.y - b.y) * 2 < a.height + b.height;

  /**
   * @param {Label} label
   * @param {number} scale
   */
  const isSeenAt = ({ from, to }, scale) => scale >= from && (to === null || scale < to);

  /**
   * The box of a label in the window.
   *
   * @param {Placeable} label
   */
  const boxOf = (label) => ({
    text: label.lines,
    x: viewport.screenX(label.x) + label.dx * size(),
    y: viewport.screenY(label.y) + label.dy * size(),
    width: label.width * size(),
    height: label.height * size(),
  });

  /** @param {CenteredBox} box */
  const isWhole = ({ x, y, width, height }) =>
    Math.abs(x - viewport.width() / 2) * 2 <= viewport.width() - width
    && Math.abs(y - viewport.height() / 2) * 2 <= viewport.height() - height;

  /**
   * Moves a box into an area.
   *
   * @template {CenteredBox} Boxed
   * @param {Boxed} box
   * @param {Box} area
   * @returns {Boxed}
   */
  const clamped = (box, [left, top, right, bottom]) => {
    /**
     * @param {number} value
     * @param {number} half
     * @param {number} low
     * @param {number} high
     */
    const into = (value, half, low, high) =>
      (2 * half > high - low ? (low + high) / 2 : Math.min(high - half, Math.max(low + half, value)));
    return {
      ...box,
      x: into(box.x, box.width / 2, left, right),
      y: into(box.y, box.height / 2, top, bottom),
    };
  };

  /**
   * @param {Placeable} label
   * @returns {Placeable}
   */
  const numberOf = (label) => {
    const width = meta.styles.number.leading;
    return {
      ...label, kind: 'number', lines: [String(label.number + 1)], size: meta.styles.number.size, width, height: width,
    };
  };

  /**
   * The names of topics that the edge or a card would cut move into the clear part, as long as
   * their topic is seen; where that has no room its number does.
   *
   * @param {readonly Placeable[]} all
   * @param {Box} area
   * @param {readonly CenteredBox[]} cards
   */
  const placed = (all, area, cards) => {
    /**
     * @param {CenteredBox} box
     * @param {readonly PlacedLabel[]} others
     */
    const free = (box, others) => isWhole(box)
      && ![...cards, ...others.map((other) => other.box)].some((other) => overlap(box, other));
    const result = /** @type {PlacedLabel[]} */ ([]);
    const cut = /** @type {Placeable[]} */ ([]);
    for (const label of all) {
      const box = boxOf(label);
      if (free(box, [])) result.push({ ...label, box });
      else if (['topic', 'number'].includes(label.kind)) cut.push(label);
    }
    const [left, top, right, bottom] = area;
    for (const label of cut) {
      const { x, y } = anchorOf(label);
      const [atX, atY] = [viewport.screenX(x), viewport.screenY(y)];
      if (atX < left || atX > right || atY < top || atY > bottom) continue;
      // One number among names, because a panel is open, would put numbers into the whole legend.
      const isNumbered = viewport.zoom() < closeBy && !document.body.classList.contains('details');
      const shapes = isNumbered ? [label, numberOf(label)] : [label];
      for (const shape of shapes) {
        const meant = boxOf(shape);
        const box = clamped(meant, area);
        // Farther away it would stand on another topic.
        const moved = Math.hypot(box.x - meant.x, box.y - meant.y);
        if (viewport.zoom() < closeBy && moved > farthestMove) continue;
        if (!free(box, result)) continue;
        result.push({ ...shape, box });
        break;
      }
    }
    return result;
  };

  /**
   * The dense place of what a label names.
   *
   * @param {Placeable} label
   */
  const anchorOf = ({ kind, number, x, y }) =>
    (['topic', 'number'].includes(kind) ? meta.topics[number] : { x, y });

  const titlesIn = () => {
    if (viewport.scale() / size() < meta.titles.least || !papers.hasTitles()) return [];
    const [left, right] = [viewport.mapX(0), viewport.mapX(viewport.width())];
    const [bottom, top] = [viewport.mapY(viewport.height()), viewport.mapY(0)];
    return [...picking.inBox(left, bottom, right, top)].flatMap((row) => titleOf(row) ?? []);
  };

  const all = () => {
    const titles = titlesIn();
    const whole = new Set(titles.map(({ number }) => number));
    // A paper's short name goes when its title comes.
    return [
      ...meta.labels.filter((label) => isSeenAt(label, viewport.scale() / size())
        && !(label.kind === 'landmark' && whole.has(label.number))),
      ...titles,
    ];
  };

  /** The labels to draw on the screen. */
  const onScreen = () => {
    const cards = viewport.cards().map(([left, top, right, bottom]) => ({
      x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top,
    }));
    seen = placed(all(), viewport.clearArea(), cards);
    byId('legend').classList.toggle('numbered', seen.some(({ kind }) => kind === 'number'));
    return seen;
  };

  /** The labels to draw in a part of a saved picture. @param {Box} area */
  const inPicture = (area) => placed(all(), area, []).filter(({ box }) =>
    box.x - box.width / 2 >= area[0] - 8 && box.x + box.width / 2 <= area[2] + 8
    && box.y - box.height / 2 >= area[1] - 8 && box.y + box.height / 2 <= area[3] + 8);

  /**
   * The label at a point of the window, if there is one.
   *
   * @param {number} x
   * @param {number} y
   */
  const at = (x, y) => {
    const point = { x, y, width: 0, height: 0 };
    return seen.find(({ box }) => overlap(box, point));
  };

  /**
   * The topic that a label names, or a part of.
   *
   * @param {Placeable} label of a topic, an island or a sub-topic
   */
  const topicOf = ({ kind, number }) =>
    (kind === 'subtopic' ? meta.subtopics[number].parent : number);

  /** @param {Placeable} label */
  const nameOf = ({ kind, number }) => {
    if (kind === 'title' || kind === 'landmark') return papers.title(number);
    if (kind === 'area') return meta.areas[number].name;
    return (kind === 'subtopic' ? meta.subtopics : meta.topics)[number].name;
  };

  /** @param {Placeable} label */
  const styleOf = (label) => {
    const style = { ...meta.styles[label.kind], size: label.size };
    const fit = fitFactorOf(label.lines, label.width, style);
    return {
      ...style,
      size: style.size * size() * fit,
      leading: (style.leading * size() * label.size) / meta.styles[label.kind].size,
      haloWidth: style.haloWidth * size(),
    };
  };

  return {
    styleOf,
    clearCache: () => {
      fitFactors = new Map();
    },
    onScreen,
    inPicture,
    seen: () => seen,
    at,
    topicOf,
    nameOf,
  };
})();
