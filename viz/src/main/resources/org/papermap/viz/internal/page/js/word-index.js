// @ts-check
/*
 * Which words each paper has, and which papers have each word. Titles, authors and names of topics
 * are read first, abstracts a block at a time.
 */

/**
 * One field of all papers as numbers of words, a paper after the other.
 *
 * @typedef {object} IndexedField
 * @property {number} weight of a word that stands here
 * @property {Uint32Array} tokens
 * @property {Uint32Array} starts where each paper's words begin
 */

const wordIndex = (() => {
  const weights = { title: 4, authors: 4, names: 1, abstract: 1 };
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {string[]} */
  const vocabulary = [];
  /** @type {Map<string, number[]>} */
  const byStem = new Map();
  /** @type {IndexedField[]} */
  let fields = [];
  /* The papers that have each word, and how much; those of a word stand together. */
  let starts = new Uint32Array(1);
  let rows = new Int32Array(0);
  let amounts = new Uint8Array(0);
  let lengths = new Float32Array(0);
  let meanLength = 1;
  let stemmed = 0;
  /** @type {string[] | null} */
  let sorted = null;

  /** @param {string} word */
  const numberOf = (word) => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = vocabulary.push(word) - 1;
      numbers.set(word, number);
    }
    return number;
  };

  /**
   * Takes the texts of a field in the order of the papers.
   *
   * @param {keyof typeof weights} field
   */
  const writer = (field) => {
    let tokens = new Uint32Array(1 << 12);
    let used = 0;
    let row = 0;
    const begins = new Uint32Array(papers.count + 1);
    /** @param {number} word */
    const take = (word) => {
      if (used === tokens.length) {
        const wider = new Uint32Array(2 * used);
        wider.set(tokens);
        tokens = wider;
      }
      tokens[used++] = word;
    };
    return {
      /** @param {string} text */
      add: (text) => {
        for (const word of words.of(text)) take(numberOf(word));
        begins[++row] = used;
      },
      /**
       * Takes a block of coded texts.
       *
       * @param {Uint8Array} bytes
       * @param {readonly (readonly number[])[]} meant the words that each number of a piece means
       */
      addCoded: (bytes, meant) => wordCoding.visit(bytes, (piece) => {
        for (const word of meant[piece] ?? []) take(word);
      }, () => {
        begins[++row] = used;
      }),
      done: () => {
        fields = [...fields, { weight: weights[field], tokens: tokens.slice(0, used), starts: begins }];
      },
    };
  };

  /**
   * @param {number} row
   * @param {(word: number, weight: number) => void} each
   */
  const visit = (row, each) => {
    for (const { weight, tokens, starts: begins } of fields) {
      for (let at = begins[row]; at < begins[row + 1]; at++) each(tokens[at], weight);
    }
  };

  /** Turns the fields into lists of papers. */
  const turn = () => {
    const last = new Int32Array(vocabulary.length).fill(-1);
    const begins = new Uint32Array(vocabulary.length + 1);
    lengths = new Float32Array(papers.count);
    for (let row = 0; row < papers.count; row++) {
      visit(row, (word, weight) => {
        lengths[row] += weight;
        if (last[word] !== row) begins[word + 1]++;
        last[word] = row;
      });
    }
    for (let word = 0; word < vocabulary.length; word++) begins[word + 1] += begins[word];
    const next = begins.slice();
    const holders = new Int32Array(begins[vocabulary.length]);
    const sums = new Uint8Array(holders.length);
    last.fill(-1);
    for (let row = 0; row < papers.count; row++) {
      visit(row, (word, weight) => {
        if (last[word] !== row) {
          holders[next[word]] = row;
          sums[next[word]++] = weight;
          last[word] = row;
        } else {
          sums[next[word] - 1] = Math.min(255, sums[next[word] - 1] + weight);
        }
      });
    }
    [starts, rows, amounts] = [begins, holders, sums];
    meanLength = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / papers.count);
    for (; stemmed < vocabulary.length; stemmed++) {
      const stem = words.stem(vocabulary[stemmed]);
      const known = byStem.get(stem);
      if (known) known.push(stemmed);
      else byStem.set(stem, [stemmed]);
    }
    sorted = null;
  };

  /**
   * All known words that begin so.
   *
   * @param {string} prefix
   */
  const withPrefix = (prefix) => {
    sorted ??= [...vocabulary].sort();
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let at = low; sorted[at]?.startsWith(prefix); at++) found.push(numberOf(sorted[at]));
    return found;
  };

  /**
   * Whether two words differ in one letter: another, one more, one less, or two that changed places.
   *
   * @param {string} a
   * @param {string} b
   */
  const isOneAway = (a, b) => {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    const shorter = Math.min(a.length, b.length);
    let head = 0;
    while (head < shorter && a[head] === b[head]) head++;
    let tail = 0;
    while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
    const left = Math.max(a.length, b.length) - head - tail;
    return left === 1 || (left === 2 && a.length === b.length && a[head] === b[head + 1] && a[head + 1] === b[head]);
  };

  /** @param {number} word */
  const papersWith = (word) => (starts[word + 1] ?? 0) - (starts[word] ?? 0);

  /**
   * The most frequent known word that is one letter away, or -1.
   *
   * @param {string} word
   */
  const corrected = (word) => {
    let best = -1;
    vocabulary.forEach((known, number) => {
      if (papersWith(number) > 1 && isOneAway(word, known)
        && (best < 0 || papersWith(number) > papersWith(best))) best = number;
    });
    return best;
  };

  /**
   * How much a paper has of a sequence: one of some words, one of others right behind it, and so on.
   *
   * @param {number} row
   * @param {readonly ReadonlySet<number>[]} sequence
   */
  const amountOf = (row, sequence) => {
    let amount = 0;
    for (const { weight, tokens, starts: begins } of fields) {
      for (let at = begins[row]; at + sequence.length <= begins[row + 1]; at++) {
        let i = 0;
        while (i < sequence.length && sequence[i].has(tokens[at + i])) i++;
        if (i === sequence.length) amount += weight;
      }
    }
    return amount;
  };

  return {
    writer,
    /**
     * The words of each piece of a dictionary.
     *
     * @param {readonly string[]} dictionary
     */
    numbersOf: (dictionary) => dictionary.map((piece) => words.of(piece).map(numberOf)),
    turn,
    /** @param {string} word */
    numberOf: (word) => {
      const number = numbers.get(word) ?? -1;
      return papersWith(number) ? number : -1;
    },
    /** @param {number} number */
    word: (number) => vocabulary[number],
    /**
     * The known forms of a word.
     *
     * @param {string} word
     * @returns {readonly number[]}
     */
    formsOf: (word) => byStem.get(words.stem(word)) ?? [],
    withPrefix,
    corrected,
    amountOf,
    papersWith,
    /**
     * @param {number} word
     * @param {(row: number, amount: number) => void} each
     */
    forPapersWith: (word, each) => {
      for (let at = starts[word]; at < starts[word + 1]; at++) each(rows[at], amounts[at]);
    },
    /**
     * How long a paper's texts are, where the mean is 1.
     *
     * @param {number} row
     */
    length: (row) => lengths[row] / meanLength,
  };
})();
