// @ts-check
/* A text of the reader's, say the title and abstract of a new paper, and where it belongs. */

const placePanel = (() => {
  const pause = 250; // milliseconds after the last letter
  let text = '';
  let asked = 0;
  let field = make('textarea');

  /** @param {Placed} placed */
  const topicLine = ({ topic, voters, nearest }) => {
    if (!voters) return make('p', {}, 'It belongs to none of the topics: nothing on this map is near.');
    if (topic < 0) return make('p', {}, 'It belongs to none of the topics: most of the papers near it are in none.');
    const chip = make('button', {
      type: 'button', className: 'chip', onclick: () => store.set({ topics: [topic], view: 'topic', topic }),
    }, swatch([colors.topic(topic)]), topicName(topic));
    return make('p', { className: 'path' }, chip, make('span', { className: 'quiet' },
      `${voters} of the ${nearest.length} papers nearest to it are in this topic`));
  };

  /** @param {Placed} placed */
  const placeText = ({ confidence, nearest, voters }) => {
    const kept = Math.round(confidence * nearest.length);
    const also = `${kept} of the ${nearest.length} are also nearest to this place on the map`;
    if (!voters) return 'The pin stands beside the papers that are least unlike it.';
    if (confidence >= 0.4) return `Its place is likely: ${also}.`;
    return confidence >= 0.15 ? `Its place is rough: ${also}.`
      : `Its place is a guess, as the papers nearest to it lie far from each other: ${also}.`;
  };

  /** @param {Placed} placed */
  const answer = (placed) => {
    const list = make('ul', { className: 'papers', 'aria-label': 'Nearest papers' });
    for (const row of placed.nearest) list.append(paperItem(row));
    walkByArrowKeys(list);
    const { same } = placed;
    return [
      ...(same < 0 ? [] : [make('p', {}, 'A paper of this title is on the map: ', make('button', {
        type: 'button', className: 'chip', onclick: () => openPaper(same),
      }, papers.title(same)))]),
      topicLine(placed),
      make('p', { className: 'quiet' }, placeText(placed)),
      make('div', { className: 'actions' },
        action('Show the place', () => viewport.reveal(placed.x, placed.y)),
        action('Show these papers', () => viewport.show([...placed.nearest]))),
      ...section('Nearest papers by its words', list),
    ];
  };

  /**
   * @param {HTMLElement} into
   * @param {boolean} moving whether the map is to show the place
   */
  const ask = async (into, moving) => {
    const number = ++asked;
    const placed = text.trim() ? await placing.find(text) : null;
    if (number !== asked || store.get().view !== 'place') return;
    pin.put(placed);
    if (!text.trim()) {
      into.replaceChildren();
      return;
    }
    if (!placed) {
      into.replaceChildren(make('p', {}, 'None of its words is on this map.'));
      announce('None of its words is on this map.');
      return;
    }
    into.replaceChildren(...answer(placed));
    announce(placed.topic < 0 ? 'Belongs to none of the topics' : `Belongs to ${topicName(placed.topic)}`);
    if (moving) viewport.reveal(placed.x, placed.y);
  };

  let isOpening = false;
  panel.register('place', () => {
    const result = make('div', { className: 'placed' });
    field = make('textarea', {
      id: 'place-text', rows: 6, value: text, placeholder: 'A title, and an abstract', dir: 'auto', spellcheck: false,
    });
    let waiting = 0;
    field.addEventListener('input', () => {
      text = field.value;
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask(result, true), pause);
    });
    void ask(result, isOpening);
    isOpening = false;
    return [
      heading('Place a paper', 'plain'),
      make('label', { className: 'quiet', htmlFor: 'place-text' },
        'Paste a title and an abstract to see where on this map they belong. Nothing is sent anywhere.'),
      field,
      result,
    ];
  });

  // It stays while one looks at the papers near it.
  const start = () => store.listen(({ view, paper }) => {
    if (view !== 'place' && paper < 0) pin.put(null);
  });

  /** Shows where a text belongs. @param {string} query */
  const open = (query) => {
    text = query;
    isOpening = true;
    store.set({ view: 'place', paper: -1, query: '' });
    field.focus();
  };

  /** The offer to place what is in the search box, where that is a text. @param {string} query */
  const offer = (query) => (placing.isText(query)
    ? [make('button', { type: 'button', className: 'action', onclick: () => open(query) }, 'Place this text on the map')]
    : []);

  return { start, offer };
})();
