// @ts-check
/* The picture: outlines, links, dots and labels, from back to front, on any surface. */

const drawing = (() => {
  const largest = 7.5; // pixels
  const smallest = papers.count > 20_000 ? 1 : 1.5;
  const manyDots = 3000; // above, dots are stamped from pictures and kept, many times as fast
  const dimmed = 0.16;
  const mostLit = 400; // papers that a search found
  const mostPixelRatio = 3; // device pixels a pixel; more cannot be seen
  const rest = 140; // milliseconds without a move after which a large map is drawn sharp

  const canvas = byId('canvas');
  const context = contextOf(canvas, { alpha: false });
  const screen = canvasSurface(context);
  let highlightedRow = -1;
  /** @type {readonly Point[] | null} */
  let lasso = null;
  let frame = 0;
  let pixelRatio = 1;
  let spacing = 0.05;
  let moving = 0;

  /** Half the usual distance between papers where they are dense decides how large dots can be. */
  const prepare = () => {
    const cells = 64;
    const side = cells + 1;
    const counts = new Uint32Array(side * side);
    for (let row = 0; row < papers.count; row++) {
      counts[Math.floor(papers.x(row) * cells) * side + Math.floor(papers.y(row) * cells)]++;
    }
    const sorted = counts.filter((count) => count).sort();
    const dense = sorted[Math.floor(sorted.length * 0.9)] ?? 1;
    spacing = 1 / (cells * Math.sqrt(dense));
    dots.prepare(request);
  };

  /** @param {number} scale */
  const radiusAt = (scale) =>
    Math.min(largest, Math.max(smallest, 0.55 * spacing * scale));

  /** @param {readonly number[]} ring */
  const onScreen = (ring) => {
    const points = /** @type {Point[]} */ ([]);
    for (let i = 0; i < ring.length; i += 2) {
      points.push([
        viewport.screenX(ring[i] / meta.outlineScale),
        viewport.screenY(ring[i + 1] / meta.outlineScale),
      ]);
    }
    return points;
  };

  /** @param {number} topic */
  const isTopicDimmed = (topic) => {
    const { topics } = store.get();
    return topics.length > 0 && !topics.includes(topic);
  };

  /** @param {Surface} surface */
  const drawOutlines = (surface) => {
    const byTopic = store.get().colorBy === 'topic';
    meta.topics.forEach((topic, number) => {
      const color = byTopic ? colors.topic(number) : colorScheme.token('--text-2');
      const strength = (byTopic ? 1 : 0.7) * (isTopicDimmed(number) ? 0.3 : 1);
      const style = { fill: 0.09 * strength, stroke: 0.4 * strength };
      surface.outlines(topic.outer.map(onScreen), color, style);
      surface.outlines(topic.core.map(onScreen), color, { fill: 0.08 * strength, stroke: 0 });
    });
  };

  /**
   * @param {Surface} surface
   * @param {number} row
   */
  const drawLinks = (surface, row) => {
    const [x, y] = [viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row))];
    papers.nearest(row).forEach((near) => {
      surface.line(
        x, y, viewport.screenX(papers.x(near.row)), viewport.screenY(papers.y(near.row)),
        colorScheme.token('--text'), 0.6 + 1.4 * Math.max(0, near.cosine), 0.55);
    });
  };

  /** @param {number} radius */
  const edgeOf = (radius) => (radius > 3 ? colorScheme.token('--bg') : null);

  /**
   * All dots at once, as a picture; in a saved one twice as sharp as on the screen.
   *
   * @param {Surface} surface
   */
  const drawLayer = (surface) => {
    const [x, y] = viewport.position();
    const radius = radiusAt(viewport.scale());
    const onMove = surface === screen && moving > 0;
    const still = surface === screen ? pixelRatio : 2;
    const layer = dots.paint({
      width: viewport.width(),
      height: viewport.height(),
      pixelRatio: onMove ? 1 : still,
      radius,
      edge: edgeOf(radius),
      dimmed,
      position: { x, y, scale: viewport.scale() },
    }, onMove);
    if (layer) surface.picture(layer, viewport.width(), viewport.height());
    return Boolean(layer);
  };

  /** @param {DrawDot} put */
  const drawEachDot = (put) => {
    const radius = radiusAt(viewport.scale());
    const edge = edgeOf(radius);
    const { styles, styleOf } = colors.dotStyles();
    const passes = shown.all() ? [true] : [false, true];
    for (const pass of passes) {
      for (let row = 0; row < papers.count; row++) {
        if (shown.has(row) !== pass) continue;
        const [x, y] = [viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row))];
        if (x < -9 || y < -9 || x > viewport.width() + 9 || y > viewport.height() + 9) continue;
        const slices = styles[styleOf[row]];
        put(x, y, slices.length > 1 ? radius * 1.2 : radius, slices, edge, pass ? 1 : dimmed);
      }
    }
  };

  /** @param {Surface} surface */
  const drawDots = (surface) => {
    if (drawLayer(surface)) return;
    if (surface === screen && papers.count > manyDots) {
      surface.picture(sprites.picture(drawEachDot), viewport.width(), viewport.height());
    } else {
      drawEachDot(surface.dot);
    }
  };

  /**
   * @param {Surface} surface
   * @param {number} row
   * @param {number} gap
   * @param {number} width
   */
  const ringAround = (surface, row, gap, width) => surface.circle(
    viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row)),
    radiusAt(viewport.scale()) + gap, colorScheme.token('--text'), width);

  /**
   * The open paper is never dimmed.
   *
   * @param {Surface} surface
   * @param {number} row
   */
  const drawSelected = (surface, row) => {
    surface.dot(viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row)),
      radiusAt(viewport.scale()), colors.paper(row), colorScheme.token('--bg'), 1);
    ringAround(surface, row, 5, 2.5);
  };

  /**
   * A soft light under each paper that was found, where these are few enough to be told apart.
   *
   * @param {Surface} surface
   */
  const drawFound = (surface) => {
    const rows = shown.rows();
    if (!store.isAsking() || rows.length > mostLit || shown.all()) return;
    for (const row of rows) {
      surface.dot(viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row)),
        radiusAt(viewport.scale()) + 6, colors.paper(row), null, 0.3);
    }
  };

  /**
   * The papers to begin with in a topic, joined and numbered.
   *
   * @param {Surface} surface
   */
  const drawStart = (surface) => {
    const { view, topic } = store.get();
    if (view !== 'start' || topic < 0) return;
    const places = papers.startOf(topic).map(({ row }) => [viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row))]);
    const [ink, paper] = [colorScheme.token('--text'), colorScheme.token('--bg')];
    places.slice(1).forEach(([x, y], i) => surface.line(places[i][0], places[i][1], x, y, ink, 2, 0.8));
    places.forEach(([x, y], i) => {
      surface.dot(x, y, 10, [ink], paper, 1);
      surface.text([String(i + 1)], x, y, {
        size: 12, weight: 700, leading: 14, haloWidth: 0, color: paper, halo: ink, alpha: 1,
      });
    });
  };

  /**
   * A ring around each paper with a star.
   *
   * @param {Surface} surface
   */
  const drawStars = (surface) => {
    for (const row of marks.starred()) ringAround(surface, row, 3, 2);
  };

  /** @param {Placeable} label */
  const topicOf = ({ kind, number }) =>
    (kind === 'subtopic' ? meta.subtopics[number].parent : number);

  /** @param {Placeable} label */
  const labelColor = (label) => {
    if (label.kind === 'title') return colorScheme.token('--text-2');
    if (label.kind === 'area' || store.get().colorBy !== 'topic') return colorScheme.token('--text');
    return colors.ink(topicOf(label));
  };

  /** @param {Placeable} label */
  const isLabelDimmed = (label) => {
    if (label.kind === 'title') return !shown.has(label.number);
    return label.kind !== 'area' && isTopicDimmed(topicOf(label));
  };

  /**
   * @param {Surface} surface
   * @param {boolean} forScreen
   */
  const drawLabels = (surface, forScreen) => {
    for (const label of forScreen ? labels.onScreen() : labels.inPicture()) {
      const style = labels.styleOf(label);
      const { text, x, y } = label.box;
      const alpha = isLabelDimmed(label) ? 0.3 : 1;
      const color = labelColor(label);
      if (label.kind === 'number') surface.dot(x, y, label.box.width / 2, [colorScheme.token('--bg')], color, alpha);
      surface.text(text, x, y, { ...style, color, halo: colorScheme.token('--bg'), alpha });
    }
  };

  /**
   * @param {Surface} surface
   * @param {readonly Point[]} points
   */
  const drawLasso = (surface, points) => {
    points.forEach(([x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length];
      surface.line(x, y, nextX, nextY, colorScheme.token('--accent'), 2, 1);
    });
  };

  /**
   * @param {Surface} surface
   * @param {boolean} forScreen
   */
  const paint = (surface, forScreen) => {
    const { paper } = store.get();
    surface.clear(viewport.width(), viewport.height(), colorScheme.token('--bg'));
    drawOutlines(surface);
    if (paper >= 0) drawLinks(surface, paper);
    drawFound(surface);
    drawDots(surface);
    drawStars(surface);
    drawLabels(surface, forScreen);
    drawStart(surface);
    if (paper >= 0) drawSelected(surface, paper);
    if (forScreen && highlightedRow >= 0 && highlightedRow !== paper) ringAround(surface, highlightedRow, 3.5, 1.5);
    if (forScreen && lasso) drawLasso(surface, lasso);
  };

  const draw = () => {
    frame = 0;
    paint(screen, true);
  };

  const request = () => {
    frame ||= requestAnimationFrame(draw);
  };

  const resize = () => {
    pixelRatio = Math.min(mostPixelRatio, devicePixelRatio || 1);
    sprites.resize(pixelRatio);
    canvas.width = Math.round(innerWidth * pixelRatio);
    canvas.height = Math.round(innerHeight * pixelRatio);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    labels.clearCache();
  };

  /** @returns {Promise<Blob | null>} */
  const png = () => {
    const picture = document.createElement('canvas');
    picture.width = viewport.width() * 2;
    picture.height = viewport.height() * 2;
    const pen = contextOf(picture);
    pen.scale(2, 2);
    paint(canvasSurface(pen), false);
    return new Promise((done) => picture.toBlob(done, 'image/png'));
  };

  const svg = () => {
    const picture = svgSurface(viewport.width(), viewport.height());
    paint(picture, false);
    return picture.source();
  };

  const moved = () => {
    clearTimeout(moving);
    moving = setTimeout(() => {
      moving = 0;
      request();
    }, rest);
    request();
  };

  const start = () => {
    viewport.listen(moved);
    colorScheme.listen(request);
    store.listen(request);
    marks.listen(request);
    // Text on a canvas of its own colours needs the fonts, which may come late.
    document.fonts?.ready.then(() => {
      labels.clearCache();
      request();
    });
  };

  return {
    prepare,
    start,
    resize,
    request,
    draw,
    radiusAt,
    png,
    svg,
    highlighted: () => highlightedRow,
    /** @param {number} row */
    highlight: (row) => {
      if (row === highlightedRow) return;
      highlightedRow = row;
      request();
    },
    /** @param {readonly Point[] | null} points */
    lasso: (points) => {
      lasso = points;
      request();
    },
  };
})();
