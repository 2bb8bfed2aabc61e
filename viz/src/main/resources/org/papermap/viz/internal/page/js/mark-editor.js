// @ts-check
/* What a reader notes of one paper, and what others have noted. */

/** @param {Readonly<Mark>} mark */
const markText = ({ star, reading, tags, note }) =>
  [star ? '★' : '', reading, tags.map((tag) => `#${tag}`).join(' '), note].filter((part) => part).join(' · ');

/** @param {number} row */
const markEditor = (row) => {
  /**
   * A button that is on or off.
   *
   * @param {string} name
   * @param {() => boolean} isOn
   * @param {() => void} onclick
   */
  const toggle = (name, isOn, onclick) => {
    const button = make('button', {
      type: 'button', className: 'action', 'aria-pressed': String(isOn()), onclick,
    }, name);
    switches.push(() => button.setAttribute('aria-pressed', String(isOn())));
    return button;
  };
  /** @type {(() => void)[]} */
  const switches = [];
  /** @param {Partial<Mark>} change */
  const change = (change) => {
    marks.set(row, change);
    for (const refresh of switches) refresh();
  };

  const star = toggle('★ Star', () => marks.of(row).star, () => change({ star: !marks.of(row).star }));
  const readings = marks.readings.map((reading) => toggle(
    `${reading.charAt(0).toUpperCase()}${reading.slice(1)}`, () => marks.of(row).reading === reading,
    () => change({ reading: marks.of(row).reading === reading ? '' : reading })));

  /**
   * @param {string} name
   * @param {string} value
   * @param {string} placeholder
   * @param {(text: string) => void} taken
   */
  const field = (name, value, placeholder, taken) => {
    const input = make('input', { type: 'text', value, placeholder, maxLength: 300, autocomplete: 'off' });
    input.addEventListener('change', () => taken(input.value));
    return make('label', { className: 'mark-field' }, make('span', {}, name), input);
  };

  const others = marks.ofOthers(row).map(({ name, mark }) => make('p', { className: 'quiet', dir: 'auto' },
    make('b', {}, name), ` ${markText(mark)}`));
  return make('div', { className: 'mark-editor', role: 'group', 'aria-label': 'Your marks' },
    make('div', { className: 'actions' }, star, ...readings),
    field('Tags', marks.of(row).tags.join(', '), 'separated by commas', (text) => change({ tags: text.split(',') })),
    field('Note', marks.of(row).note, 'one line', (note) => change({ note })),
    ...others);
};
