// @ts-check
/*
 * The renderer of a large map where there is no graphics card. It writes each dot into the picture's
 * memory pixel by pixel, a hundred thousand in a few milliseconds.
 */

/**
 * A pixel of a disc.
 *
 * @typedef {object} DiscPixel
 * @property {number} at how far from the middle, in pixels of memory
 * @property {number} coverage how much of it, of 255
 * @property {boolean} left whether it is in the left half
 * @property {boolean} ring whether it is in the edge
 */

/** @returns {DotRenderer} */
const splat = () => {
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas, { willReadFrequently: true });
  const stepsOfRadius = 4; // a pixel
  const half = 128; // of 255: what covers more of a pixel than this hides what lies below

  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(0);
  let pad = 0;
  const discs = /** @type {Map<string, DiscPixel[]>} */ (new Map());

  /**
   * A colour as memory has it: red in the lowest byte, as processors of today keep it.
   *
   * @param {string} color
   * @param {number} alpha of 255
   */
  const packedColor = (color, alpha) => {
    const [red, green, blue] = colors.channels(color);
    return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  };

  /**
   * The pixels of a disc about a pixel: how far from it, and how much of each is covered.
   *
   * @param {number} radius
   * @param {boolean} edged
   */
  const discOf = (radius, edged) => {
    const key = `${radius} ${edged} ${image.width}`;
    const known = discs.get(key);
    if (known) return known;
    if (discs.size > 40) discs.clear();
    const reach = Math.ceil(radius + 0.5);
    const disc = /** @type {DiscPixel[]} */ ([]);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const distance = Math.hypot(dx, dy);
        const coverage = Math.round(255 * Math.min(1, Math.max(0, radius + 0.5 - distance)));
        if (coverage < 24) continue;
        disc.push({
          at: dy * image.width + dx, coverage, left: dx < 0, ring: edged && distance > radius - 0.9,
        });
      }
    }
    discs.set(key, disc);
    return disc;
  };

  /**
   * The values of all pixels of a disc, for a style of dot.
   *
   * @param {readonly DiscPixel[]} disc
   * @param {readonly string[]} slices
   * @param {string | null} edge
   * @param {number} alpha
   */
  const discColors = (disc, slices, edge, alpha) => Uint32Array.from(disc, ({ coverage, left, ring }) => {
    const color = ring && edge ? edge : slices[left ? slices.length - 1 : 0];
    return packedColor(color, Math.round(coverage * alpha));
  });

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} reach
   */
  const resize = (width, height, reach) => {
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      pad = 0;
    }
    if (pad < 2 * reach) {
      // A frame around the picture takes the parts of dots that stand out of it.
      pad = Math.max(pad, 2 * reach);
      image = new ImageData(width + 2 * pad, height + 2 * pad);
      pixels = new Uint32Array(image.data.buffer);
    } else {
      pixels.fill(0);
    }
  };

  /**
   * Draws the dots of one flag.
   *
   * @param {number} wanted the flag
   * @param {ViewportPosition} view
   * @param {number} reach
   * @param {readonly DiscPixel[]} disc
   * @param {readonly Uint32Array[]} inks of each style, the values of its disc's pixels
   */
  const pass = (wanted, { scale, x: middleX, y: middleY }, reach, disc, inks) => {
    const [xs, ys] = papers.places();
    const { styleOf } = colors.dotStyles();
    const flags = shown.flags();
    const line = image.width;
    const [originX, originY] = [canvas.width / 2 - middleX * scale, canvas.height / 2 + middleY * scale];
    const [right, bottom] = [canvas.width + reach, canvas.height + reach];
    const at = Int32Array.from(disc, (pixel) => pixel.at);
    const size = at.length;
    for (let row = 0; row < papers.count; row++) {
      if (flags[row] !== wanted) continue;
      const x = Math.floor(originX + xs[row] * scale);
      const y = Math.floor(originY - ys[row] * scale);
      if (x < -reach || y < -reach || x >= right || y >= bottom) continue;
      const from = (y + pad) * line + x + pad;
      const ink = inks[styleOf[row]];
      for (let i = 0; i < size; i++) {
        const value = ink[i];
        const place = from + at[i];
        // What covers a pixel in part gives way to what is there already.
        if (value >>> 24 > half || pixels[place] >>> 24 < value >>> 24) pixels[place] = value;
      }
    }
  };

  /**
   * Draws all dots; of a dot of more than two colours the first and the last.
   *
   * @param {DotView} view
   */
  const paint = ({ width, height, pixelRatio, radius, edge, dimmed, position: at }) => {
    const exact = Math.max(0.5, radius * pixelRatio);
    const rounded = Math.round(exact * stepsOfRadius) / stepsOfRadius;
    const reach = Math.ceil(rounded + 1);
    resize(Math.round(width * pixelRatio), Math.round(height * pixelRatio), reach);
    const disc = discOf(rounded, Boolean(edge));
    const { styles } = colors.dotStyles();
    const view = { ...at, scale: at.scale * pixelRatio };
    if (!shown.all()) pass(0, view, reach, disc, styles.map((one) => discColors(disc, one, edge, dimmed)));
    pass(1, view, reach, disc, styles.map((one) => discColors(disc, one, edge, 1)));
    context.putImageData(image, -pad, -pad);
    return canvas;
  };

  return { name: 'splat', paint };
};
