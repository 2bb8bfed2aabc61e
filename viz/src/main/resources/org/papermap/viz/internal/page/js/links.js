// @ts-check
/* Addresses that open a paper or a view in any copy of this map. */

const links = (() => {
  const parts = /#((?:paper|q|view|topics|themes|more|less|picked|set|by|at|topic|days|values|theme)=\S*)$/;

  const isOnline = () => /^https?:$/.test(location.protocol);

  /**
   * The address of a view. A file's folder means nothing on another machine, so only its name is told.
   *
   * @param {string} hash
   */
  const to = (hash) => {
    const { origin, pathname } = location;
    return isOnline() ? `${origin}${pathname}${hash}`
      : `${decodeURIComponent(pathname.split('/').pop() ?? '')}${hash}`;
  };

  return {
    to,
    /** @param {number} row */
    toPaper: (row) => to(`#${new URLSearchParams({ paper: papers.id(row) })}`),
    /** What to do with a link that was copied. */
    advice: () => (isOnline() ? '' : ' It opens in any copy of this map: paste it into the search box.'),
    /**
     * The part of a pasted link that says what it opens, or nothing.
     *
     * @param {string} text
     */
    hashIn: (text) => parts.exec(text.trim())?.[1] ?? '',
  };
})();
