// @ts-check
/*
 * Dots of a map of some thousand papers on the canvas: each kind of dot is drawn once and stamped
 * from then on, and the picture of all is kept until the view or a colour changes, so that what
 * moves over a resting map (a ring under the pointer, a lasso) costs nothing.
 */

const stamps = (() => {
  const mostKinds = 2000;
  const layer = document.createElement('canvas');
  const pen = contextOf(layer);
  /** @type {Map<string, {picture: HTMLCanvasElement, half: number}>} */
  let kinds = new Map();
  let sharpness = 1;
  /** @type {unknown[]} */
  let drawn = [];

  /**
   * @param {number} radius
   * @param {readonly string[]} slices
   * @param {string | null} edge
   */
  const stampOf = (radius, slices, edge) => {
    const kind = `${slices} ${radius.toFixed(2)} ${edge}`;
    let stamp = kinds.get(kind);
    if (!stamp) {
      if (kinds.size > mostKinds) kinds = new Map();
      const half = Math.ceil(radius + 1);
      const picture = document.createElement('canvas');
      picture.width = 2 * half * sharpness;
      picture.height = picture.width;
      const small = contextOf(picture);
      small.scale(sharpness, sharpness);
      canvasSurface(small).dot(half, half, radius, slices, edge, 1);
      stamp = { picture, half };
      kinds.set(kind, stamp);
    }
    return stamp;
  };

  /** @type {DrawDot} */
  const put = (x, y, radius, slices, edge, alpha) => {
    const { picture, half } = stampOf(radius, slices, edge);
    pen.globalAlpha = alpha;
    pen.drawImage(picture, x - half, y - half, 2 * half, 2 * half);
  };

  /** All that the picture depends on. */
  const causes = () =>
    [...camera.place(), camera.scale(), camera.width(), camera.height(), sharpness,
      colors.kinds(), shown.flags(), theme.token('--bg')];

  return {
    /**
     * @param sharp device pixels a pixel
     *
     * @param {number} sharp device pixels a pixel
     */
    resize: (sharp) => {
      sharpness = sharp;
      kinds = new Map();
      drawn = [];
    },
    /**
     * The picture of all dots. `each` puts them one by one.
     *
     * @param {(dot: DrawDot) => void} each puts the dots one by one
     */
    picture: (each) => {
      const wanted = causes();
      if (wanted.length === drawn.length && wanted.every((cause, i) => cause === drawn[i])) return layer;
      layer.width = Math.round(camera.width() * sharpness);
      layer.height = Math.round(camera.height() * sharpness);
      pen.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      each(put);
      drawn = wanted;
      return layer;
    },
  };
})();
