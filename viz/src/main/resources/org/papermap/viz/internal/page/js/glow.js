// @ts-check
/*
 * The soft light under the dots: where many papers shown lie close together, their colour shines. It is
 * one small picture of the whole map, which is stretched as the map grows.
 */

const glow = (() => {
  const side = 224; // cells
  const margin = 0.1; // of the map, around it
  const besideLit = 0.3; // of its strength while the pointer lets a group stand out
  const strongest = { light: 0.62, dark: 0.5 };
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = contextOf(canvas);
  /** @type {unknown[]} */
  let drawn = [];

  /** @param {number} place */
  const cell = (place) => Math.floor(((place + margin) / (1 + 2 * margin)) * side);

  /** The sums of the colours of the papers in each cell, and their number: four values a cell. */
  const sums = () => {
    const values = new Float32Array(4 * side * side);
    const { styles, styleOf } = colors.dotStyles();
    const means = styles.map((slices) => slices.map(colors.channels)
      .reduce((sum, one) => sum.map((value, i) => value + one[i] / slices.length), [0, 0, 0]));
    const flags = shown.flags();
    for (let row = 0; row < papers.count; row++) {
      if (!flags[row]) continue;
      const at = 4 * ((side - 1 - cell(papers.y(row))) * side + cell(papers.x(row)));
      const [red, green, blue] = means[styleOf[row]];
      values[at] += red;
      values[at + 1] += green;
      values[at + 2] += blue;
      values[at + 3] += 1;
    }
    return values;
  };

  /**
   * The mean over a stretch of cells about each, along lines or across them.
   *
   * @param {Float32Array} from
   * @param {number} reach
   * @param {number} step from cell to cell
   * @param {number} stride from line to line
   */
  const blurred = (from, reach, step, stride) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < side; line++) {
      for (let part = 0; part < 4; part++) {
        let sum = 0;
        const start = 4 * line * stride + part;
        for (let i = -reach; i < side; i++) {
          if (i + reach < side) sum += from[start + 4 * (i + reach) * step];
          if (i - reach - 1 >= 0) sum -= from[start + 4 * (i - reach - 1) * step];
          if (i >= 0) to[start + 4 * i * step] = sum / (2 * reach + 1);
        }
      }
    }
    return to;
  };

  /** Three means in a row are nearly a Gaussian; few papers get a wide one that flows together. */
  const spread = () => {
    const width = Math.min(0.05, Math.max(0.0085, 0.13 * papers.count ** -0.28));
    const cells = (width / (1 + 2 * margin)) * side;
    const reach = Math.max(1, Math.round((Math.sqrt(4 * cells * cells + 1) - 1) / 2));
    let values = sums();
    for (let round = 0; round < 3; round++) {
      values = blurred(blurred(values, reach, 1, side), reach, side, 1);
    }
    return values;
  };

  const paint = () => {
    const values = spread();
    const image = context.createImageData(side, side);
    let square = 0;
    let sum = 0;
    for (let at = 3; at < values.length; at += 4) {
      sum += values[at];
      square += values[at] * values[at];
    }
    const own = sum ? square / sum : 1;
    if (shown.all() || !usual) usual = own;
    // A few hits glow, too, but a whole topic not more than it did among all.
    const dense = shown.all() ? usual : Math.min(usual, Math.max(own, usual / 12));
    const few = Math.max(0, 1 - papers.count / 2000);
    const most = strongest[colorScheme.isDark() ? 'dark' : 'light'] * (1 - 0.4 * few);
    for (let at = 0; at < values.length; at += 4) {
      const density = values[at + 3];
      if (density < 1e-6) continue;
      for (let part = 0; part < 3; part++) image.data[at + part] = values[at + part] / density;
      image.data[at + 3] = 255 * most * (1 - Math.exp((-1.15 * density) / dense));
    }
    context.putImageData(image, 0, 0);
  };
  let usual = 0;

  /** The picture, painted anew if a colour or what is shown has changed. */
  const picture = () => {
    const wanted = [colors.dotStyles(), shown.flags(), colorScheme.isDark()];
    if (wanted.some((one, i) => one !== drawn[i])) paint();
    drawn = wanted;
    return canvas;
  };

  return {
    /** @param {Surface} surface */
    draw: (surface) => {
      if (!papers.count) return;
      const width = (1 + 2 * margin) * viewport.scale();
      surface.image(picture(), viewport.screenX(-margin), viewport.screenY(1 + margin), width, width,
        Math.max(0.4, 1 - Math.log2(Math.max(1, viewport.zoom())) / 7) * (emphasis.litBy() ? besideLit : 1));
    },
  };
})();
