/* Says short things to readers who listen to the page. */

const announce = (text) => {
  byId('live').textContent = text;
};
