/* Which paper is meant: under a pointer, within a lasso, or next in a direction. */

const picking = (() => {
  /** The paper nearest to a point of the window within some pixels, or -1. */
  const nearest = (x, y, reach) => {
    let best = -1;
    let bestSquare = reach * reach;
    for (let row = 0; row < papers.count; row++) {
      const dx = camera.screenX(papers.x(row)) - x;
      const dy = camera.screenY(papers.y(row)) - y;
      const square = dx * dx + dy * dy;
      // A dimmed paper is meant only where no other is.
      const weight = shown.has(row) ? square : square * 4 + 1;
      if (weight < bestSquare) {
        best = row;
        bestSquare = weight;
      }
    }
    return best;
  };

  /** Whether a point is within a polygon, by the even-odd rule. */
  const within = (x, y, polygon) => {
    let inside = false;
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [polygon[i], polygon[j]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return inside;
  };

  /** The papers shown within a polygon of the window. */
  const inside = (polygon) => shown.rows()
    .filter((row) => within(camera.screenX(papers.x(row)), camera.screenY(papers.y(row)), polygon))
    .sort((a, b) => a - b);

  /** The next paper shown from one in a direction (x right, y up), or -1. */
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

  return { nearest, within, inside, towards };
})();
