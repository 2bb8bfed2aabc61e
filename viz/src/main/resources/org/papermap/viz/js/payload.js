/* What the file carries: `meta` at once, the papers' numbers and words when `load` is done. */

const meta = JSON.parse(byId('meta').textContent);

const unpack = async (packed) => {
  const binary = atob(packed);
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream);
};

const papers = (() => {
  const arrays = { f32: Float32Array, i32: Int32Array, i16: Int16Array };
  const blocks = byId('abstracts').textContent.split('\n').filter((block) => block);
  const opened = new Map();
  const column = {};
  let facts = [];

  const load = async () => {
    const buffer = await (await unpack(byId('columns').textContent)).arrayBuffer();
    for (const { name, type, offset, length } of meta.columns) {
      column[name] = new arrays[type](buffer, offset, length);
    }
    facts = await (await unpack(byId('papers').textContent)).json();
  };

  const scaled = (name, index) =>
    column[name][index] / meta.columns.find((one) => one.name === name).scale;

  const block = (number) => {
    if (!opened.has(number)) {
      opened.set(number, unpack(blocks[number]).then((text) => text.json()));
    }
    return opened.get(number);
  };

  return {
    load,
    count: meta.papers,
    hasAbstracts: blocks.length > 0,
    x: (row) => column.x[row],
    y: (row) => column.y[row],
    /** The paper's topic, or -1. */
    topic: (row) => column.topic[row],
    /** The paper's sub-topic, or -1. */
    subtopic: (row) => column.subtopic[row],
    /** The nearest papers in the embedding, nearest first, each with its cosine. */
    nearest: (row) => Array.from({ length: meta.neighbors }, (_, rank) => {
      const index = row * meta.neighbors + rank;
      return { row: column.neighbor[index], cosine: scaled('cosine', index) };
    }),
    /** The share of its nearest papers that are also nearest on the map. */
    kept: (row) => scaled('kept', row),
    /** How near the paper is to a theme. */
    likeness: (row, theme) => scaled('likeness', row * meta.themes.length + theme),
    /** Its themes, strongest first. */
    themes: (row) => facts[row].themes,
    id: (row) => facts[row].id,
    title: (row) => facts[row].title,
    authors: (row) => facts[row].authors,
    date: (row) => facts[row].date,
    url: (row) => facts[row].url,
    extra: (row) => facts[row].extra,
    rowOf: (id) => facts.findIndex((one) => one.id === id),
    /** The abstract, or nothing where the file carries none. */
    abstract: async (row) => {
      if (!blocks.length) return '';
      return (await block(Math.floor(row / meta.block)))[row % meta.block];
    },
    /** All abstracts in order, as far as the file carries them. */
    abstracts: async () => (await Promise.all(blocks.map((_, number) => block(number)))).flat(),
  };
})();

const allRows = () => Array.from({ length: papers.count }, (_, row) => row);
const topicName = (topic) => (topic < 0 ? 'No topic' : meta.topics[topic].name);
