// @ts-check
/*
 * Dots of a map of some thousand papers on the canvas. Each style of dot is drawn once, as a sprite
 * that is copied from then on. The picture of all dots is kept until the viewport or a colour
 * changes, so that what moves over a resting map (a highlight, a lasso) costs nothing.
 */

const sprites = (() => {
  const mostSprites = 2000;
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  /** @type {Map<string, {picture: HTMLCanvasElement, half: number}>} */
  let known = new Map();
  let pixelRatio = 1;
  /** @type {unknown[]} */
  let drawn = [];

  /**
   * @param {number} radius
   * @param {readonly string[]} slices
   * @param {string | null} edge
   */
  const spriteOf = (radius, slices, edge) => {
    const key = `${slices} ${radius.toFixed(2)} ${edge}`;
    let sprite = known.get(key);
    if (!sprite) {
      if (known.size > mostSprites) known = new Map();
      const half = Math.ceil(radius + 1);
      const picture = document.createElement('canvas');
      picture.width = 2 * half * pixelRatio;
      picture.height = picture.width;
      const small = contextOf(picture);
      small.scale(pixelRatio, pixelRatio);
      canvasSurface(small).dot(half, half, radius, slices, edge, 1);
      sprite = { picture, half };
      known.set(key, sprite);
    }
    return sprite;
  };

  /** @type {DrawDot} */
  const put = (x, y, radius, slices, edge, alpha) => {
    const { picture, half } = spriteOf(radius, slices, edge);
    context.globalAlpha = alpha;
    context.drawImage(picture, x - half, y - half, 2 * half, 2 * half);
  };

  /** All that the picture depends on. */
  const dependencies = () =>
    [...viewport.position(), viewport.scale(), viewport.width(), viewport.height(), pixelRatio,
      colors.dotStyles(), emphasis.flags(), colorScheme.token('--bg')];

  return {
    /**
     * @param {number} ratio device pixels a pixel
     */
    resize: (ratio) => {
      pixelRatio = ratio;
      known = new Map();
      drawn = [];
    },
    /**
     * The picture of all dots.
     *
     * @param {(dot: DrawDot) => void} each puts the dots one by one
     */
    picture: (each) => {
      const wanted = dependencies();
      if (wanted.length === drawn.length && wanted.every((one, i) => one === drawn[i])) return canvas;
      canvas.width = Math.round(viewport.width() * pixelRatio);
      canvas.height = Math.round(viewport.height() * pixelRatio);
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
      each(put);
      drawn = wanted;
      return canvas;
    },
  };
})();
