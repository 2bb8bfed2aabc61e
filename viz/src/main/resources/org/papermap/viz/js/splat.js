// @ts-check
/*
 * Dots of a large map where no graphics card draws them: each is written into the picture's memory
 * pixel by pixel, a hundred thousand in a few milliseconds.
 */

/**
 * A pixel of a disc.
 *
 * @typedef {object} DiscPixel
 * @property {number} at how far from the middle, in pixels of memory
 * @property {number} covered how much of it, of 255
 * @property {boolean} left whether it is in the left half
 * @property {boolean} ring whether it is in the edge
 */

/** @returns {DotRenderer} */
const splat = () => {
  const layer = document.createElement('canvas');
  const pen = contextOf(layer, { willReadFrequently: true });
  const stepsOfRadius = 4; // a pixel
  const half = 128; // of 255: what covers more of a pixel than this hides what lies below

  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(0);
  let pad = 0;
  const discs = /** @type {Map<string, DiscPixel[]>} */ (new Map());

  /* Rows of memory are as a computer of today keeps them: red in the lowest byte. */
  /**
   * @param {string} color
   * @param {number} alpha of 255
   */
  const packed = (color, alpha) => {
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
        const away = Math.hypot(dx, dy);
        const covered = Math.round(255 * Math.min(1, Math.max(0, radius + 0.5 - away)));
        if (covered < 24) continue;
        disc.push({
          at: dy * image.width + dx, covered, left: dx < 0, ring: edged && away > radius - 0.9,
        });
      }
    }
    discs.set(key, disc);
    return disc;
  };

  /**
   * For a kind of dot the values of all pixels of its disc.
   *
   * @param {readonly DiscPixel[]} disc
   * @param {readonly string[]} slices
   * @param {string | null} edge
   * @param {number} alpha
   */
  const inked = (disc, slices, edge, alpha) => Uint32Array.from(disc, ({ covered, left, ring }) => {
    const color = ring && edge ? edge : slices[left ? slices.length - 1 : 0];
    return packed(color, Math.round(covered * alpha));
  });

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} reach
   */
  const resize = (width, height, reach) => {
    if (layer.width !== width || layer.height !== height) {
      layer.width = width;
      layer.height = height;
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
   * @param {number} wanted
   * @param {View2D} view
   * @param {number} reach
   * @param {readonly DiscPixel[]} disc
   * @param {readonly Uint32Array[]} inks
   */
  const pass = (wanted, { scale, x: middleX, y: middleY }, reach, disc, inks) => {
    const [xs, ys] = papers.places();
    const { of } = colors.kinds();
    const flags = shown.flags();
    const line = image.width;
    const [originX, originY] = [layer.width / 2 - middleX * scale, layer.height / 2 + middleY * scale];
    const [right, bottom] = [layer.width + reach, layer.height + reach];
    const at = Int32Array.from(disc, (pixel) => pixel.at);
    const size = at.length;
    for (let row = 0; row < papers.count; row++) {
      if (flags[row] !== wanted) continue;
      const x = Math.floor(originX + xs[row] * scale);
      const y = Math.floor(originY - ys[row] * scale);
      if (x < -reach || y < -reach || x >= right || y >= bottom) continue;
      const from = (y + pad) * line + x + pad;
      const ink = inks[of[row]];
      for (let i = 0; i < size; i++) {
        const value = ink[i];
        const place = from + at[i];
        // What covers a pixel in part gives way to what is there already.
        if (value >>> 24 > half || pixels[place] >>> 24 < value >>> 24) pixels[place] = value;
      }
    }
  };

  /**
   * A picture of all dots for a view; of a dot of more than two colours the first and the last.
   *
   * @param {DotView} view
   */
  const paint = ({ width, height, sharpness, radius, edge, dimmed, camera: at }) => {
    const exact = Math.max(0.5, radius * sharpness);
    const rounded = Math.round(exact * stepsOfRadius) / stepsOfRadius;
    const reach = Math.ceil(rounded + 1);
    resize(Math.round(width * sharpness), Math.round(height * sharpness), reach);
    const disc = discOf(rounded, Boolean(edge));
    const { list } = colors.kinds();
    const view = { ...at, scale: at.scale * sharpness };
    if (!shown.all()) pass(0, view, reach, disc, list.map((one) => inked(disc, one, edge, dimmed)));
    pass(1, view, reach, disc, list.map((one) => inked(disc, one, edge, 1)));
    pen.putImageData(image, -pad, -pad);
    return layer;
  };

  return { name: 'splat', paint };
};
