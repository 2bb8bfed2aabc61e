// @ts-check
/*
 * Who draws the dots: the canvas up to some thousand papers, above that the graphics card, and
 * where there is none our own splat, which also takes the canvas's place while the map moves.
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
 * @property {number} sharpness device pixels a pixel of the page
 * @property {number} radius of a dot, in pixels of the page
 * @property {string | null} edge the colour of a ring around each dot
 * @property {number} dimmed the alpha of papers that are not shown
 * @property {View2D} camera
 */

const dots = (() => {
  const mostOnCanvas = 20_000;
  const mostOnMovingCanvas = 3000; // a processor without a card stamps some 300 dots a millisecond
  const choices = ['canvas', 'webgl', 'splat'];
  /** @type {DotRenderer | null} */
  let painter = null;
  /** @type {DotRenderer | null} */
  let whileMoving = null;

  const chosen = () => {
    const asked = new URLSearchParams(location.search).get('draw');
    if (asked && choices.includes(asked)) return asked;
    if (papers.count <= mostOnCanvas) return 'canvas';
    return webgl.isReal() ? 'webgl' : 'splat';
  };

  /**
   * @param redraw is called when the card stops and the splat goes on in its place
   *
   * @param {() => void} redraw is called when the card stops and the splat goes on in its place
   */
  const prepare = (redraw) => {
    const lost = () => {
      painter = splat();
      whileMoving = painter;
      redraw();
    };
    const name = chosen();
    if (name === 'webgl') painter = webgl.open(lost) ?? splat();
    if (name === 'splat') painter = splat();
    whileMoving = painter ?? (papers.count > mostOnMovingCanvas ? splat() : null);
  };

  return {
    prepare,
    name: () => painter?.name ?? 'canvas',
    /**
     * A picture of all dots for a view, or nothing where the canvas is to draw them one by one.
     *
     * @param {DotView} view
     * @param {boolean} moving
     */
    paint: (view, moving) => (moving ? whileMoving : painter)?.paint(view) ?? null,
  };
})();
