/* Opens the page: numbers first, then the picture, then all that can be done with it. */

/** What tests and curious readers can ask from outside. */
const outside = () => Object.freeze({
  papers: papers.count,
  state: store.get,
  shown: () => shown.rows().slice(),
  paper: (row) => ({ id: papers.id(row), title: papers.title(row) }),
  screen: (row) => [camera.screenX(papers.x(row)), camera.screenY(papers.y(row))],
  camera: camera.place,
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
  svg: drawing.svg,
});

const open = async () => {
  await papers.load();
  colors.start();
  shown.start();
  camera.resize();
  drawing.prepare();
  drawing.resize();
  labels.prepare();
  tools.start();
  panel.start();
  head.start();
  legend.start();
  hoverCard.start();
  drawing.start();
  pointer.start();
  keyboard.start();
  await search.prepare();
  permalink.start();
  shown.update();
  head.refresh();
  addEventListener('resize', () => {
    drawing.resize();
    camera.resize();
    drawing.draw();
  });
  drawing.draw();
  byId('opening').remove();
  window.papermap = outside();
  document.documentElement.dataset.ready = 'true';
};

open().catch((problem) => {
  byId('opening').textContent = 'This map could not be opened: '
    + (window.DecompressionStream ? problem.message : 'the browser is too old. Please use a newer one.');
  throw problem;
});
