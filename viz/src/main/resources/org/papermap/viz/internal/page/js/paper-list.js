// @ts-check
/* Papers as list items: in search results, among the nearest, in lists. */

/**
 * What a list says of a paper: its authors and date, if it has them, its topic, and its mark.
 *
 * @param {number} row
 */
const summaryOf = (row) => [
  papers.authors(row).length > 1 ? `${papers.authors(row)[0]} and others` : papers.authors(row)[0] ?? '',
  papers.date(row),
  topicName(papers.topic(row)),
  marks.of(row).star ? '★' : '',
  marks.of(row).reading,
].filter((part) => part).join(' · ');

/**
 * A list item that opens the paper.
 *
 * @param {number} row
 * @param {{similarity?: number, note?: Node | string}} [settings] `similarity` is shown beside it, `note` below
 */
const paperItem = (row, { similarity, note } = {}) => {
  const title = make('span', { className: 'paper-title', dir: 'auto' },
    keywordSearch.highlight(papers.title(row)));
  const button = make('button', {
    type: 'button',
    className: 'paper',
    onclick: () => openPaper(row),
    onmouseenter: () => drawing.highlight(row),
    onmouseleave: () => drawing.highlight(-1),
    onfocus: () => drawing.highlight(row),
    onblur: () => drawing.highlight(-1),
  }, swatch(colors.paper(row)),
  make('span', { className: 'paper-text' }, title,
    make('small', {}, keywordSearch.highlight(summaryOf(row))), ...(note ? [note] : [])));
  button.dataset.row = String(row);
  if (similarity !== undefined) {
    const value = make('span', { className: 'similarity', title: 'How alike the two are; 1 is the same' }, decimals(similarity, 2));
    value.prepend(make('span', { className: 'unseen' }, 'similarity '));
    button.append(value);
  }
  return make('li', {}, button);
};

/**
 * Lets arrow keys move within a list of papers or buttons, and upwards from the first to `before`.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement | null} [before]
 */
const walkByArrowKeys = (list, before = null) => {
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('button.paper'));
    const buttons = [...(all.length ? all : list.querySelectorAll('button'))];
    const at = buttons.findIndex((button) =>
      button === document.activeElement || button.closest('li')?.contains(document.activeElement));
    const next = event.key === 'ArrowDown' ? buttons[at + 1] : at === 0 ? before : buttons[at - 1];
    event.preventDefault();
    event.stopPropagation();
    next?.focus();
  });
};
