// @ts-check
/* Finding and making elements. Text of papers enters the page here, and only as text nodes. */

/**
 * The elements of map.html that scripts look for, by id.
 *
 * @typedef {object} PageElements
 * @property {HTMLCanvasElement} canvas
 * @property {HTMLInputElement} query
 * @property {HTMLSelectElement} color-by
 * @property {HTMLElement} map
 * @property {HTMLElement} hover
 * @property {HTMLElement} head
 * @property {HTMLElement} counts
 * @property {HTMLElement} asked
 * @property {HTMLElement} results
 * @property {HTMLElement} from
 * @property {HTMLElement} crumb
 * @property {HTMLElement} brush
 * @property {HTMLElement} legend
 * @property {HTMLElement} legend-fold
 * @property {HTMLElement} legend-rows
 * @property {HTMLElement} legend-foot
 * @property {HTMLElement} panel
 * @property {HTMLElement} tools
 * @property {HTMLElement} live
 * @property {HTMLElement} toast
 * @property {HTMLElement} meta
 * @property {HTMLElement} picture
 * @property {HTMLElement} columns
 * @property {HTMLElement} papers
 * @property {HTMLElement} abstracts
 * @property {HTMLElement} meaning
 * @property {HTMLElement} marks
 */

/**
 * Properties and attributes of an element that is made.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @typedef {Partial<Omit<HTMLElementTagNameMap[Tag], 'style'>>
 *   & {[attribute: `aria-${string}` | `data-${string}`]: string}} Settings
 */

/**
 * @template {keyof PageElements} Id
 * @param {Id} id
 */
const byId = (id) => /** @type {PageElements[Id]} */ (document.getElementById(id));

/**
 * The text of an element; none where a file is cut off.
 *
 * @param {keyof PageElements} id
 */
const textOf = (id) => document.getElementById(id)?.textContent ?? '';

/**
 * An element with properties (`className`, `onclick`, …), attributes (`aria-…`, `data-…`) and
 * children.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Settings<Tag>} [settings]
 * @param {...(Node | string)} children
 */
const make = (tag, settings = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(settings)) {
    if (key in made) Reflect.set(made, key, value);
    else made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
};

/**
 * A line drawing in a box of 24 by 24.
 *
 * @param {string} path as SVG writes it
 */
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

/**
 * A round swatch in one colour, or in equal slices of several.
 *
 * @param {readonly string[]} colors
 */
const swatch = (colors) => {
  const slices = colors.map((color, i) =>
    `${color} ${(360 * i) / colors.length}deg ${(360 * (i + 1)) / colors.length}deg`);
  const made = make('span', { className: 'swatch', 'aria-hidden': 'true' });
  made.style.background = colors.length === 1 ? colors[0] : `conic-gradient(${slices})`;
  return made;
};

/**
 * A number with its noun.
 *
 * @param {number} count
 * @param {string} one the noun for one
 * @param {string} many the noun for several
 */
const counted = (count, one, many) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/**
 * A number to so many decimals, with a true minus sign, and zero without one.
 *
 * @param {number} value
 * @param {number} digits
 */
const decimals = (value, digits) =>
  value.toFixed(digits).replace(/^-(?=[0.]*$)/, '').replace('-', '−');

const onPhone = () => innerWidth < 720;

/** Whether lists and details stand in sheets at the foot, under the map. */
const hasSheets = () => innerWidth < 1180;
