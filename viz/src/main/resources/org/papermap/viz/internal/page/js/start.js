// @ts-check
/*
 * Opens the page: numbers first, then the picture, then all that can be done with it. The script stands
 * above the texts of the papers in the file, so that the picture is seen while these are still being read.
 */

/** What tests and curious readers can ask from outside. */
const outside = () => Object.freeze({
  papers: papers.count,
  state: store.get,
  shown: () => shown.rows().slice(),
  /** @param {string} query */
  find: (query) => search.find(query).rows.map(papers.id),
  /**
   * @param {string} text
   * @param {number} [without] a row that is left out
   */
  place: (text, without) => placing.find(text, without),
  /** @param {number} row */
  paper: (row) => ({ id: papers.id(row), title: papers.title(row) }),
  /** @param {number} row */
  screen: (row) => [viewport.screenX(papers.x(row)), viewport.screenY(papers.y(row))],
  camera: viewport.position,
  labels: () => labels.seen().map((label) => {
    const { x, y, width, height } = label.box;
    return {
      kind: label.kind,
      number: label.number,
      name: labels.nameOf(label),
      text: label.box.text,
      box: [x - width / 2, y - height / 2, x + width / 2, y + height / 2],
    };
  }),
  svg: picture.svg,
  painter: dots.name,
  lit: emphasis.litBy,
  /** The rows in the order in which their dots are drawn. */
  order: () => [...dotSizes.order()],
  /** @param {number} row */
  color: (row) => colors.paper(row)[0],
});

/** Shows the picture as soon as there are places and colours. */
const show = () => {
  picking.prepare();
  colors.start();
  shown.start();
  emphasis.start();
  titleBlock.start();
  timeBrush.start();
  viewport.resize();
  drawing.prepare();
  drawing.resize();
  permalink.restoreView();
  drawing.drawFirst();
};

const begin = () => {
  fields.prepare();
  tools.start();
  panel.start();
  results.start();
  head.start();
  news.start();
  placePanel.start();
  legend.start();
  crumb.start();
  tooltip.start();
  drawing.start();
  picture.start();
  pointer.start();
  keyboard.start();
  permalink.start();
  markExchange.start();
  addEventListener('resize', () => {
    drawing.resize();
    viewport.resize();
    drawing.draw();
  });
};

const openPage = async () => {
  papers.loadPicture();
  show();
  await painted();
  performance.mark('drawn');
  drawing.sharpen();
  await wholeFile();
  pageCopy.takeRest();
  await papers.loadNumbers();
  await papers.loadTexts();
  marks.prepare();
  begin();
  await search.prepare();
  shown.update();
  legend.refresh();
  results.refresh();
  head.refresh();
  // An address may ask for a list of what is found.
  if (store.isAsking() && panel.isOpen()) panel.refresh();
  drawing.draw();
  opening.done();
  Object.assign(window, { papermap: outside() });
  performance.mark('ready');
  document.documentElement.dataset.ready = 'true';
};

/**
 * When the browser has shown what was drawn. A page in the background shows nothing.
 *
 * @returns {Promise<void>}
 */
const painted = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 100);
});

/**
 * When all of the file is read.
 *
 * @returns {Promise<void>}
 */
const wholeFile = () => new Promise((done) => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => done());
  else done();
});

openPage().catch((problem) => {
  opening.fail(problem);
  console.error(problem);
});
