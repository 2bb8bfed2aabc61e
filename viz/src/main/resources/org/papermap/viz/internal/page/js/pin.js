// @ts-check
/* The pin that shows where a text of the reader's belongs. */

const pin = (() => {
  /** @type {{x: number, y: number} | null} */
  let place = null;
  const mark = make('span', { id: 'pin', 'aria-hidden': 'true', hidden: true },
    icon('M12 21s7-6.500 7-11.500a7 7 0 0 0-14 0C5 14.500 12 21 12 21z'));

  const move = () => {
    mark.hidden = !place;
    if (!place) return;
    mark.style.setProperty('left', `${viewport.screenX(place.x)}px`);
    mark.style.setProperty('top', `${viewport.screenY(place.y)}px`);
  };

  return {
    /** @param {{x: number, y: number} | null} at */
    put: (at) => {
      if (!mark.isConnected) {
        byId('map').append(mark);
        viewport.listen(move);
      }
      place = at;
      move();
    },
  };
})();
