// @ts-check
/* An SVG text to draw on. */

/**
 * @param {number} width
 * @param {number} height
 * @returns {Surface & {source: () => string}}
 */
const svgSurface = (width, height) => {
  const parts = /** @type {string[]} */ ([]);
  /** @param {number} value */
  const at = (value) => value.toFixed(2);
  /** @param {string} text */
  const escaped = (text) => text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {string} color
   * @param {readonly [from: number, to: number]} angles
   */
  const slice = (x, y, radius, color, [from, to]) => {
    /** @param {number} angle */
    const point = (angle) => `${at(x + radius * Math.cos(angle))} ${at(y + radius * Math.sin(angle))}`;
    const large = to - from > Math.PI ? 1 : 0;
    return `<path d="M${at(x)} ${at(y)}L${point(from)}A${at(radius)} ${at(radius)} 0 ${large} 1 `
      + `${point(to)}Z" fill="${color}"/>`;
  };

  return {
    clear: (_, __, color) => parts.push(`<rect width="100%" height="100%" fill="${color}"/>`),
    rect: (x, y, wide, high, color) => parts.push(
      `<rect x="${at(x)}" y="${at(y)}" width="${at(wide)}" height="${at(high)}" fill="${color}"/>`),
    line: (x1, y1, x2, y2, color, thickness, alpha) => parts.push(
      `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" stroke="${color}" `
      + `stroke-width="${thickness}" opacity="${alpha}"/>`),
    area: (points, color, alpha) => parts.push(
      `<path d="M${points.map(([x, y]) => `${at(x)} ${at(y)}`).join('L')}Z" fill="${color}" opacity="${alpha}"/>`),
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
    image: (source, x, y, wide, high, alpha) => parts.push(
      `<image x="${at(x)}" y="${at(y)}" width="${at(wide)}" height="${at(high)}" opacity="${at(alpha)}" `
      + `href="${source.toDataURL()}"/>`),
    circle: (x, y, radius, color, thickness) => parts.push(
      `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" fill="none" stroke="${color}" `
      + `stroke-width="${thickness}"/>`),
    text: (lines, x, y, { size, weight, leading, color, halo, haloWidth, alpha, align }) => {
      lines.forEach((line, i) => {
        const middle = y + (i - (lines.length - 1) / 2) * leading;
        parts.push(`<text x="${at(x)}" y="${at(middle)}" font-size="${size}" font-weight="${weight}" `
          + `fill="${color}" stroke="${halo || 'none'}" stroke-width="${haloWidth}" opacity="${alpha}"`
          + `${align ? ` text-anchor="${align}"` : ''}>`
          + `${escaped(line)}</text>`);
      });
    },
    source: () => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `
      + `viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" `
      + 'text-anchor="middle" dominant-baseline="central" paint-order="stroke" '
      + `stroke-linejoin="round">\n${parts.join('\n')}\n</svg>\n`,
  };
};
