// @ts-check
/* Charts of buttons: bars one below the other, and columns side by side. Each shows its papers alone. */

/**
 * A bar with its name and count.
 *
 * @param {string} name
 * @param {number} count
 * @param {number} most the count of the longest bar
 * @param {string} color
 * @param {() => void} onclick
 * @param {(() => void) | null} [light] lets its papers stand out on the map
 * @param {boolean} [pressed]
 */
const barLink = (name, count, most, color, onclick, light = null, pressed = false) => {
  const fill = make('span', { className: 'fill', 'aria-hidden': 'true' });
  fill.style.width = `${(100 * count) / Math.max(1, most)}%`;
  fill.style.background = color;
  const made = make('button', { type: 'button', className: 'bar-link', 'aria-pressed': String(pressed), onclick },
    make('span', { className: 'name', dir: 'auto' }, name),
    make('span', { className: 'count' }, count.toLocaleString('en')), fill);
  if (light) {
    made.addEventListener('mouseenter', light);
    made.addEventListener('mouseleave', lightNothing);
  }
  return made;
};

/** @typedef {{text: string, count: number, isIn: boolean, choose: (more: boolean) => void}} ChartColumn */

/**
 * Columns side by side over an axis with names at its ends.
 *
 * @param {readonly ChartColumn[]} columns
 * @param {string} color
 * @param {readonly [string, string]} ends
 */
const columnChart = (columns, color, [from, to]) => {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const chart = make('div', { className: 'time-chart low' }, ...columns.map(({ text, count, isIn, choose }) => {
    const fill = make('span');
    fill.style.height = `${Math.max(count ? 3 : 0, (100 * count) / most)}%`;
    if (isIn) fill.style.background = color;
    return make('button', {
      type: 'button', className: isIn ? 'bar' : 'bar out', 'aria-label': text, title: text,
      onclick: (event) => choose(event.shiftKey),
    }, fill);
  }));
  return make('div', {}, chart, make('div', { className: 'ramp-ends' }, make('span', {}, from), make('span', {}, to)));
};
