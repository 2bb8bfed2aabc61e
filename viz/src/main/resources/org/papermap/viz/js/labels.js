/*
 * Where the names of topics, sub-topics and papers stand. Places are solved once for each step of
 * zoom, from measured text: a label near the dense part of its topic, on as few dots as possible,
 * on no other label. Where a name fits nowhere its number stands, as in the legend.
 */

const labels = (() => {
  const stepsPerDoubling = 4;
  const subtopicsFrom = 3; // in steps: 1.7 times the whole map
  const titlesFrom = 7; // in steps: 3.4 times the whole map
  const mostTitled = 3000;
  const collision = 1000; // a cost that no other can reach
  /* A name that costs more, by hiding dots or standing away, is worse than its number. */
  const dearest = { phone: 10, desktop: 60 };

  const styles = {
    topic: { size: 15.5, weight: 640, leading: 18, haloWidth: 4 },
    topicOnPhone: { size: 13, weight: 640, leading: 15, haloWidth: 3.5 },
    subtopic: { size: 12.5, weight: 560, leading: 15, haloWidth: 3.5 },
    title: { size: 11.5, weight: 400, leading: 14, haloWidth: 3 },
    number: { size: 12.5, weight: 700, leading: 15, haloWidth: 0 },
  };

  const topicStyle = () => (onPhone() ? styles.topicOnPhone : styles.topic);

  const ruler = document.createElement('canvas').getContext('2d');
  const measure = (text, style) => {
    ruler.font = `${style.weight} ${style.size}px ${theme.token('--font')}`;
    return ruler.measureText(text).width;
  };

  /* -- shapes of a name -- */

  /** The words in a given number of lines, as even as can be. */
  const wrapped = (words, lines, style) => {
    const wide = measure(words.join(' '), style) / lines;
    const result = [[]];
    let used = 0;
    for (const word of words) {
      const width = measure(`${word} `, style);
      if (used > 0 && used + width / 2 > wide && result.length < lines) {
        result.push([]);
        used = 0;
      }
      result.at(-1).push(word);
      used += width;
    }
    return result.map((line) => line.join(' '));
  };

  /** The name on one line, two, and three, with the size of each. */
  const shapes = (name, style) => {
    const words = name.split(/\s+/);
    const result = [];
    for (let lines = 1; lines <= Math.min(3, words.length); lines++) {
      const text = wrapped(words, lines, style);
      const width = Math.max(...text.map((line) => measure(line, style))) + 4;
      result.push({ text, width, height: text.length * style.leading + 2 });
    }
    return result;
  };

  /** A title's beginning, in at most two lines. */
  const titleShape = (title) => {
    const style = styles.title;
    const cut = title.length > 52 ? `${title.slice(0, 50).replace(/\s+\S*$/, '')}…` : title;
    const text = wrapped(cut.split(/\s+/), cut.length > 24 ? 2 : 1, style);
    const width = Math.max(...text.map((line) => measure(line, style))) + 4;
    return { text, width, height: text.length * style.leading };
  };

  /* -- how many dots a box covers -- */

  const cover = (() => {
    const cells = 1024;
    const low = -0.1;
    const high = 1.1;
    const side = cells + 1;
    let sums = null;
    const cell = (place) =>
      Math.min(cells, Math.max(0, Math.floor(((place - low) / (high - low)) * cells)));

    /** Sums over all cells left of and below each, so that a box costs four look-ups. */
    const prepare = () => {
      sums = new Uint32Array(side * side);
      for (let row = 0; row < papers.count; row++) {
        sums[(cell(papers.y(row)) + 1) * side + cell(papers.x(row)) + 1]++;
      }
      for (let j = 1; j < side; j++) {
        for (let i = 1; i < side; i++) {
          sums[j * side + i] += sums[j * side + i - 1] + sums[(j - 1) * side + i]
            - sums[(j - 1) * side + i - 1];
        }
      }
    };

    const within = (left, bottom, right, top) => {
      const [a, b, c, d] = [cell(left), cell(bottom), cell(right) + 1, cell(top) + 1];
      const [i, j] = [Math.min(cells, c), Math.min(cells, d)];
      return sums[j * side + i] - sums[b * side + i] - sums[j * side + a] + sums[b * side + a];
    };
    return { prepare, within };
  })();

  /* -- whose ground a place is -- */

  const ground = (() => {
    const cells = 120;
    const low = -0.1;
    const high = 1.1;
    let owners = new Map();
    const place = (cell) => low + ((cell + 0.5) / cells) * (high - low);
    const cellOf = (at) => Math.floor(((at - low) / (high - low)) * cells);

    /** Notes for each small square of the map which topics' outlines hold it. */
    const prepare = () => {
      owners = new Map();
      meta.topics.forEach(({ outer }, number) => outer.forEach((ring) => claim(ring, number)));
    };

    const claim = (ring, number) => {
      const polygon = [];
      for (let i = 0; i < ring.length; i += 2) {
        polygon.push([ring[i] / meta.outlineScale, ring[i + 1] / meta.outlineScale]);
      }
      const [xs, ys] = [0, 1].map((axis) => polygon.map((point) => point[axis]));
      for (let j = cellOf(Math.min(...ys)); j <= cellOf(Math.max(...ys)); j++) {
        for (let i = cellOf(Math.min(...xs)); i <= cellOf(Math.max(...xs)); i++) {
          if (!picking.within(place(i), place(j), polygon)) continue;
          const cell = j * cells + i;
          if (!owners.has(cell)) owners.set(cell, new Set());
          owners.get(cell).add(number);
        }
      }
    };

    /** Whether a place is within other topics' outlines and not within this one's. */
    const isForeign = (x, y, number) => {
      const here = owners.get(cellOf(y) * cells + cellOf(x));
      return here !== undefined && !here.has(number);
    };
    return { prepare, isForeign };
  })();

  /* -- places -- */

  /* In the pixels of a step's own plane: x right, y down, the map's corner (0, 1) at the origin. */
  const plane = (step) => {
    const scale = camera.whole().scale * 2 ** (step / stepsPerDoubling);
    return {
      scale,
      x: (place) => place * scale,
      y: (place) => (1 - place) * scale,
    };
  };

  const overlap = (a, b) => Math.abs(a.x - b.x) * 2 < a.width + b.width
    && Math.abs(a.y - b.y) * 2 < a.height + b.height;

  const covered = (box, { scale }, radius) => cover.within(
    (box.x - box.width / 2 - radius) / scale,
    1 - (box.y + box.height / 2 + radius) / scale,
    (box.x + box.width / 2 + radius) / scale,
    1 - (box.y - box.height / 2 - radius) / scale,
  );

  /** Places that a name may take: across and around its topic's dense part. */
  const candidates = (group, shape, on, radius) => {
    const [left, bottom, right, top] = group.box;
    const { width, height } = shape;
    const gap = radius + 4;
    const xs = [
      on.x(group.x),
      (on.x(left) + on.x(right)) / 2,
      on.x(left) + width / 2,
      on.x(right) - width / 2,
      on.x(left) - width / 2 - gap,
      on.x(right) + width / 2 + gap,
    ];
    const ys = [
      on.y(top) - height / 2 - gap,
      on.y(top) + height / 2,
      on.y(group.y) - height / 2 - gap,
      on.y(group.y),
      on.y(group.y) + height / 2 + gap,
      on.y(bottom) - height / 2,
      on.y(bottom) + height / 2 + gap,
    ];
    return xs.flatMap((x) => ys.map((y) => ({ ...shape, x, y })));
  };

  /* Of few papers each counts; among thousands a name may stand on some. */
  const dotCost = () => 2.5 * Math.min(1, 200 / papers.count);

  const topicOf = (group) => (group.parent < 0 ? meta.topics.indexOf(group) : group.parent);

  /** How far a label stands from the box around its topic's dense part. */
  const gapTo = (box, group, on) => {
    const [left, bottom, right, top] = group.box;
    const beside = Math.max(
      on.x(left) - (box.x + box.width / 2), box.x - box.width / 2 - on.x(right), 0);
    const above = Math.max(
      on.y(top) - (box.y + box.height / 2), box.y - box.height / 2 - on.y(bottom), 0);
    return Math.hypot(beside, above);
  };

  const cost = (box, group, others, on, radius, siblings) => {
    let sum = 0;
    for (const other of others) if (overlap(box, other)) sum += collision;
    sum += dotCost() * covered(box, on, radius);
    const away = Math.hypot(box.x - on.x(group.x), box.y - on.y(group.y));
    sum += away / 45 + gapTo(box, group, on) / 7 + (box.text.length - 1) * 0.4;
    for (const sibling of siblings) {
      // A name that stands nearer to another topic's middle would be taken for that topic's.
      const across = Math.hypot(box.x - on.x(sibling.x), box.y - on.y(sibling.y));
      if (sibling !== group && across < away) sum += 5;
    }
    // And so would one that stands on another's ground; it is looked at in three places.
    for (const part of [-0.35, 0, 0.35]) {
      const x = (box.x + part * box.width) / on.scale;
      if (ground.isForeign(x, 1 - box.y / on.scale, topicOf(group))) sum += 3;
    }
    return sum;
  };

  /** Moves a box into an area, if there is one and the box is not larger. */
  const clamped = (box, area) => {
    if (!area) return box;
    const [left, top, right, bottom] = area;
    const into = (value, half, low, high) =>
      (2 * half > high - low ? (low + high) / 2 : Math.min(high - half, Math.max(low + half, value)));
    return {
      ...box,
      x: into(box.x, box.width / 2, left, right),
      y: into(box.y, box.height / 2, top, bottom),
    };
  };

  const best = (group, possible, others, on, radius, siblings, area) => {
    let found = null;
    for (const shape of possible) {
      for (const place of candidates(group, shape, on, radius)) {
        const box = clamped(place, area);
        const price = cost(box, group, others, on, radius, siblings);
        if (!found || price < found.price) found = { box, price };
      }
    }
    return found;
  };

  const numberShape = (number) => {
    const text = [String(number + 1)];
    return { text, width: Math.max(22, measure(text[0], styles.number) + 10), height: 22 };
  };

  /** Names of all topics; two more rounds let early ones make room for late ones. */
  const solveTopics = (on, radius, area) => {
    const groups = meta.topics;
    const style = topicStyle();
    const limit = onPhone() ? dearest.phone : dearest.desktop;
    const placed = new Map();
    for (let round = 0; round < 3; round++) {
      groups.forEach((group, number) => {
        placed.delete(number);
        const others = [...placed.values()].map((label) => label.box);
        const named = best(group, shapes(group.name, style), others, on, radius, groups, area);
        if (named.price < limit) {
          placed.set(number, { kind: 'topic', number, box: named.box });
          return;
        }
        const keyed = best(group, [numberShape(number)], others, on, radius, groups, area);
        if (keyed.price < collision) placed.set(number, { kind: 'number', number, box: keyed.box });
      });
    }
    return [...placed.values()].sort((a, b) => a.number - b.number);
  };

  /** Names of sub-topics, as many as find room without hiding a dot more than they must. */
  const solveSubtopics = (placed, on, radius) => {
    meta.subtopics.forEach((group, number) => {
      if (group.papers < 2 || group.name === meta.topics[group.parent].name) return;
      const others = placed.map((label) => label.box);
      const siblings = meta.subtopics.filter((other) => other.parent === group.parent);
      const found = best(
        group, shapes(group.name, styles.subtopic), others, on, radius, siblings, null);
      if (found.price < 12) placed.push({ kind: 'subtopic', number, box: found.box });
    });
  };

  /** Titles beside their dots, where nothing is in the way. */
  const solveTitles = (placed, on, radius) => {
    for (let row = 0; row < papers.count; row++) {
      const shape = titleShape(papers.title(row));
      const [x, y] = [on.x(papers.x(row)), on.y(papers.y(row))];
      const beside = radius + 5 + shape.width / 2;
      const above = radius + 3 + shape.height / 2;
      const places = [[x + beside, y], [x - beside, y], [x, y + above], [x, y - above]];
      const free = places
        .map(([atX, atY]) => ({ ...shape, x: atX, y: atY }))
        .find((box) => !covered(box, on, radius - 1)
          && !placed.some((label) => overlap(box, label.box)));
      if (free) placed.push({ kind: 'title', number: row, box: free });
    }
  };

  /** The clear part of the window in a plane, when that plane shows the whole map. */
  const areaOf = (on) => {
    const { x, y, scale } = camera.whole();
    const [left, top, right, bottom] = camera.clear(false);
    const mapX = (screen) => (screen - camera.width() / 2) / scale + x;
    const mapY = (screen) => y - (screen - camera.height() / 2) / scale;
    return [on.x(mapX(left + 2)), on.y(mapY(top + 2)), on.x(mapX(right - 2)), on.y(mapY(bottom - 2))];
  };

  const solve = (step) => {
    const on = plane(step);
    const radius = drawing.radiusAt(on.scale);
    const placed = solveTopics(on, radius, step <= 0 ? areaOf(on) : null);
    if (step >= subtopicsFrom) solveSubtopics(placed, on, radius);
    if (step >= titlesFrom && papers.count <= mostTitled) solveTitles(placed, on, radius);
    // Kept as the way from the anchor in pixels, which holds while the zoom moves within its step.
    return placed.map((label) => {
      const [x, y] = anchorOf(label);
      return { ...label, dx: label.box.x - on.x(x), dy: label.box.y - on.y(y) };
    });
  };

  const anchorOf = ({ kind, number }) => {
    if (kind === 'title') return [papers.x(number), papers.y(number)];
    const group = kind === 'subtopic' ? meta.subtopics[number] : meta.topics[number];
    return [group.x, group.y];
  };

  /* -- what is seen now -- */

  let solved = new Map();
  let seen = [];

  const forget = () => {
    solved = new Map();
  };

  const prepare = () => {
    cover.prepare();
    ground.prepare();
    forget();
  };

  /** The labels of the view with their boxes: none is cut or under a card, none meets another. */
  const placedIn = (area, cards) => {
    const step = Math.round(Math.log2(camera.zoom()) * stepsPerDoubling);
    if (!solved.has(step)) solved.set(step, solve(step));
    const placed = [];
    for (const label of solved.get(step)) {
      const box = placedNow(label, area, cards);
      if (box && !placed.some((other) => overlap(box, other.box))) placed.push({ ...label, box });
    }
    return placed;
  };

  /** The labels to draw on the screen. */
  const onScreen = () => {
    const cards = camera.cards().map(([left, top, right, bottom]) => ({
      x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top,
    }));
    seen = placedIn(camera.clear(), cards);
    byId('legend').classList.toggle('numbered', seen.some(({ kind }) => kind === 'number'));
    return seen;
  };

  /** The labels to draw in a saved picture, which no card covers. */
  const inPicture = () => placedIn([4, 4, camera.width() - 4, camera.height() - 4], []);

  /** Where a label stands in the window now, or null where it would be cut or covered. */
  const placedNow = (label, area, cards) => {
    const [placeX, placeY] = anchorOf(label);
    const [x, y] = [camera.screenX(placeX), camera.screenY(placeY)];
    const box = { ...label.box, x: x + label.dx, y: y + label.dy };
    const [left, top, right, bottom] = area;
    const anchorSeen = x > left && x < right && y > top && y < bottom;
    if (anchorSeen && (label.kind === 'topic' || label.kind === 'number')) return clamped(box, area);
    const whole = Math.abs(box.x - camera.width() / 2) * 2 < camera.width() - box.width
      && Math.abs(box.y - camera.height() / 2) * 2 < camera.height() - box.height;
    return whole && !cards.some((card) => overlap(box, card)) ? box : null;
  };

  /** The topic whose label is at a point of the window, or -1. */
  const topicAt = (x, y) => {
    const point = { x, y, width: 0, height: 0 };
    const hit = seen.find(({ kind, box }) => kind !== 'title' && overlap(box, point));
    if (!hit) return -1;
    return hit.kind === 'subtopic' ? meta.subtopics[hit.number].parent : hit.number;
  };

  const nameOf = ({ kind, number }) => {
    if (kind === 'title') return papers.title(number);
    return (kind === 'subtopic' ? meta.subtopics : meta.topics)[number].name;
  };

  const styleOf = ({ kind }) => (kind === 'topic' ? topicStyle() : styles[kind]);

  return { styleOf, prepare, forget, onScreen, inPicture, seen: () => seen, topicAt, nameOf };
})();
