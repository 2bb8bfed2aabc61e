// @ts-check
/* Shows two maps on one frame, and lists what has changed. */

const byId = (id) => document.getElementById(id);
const { said, dots, before, now } = JSON.parse(byId('data').textContent);
const canvas = byId('canvas');
const pen = canvas.getContext('2d');
const slider = byId('slider');
const hover = byId('hover');
const shownAtFirst = 50;
const movedFrom = 0.05;
const count = dots.x1.length;
let marked = -1;

const make = (tag, settings = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(settings)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
};

const counted = (number, one, many) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const percent = (share) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}\u00a0%`;

/** A day as people write it. */
const dayOf = (iso) => (iso ? new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB',
  { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }) : '');

/* The picture. */

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const box = (() => {
  const lows = [Infinity, Infinity];
  const highs = [-Infinity, -Infinity];
  for (const [axis, list] of [[0, dots.x0], [0, dots.x1], [1, dots.y0], [1, dots.y1]]) {
    for (const value of list) {
      lows[axis] = Math.min(lows[axis], value);
      highs[axis] = Math.max(highs[axis], value);
    }
  }
  return count ? { lows, highs } : { lows: [0, 0], highs: [dots.steps, dots.steps] };
})();

const margin = 22;
let [width, height, scale] = [1, 1, 1];

const resize = () => {
  const ratio = Math.min(3, devicePixelRatio || 1);
  width = canvas.clientWidth;
  const [across, down] = [0, 1].map((axis) => Math.max(1, box.highs[axis] - box.lows[axis]));
  scale = Math.min((width - 2 * margin) / across, (Math.max(260, innerHeight - 210) - 2 * margin) / down);
  height = Math.round(down * scale + 2 * margin);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
};

const screenX = (x) => (x - (box.lows[0] + box.highs[0]) / 2) * scale + width / 2;
const screenY = (y) => height / 2 - (y - (box.lows[1] + box.highs[1]) / 2) * scale;

const radius = () => Math.min(5, Math.max(1.6, 70 / Math.sqrt(Math.max(1, count))));

/** Where a paper is at a time from 0, then, to 1, now. */
const placeOf = (i, time) => [
  screenX(dots.x0[i] + (dots.x1[i] - dots.x0[i]) * time),
  screenY(dots.y0[i] + (dots.y1[i] - dots.y0[i]) * time),
];

const distanceOf = (i) => Math.hypot(dots.x1[i] - dots.x0[i], dots.y1[i] - dots.y0[i]) / dots.steps;

const kinds = ['--kept', '--new', '--gone'];

const drawDot = (i, time, colors) => {
  const state = dots.state[i];
  const [x, y] = placeOf(i, time);
  const moved = state === 0 && distanceOf(i) >= movedFrom;
  const color = moved ? colors.moved : colors[kinds[state]];
  if (moved) {
    const [fromX, fromY] = placeOf(i, 0);
    pen.globalAlpha = 0.45;
    pen.strokeStyle = color;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(x, y);
    pen.stroke();
  }
  pen.globalAlpha = state === 1 ? time : state === 2 ? 1 - 0.75 * time : 0.8;
  pen.beginPath();
  pen.arc(x, y, radius() * (state ? 1.35 : 1), 0, 2 * Math.PI);
  if (state === 2) {
    pen.strokeStyle = color;
    pen.lineWidth = 1.6;
    pen.stroke();
  } else {
    pen.fillStyle = color;
    pen.fill();
  }
};

/** Names that have room, the largest topics first. */
const drawNames = (names, alpha) => {
  if (alpha <= 0) return;
  const taken = [];
  pen.font = '600 12.5px ui-sans-serif, system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  for (const { text, x, y } of [...names].sort((a, b) => b.papers - a.papers)) {
    const half = pen.measureText(text).width / 2;
    const middle = Math.min(width - half - 4, Math.max(half + 4, screenX(x)));
    const at = screenY(y);
    const meets = taken.some(([left, top, right, bottom]) =>
      middle - half < right && middle + half > left && at - 9 < bottom && at + 9 > top);
    if (meets) continue;
    taken.push([middle - half - 4, at - 9, middle + half + 4, at + 9]);
    pen.globalAlpha = alpha;
    pen.strokeStyle = token('--surface');
    pen.lineWidth = 4;
    pen.strokeText(text, middle, at);
    pen.fillStyle = token('--text');
    pen.fillText(text, middle, at);
  }
};

const draw = () => {
  const time = Number(slider.value) / 100;
  const colors = Object.fromEntries(kinds.map((kind) => [kind, token(kind)]));
  colors.moved = token('--moved');
  pen.globalAlpha = 1;
  pen.clearRect(0, 0, width, height);
  for (const pass of [0, 2, 1]) {
    for (let i = 0; i < count; i++) if (dots.state[i] === pass) drawDot(i, time, colors);
  }
  drawNames(before, Math.max(0, 1 - 2 * time));
  drawNames(now, Math.max(0, 2 * time - 1));
  if (marked >= 0) {
    const [x, y] = placeOf(marked, time);
    pen.globalAlpha = 1;
    pen.strokeStyle = token('--text');
    pen.lineWidth = 2.5;
    pen.beginPath();
    pen.arc(x, y, radius() + 6, 0, 2 * Math.PI);
    pen.stroke();
  }
  document.documentElement.dataset.time = String(time);
};

const mark = (i) => {
  if (i === marked) return;
  marked = i;
  for (const item of document.querySelectorAll('li[data-dot]')) {
    item.classList.toggle('marked', Number(item.dataset.dot) === i && i >= 0);
  }
  draw();
};

const nearest = (x, y) => {
  const time = Number(slider.value) / 100;
  let [best, least] = [-1, 12];
  for (let i = 0; i < count; i++) {
    const [atX, atY] = placeOf(i, time);
    const distance = Math.hypot(atX - x, atY - y);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
};

canvas.addEventListener('pointermove', (event) => {
  const frame = canvas.getBoundingClientRect();
  const i = nearest(event.clientX - frame.left, event.clientY - frame.top);
  mark(i);
  hover.hidden = i < 0;
  if (i < 0) return;
  hover.textContent = dots.titles[i];
  hover.style.left = `${Math.min(width - 220, event.clientX - frame.left + 14)}px`;
  hover.style.top = `${event.clientY - frame.top + 14}px`;
});
canvas.addEventListener('pointerleave', () => {
  hover.hidden = true;
  mark(-1);
});

/* The words. */

const rowOfId = new Map(dots.ids.map((id, i) => [`${dots.state[i] === 2 ? 'gone' : 'is'} ${id}`, i]));

const summary = () => {
  const { earlier, later } = said;
  if (said.nothingChanged) return `Nothing changed: the same ${counted(later.papers, 'paper', 'papers')} in the same places and topics.`;
  const stayed = dots.state.every((state, i) => state !== 0 || distanceOf(i) === 0);
  const changed = said.topics.filter(({ changes }) => changes.some((one) => one !== 'KEPT')).length;
  return `From ${counted(earlier.papers, 'paper', 'papers')}${earlier.day ? ` on ${dayOf(earlier.day)}` : ''} to `
    + `${later.papers.toLocaleString('en')}${later.day ? ` on ${dayOf(later.day)}` : ''}: `
    + `${said.arrived.length.toLocaleString('en')} new, ${said.gone.length.toLocaleString('en')} gone, `
    + (stayed ? 'the others have not moved. '
      : `${said.moved.length.toLocaleString('en')} moved by 5\u00a0% of the map's width or more. `
      + `Half of those on both maps moved less than ${percent(said.medianMove)}. `)
    + `${counted(changed, 'topic', 'topics')} changed.`;
};

const link = ({ title, url }) => (url && /^https?:/i.test(url)
  ? make('a', { href: url, rel: 'noreferrer', dir: 'auto' }, title)
  : make('span', { dir: 'auto' }, title));

const paperItem = (paper, kind) => {
  const i = rowOfId.get(`${kind === 'gone' ? 'gone' : 'is'} ${paper.id}`) ?? -1;
  const facts = [paper.date ? dayOf(paper.date) : '',
    kind === 'moved' && paper.earlierTopic !== paper.topic
      ? `${paper.earlierTopic || 'no topic'} → ${paper.topic || 'no topic'}` : paper.topic || 'no topic',
    paper.move === undefined ? '' : `moved by ${percent(paper.move)} of the width`];
  const item = make('li', { onpointerenter: () => mark(i), onpointerleave: () => mark(-1) },
    link(paper), make('small', { dir: 'auto' }, facts.filter((fact) => fact).join(' · ')));
  item.dataset.dot = String(i);
  return item;
};

const paperList = (title, papers, kind) => {
  if (!papers.length) return [];
  const list = make('ul', { className: 'papers', 'aria-label': title });
  list.append(...papers.slice(0, shownAtFirst).map((paper) => paperItem(paper, kind)));
  const rest = papers.slice(shownAtFirst);
  const more = make('button', {
    type: 'button',
    onclick: () => {
      list.append(...rest.map((paper) => paperItem(paper, kind)));
      more.remove();
    },
  }, `Show ${rest.length.toLocaleString('en')} more`);
  return [make('h2', {}, `${title} (${papers.length.toLocaleString('en')})`), list, ...(rest.length ? [more] : [])];
};

const parts = (list) => list.map(({ name, papers }) => `${name} (${papers.toLocaleString('en')})`).join(', ');

/** What became of a topic, a sentence each. */
const sentences = ({ changes, earlierName, from, into, arrived, left }) => {
  const told = {
    BORN: () => (from.length ? `new, out of ${parts(from)}` : 'new'),
    GREW: () => `grew${arrived ? `, ${arrived.toLocaleString('en')} new` : ''}`,
    SHRANK: () => `shrank${left ? `, ${left.toLocaleString('en')} gone` : ''}`,
    SPLIT: () => `split into ${parts(into)}`,
    MERGED: () => `merged from ${parts(from)}`,
    RENAMED: () => `was called ${earlierName}`,
    KEPT: () => 'as it was',
    GONE: () => (changes.includes('SPLIT') || !into.length ? 'gone' : `gone, mostly into ${parts(into)}`),
  };
  return changes.map((change) => told[change]?.() ?? '').filter((text) => text).join('; ');
};

const topicTable = () => {
  const changed = said.topics.filter(({ changes }) => changes.some((one) => one !== 'KEPT'));
  if (!changed.length) return [];
  const cell = (tag, text, className = '') => make(tag, { className, dir: 'auto' }, text);
  const rows = changed.map((topic) => make('tr', {},
    make('th', { scope: 'row', dir: 'auto' }, topic.name),
    cell('td', sentences(topic)),
    cell('td', topic.earlierNumber < 0 ? '' : topic.earlierPapers.toLocaleString('en'), 'number'),
    cell('td', topic.number < 0 ? '' : topic.papers.toLocaleString('en'), 'number'),
    cell('td', topic.overlap > 0 ? percent(topic.overlap) : '', 'number')));
  const head = [['Topic', ''], ['What became of it', ''], ['papers then', 'number'], ['now', 'number'], ['overlap', 'number']]
    .map(([text, className]) => make('th', { scope: 'col', className }, text));
  return [make('h2', {}, `Topics that changed (${changed.length.toLocaleString('en')} of ${said.topics.length.toLocaleString('en')})`),
    make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows)),
    make('p', { className: 'quiet' }, 'Overlap: of the papers on both maps that are in the topic then or now, the share that is in it both times.')];
};

const key = [
  ['kept', 'on both maps'],
  ...(said.arrived.length ? [['new', 'new']] : []),
  ...(said.gone.length ? [['gone', 'gone']] : []),
  ...(said.moved.length ? [['moved', 'moved, with its way']] : []),
];

byId('summary').textContent = summary();
byId('then').textContent = said.earlier.day ? `Then: ${dayOf(said.earlier.day)}` : 'Then';
byId('now').textContent = said.later.day ? `Now: ${dayOf(said.later.day)}` : 'Now';
byId('key').append(...key.map(([name, text]) => make('li', {}, make('i', { className: name }), text)));
byId('lists').append(
  ...topicTable(),
  ...paperList('New papers', said.arrived, 'new'),
  ...paperList('Papers that are gone', said.gone, 'gone'),
  ...paperList('Papers that moved', said.moved, 'moved'),
  ...(said.nothingChanged ? [make('p', {}, 'Nothing changed.')] : []),
);
const follow = () => {
  resize();
  draw();
};
slider.addEventListener('input', draw);
addEventListener('resize', follow);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
follow();
document.documentElement.dataset.ready = 'true';
