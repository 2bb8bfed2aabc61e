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

const canvasSurface = (context) => ({
  clear: (width, height, color) => {
    context.fillStyle = color;
    context.fillRect(0, 0, width, height);
  },

  /** Closed outlines, filled and stroked. */
  outlines: (rings, color, { fill, stroke }) => {
    context.beginPath();
    for (const ring of rings) traceSmooth(ring, context);
    context.fillStyle = color;
    context.globalAlpha = fill;
    context.fill('evenodd');
    if (stroke) {
      context.globalAlpha = stroke;
      context.strokeStyle = color;
      context.lineWidth = 1.2;
      context.stroke();
    }
    context.globalAlpha = 1;
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

  /** A dot in one colour, or in slices of several, with an edge against its neighbours. */
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

  /** A picture over all of the surface. */
  picture: (source, width, height) => context.drawImage(source, 0, 0, width, height),

  circle: (x, y, radius, color, width) => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  },

  /** Lines of text about a point, in a halo of the background's colour. */
  text: (lines, x, y, { size, weight, leading, color, halo, haloWidth, alpha }) => {
    context.font = `${weight} ${size}px ${theme.token('--font')}`;
    context.textAlign = 'center';
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

/** The angles of a slice, the first from the top. */
const sliceOf = (number, count) => {
  const turn = (2 * Math.PI) / count;
  return [number * turn - Math.PI / 2, (number + 1) * turn - Math.PI / 2];
};

const svgSurface = (width, height) => {
  const parts = [];
  const at = (value) => value.toFixed(2);
  const escaped = (text) => text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const pen = () => {
    const steps = [];
    return {
      moveTo: (x, y) => steps.push(`M${at(x)} ${at(y)}`),
      quadraticCurveTo: (x1, y1, x, y) => steps.push(`Q${at(x1)} ${at(y1)} ${at(x)} ${at(y)}`),
      closePath: () => steps.push('Z'),
      path: () => steps.join(''),
    };
  };
  const slice = (x, y, radius, color, [from, to]) => {
    const point = (angle) => `${at(x + radius * Math.cos(angle))} ${at(y + radius * Math.sin(angle))}`;
    const large = to - from > Math.PI ? 1 : 0;
    return `<path d="M${at(x)} ${at(y)}L${point(from)}A${at(radius)} ${at(radius)} 0 ${large} 1 `
      + `${point(to)}Z" fill="${color}"/>`;
  };

  return {
    clear: (_, __, color) => parts.push(`<rect width="100%" height="100%" fill="${color}"/>`),
    outlines: (rings, color, { fill, stroke }) => {
      const tracing = pen();
      for (const ring of rings) traceSmooth(ring, tracing);
      parts.push(`<path d="${tracing.path()}" fill="${color}" fill-opacity="${fill}" `
        + `fill-rule="evenodd" stroke="${color}" stroke-opacity="${stroke}" stroke-width="1.2"/>`);
    },
    line: (x1, y1, x2, y2, color, thickness, alpha) => parts.push(
      `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" stroke="${color}" `
      + `stroke-width="${thickness}" opacity="${alpha}"/>`),
    dot: (x, y, radius, slices, edge, alpha) => {
      parts.push(`<g opacity="${alpha}">`);
      if (slices.length > 1) {
        slices.forEach((color, i) =>
          parts.push(slice(x, y, radius, color, sliceOf(i, slices.length))));
      }
      parts.push(`<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" `
        + `fill="${slices.length > 1 ? 'none' : slices[0]}" stroke="${edge || 'none'}"/></g>`);
    },
    picture: (source) => parts.push(
      `<image width="${width}" height="${height}" href="${source.toDataURL()}"/>`),
    circle: (x, y, radius, color, thickness) => parts.push(
      `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" fill="none" stroke="${color}" `
      + `stroke-width="${thickness}"/>`),
    text: (lines, x, y, { size, weight, leading, color, halo, haloWidth, alpha }) => {
      lines.forEach((line, i) => {
        const middle = y + (i - (lines.length - 1) / 2) * leading;
        parts.push(`<text x="${at(x)}" y="${at(middle)}" font-size="${size}" font-weight="${weight}" `
          + `fill="${color}" stroke="${halo}" stroke-width="${haloWidth}" opacity="${alpha}">`
          + `${escaped(line)}</text>`);
      });
    },
    source: () => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `
      + `viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" `
      + 'text-anchor="middle" dominant-baseline="central" paint-order="stroke" '
      + `stroke-linejoin="round">\n${parts.join('\n')}\n</svg>\n`,
  };
};
