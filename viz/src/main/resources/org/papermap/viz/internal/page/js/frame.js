// @ts-check
/*
 * How large the whole map can be drawn between cards that lie in the corners of the window: papers
 * seldom reach into the corners of the box around them.
 */

const frame = (() => {
  const cells = 40; // of the map, a side, that are looked at in place of papers
  const finer = 1.03; // from one size that is tried to the next
  const places = 8; // tried across and down for each size
  /** Places by their shares of the room, the nearest to the middle first. */
  const tried = Array.from({ length: (places + 1) ** 2 }, (_, i) =>
    [(i % (places + 1)) / places - 0.5, Math.floor(i / (places + 1)) / places - 0.5])
    .sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));

  /** @type {readonly number[][] | null} */
  let occupied = null;

  /** The middles of the cells that have papers. */
  const occupiedCells = () => {
    if (occupied) return occupied;
    const found = new Set();
    for (let row = 0; row < papers.count; row++) {
      found.add(Math.floor(papers.y(row) * cells) * (cells + 1) + Math.floor(papers.x(row) * cells));
    }
    occupied = [...found].map((cell) =>
      [((cell % (cells + 1)) + 0.5) / cells, (Math.floor(cell / (cells + 1)) + 0.5) / cells]);
    return occupied;
  };

  /**
   * The largest scale, above a known one, at which the map fits into an area without a paper under a
   * card, and where the middle of its box then is in the window; null if there is none.
   *
   * @param {Box} box of all papers, on the map
   * @param {Box} area of the window
   * @param {readonly Box[]} corners what lies in the area
   * @param {number} known
   */
  const around = (box, area, corners, known) => {
    const [wide, high] = [box[2] - box[0], box[3] - box[1]];
    const [left, top, right, bottom] = area;
    const most = Math.min((right - left) / wide, (bottom - top) / high);
    for (let scale = most; scale > known; scale /= finer) {
      const reach = (0.5 / cells) * scale + 8;
      const [roomX, roomY] = [right - left - wide * scale, bottom - top - high * scale];
      for (const [i, j] of tried) {
        const [x, y] = [(left + right) / 2 + i * roomX, (top + bottom) / 2 + j * roomY];
        const isFree = occupiedCells().every(([mapX, mapY]) => {
          const atX = x + (mapX - (box[0] + box[2]) / 2) * scale;
          const atY = y - (mapY - (box[1] + box[3]) / 2) * scale;
          return corners.every(([from, upper, to, lower]) =>
            atX + reach < from || atX - reach > to || atY + reach < upper || atY - reach > lower);
        });
        if (isFree) return { scale, x, y };
      }
    }
    return null;
  };

  return { around };
})();
