/*
 * Two surfaces with the same few strokes, a canvas and an SVG text, so that what is saved is drawn
 * by the very code that draws the screen.
 */

/** Draws a smooth closed line through the middles of the sides of a polygon. */
const traceSmooth = (points, pen) => {
  const middle = (i) => {
    const [a, b] = [points[i % points.length], points[(i + 1) % points.length]];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  pen.moveTo(...middle(0));
  for (let i = 1; i <= points.length; i++) {
    pen.quadraticCurveTo(...points[i % points.length], ...middle(i));
  }
  pen.closePath();
};

/** The angles of a slice, the first from the top. */
const sliceOf = (number, count) => {
  const turn = (2 * Math.PI) / count;
  return [number * turn - Math.PI / 2, (number + 1) * turn - Math.PI / 2];
};
