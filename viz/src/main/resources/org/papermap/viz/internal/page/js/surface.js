// @ts-check
/*
 * What the picture is drawn on. There are two surfaces, a canvas and an SVG text, so that what is
 * saved is drawn by the very code that draws the screen.
 */

/**
 * The contract of surfaces. Lengths are in pixels of the page, from the top left; colours are as
 * CSS writes them; `alpha` is in [0, 1].
 *
 * @typedef {object} Surface
 * @property {(width: number, height: number, color: string) => void} clear
 * @property {(x: number, y: number, width: number, height: number, color: string) => void} rect
 * @property {(x1: number, y1: number, x2: number, y2: number, color: string, width: number,
 *   alpha: number) => void} line
 * @property {(points: readonly Point[], color: string, alpha: number) => void} area fills what lies
 *   between points
 * @property {DrawDot} dot
 * @property {(source: HTMLCanvasElement, width: number, height: number) => void} picture
 *   draws a picture over all of the surface
 * @property {(source: HTMLCanvasElement, x: number, y: number, width: number, height: number,
 *   alpha: number) => void} image draws a picture stretched to a size, from its top left
 * @property {(x: number, y: number, radius: number, color: string, width: number) => void} circle
 * @property {(lines: readonly string[], x: number, y: number, style: TextStyle) => void} text
 *   writes lines about a point, in a halo of the background's colour
 */

/**
 * Draws a dot in one colour, or in slices of several, with an edge against its neighbours.
 *
 * @callback DrawDot
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {readonly string[]} slices
 * @param {string | null} edge
 * @param {number} alpha
 * @returns {void}
 */

/** @typedef {[x: number, y: number]} Point */

/**
 * How lines of text are set; they stand in the middle of their point, or begin there.
 *
 * @typedef {LabelStyle & {color: string, halo: string, alpha: number, align?: 'start'}} TextStyle
 */

/**
 * The angles of a slice, the first from the top.
 *
 * @param {number} number
 * @param {number} count
 * @returns {[from: number, to: number]}
 */
const sliceOf = (number, count) => {
  const turn = (2 * Math.PI) / count;
  return [number * turn - Math.PI / 2, (number + 1) * turn - Math.PI / 2];
};
