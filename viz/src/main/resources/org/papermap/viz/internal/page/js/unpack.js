// @ts-check
/* What stands packed in the file: gzip, written in the digits of base 85. */

const damaged = 'The file is damaged or was cut off. Please get it again.';

const unpack = (() => {
  /* The digits to the base of 85; see Base85.java. */
  const base = 85;
  const values = new Uint8Array(128);
  let digits = 0;
  for (let letter = 33; letter < 127; letter++) {
    if (!'!"&\'-<>\\`'.includes(String.fromCharCode(letter))) values[letter] = digits++;
  }

  /** @param {string} packed */
  const bytesOf = (packed) => {
    const bytes = new Uint8Array(Math.floor((packed.length * 4) / 5));
    const whole = packed.length - (packed.length % 5);
    /** @param {number} at */
    const digit = (at) => (at < packed.length ? values[packed.charCodeAt(at) & 127] : base - 1);
    for (let from = 0, to = 0; from < packed.length; from += 5, to += 4) {
      let number = digit(from);
      for (let i = 1; i < 5; i++) number = number * base + digit(from + i);
      const count = from < whole ? 4 : packed.length - whole - 1;
      for (let i = 0; i < count; i++) bytes[to + i] = number >>> (24 - 8 * i);
    }
    return bytes;
  };

  /**
   * The content of a packed text, as a response that can be read as bytes, text or JSON.
   *
   * @param {string} packed
   */
  const responseOf = (packed) => {
    const stream = new Blob([bytesOf(packed)]).stream();
    return new Response(stream.pipeThrough(new DecompressionStream('gzip')));
  };

  /**
   * Reads a stream. One that ends too early is a damaged file.
   *
   * @template Content
   * @param {() => Promise<Content>} reading
   */
  const read = async (reading) => {
    if (!window.DecompressionStream) {
      throw new PageError('This browser is too old to unpack the map. Please use one from 2023 or later.');
    }
    try {
      return await reading();
    } catch {
      throw new PageError(damaged);
    }
  };

  return {
    /** @param {string} packed */
    bytes: (packed) =>
      read(async () => new Uint8Array(await (await responseOf(packed)).arrayBuffer())),
    /**
     * @param {string} packed
     * @returns {Promise<unknown>}
     */
    json: (packed) => read(async () => (await responseOf(packed)).json()),
  };
})();
