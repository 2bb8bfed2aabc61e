// @ts-check
/* The page as it stood in its file, so that a copy of it can be saved. */

const pageCopy = (() => {
  // Taken before any script changes the page. Long texts are shared with the page, not copied.
  const untouched = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  const self = document.currentScript;

  /** What the file has below its script, which runs while the rest is still being read. */
  const takeRest = () => {
    const body = untouched.querySelector('body');
    for (let next = self?.nextSibling; next; next = next.nextSibling) body?.append(next.cloneNode(true));
  };

  /**
   * The file with other marks in it.
   *
   * @param {string} marksText
   */
  const html = (marksText) => {
    const copy = /** @type {HTMLElement} */ (untouched.cloneNode(true));
    const place = copy.querySelector('#marks');
    if (place) place.textContent = marksText;
    return `<!doctype html>\n${copy.outerHTML}\n`;
  };

  /**
   * The marks in the text of a file that was saved so, or nothing.
   *
   * @param {string} file
   */
  const marksIn = (file) => {
    const start = 'id="marks">';
    const from = file.indexOf(start);
    const to = file.indexOf('</' + 'script>', from);
    return from < 0 || to < 0 ? '' : file.slice(from + start.length, to).trim();
  };

  return { takeRest, html, marksIn };
})();
