// @ts-check
/* Saves and copies papers as a table, as references or as a reading list, and saves the picture. */

const mapExport = (() => {
  /** @param {string} value */
  const cell = (value) => {
    // A spreadsheet would run a cell that begins like a formula, in wide letters too.
    const text = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
    return `"${text.replaceAll('"', '""')}"`;
  };

  /** @param {readonly number[]} rows */
  const csv = (rows) => {
    const head = ['id', 'title', 'authors', 'date', 'url', 'topic', 'themes'];
    const lines = rows.map((row) => [
      papers.id(row),
      papers.title(row),
      papers.authors(row).join('; '),
      papers.date(row),
      papers.url(row),
      papers.topic(row) < 0 ? '' : topicName(papers.topic(row)),
      papers.themes(row).map((number) => meta.themes[number].name).join('; '),
    ].map(cell).join(','));
    return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
  };

  /**
   * A table as it is shown, with what names a paper elsewhere.
   *
   * @param {readonly {name: string, text: (row: number) => string}[]} columns
   * @param {readonly number[]} rows
   */
  const table = (columns, rows) => {
    const all = [...columns, { name: 'id', text: papers.id }, { name: 'url', text: papers.url }];
    const lines = rows.map((row) => all.map(({ text }) => cell(text(row))).join(','));
    return `${[all.map(({ name }) => cell(name)).join(','), ...lines].join('\r\n')}\r\n`;
  };

  /** @type {Record<string, string>} */
  const texEscapes = {
    '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
    // BibTeX counts braces, behind a backslash too.
    '{': '\\textbraceleft{}', '}': '\\textbraceright{}',
  };
  /** @param {string} text */
  const tex = (text) => text.replace(/[\\~^&%$#_{}]/g, (char) => texEscapes[char] ?? `\\${char}`);

  /** @param {number} row */
  const reference = (row) => {
    const key = papers.id(row).replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
    const fields = [
      ['title', `{${tex(papers.title(row))}}`],
      ['author', tex(papers.authors(row).join(' and '))],
      ['year', papers.date(row).slice(0, 4)],
      ['url', papers.url(row).replace(/[{}\\]/g, encodeURIComponent)],
    ].filter(([, value]) => value);
    const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
    return `@misc{${key || `paper-${row + 1}`},\n${lines.join(',\n')}\n}\n`;
  };
  /** @param {readonly number[]} rows */
  const bibtex = (rows) => rows.map(reference).join('\n');

  /** @param {string} text */
  const plain = (text) => text.replace(/[\\`*_[\]<>#|]/g, (char) => `\\${char}`);
  /** @param {readonly number[]} rows */
  const markdown = (rows) => rows.map((row) => {
    const title = papers.url(row)
      ? `[${plain(papers.title(row))}](<${papers.url(row)}>)` : plain(papers.title(row));
    const from = [papers.authors(row).join(', '), papers.date(row)].filter((part) => part);
    return `- ${[title, ...from.map(plain)].join(', ')}\n`;
  }).join('');

  /**
   * @param {string} name
   * @param {string | Blob} content
   * @param {string} [type]
   */
  const save = (name, content, type = '') => {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const address = URL.createObjectURL(blob);
    const link = make('a', { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  /**
   * @param {string} text
   * @param {string} what
   * @param {string} [advice] what to do with it
   */
  const copy = async (text, what, advice = '') => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Some browsers give a file no clipboard; selecting and copying works everywhere.
      const field = make('textarea', { value: text, className: 'unseen' });
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    toast(`${what} copied.${advice}`);
  };

  return {
    csv,
    bibtex,
    markdown,
    copy,
    save,
    /** @param {string} address */
    copyLink: (address) => copy(address, 'Link', links.advice()),
    // A byte order mark lets spreadsheets see that the table is UTF-8.
    /** @param {readonly number[]} rows */
    saveCsv: (rows) => save('papers.csv', `\ufeff${csv(rows)}`, 'text/csv;charset=utf-8'),
    /**
     * @param {readonly {name: string, text: (row: number) => string}[]} columns
     * @param {readonly number[]} rows
     */
    saveTable: (columns, rows) => save('table.csv', `\ufeff${table(columns, rows)}`, 'text/csv;charset=utf-8'),
    /** @param {readonly number[]} rows */
    saveBibtex: (rows) => save('papers.bib', bibtex(rows), 'application/x-bibtex'),
    /** @param {readonly number[]} rows */
    saveMarkdown: (rows) => save('papers.md', markdown(rows), 'text/markdown'),
    savePng: async () => {
      const made = await picture.png();
      if (made) save('map.png', made);
    },
    saveSvg: () => save('map.svg', picture.svg(), 'image/svg+xml'),
  };
})();
