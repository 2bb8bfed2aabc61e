// @ts-check
/* Mouse, pen and fingers on the map: hover, click, drag, pinch, wheel, lasso. */

const pointer = (() => {
  const map = byId('map');
  const clickTolerance = 4; // pixels that a click may move
  const hitRadius = { touch: 24, other: 11 };
  const pointers = /** @type {Map<number, Point>} */ (new Map());
  let moved = false;
  /** @type {Point[] | null} */
  let polygon = null;

  /**
   * @param {MouseEvent} event
   * @returns {Point}
   */
  const point = (event) => [event.clientX, event.clientY];

  /** @param {MouseEvent} event */
  const hitRadiusOf = (event) =>
    hitRadius[event instanceof PointerEvent && event.pointerType === 'touch' ? 'touch' : 'other'];

  /**
   * The paper that the pointer means, or -1: that of a title, else of a dot no name lies over.
   *
   * @param {MouseEvent} event
   * @param {PlacedLabel | undefined} label at the pointer
   */
  const paperAt = (event, label) => {
    if (label) return label.kind === 'title' || label.kind === 'landmark' ? label.number : -1;
    return picking.nearest(event.clientX, event.clientY, hitRadiusOf(event));
  };

  /** Lets stand out what a name stands for. @param {PlacedLabel | undefined} label */
  const light = (label) => {
    switch (label?.kind) {
      case 'topic': case 'island': case 'number': lightTopic(label.number); break;
      case 'subtopic': lightSubtopic(label.number); break;
      case 'area': lightArea(label.number); break;
      default: lightNothing();
    }
  };

  let hovering = 0;
  /** @param {PointerEvent} event */
  const hover = (event) => {
    if (event.pointerType === 'touch') return;
    const label = labels.at(event.clientX, event.clientY);
    const row = paperAt(event, label);
    map.classList.toggle('pointing', row >= 0 || Boolean(label));
    light(label);
    if (row === drawing.highlighted()) return;
    drawing.highlight(row);
    tooltip.show(row);
  };

  const leave = () => {
    drawing.highlight(-1);
    tooltip.show(-1);
    lightNothing();
  };

  /* What a click has changed, to be taken back when it was the first of a double-click. */
  const doubleTime = 500; // milliseconds between the two, at most
  /** @type {{state: Partial<State>, place: number[]} | null} */
  let before = null;
  let clicked = -Infinity;
  let waiting = 0;
  const patience = 260; // milliseconds
  const panelRoom = 430; // pixels

  /** @param {PointerEvent} event */
  const click = (event) => {
    const label = labels.at(event.clientX, event.clientY);
    const row = paperAt(event, label);
    const { paper, view, topic, topics } = store.get();
    if (event.timeStamp - clicked > doubleTime) {
      before = { state: { paper, view, topic, topics }, place: viewport.position() };
    }
    clicked = event.timeStamp;
    clearTimeout(waiting);
    const act = () => {
      if (row >= 0) openPaper(row);
      else if (label?.kind === 'area') viewport.show(shown.ofArea(label.number));
      else if (label) openTopic(labels.topicOf(label), event.shiftKey);
      else if (panel.isOpen()) store.set({ paper: -1, view: '' });
    };
    // The panel would take the second click of a double-click.
    if (event.pointerType === 'mouse' && !panel.isOpen() && isUnderPanel(event)) waiting = setTimeout(act, patience);
    else act();
  };

  /** Whether the panel will cover a place once it is open. @param {MouseEvent} event */
  const isUnderPanel = (event) => (hasSheets() ? event.clientY > viewport.height() / 2
    : event.clientX > viewport.width() - panelRoom);

  /** @param {MouseEvent} event */
  const doubleClick = (event) => {
    clearTimeout(waiting);
    if (before) {
      store.set(before.state, 'replace');
      viewport.jump(before.place);
    }
    before = null;
    clicked = -Infinity;
    viewport.zoomAt(event.clientX, event.clientY, event.shiftKey ? 0.5 : 2, true);
  };

  /** @param {PointerEvent} event */
  const pinch = (event) => {
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    const before = pointers.get(event.pointerId);
    if (!other || !before) return;
    const now = point(event);
    /** @param {Point} a */
    const apart = (a) => Math.max(1, Math.hypot(a[0] - other[0], a[1] - other[1]));
    viewport.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    viewport.zoomAt((now[0] + other[0]) / 2, (now[1] + other[1]) / 2, apart(now) / apart(before));
    pointers.set(event.pointerId, now);
  };

  /** @param {PointerEvent} event */
  const drag = (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = point(event);
    if (!moved && Math.hypot(now[0] - before[0], now[1] - before[1]) < clickTolerance) return;
    moved = true;
    if (polygon) {
      polygon.push(now);
      drawing.lasso(polygon);
    } else {
      map.classList.add('dragging');
      viewport.pan(now[0] - before[0], now[1] - before[1]);
    }
    pointers.set(event.pointerId, now);
  };

  const endLasso = () => {
    const drawn = polygon;
    polygon = null;
    drawing.lasso(null);
    lasso.arm(false);
    if (!drawn || drawn.length < 3) return;
    const rows = picking.inside(drawn);
    if (rows.length) store.set({ picked: rows, view: 'list' });
  };

  /** @param {PointerEvent} event */
  const pressed = (event) => {
    if (event.button > 0) return;
    map.setPointerCapture(event.pointerId);
    viewport.stop();
    pointers.set(event.pointerId, point(event));
    if (pointers.size === 1) {
      moved = false;
      polygon = lasso.isArmed() || event.shiftKey ? [point(event)] : null;
      if (polygon) {
        // No card may hide where the lasso goes.
        cancelAnimationFrame(hovering);
        leave();
      }
    } else {
      moved = true;
      polygon = null;
      drawing.lasso(null);
    }
  };

  /** @param {PointerEvent} event */
  const released = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    map.classList.remove('dragging');
    if (polygon && moved) endLasso();
    else if (!moved && event.type === 'pointerup') {
      polygon = null;
      click(event);
    }
  };

  const start = () => {
    lasso.listen((armed) => map.classList.toggle('lasso', armed));
    map.addEventListener('pointerdown', pressed);
    map.addEventListener('pointerup', released);
    map.addEventListener('pointercancel', released);
    map.addEventListener('pointerleave', leave);
    map.addEventListener('pointermove', (event) => {
      if (pointers.has(event.pointerId)) {
        if (pointers.size === 2) pinch(event);
        else if (pointers.size === 1) drag(event);
        return;
      }
      cancelAnimationFrame(hovering);
      hovering = requestAnimationFrame(() => hover(event));
    });
    map.addEventListener('wheel', (event) => {
      event.preventDefault();
      // A wheel counts in lines or pixels; a pinch on a touchpad comes as a wheel with Ctrl.
      const speed = event.deltaMode === 1 ? 0.05 : event.ctrlKey ? 0.01 : 0.0022;
      viewport.zoomAt(event.clientX, event.clientY, 2 ** (-event.deltaY * speed));
    }, { passive: false });
    map.addEventListener('dblclick', doubleClick);
  };

  return { start };
})();
