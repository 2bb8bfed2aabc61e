// @ts-check
/* Says short things to readers who listen to the page. */

/** @param {string} text */
const announce = (text) => {
  byId('live').textContent = text;
};
