/*
 * Who draws the dots: the canvas up to some thousand papers, above that the graphics card, and
 * where there is none our own splat, which also takes the canvas's place while the map moves.
 * `?draw=` in the address chooses, for tests and curious readers.
 */

const dots = (() => {
  const mostOnCanvas = 20_000;
  const mostOnMovingCanvas = 3000; // a processor without a card stamps some 300 dots a millisecond
  const choices = ['canvas', 'webgl', 'splat'];
  let painter = null;
  let whileMoving = null;

  const chosen = () => {
    const asked = new URLSearchParams(location.search).get('draw');
    if (choices.includes(asked)) return asked;
    if (papers.count <= mostOnCanvas) return 'canvas';
    return webgl.isReal() ? 'webgl' : 'splat';
  };

  /** @param redraw is called when the card stops and the splat goes on in its place */
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
    /** A picture of all dots for a view, or nothing where the canvas is to draw them one by one. */
    paint: (view, moving) => (moving ? whileMoving : painter)?.paint(view) ?? null,
  };
})();
