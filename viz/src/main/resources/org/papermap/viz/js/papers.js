/* The papers: their numbers first, their words once these are loaded. */

const papers = (() => {
  const count = meta.papers;
  const idInUrl = '\u0001';
  const blocks = byId('abstracts').textContent.split('\n').filter((block) => block);
  const described = new Map(meta.columns.map((column) => [column.name, column]));
  const opened = new Map();
  const columns = new Map();
  const texts = {};
  let bytes = new Uint8Array(0);
  let x = new Float32Array(0);
  let y = x;
  let topic = new Int32Array(0);
  let subtopic = topic;

  /** The whole numbers of a column; see Columns.java. */
  const decoded = ({ offset, length, width, low, back }) => {
    const values = new Int32Array(length);
    for (let plane = 0; plane < width; plane++) {
      const from = offset + plane * length;
      for (let i = 0; i < length; i++) values[i] |= bytes[from + i] << (8 * plane);
    }
    for (let i = 0; i < length; i++) values[i] += low;
    if (back) for (let i = back; i < length; i++) values[i] += values[i - back];
    return values;
  };

  const has = (name) => described.has(name);

  /** A column's numbers; those that are rarely asked for are decoded when they are. */
  const column = (name) => {
    if (!columns.has(name)) columns.set(name, decoded(described.get(name)));
    return columns.get(name);
  };

  const scaled = (name, index) => column(name)[index] / described.get(name).scale;

  const places = (name) => {
    const { scale } = described.get(name);
    return Float32Array.from(decoded(described.get(name)), (value) => value / scale);
  };

  /** All that is needed for the picture. */
  const loadNumbers = async () => {
    bytes = await unpacking.bytes(byId('columns').textContent);
    if (bytes.length < Math.max(0, ...meta.columns.map((one) => one.offset + one.width * one.length))) {
      throw new Obstacle(damaged);
    }
    [x, y, topic, subtopic] = [places('x'), places('y'), column('topic'), column('subtopic')];
    byId('columns').remove();
  };

  /** All that is needed to read and search, but for abstracts. */
  const loadTexts = async () => {
    const packed = byId('papers').textContent.split('\n');
    const loaded = await Promise.all(meta.texts.map((_, i) => unpacking.json(packed[i] ?? '')));
    meta.texts.forEach((name, i) => {
      texts[name] = loaded[i];
    });
    if (Object.values(texts).some((values) => values.length !== count)) throw new Obstacle(damaged);
    byId('papers').remove();
  };

  /* A paper without a date has the day before the first. */
  const day = (row) => {
    const known = has('day') && column('day')[row] >= meta.firstDay;
    return known ? column('day')[row] : NaN;
  };

  const block = (number) => {
    if (!opened.has(number)) opened.set(number, unpacking.json(blocks[number]));
    return opened.get(number);
  };

  const none = Object.freeze([]);
  const nothing = Object.freeze({});

  return {
    loadNumbers,
    loadTexts,
    count,
    hasAbstracts: blocks.length > 0,
    x: (row) => x[row],
    y: (row) => y[row],
    /** All places across, and all upwards. */
    places: () => [x, y],
    /** The paper's topic, or -1. */
    topic: (row) => topic[row],
    topics: () => topic,
    /** The paper's sub-topic, or -1. */
    subtopic: (row) => subtopic[row],
    /** The nearest papers in the embedding, nearest first, each with its cosine. */
    nearest: (row) => Array.from({ length: meta.neighbors }, (_, rank) => {
      const index = rank * count + row;
      return { row: column('neighbor')[index], cosine: scaled('cosine', index) };
    }),
    /** The share of its nearest papers that are also nearest on the map. */
    kept: (row) => scaled('kept', row),
    /** How near the paper is to a theme. */
    likeness: (row, theme) => scaled('likeness', theme * count + row),
    /** Its themes, strongest first. */
    themes: (row) => texts.themes?.[row] ?? none,
    /** Where and from which scale on its title stands; see TitleLabels.java. */
    titled: (row) => column('titled')[row],
    hasTitles: () => Boolean(texts.title),
    id: (row) => texts.id[row],
    title: (row) => texts.title[row],
    authors: (row) => texts.authors?.[row].split('\n').filter((name) => name) ?? none,
    /** Days since 1970, or NaN. */
    day,
    date: (row) => (Number.isNaN(day(row)) ? '' : isoDay(day(row))),
    url: (row) => texts.url?.[row].replaceAll(idInUrl, texts.id[row]) ?? '',
    extra: (row) => texts.extra?.[row] ?? nothing,
    hasDates: has('day'),
    hasExtra: () => Boolean(texts.extra),
    rowOf: (id) => texts.id.indexOf(id),
    /** The abstract, or nothing where the file carries none. */
    abstract: async (row) => {
      if (!blocks.length) return '';
      return (await block(Math.floor(row / meta.block)))[row % meta.block];
    },
    /** The number of blocks that abstracts come in, and those of one. */
    abstractBlocks: blocks.length,
    abstractsOf: block,
  };
})();

const isoDay = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

const allRows = (() => {
  let rows = null;
  /** Every row, ascending; not to be changed. */
  return () => (rows ??= Array.from({ length: papers.count }, (_, row) => row));
})();

const topicName = (topic) => (topic < 0 ? 'No topic' : meta.topics[topic].name);
