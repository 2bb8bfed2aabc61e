// @ts-check
/* The papers: their numbers first, their texts once these are loaded. */

/**
 * The papers' texts, one a row; only the fields that a paper has.
 *
 * @typedef {object} PaperTexts
 * @property {string[]} id
 * @property {string[]} title
 * @property {string[]} authors a name a line
 * @property {string[]} url with a sign in place of the paper's id
 * @property {Record<string, string>[]} extra further fields by name
 * @property {number[][]} themes strongest first
 */

/** @typedef {'central' | 'newest' | 'bridge'} StartRole why one begins with a paper */

const papers = (() => {
  const count = meta.papers;
  const idInUrl = '\u0001';
  let packedDictionary = '';
  /** @type {string[]} */
  let blocks = [];
  /* The row after the last of each block. */
  const ends = /** @type {number[]} */ ([]);
  const described = new Map(meta.columns.map((column) => [column.name, column]));
  const opened = /** @type {Map<number, Promise<Uint8Array>>} */ (new Map());
  const readable = /** @type {Map<number, string[]>} */ (new Map());
  /** @type {Promise<string[]> | null} */
  let words = null;
  const columns = /** @type {Map<string, Int32Array>} */ (new Map());
  /** @type {Partial<PaperTexts>} */
  const texts = {};
  let bytes = new Uint8Array(0);
  let x = new Float32Array(0);
  let y = x;
  /** @type {Int32Array} */
  let topic = new Int32Array(0);
  let subtopic = topic;

  /**
   * The whole numbers of a column; see Columns.java.
   *
   * @param {Column} column
   */
  const decoded = ({ offset, length, width, low, back }) => {
    if (offset + width * length > bytes.length) throw new PageError(damaged);
    const values = new Int32Array(length);
    for (let plane = 0; plane < width; plane++) {
      const from = offset + plane * length;
      for (let i = 0; i < length; i++) values[i] |= bytes[from + i] << (8 * plane);
    }
    for (let i = 0; i < length; i++) values[i] += low;
    if (back) for (let i = back; i < length; i++) values[i] += values[i - back];
    return values;
  };

  /** @param {string} name */
  const has = (name) => described.has(name);

  /** @param {string} name */
  const descriptionOf = (name) => {
    const found = described.get(name);
    if (!found) throw new PageError(damaged);
    return found;
  };

  /**
   * A column's numbers; those that are rarely asked for are decoded when they are.
   *
   * @param {string} name
   */
  const column = (name) => {
    let values = columns.get(name);
    if (!values) columns.set(name, values = decoded(descriptionOf(name)));
    return values;
  };

  /**
   * @param {string} name
   * @param {number} index
   */
  const scaled = (name, index) => column(name)[index] / descriptionOf(name).scale;

  /** @param {string} name */
  const places = (name) => {
    const description = descriptionOf(name);
    return Float32Array.from(decoded(description), (value) => value / description.scale);
  };

  /** All that is needed for the picture. */
  const loadPicture = () => {
    bytes = unpack.base64(textOf('picture'));
    [x, y, topic] = [places('x'), places('y'), column('topic')];
  };

  /** All other numbers. */
  const loadNumbers = async () => {
    const further = await unpack.bytes(textOf('columns'));
    const all = new Uint8Array(bytes.length + further.length);
    all.set(bytes);
    all.set(further, bytes.length);
    bytes = all;
    if (bytes.length < Math.max(0, ...meta.columns.map((one) => one.offset + one.width * one.length))) {
      throw new PageError(damaged);
    }
    subtopic = column('subtopic');
    byId('columns').remove();
  };

  /* A line begins with the number of its abstracts; see AbstractsPayload.java. */
  const takeAbstracts = () => {
    const [dictionary = '', ...lines] = textOf('abstracts').split('\n').filter((line) => line);
    packedDictionary = dictionary;
    blocks = lines.map((line) => line.slice(line.lastIndexOf(' ') + 1));
    for (const line of lines) ends.push((ends.at(-1) ?? 0) + parseInt(line, 10));
  };

  /** All that is needed to read and search, but for abstracts. */
  const loadTexts = async () => {
    const packed = textOf('papers').split('\n');
    takeAbstracts();
    const loaded = await Promise.all(meta.texts.map((_, i) => unpack.json(packed[i] ?? '')));
    Object.assign(texts, Object.fromEntries(meta.texts.map((name, i) => [name, loaded[i]])));
    if (Object.values(texts).some((values) => values.length !== count)) throw new PageError(damaged);
    takeToldDates();
    byId('papers').remove();
  };

  /** Dates without a day, by row. @type {Map<number, string>} */
  const toldDates = new Map();

  const takeToldDates = () => {
    texts.extra?.forEach((fields, row) => {
      const told = fields['date:told'];
      if (told) toldDates.set(row, told);
      delete fields['date:told'];
    });
  };

  /* A paper without a date has the day before the first. */
  /** @param {number} row */
  const day = (row) => {
    if (meta.firstDay === null) return NaN;
    const known = column('day')[row];
    return known >= meta.firstDay ? known : NaN;
  };

  /** The words of all abstracts; see WordCoding.java. */
  const dictionary = () => (words ??= /** @type {Promise<string[]>} */ (unpack.json(packedDictionary)));

  /**
   * The coded abstracts of a block.
   *
   * @param {number} number
   */
  const block = (number) => {
    let bytes = opened.get(number);
    if (!bytes) opened.set(number, bytes = unpack.bytes(blocks[number]));
    return bytes;
  };

  /** @type {readonly number[]} */
  const noThemes = Object.freeze([]);
  /** @type {readonly string[]} */
  const noAuthors = Object.freeze([]);
  /** @type {Readonly<Record<string, string>>} */
  const noFields = Object.freeze({});

  /* Asked for only once texts are loaded. */
  /**
   * @param {string[] | undefined} values
   * @param {number} row
   */
  const text = (values, row) => values?.[row] ?? '';

  /** @type {readonly StartRole[]} */
  const startRoles = ['central', 'central', 'central', 'newest', 'bridge'];

  return {
    loadPicture,
    loadNumbers,
    loadTexts,
    count,
    /** @param {number} row */
    x: (row) => x[row],
    /** @param {number} row */
    y: (row) => y[row],
    /** All places across, and all upwards. */
    places: () => [x, y],
    /**
     * How much the paper stands out, in [0, 1]; see Importance.java.
     *
     * @param {number} row
     */
    weight: (row) => scaled('weight', row),
    /**
     * The paper's topic, or -1.
     *
     * @param {number} row
     */
    topic: (row) => topic[row],
    topics: () => topic,
    /**
     * The paper's sub-topic, or -1.
     *
     * @param {number} row
     */
    subtopic: (row) => subtopic[row],
    /**
     * The nearest papers in the embedding, nearest first, each with its similarity.
     *
     * @param {number} row
     */
    nearest: (row) => Array.from({ length: meta.neighbors }, (_, rank) => {
      const index = rank * count + row;
      return { row: column('neighbor')[index], similarity: scaled('cosine', index) };
    }),
    /**
     * The share of its nearest papers that are also nearest on the map.
     *
     * @param {number} row
     */
    kept: (row) => scaled('kept', row),
    /**
     * How near the paper is to a theme.
     *
     * @param {number} row
     * @param {number} theme
     */
    similarity: (row, theme) => scaled('similarity', theme * count + row),
    /**
     * Its themes, strongest first.
     *
     * @param {number} row
     */
    themes: (row) => texts.themes?.[row] ?? noThemes,
    /**
     * Where and from which scale on its title stands; see TitleLabels.java.
     *
     * @param {number} row
     */
    titled: (row) => column('titled')[row],
    /**
     * The papers to begin with in a topic; see StartHere.java.
     *
     * @param {number} number of the topic
     */
    startOf: (number) => startRoles.map((role, i) => ({
      row: column('start')[number * 6 + i], role, to: column('start')[number * 6 + 5],
    })).filter(({ row }) => row >= 0),
    hasTitles: () => Boolean(texts.title),
    /** @param {number} row */
    id: (row) => text(texts.id, row),
    /** @param {number} row */
    title: (row) => text(texts.title, row),
    /** @param {number} row */
    authors: (row) => texts.authors?.[row].split('\n').filter((name) => name) ?? noAuthors,
    /**
     * The number of the map that first had the paper, in the chain of maps, from 1.
     *
     * @param {number} row
     */
    edition: (row) => column('edition')[row],
    /** Days since 1970, or NaN. */
    day,
    /** @param {number} row */
    date: (row) => (Number.isNaN(day(row)) ? '' : (toldDates.get(row) ?? isoDay(day(row)))),
    /** @param {number} row */
    url: (row) => text(texts.url, row).replaceAll(idInUrl, text(texts.id, row)),
    /** @param {number} row */
    extra: (row) => texts.extra?.[row] ?? noFields,
    hasDates: has('day'),
    hasAuthors: () => Boolean(texts.authors?.some((names) => names)),
    hasExtra: () => Boolean(texts.extra),
    /** @param {string} id */
    rowOf: (id) => texts.id?.indexOf(id) ?? -1,
    /**
     * The abstract, or nothing where the file carries none.
     *
     * @param {number} row
     */
    abstract: async (row) => {
      if (!blocks.length) return '';
      const number = ends.findIndex((end) => row < end);
      const texts = readable.get(number) ?? wordCoding.decode(await block(number), await dictionary());
      readable.set(number, texts);
      return texts[row - (ends[number - 1] ?? 0)] ?? '';
    },
    /** The number of blocks that abstracts come in, and those of one. */
    abstractBlocks: () => blocks.length,
    abstractsOf: block,
    dictionary,
  };
})();

/**
 * A day as YYYY-MM-DD.
 *
 * @param {number} day
 */
const isoDay = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

const allRows = (() => {
  /** @type {readonly number[] | null} */
  let rows = null;
  /** Every row, ascending; not to be changed. */
  return () => (rows ??= Array.from({ length: papers.count }, (_, row) => row));
})();

/** @param {number} topic */
const topicName = (topic) => (topic < 0 ? 'No topic' : meta.topics[topic].name);
