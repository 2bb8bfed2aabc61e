// @ts-check
/* The small card beside the paper under the pointer. */

const tooltip = (() => {
  const card = byId('hover');

  /** @param {number} row */
  const names = (row) => {
    const authors = papers.authors(row);
    const first = authors.slice(0, 3).join(', ');
    return authors.length > 3 ? `${first} and ${authors.length - 3} more` : first;
  };

  /**
   * @param {Node | string} mark
   * @param {...string} texts
   */
  const line = (mark, ...texts) => make('span', { className: 'line' }, mark, make('span', {}, ...texts));

  /** @param {number} row */
  const show = (row) => {
    if (row < 0) {
      card.hidden = true;
      return;
    }
    const from = [names(row), papers.date(row)].filter((part) => part).join(' · ');
    const topic = papers.topic(row);
    card.replaceChildren(make('b', { dir: 'auto' }, papers.title(row)));
    if (from) card.append(line('', from));
    card.append(line(swatch([colors.topic(topic)]), topicName(topic)));
    const own = papers.themes(row);
    if (own.length) {
      card.append(line(swatch(own.map(colors.theme)),
        own.map((number) => meta.themes[number].name).join(', ')));
    }
    card.hidden = false;
    place(row);
  };

  /**
   * Puts the card beside the dot, on the side with room for it.
   *
   * @param {number} row
   */
  const place = (row) => {
    const [x, y] = [viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row))];
    const [width, height] = [card.offsetWidth, card.offsetHeight];
    const left = x + 16 + width > viewport.width() - 8 ? x - width - 16 : x + 16;
    const top = y + 14 + height > viewport.height() - 8 ? y - height - 14 : y + 14;
    card.style.translate = `${Math.max(8, left)}px ${Math.max(8, top)}px`;
  };

  const start = () => {
    viewport.listen(() => show(-1));
    store.listen((now, before) => {
      if (differ(now, before, 'paper', 'view')) show(-1);
    });
  };

  return { start, show };
})();
