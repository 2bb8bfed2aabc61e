// @ts-check
/* How large dots are: the more important a paper, the larger, and all grow as the map does. */

const dotSizes = (() => {
  const classes = 8; // sizes that are told apart
  const largest = 6; // pixels, of the least important
  const smallest = papers.count > 20_000 ? 0.9 : 1.2;
  const mostMore = 4; // pixels that the most important have more
  let spacing = 0.05;
  let classOf = new Uint8Array(0);
  let order = new Uint32Array(0);

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
    classOf = Uint8Array.from(allRows(), (row) => Math.round(papers.weight(row) * (classes - 1)));
    order = new Uint32Array(papers.count);
    let at = 0;
    for (let size = 0; size < classes; size++) {
      for (let row = 0; row < papers.count; row++) if (classOf[row] === size) order[at++] = row;
    }
  };

  /**
   * The radius of each class on a map of some scale.
   *
   * @param {number} scale
   */
  const radii = (scale) => {
    const room = 0.5 * spacing * scale;
    const base = Math.min(largest, Math.max(smallest, room));
    // Where dots lie closer than the smallest are wide, large ones would hide the rest.
    const more = Math.min(mostMore, 1.2 * Math.min(1, (room / smallest) ** 2) + 1.2 * base);
    return Array.from({ length: classes }, (_, i) => 0.75 * base + more * (i / (classes - 1)) ** 1.5);
  };

  return {
    prepare,
    /**
     * The radius of a paper's dot where it is drawn as large as ever; Importance.java knows the same.
     *
     * @param {number} row
     */
    fullRadius: (row) => 0.75 * largest + mostMore * (classOf[row] / (classes - 1)) ** 1.5,
    radii,
    classes: () => classOf,
    /** The rows in the order in which their dots are drawn: the most important last. */
    order: () => order,
    /**
     * @param {number} row
     * @param {number} scale
     */
    radius: (row, scale) => radii(scale)[classOf[row]],
  };
})();
