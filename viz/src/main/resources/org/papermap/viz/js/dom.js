/* Finding and making elements. Text of papers enters the page here, and only as text nodes. */

const byId = (id) => document.getElementById(id);

/**
 * An element with properties (`className`, `onclick`, …), attributes (`aria-…`, `data-…`) and
 * children, which are nodes or texts.
 */
const make = (name, settings = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(settings)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

/** A line drawing in a box of 24 by 24. */
const icon = (path) => {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  const line = document.createElementNS(space, 'path');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
};

/** A round swatch in one colour, or in equal slices of several. */
const swatch = (colors) => {
  const slices = colors.map((color, i) =>
    `${color} ${(360 * i) / colors.length}deg ${(360 * (i + 1)) / colors.length}deg`);
  const made = make('span', { className: 'swatch', 'aria-hidden': 'true' });
  made.style.background = colors.length === 1 ? colors[0] : `conic-gradient(${slices})`;
  return made;
};

const counted = (count, one, many) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** A number to so many decimals, with a true minus sign where it is not nought. */
const decimals = (value, digits) =>
  value.toFixed(digits).replace(/^-(?=[0.]*$)/, '').replace('-', '−');

const onPhone = () => innerWidth < 720;
