// @ts-check
/* Finds the paper under a pointer, the papers within a lasso, and the next paper in a direction. */

const picking = (() => {
  const papersACell = 4;

  /* The papers by squares of the map: those of a square stand together in `rows`. */
  let side = 1;
  let starts = new Uint32Array(2);
  let rows = new Uint32Array(0);

  /** @param {number} place */
  const cell = (place) => Math.min(side - 1, Math.max(0, Math.floor(place * side)));

  const prepare = () => {
    side = Math.max(1, Math.min(512, Math.floor(Math.sqrt(papers.count / papersACell))));
    starts = new Uint32Array(side * side + 1);
    rows = new Uint32Array(papers.count);
    /** @param {number} row */
    const cellOf = (row) => cell(papers.y(row)) * side + cell(papers.x(row));
    for (let row = 0; row < papers.count; row++) starts[cellOf(row) + 1]++;
    for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
    const next = starts.slice();
    for (let row = 0; row < papers.count; row++) rows[next[cellOf(row)]++] = row;
  };

  /**
   * The papers of the squares that a box of the map meets.
   *
   * @param {number} left
   * @param {number} bottom
   * @param {number} right
   * @param {number} top
   */
  function* inBox(left, bottom, right, top) {
    for (let j = cell(bottom); j <= cell(top); j++) {
      const [from, to] = [starts[j * side + cell(left)], starts[j * side + cell(right) + 1]];
      for (let i = from; i < to; i++) yield rows[i];
    }
  }

  /**
   * The paper nearest to a point of the window within some pixels, or -1.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} radius in pixels
   */
  const nearest = (x, y, radius) => {
    let best = -1;
    let bestSquare = radius * radius;
    const [mapX, mapY, away] = [viewport.mapX(x), viewport.mapY(y), radius / viewport.scale()];
    for (const row of inBox(mapX - away, mapY - away, mapX + away, mapY + away)) {
      const dx = viewport.screenX(papers.x(row)) - x;
      const dy = viewport.screenY(papers.y(row)) - y;
      const square = dx * dx + dy * dy;
      // A dimmed paper is meant only where no other is.
      const weight = shown.has(row) ? square : square * 4 + 1;
      if (weight < bestSquare || (weight === bestSquare && row < best)) {
        best = row;
        bestSquare = weight;
      }
    }
    return best;
  };

  /**
   * Whether a point is within a polygon, by the even-odd rule.
   *
   * @param {number} x
   * @param {number} y
   * @param {readonly Point[]} polygon
   */
  const inPolygon = (x, y, polygon) => {
    let inside = false;
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [polygon[i], polygon[j]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return inside;
  };

  /**
   * The papers shown within a polygon of the window.
   *
   * @param {readonly Point[]} polygon
   */
  const inside = (polygon) => {
    const xs = polygon.map(([x]) => x);
    const ys = polygon.map(([, y]) => y);
    return [...inBox(
      viewport.mapX(Math.min(...xs)), viewport.mapY(Math.max(...ys)),
      viewport.mapX(Math.max(...xs)), viewport.mapY(Math.min(...ys)))]
      .filter((row) => shown.has(row)
        && inPolygon(viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row)), polygon))
      .sort((a, b) => a - b);
  };

  /**
   * The next paper shown from one in a direction (x right, y up), or -1.
   *
   * @param {number} row
   * @param {readonly number[]} direction
   */
  const towards = (row, [dx, dy]) => {
    let best = -1;
    let bestCost = Infinity;
    for (const other of shown.rows()) {
      if (other === row) continue;
      const along = (papers.x(other) - papers.x(row)) * dx + (papers.y(other) - papers.y(row)) * dy;
      const aside = Math.abs(
        (papers.x(other) - papers.x(row)) * dy - (papers.y(other) - papers.y(row)) * dx);
      const cost = along + 2 * aside;
      // Within 58° of the direction: the four directions overlap, so that every paper is reached.
      if (along > 0 && aside <= along * 1.6 && cost < bestCost) {
        best = other;
        bestCost = cost;
      }
    }
    return best;
  };

  return { prepare, nearest, inBox, inside, towards };
})();
