// @ts-check
/* The words of a text: without case and accents, and with a stem that their forms have in common. */

/** @typedef {{word: string, from: number, to: number}} PlacedWord */

const words = (() => {
  const plain = /^[\x00-\x7f]*$/;
  const run = /[\p{L}\p{N}]+/gu;
  const runWithAccents = /[\p{L}\p{N}\p{M}]+/gu;

  /* They join other words and say nothing of a paper's subject. */
  const common = new Set((
    'a about above after again against all also although always am among an and another any anyone '
    + 'anything are around as ask at away back be because been before being below better between both but by '
    + 'can cannot could did different do does doing done down during each either else even ever every '
    + 'everything few find for from further get gets getting give given gives go goes going good had has have having he help '
    + 'her here him his how however i if in instead into is it its itself just keep kind know less let like '
    + 'look looking lot made make makes making many may me method methods might more most much must my need '
    + 'needs new no nor not nothing now of off often on once one only onto or other others our out over '
    + 'own paper papers per please possible put rather really research s same say see several shall she should show '
    + 'shows since so some someone something still such take t tell than that the their them then there these they thing '
    + 'things this those through thus to together too toward towards themselves himself herself itself yourself ourselves oneself myself try under until up upon us use used '
    + 'useful uses using very via want wants was way ways we well were what when where whether which while '
    + 'who whom whose why will with within without work works would yet you your').split(' '));

  /**
   * Text without case and accents; accents that are letters of their own stay.
   *
   * @param {string} text
   */
  const fold = (text) => (plain.test(text) ? text.toLowerCase()
    : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase());

  /** @param {string} text */
  const of = (text) => fold(text).match(run) ?? [];

  /**
   * The words of a text with the places where they stand in it.
   *
   * @param {string} text
   * @returns {PlacedWord[]}
   */
  const placed = (text) => [...text.matchAll(runWithAccents)].flatMap(({ 0: found, index }) => {
    const pieces = of(found);
    return pieces.length === 1 ? [{ word: pieces[0], from: index, to: index + found.length }] : [];
  });

  const vowel = /[aeiouy]/;
  /** @param {string} rest what is left of a word without its ending */
  const isStem = (rest) => rest.length > 2 && vowel.test(rest);

  /** @param {string} word */
  const singular = (word) => {
    if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(ss|us|is)$/.test(word)) return word;
    if (/(x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
    return word.endsWith('s') ? word.slice(0, -1) : word;
  };

  /**
   * What the forms of an English word have in common, roughly.
   *
   * @param {string} word
   */
  const stem = (word) => {
    if (word.length < 4 || /[^a-z]/.test(word)) return word;
    let rest = singular(word);
    const ending = /(ing|ed)$/.exec(rest)?.[0] ?? '';
    if (ending && isStem(rest.slice(0, -ending.length))) {
      rest = rest.slice(0, -ending.length).replace(/([bdgkmnprt])\1$/, '$1');
    }
    return rest.length > 3 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
  };

  return {
    fold,
    of,
    placed,
    stem,
    /** @param {string} word */
    isCommon: (word) => common.has(word),
  };
})();
