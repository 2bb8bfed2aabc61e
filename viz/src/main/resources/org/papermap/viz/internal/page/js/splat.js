// @ts-check
/*
 * The renderer of a large map where there is no graphics card. It writes each dot into the picture's
 * memory pixel by pixel, a hundred thousand in a few milliseconds.
 */

/**
 * A disc about a place: its pixels, how far each is from the middle's in memory, how much of it is
 * covered, in the highest byte, and whether it is in the left half.
 *
 * @typedef {{at: Int32Array, coverage: Uint32Array, left: Uint8Array}} Disc
 */

/** @returns {DotRenderer} */
const splat = () => {
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas, { willReadFrequently: true });
  const stepsOfRadius = 4; // a pixel
  const phases = 3; // places of a middle within a pixel, across and down: what keeps small dots round
  const samples = 4; // of a pixel's cover, across and down
  const half = 0x80000000; // what covers more of a pixel than this hides what lies below

  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(0);
  let pad = 0;
  const discs = /** @type {Map<string, Disc>} */ (new Map());

  /**
   * A colour as memory has it without its alpha: red in the lowest byte, as processors of today keep it.
   *
   * @param {string} color
   */
  const packed = (color) => {
    const [red, green, blue] = colors.channels(color);
    return (blue << 16) | (green << 8) | red;
  };

  /**
   * How much of a pixel a disc about nought covers, in [0, 1].
   *
   * @param {number} x of the pixel's middle
   * @param {number} y
   * @param {number} radius
   */
  const coverage = (x, y, radius) => {
    const away = Math.hypot(x, y);
    if (Math.abs(away - radius) > 0.75) return away < radius ? 1 : 0;
    let inside = 0;
    for (let i = 0; i < samples; i++) {
      for (let j = 0; j < samples; j++) {
        const [dx, dy] = [x - 0.5 + (i + 0.5) / samples, y - 0.5 + (j + 0.5) / samples];
        if (dx * dx + dy * dy < radius * radius) inside++;
      }
    }
    return inside / (samples * samples);
  };

  /**
   * The disc of a radius whose middle is at a phase of its pixel.
   *
   * @param {number} radius
   * @param {number} phase
   * @returns {Disc}
   */
  const discOf = (radius, phase) => {
    const key = `${radius} ${phase} ${image.width}`;
    const known = discs.get(key);
    if (known) return known;
    if (discs.size > 600) discs.clear();
    const reach = Math.ceil(radius + 1);
    const [middleX, middleY] = [(phase % phases) / phases, Math.floor(phase / phases) / phases];
    const found = /** @type {[number, number, number][]} */ ([]);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const [x, y] = [dx + 0.5 - middleX - 0.5 / phases, dy + 0.5 - middleY - 0.5 / phases];
        const cover = Math.round(255 * coverage(x, y, radius));
        if (cover > 8) found.push([dy * image.width + dx, cover << 24, dx < 0 ? 1 : 0]);
      }
    }
    const disc = {
      at: Int32Array.from(found, ([at]) => at),
      coverage: Uint32Array.from(found, ([, cover]) => cover),
      left: Uint8Array.from(found, ([, , left]) => left),
    };
    discs.set(key, disc);
    return disc;
  };

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
   * @param {readonly Disc[]} all of each class the discs of its phases
   * @param {readonly (readonly [left: number, right: number])[]} inks of each style
   */
  const pass = (wanted, { scale, x: middleX, y: middleY }, reach, all, inks) => {
    const [xs, ys] = papers.places();
    const { styleOf } = colors.dotStyles();
    const flags = emphasis.flags();
    const classOf = dotSizes.classes();
    const line = image.width;
    const [originX, originY] = [canvas.width / 2 - middleX * scale, canvas.height / 2 + middleY * scale];
    const [right, bottom] = [canvas.width + reach, canvas.height + reach];
    for (const row of dotSizes.order()) {
      if (flags[row] !== wanted) continue;
      const exactX = originX + xs[row] * scale;
      const exactY = originY - ys[row] * scale;
      if (!(exactX >= -reach && exactY >= -reach && exactX < right && exactY < bottom)) continue;
      const x = Math.floor(exactX);
      const y = Math.floor(exactY);
      const phase = Math.floor((exactX - x) * phases) + phases * Math.floor((exactY - y) * phases);
      const { at, coverage: cover, left } = all[classOf[row] * phases * phases + phase];
      const from = (y + pad) * line + x + pad;
      const [leftInk, rightInk] = inks[styleOf[row]];
      for (let i = 0; i < at.length; i++) {
        const place = from + at[i];
        // What covers a pixel in part gives way to what is there already.
        if (cover[i] >= half || pixels[place] >>> 24 < cover[i] >>> 24) {
          pixels[place] = cover[i] | (left[i] ? leftInk : rightInk);
        }
      }
    }
  };

  /**
   * Draws all dots; of a dot of more than two colours the first and the last.
   *
   * @param {DotView} view
   */
  const paint = ({ width, height, pixelRatio, radii, dimmed, position: at }) => {
    const rounded = radii.map((radius) =>
      Math.round(Math.max(0.5, radius * pixelRatio) * stepsOfRadius) / stepsOfRadius);
    const reach = Math.ceil(Math.max(...rounded) + 2);
    resize(Math.round(width * pixelRatio), Math.round(height * pixelRatio), reach);
    const all = rounded.flatMap((radius) =>
      Array.from({ length: phases * phases }, (_, phase) => discOf(radius, phase)));
    const { styles } = colors.dotStyles();
    const view = { ...at, scale: at.scale * pixelRatio };
    const grey = packed(dimmed);
    if (!emphasis.all()) pass(0, view, reach, all, styles.map(() => [grey, grey]));
    pass(1, view, reach, all, styles.map((slices) =>
      [packed(slices[slices.length - 1]), packed(slices[0])]));
    context.putImageData(image, -pad, -pad);
    return canvas;
  };

  return { name: 'splat', paint };
};
