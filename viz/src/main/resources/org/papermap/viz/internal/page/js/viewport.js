// @ts-check
/* What part of the map is seen. */

/**
 * The place in the middle of the window, and how many pixels the map is wide.
 *
 * @typedef {{x: number, y: number, scale: number}} ViewportPosition
 */

const viewport = (() => {
  const closest = 64; // times the fitted scale; places are known to 1/65536 of the map
  const farthest = 0.6;
  const rim = 0.02; // of the map, around all papers
  const smallest = 0.2; // a map of one paper is shown as if it were this wide
  const flight = 380; // milliseconds

  /** @type {(() => void)[]} */
  const listeners = [];
  let width = 1;
  let height = 1;
  let x = 0.5;
  let y = 0.5;
  let scale = 1;
  let flying = 0;

  const moved = () => {
    for (const listener of listeners) listener();
  };

  /**
   * The box of all papers: left, bottom, right, top.
   *
   * @returns {Box}
   */
  const extent = () => {
    /** @type {Box} */
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    /**
     * @param {number} left
     * @param {number} bottom
     * @param {number} right
     * @param {number} top
     */
    const take = (left, bottom, right, top) => {
      box[0] = Math.min(box[0], left);
      box[1] = Math.min(box[1], bottom);
      box[2] = Math.max(box[2], right);
      box[3] = Math.max(box[3], top);
    };
    for (let row = 0; row < papers.count; row++) {
      take(papers.x(row) - rim, papers.y(row) - rim, papers.x(row) + rim, papers.y(row) + rim);
    }
    if (!papers.count) return [0, 0, 1, 1];
    for (const axis of [0, 1]) {
      const lack = smallest - (box[axis + 2] - box[axis]);
      if (lack > 0) {
        box[axis] -= lack / 2;
        box[axis + 2] += lack / 2;
      }
    }
    return box;
  };

  /** @type {Box | null} */
  let box = null;

  /**
   * The position that shows the whole map in a part of the window.
   *
   * @param {Box} area
   */
  const fitting = ([left, top, right, bottom]) => {
    box ??= extent();
    const margin = onPhone() ? 10 : 22;
    const across = (right - left - 2 * margin) / (box[2] - box[0]);
    const down = (bottom - top - 2 * margin) / (box[3] - box[1]);
    const size = Math.max(1, Math.min(across, down));
    return {
      scale: size,
      x: (box[0] + box[2]) / 2 + (width / 2 - (left + right) / 2) / size,
      y: (box[1] + box[3]) / 2 - (height / 2 - (top + bottom) / 2) / size,
    };
  };

  /**
   * The position that shows the whole map beside all that lies on it.
   *
   * @param {boolean} [panelOpen]
   */
  const fittingCards = (panelOpen) => {
    const plain = fitting(cards.clearArea(panelOpen));
    const room = cards.betweenCorners(panelOpen);
    const found = room && frame.around(box ?? extent(), room.area, room.corners, plain.scale);
    if (!found || !papers.count) return plain;
    const [left, bottom, right, top] = box ?? extent();
    return {
      scale: found.scale,
      x: (left + right) / 2 + (width / 2 - found.x) / found.scale,
      y: (bottom + top) / 2 - (height / 2 - found.y) / found.scale,
    };
  };

  /* The view of the whole map without a panel: what zoom is measured by. */
  let whole = { scale: 1, x: 0.5, y: 0.5 };
  /* The same beside a sheet, if one is open. */
  let besideSheet = whole;
  /* Where the viewport is on its way to. */
  let goal = whole;

  /**
   * @param {ViewportPosition} a
   * @param {ViewportPosition} b
   */
  const isSame = (a, b) => Math.abs(a.scale / b.scale - 1) < 1e-3
    && Math.abs(a.x - b.x) * a.scale < 1 && Math.abs(a.y - b.y) * a.scale < 1;

  /** @param {number} wanted */
  const within = (wanted) =>
    Math.min(closest * whole.scale, Math.max(Math.min(farthest * whole.scale, besideSheet.scale), wanted));

  /** @param {ViewportPosition} to */
  const put = (to) => {
    x = to.x;
    y = to.y;
    scale = within(to.scale);
    moved();
  };

  const stop = () => {
    cancelAnimationFrame(flying);
    flying = 0;
  };

  /** @param {ViewportPosition} to */
  const fly = (to) => {
    stop();
    goal = to;
    if (colorScheme.isCalm()) {
      put(to);
      return;
    }
    const from = { x, y, scale };
    const began = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const share = Math.min(1, Math.max(0, (now - began) / flight));
      const eased = 1 - (1 - share) ** 3;
      put({
        x: from.x + (to.x - from.x) * eased,
        y: from.y + (to.y - from.y) * eased,
        scale: from.scale * (to.scale / from.scale) ** eased,
      });
      flying = share < 1 ? requestAnimationFrame(step) : 0;
    };
    flying = requestAnimationFrame(step);
  };

  /** @param {number} mapX */
  const screenX = (mapX) => (mapX - x) * scale + width / 2;
  /** @param {number} mapY */
  const screenY = (mapY) => (y - mapY) * scale + height / 2;
  /** @param {number} screen */
  const mapX = (screen) => (screen - width / 2) / scale + x;
  /** @param {number} screen */
  const mapY = (screen) => y - (screen - height / 2) / scale;

  const resize = () => {
    const wasFitted = api.isFitted();
    width = innerWidth;
    height = innerHeight;
    whole = fittingCards(false);
    besideSheet = whole;
    if (wasFitted) put(whole);
    else moved();
  };

  const api = {
    /** @param {() => void} listener */
    listen: (listener) => listeners.push(listener),
    resize,
    stop,
    clearArea: cards.clearArea,
    cards: cards.boxes,
    screenX,
    screenY,
    mapX,
    mapY,
    width: () => width,
    height: () => height,
    scale: () => scale,
    /** The view of the whole map: its middle and its scale. */
    wholeMap: () => whole,
    /** How many times larger than the whole map's view this is. */
    zoom: () => scale / whole.scale,
    /** Shows the whole map, beside an open panel if there is one. */
    fit: () => fly(fittingCards()),
    /**
     * Shows some papers, but for a few that lie far from the others.
     *
     * @param {readonly number[]} rows
     */
    show: (rows) => {
      /** @param {(row: number) => number} place */
      const ends = (place) => {
        const sorted = rows.map(place).sort((a, b) => a - b);
        const cut = Math.floor(sorted.length / 12);
        return [sorted[cut], sorted[sorted.length - 1 - cut]];
      };
      const [[left, right], [bottom, top]] = [ends(papers.x), ends(papers.y)];
      const area = cards.clearArea();
      const room = Math.min(area[2] - area[0], area[3] - area[1]) / 6;
      const size = within(Math.min(
        (area[2] - area[0] - 2 * room) / Math.max(1e-6, right - left),
        (area[3] - area[1] - 2 * room) / Math.max(1e-6, top - bottom), 12 * whole.scale));
      fly({
        scale: size,
        x: (left + right) / 2 + (width / 2 - (area[0] + area[2]) / 2) / size,
        y: (bottom + top) / 2 - (height / 2 - (area[1] + area[3]) / 2) / size,
      });
    },
    /**
     * Draws as if the window had another size: what the clear part shows is then in a part of it.
     *
     * @param {number} frameWidth
     * @param {number} frameHeight
     * @param {Box} area
     * @param {() => void} draw
     */
    inFrame: (frameWidth, frameHeight, area, draw) => {
      const kept = { x, y, scale, width, height, whole };
      const [left, top, right, bottom] = cards.clearArea();
      const middle = [mapX((left + right) / 2), mapY((top + bottom) / 2)];
      const fitted = api.isFitted();
      [width, height] = [frameWidth, frameHeight];
      const size = scale * Math.min((area[2] - area[0]) / (right - left), (area[3] - area[1]) / (bottom - top));
      const fit = fitting(area);
      const zoom = kept.scale / kept.whole.scale;
      ({ x, y, scale } = fitted ? fit : {
        scale: size,
        x: middle[0] + (width / 2 - (area[0] + area[2]) / 2) / size,
        y: middle[1] - (height / 2 - (area[1] + area[3]) / 2) / size,
      });
      whole = { ...fit, scale: scale / zoom };
      draw();
      ({ x, y, scale, width, height, whole } = kept);
    },
    /** Shows the whole map at once, as if no panel were open. */
    reset: () => {
      stop();
      put(whole);
    },
    isFitted: () => isSame({ x, y, scale }, whole) || isSame({ x, y, scale }, besideSheet),
    /**
     * Fits a map that was seen whole to what sheets and views leave of the window, or back when they close. A
     * paper on a desk moves nothing: the reader has just pointed at it.
     *
     * @param {string} [view] what the panel shows, if anything
     */
    settle: (view = '') => {
      const isBeside = hasSheets() || Boolean(view);
      if (!hasSheets() && (view === 'paper' || (!isBeside && besideSheet === whole))) return;
      const at = flying ? goal : { x, y, scale };
      if (!isSame(at, whole) && !isSame(at, besideSheet)) return;
      besideSheet = isBeside ? fittingCards() : whole;
      if (!isSame(at, besideSheet)) fly(besideSheet);
    },
    position: () => [x, y, scale / whole.scale],
    /** @param {readonly number[]} position as `position` gives it */
    jump: ([toX, toY, zoom]) => {
      stop();
      put({ x: toX, y: toY, scale: zoom * whole.scale });
    },
    /**
     * Moves the map with the pointer.
     *
     * @param {number} dx
     * @param {number} dy
     */
    pan: (dx, dy) => {
      stop();
      put({ x: x - dx / scale, y: y + dy / scale, scale });
    },
    /**
     * Scales by a factor; what is at the given point of the window stays there.
     *
     * @param {number} atX
     * @param {number} atY
     * @param {number} factor
     * @param {boolean} [smoothly]
     */
    zoomAt: (atX, atY, factor, smoothly = false) => {
      stop();
      const next = within(scale * factor);
      const to = {
        scale: next,
        x: mapX(atX) - (atX - width / 2) / next,
        y: mapY(atY) + (atY - height / 2) / next,
      };
      if (smoothly) fly(to);
      else put(to);
    },
    /**
     * Scales about the middle of the clear part.
     *
     * @param {number} factor
     */
    zoomBy: (factor) => {
      const [left, top, right, bottom] = cards.clearArea();
      api.zoomAt((left + right) / 2, (top + bottom) / 2, factor, true);
    },
    /**
     * Brings a place into the clear part if it is not there already.
     *
     * @param {number} placeX
     * @param {number} placeY
     */
    reveal: (placeX, placeY) => {
      const [left, top, right, bottom] = cards.clearArea();
      const [sx, sy] = [screenX(placeX), screenY(placeY)];
      const room = Math.min(48, (bottom - top) / 4);
      if (sx > left + room && sx < right - room && sy > top + room && sy < bottom - room) return;
      fly({
        x: placeX + (width / 2 - (left + right) / 2) / scale,
        y: placeY - (height / 2 - (top + bottom) / 2) / scale,
        scale,
      });
    },
  };
  return api;
})();
