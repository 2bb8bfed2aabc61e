// @ts-check
/* A canvas to draw on. */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2DSettings} [settings]
 */
const contextOf = (canvas, settings) => {
  const context = canvas.getContext('2d', settings);
  if (!context) throw new PageError('This browser gives the page no canvas to draw on. Please use another.');
  return context;
};

/**
 * @param {CanvasRenderingContext2D} context
 * @returns {Surface}
 */
const canvasSurface = (context) => ({
  clear: (width, height, color) => {
    context.fillStyle = color;
    context.fillRect(0, 0, width, height);
  },

  rect: (x, y, width, height, color) => {
    context.fillStyle = color;
    context.fillRect(x, y, width, height);
  },

  line: (x1, y1, x2, y2, color, width, alpha) => {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.globalAlpha = alpha;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
    context.globalAlpha = 1;
  },

  area: (points, color, alpha) => {
    context.beginPath();
    points.forEach(([x, y]) => context.lineTo(x, y));
    context.globalAlpha = alpha;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
  },

  dot: (x, y, radius, slices, edge, alpha) => {
    context.globalAlpha = alpha;
    slices.forEach((color, i) => {
      context.beginPath();
      if (slices.length > 1) context.moveTo(x, y);
      context.arc(x, y, radius, ...sliceOf(i, slices.length));
      context.fillStyle = color;
      context.fill();
    });
    if (edge) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.strokeStyle = edge;
      context.lineWidth = 1;
      context.stroke();
    }
    context.globalAlpha = 1;
  },

  picture: (source, width, height) => context.drawImage(source, 0, 0, width, height),

  image: (source, x, y, width, height, alpha) => {
    context.globalAlpha = alpha;
    context.drawImage(source, x, y, width, height);
    context.globalAlpha = 1;
  },

  circle: (x, y, radius, color, width) => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  },

  text: (lines, x, y, { size, weight, leading, color, halo, haloWidth, alpha, align }) => {
    context.font = `${weight} ${size}px ${colorScheme.token('--font')}`;
    context.textAlign = align ?? 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.globalAlpha = alpha;
    lines.forEach((line, i) => {
      const middle = y + (i - (lines.length - 1) / 2) * leading;
      if (haloWidth) {
        context.strokeStyle = halo;
        context.lineWidth = haloWidth;
        context.strokeText(line, x, middle);
      }
      context.fillStyle = color;
      context.fillText(line, x, middle);
    });
    context.globalAlpha = 1;
  },
});
