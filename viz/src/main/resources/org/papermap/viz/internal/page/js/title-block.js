// @ts-check
/* What the map is: from when to when, from what, and how to look at it. */

const titleBlock = (() => {
  /** “May 2024 – Aug 2026”, or nothing. */
  const when = () => {
    const days = colors.days();
    return days ? timeline.span(...days) : '';
  };

  /** The names of the files that it was made from. */
  const source = () => {
    const names = meta.provenance.sources.map(({ name }) => name.split(/[/\\]/).pop() ?? name);
    if (!names.length) return '';
    return names.length > 2 ? `from ${names[0]} and ${names.length - 1} more files` : `from ${names.join(' and ')}`;
  };

  /** What a dot is, and what its place and size say. */
  const reading = () => `Each dot is a paper; near means alike; larger, ${meta.sizeBy
    ? `more ${meta.sizeBy}` : 'near to more papers'}.`;

  const start = () => {
    byId('from').replaceChildren(...[when(), source(), reading()].filter((part) => part)
      .map((part) => make('span', {}, part)));
  };

  return { start, when, source, reading };
})();
