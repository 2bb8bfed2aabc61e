// @ts-check
/* Says for a moment what has just been done, to all readers. */

const toast = (() => {
  const shownFor = 4000; // milliseconds
  let waiting = 0;

  /** @param {string} text */
  return (text) => {
    const line = byId('toast');
    line.textContent = text;
    line.hidden = false;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      line.hidden = true;
    }, shownFor);
    announce(text);
  };
})();
