// @ts-check
/* The picture: glow, links, dots and labels, from back to front, on any surface. */

const drawing = (() => {
  const manyDots = 3000; // above, dots are stamped from pictures and kept, many times as fast
  const dimmedSize = 0.8; // of the radius
  const few = { most: 40, radius: 5 }; // papers that are drawn at least so large, in pixels
  const mostPixelRatio = 3; // device pixels a pixel; more cannot be seen
  const rest = 140; // milliseconds without a move after which a large map is drawn sharp

  const canvas = byId('canvas');
  const context = contextOf(canvas);
  const screen = canvasSurface(context);
  let highlightedRow = -1;
  /** @type {readonly Point[] | null} */
  let lasso = null;
  let frame = 0;
  let pixelRatio = 1;
  let moving = 0;
  let isFirst = false;

  const prepare = () => {
    dotSizes.prepare();
    dots.prepare(request);
  };

  /** @param {number} row */
  const radiusOf = (row) => dotSizes.radius(row, viewport.scale());

  /** @param {number} topic */
  const isTopicDimmed = (topic) => {
    const { topics } = store.get();
    return (topics.length > 0 && !topics.includes(topic)) || shown.ofTopic(topic) === 0;
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
        colorScheme.token('--text'), 0.6 + 1.4 * Math.max(0, near.similarity), 0.55);
    });
  };

  /**
   * All dots at once, as a picture; in a saved one twice as sharp as on the screen.
   *
   * @param {Surface} surface
   */
  const drawLayer = (surface) => {
    const [x, y] = viewport.position();
    const onMove = surface === screen && (isFirst || moving > 0);
    const still = surface === screen ? pixelRatio : 2;
    const layer = dots.paint({
      width: viewport.width(),
      height: viewport.height(),
      pixelRatio: onMove ? 1 : still,
      radii: dotSizes.radii(viewport.scale()),
      dimmed: colorScheme.token('--dimmed'),
      position: { x, y, scale: viewport.scale() },
    }, onMove);
    if (layer) surface.picture(layer, viewport.width(), viewport.height());
    return Boolean(layer);
  };

  /** @param {DrawDot} put */
  const drawEachDot = (put) => {
    const radii = dotSizes.radii(viewport.scale());
    const classOf = dotSizes.classes();
    const flags = emphasis.flags();
    const grey = [colorScheme.token('--dimmed')];
    const { styles, styleOf } = colors.dotStyles();
    const passes = emphasis.all() ? [1] : [0, 1];
    for (const pass of passes) {
      for (const row of dotSizes.order()) {
        if (flags[row] !== pass) continue;
        const [x, y] = [viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row))];
        if (x < -9 || y < -9 || x > viewport.width() + 9 || y > viewport.height() + 9) continue;
        const radius = radii[classOf[row]];
        const slices = styles[styleOf[row]];
        if (pass) put(x, y, slices.length > 1 ? radius * 1.2 : radius, slices, null, 1);
        else put(x, y, radius * dimmedSize, grey, null, 1);
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
   * A few papers that stand out among many are larger, or they would not be seen.
   *
   * @param {Surface} surface
   */
  const drawFew = (surface) => {
    if (emphasis.all()) return;
    const flags = emphasis.flags();
    const rows = [];
    for (let row = flags.indexOf(1); row >= 0; row = flags.indexOf(1, row + 1)) {
      if (rows.push(row) > few.most) return;
    }
    for (const row of rows) {
      surface.dot(viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row)),
        Math.max(few.radius, radiusOf(row)), colors.paper(row), colorScheme.token('--bg'), 1);
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
    radiusOf(row) + gap, colorScheme.token('--text'), width);

  /**
   * The open paper is never dimmed.
   *
   * @param {Surface} surface
   * @param {number} row
   */
  const drawSelected = (surface, row) => {
    surface.dot(viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row)),
      radiusOf(row), colors.paper(row), colorScheme.token('--bg'), 1);
    ringAround(surface, row, 5, 2.5);
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
  const labelColor = (label) => {
    if (label.kind === 'title' || label.kind === 'landmark') return colorScheme.token('--text-2');
    if (label.kind === 'area' || store.get().colorBy !== 'topic') return colorScheme.token('--text');
    return colors.ink(labels.topicOf(label));
  };

  /** Whether what a label names does not stand out. @param {Placeable} label */
  const isLabelDimmed = (label) => {
    if (label.kind === 'title' || label.kind === 'landmark') return !emphasis.flags()[label.number];
    const [kind, number] = emphasis.litBy().split(' ');
    if (label.kind === 'area') return Boolean(kind);
    const topic = labels.topicOf(label);
    if (kind === 'topic') return topic !== Number(number);
    if (kind === 'subtopic') return topic !== meta.subtopics[Number(number)].parent;
    if (kind === 'area') return !meta.areas[Number(number)].topics.includes(topic);
    return isTopicDimmed(topic);
  };

  /**
   * @param {Surface} surface
   * @param {Box | null} area of a picture, or null on the screen
   */
  const drawLabels = (surface, area) => {
    for (const label of area ? labels.inPicture(area) : labels.onScreen()) {
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
    surface.area(points, colorScheme.token('--accent'), 0.12);
    points.forEach(([x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length];
      surface.line(x, y, nextX, nextY, colorScheme.token('--accent'), 2, 1);
    });
  };

  /**
   * @param {Surface} surface
   * @param {Box | null} area of a picture, or null on the screen
   */
  const paint = (surface, area) => {
    const { paper } = store.get();
    if (!area) surface.clear(viewport.width(), viewport.height(), colorScheme.token('--bg'));
    glow.draw(surface);
    if (paper >= 0) drawLinks(surface, paper);
    drawDots(surface);
    drawFew(surface);
    drawStars(surface);
    drawLabels(surface, area);
    drawStart(surface);
    if (paper >= 0) drawSelected(surface, paper);
    if (!area && highlightedRow >= 0 && highlightedRow !== paper) ringAround(surface, highlightedRow, 3.5, 1.5);
    if (!area && lasso) drawLasso(surface, lasso);
  };

  const draw = () => {
    frame = 0;
    paint(screen, null);
  };

  const request = () => {
    frame ||= requestAnimationFrame(draw);
  };

  /** The picture at once, by what is fastest; `sharpen` is to follow. */
  const drawFirst = () => {
    isFirst = true;
    draw();
  };

  const sharpen = () => {
    isFirst = false;
    request();
  };

  const resize = () => {
    pixelRatio = Math.min(mostPixelRatio, devicePixelRatio || 1);
    sprites.resize(pixelRatio);
    canvas.width = Math.round(innerWidth * pixelRatio);
    canvas.height = Math.round(innerHeight * pixelRatio);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    labels.clearCache();
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
    emphasis.listen(request);
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
    drawFirst,
    sharpen,
    draw,
    /**
     * Draws the map for a picture, into a part of it.
     *
     * @param {Surface} surface
     * @param {Box} area
     */
    map: (surface, area) => paint(surface, area),
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
