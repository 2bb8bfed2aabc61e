// @ts-check
/* What the page says while it opens, and what it says in place of a map that does not. */

const opening = (() => {
  /* Not by byId: whatever fails first must find this working. */
  const line = /** @type {HTMLElement} */ (document.getElementById('opening'));
  let open = false;

  /** @param {string} sentence */
  const fail = (sentence) => {
    if (open || line.classList.contains('failed')) return;
    line.classList.add('failed');
    line.textContent = sentence;
  };

  /** @param {unknown} problem */
  const told = (problem) => (problem instanceof PageError ? problem.message
    : `This map could not be opened: ${problem instanceof Error ? problem.message : problem}.`);

  addEventListener('error', (event) => fail(told(event.error ?? event.message)));

  return {
    /** @param {unknown} problem */
    fail: (problem) => fail(told(problem)),
    done: () => {
      open = true;
      line.remove();
    },
  };
})();

/** A fault that the reader can do something about, told in whole sentences. */
class PageError extends Error {}
