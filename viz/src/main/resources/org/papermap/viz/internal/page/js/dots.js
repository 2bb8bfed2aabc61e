// @ts-check
/*
 * Which renderer draws the dots: none up to some thousand papers, where the canvas draws them one by
 * one; above that the graphics card, or where there is none the splat renderer, which also takes the
 * canvas's place while the map moves.
 * `?draw=` in the address chooses, for tests and curious readers.
 */

/**
 * The contract of renderers: what draws all dots at once.
 *
 * @typedef {object} DotRenderer
 * @property {'webgl' | 'splat'} name
 * @property {(view: DotView) => HTMLCanvasElement} paint gives a picture of all dots that covers
 *   the window, transparent where no dot is; the next call draws on the same canvas
 */

/**
 * What a picture of all dots shows.
 *
 * @typedef {object} DotView
 * @property {number} width of the window, in pixels of the page
 * @property {number} height
 * @property {number} pixelRatio device pixels a pixel of the page
 * @property {readonly number[]} radii of the classes of dots, in pixels of the page; see dot-sizes.js
 * @property {string} dimmed the colour of papers that do not stand out
 * @property {ViewportPosition} position
 */

const dots = (() => {
  const mostOnCanvas = 20_000;
  const mostOnMovingCanvas = 3000; // a processor without a card stamps some 300 dots a millisecond
  const choices = ['canvas', 'webgl', 'splat'];
  /** @type {DotRenderer | null} */
  let renderer = null;
  /** @type {DotRenderer | null} */
  let movingRenderer = null;

  const chosen = () => {
    const asked = new URLSearchParams(location.search).get('draw');
    if (asked && choices.includes(asked)) return asked;
    if (papers.count <= mostOnCanvas) return 'canvas';
    return webgl.isReal() ? 'webgl' : 'splat';
  };

  /**
   * @param {() => void} redraw is called when the card stops and the splat goes on in its place
   */
  const prepare = (redraw) => {
    const lost = () => {
      renderer = splat();
      movingRenderer = renderer;
      redraw();
    };
    const name = chosen();
    if (name === 'webgl') renderer = webgl.open(lost) ?? splat();
    if (name === 'splat') renderer = splat();
    movingRenderer = renderer ?? (papers.count > mostOnMovingCanvas ? splat() : null);
  };

  return {
    prepare,
    name: () => renderer?.name ?? 'canvas',
    /**
     * A picture of all dots, or null where the canvas is to draw them one by one.
     *
     * @param {DotView} view
     * @param {boolean} moving
     */
    paint: (view, moving) => (moving ? movingRenderer : renderer)?.paint(view) ?? null,
  };
})();
