// @ts-check
/* What stands packed in the file: gzip in base64. */

const damaged = 'The file is damaged or was cut off. Please get it again.';

const unpack = (() => {
  /**
   * Newer browsers do it themselves, in a tenth of the time.
   *
   * @typedef {{fromBase64?: (packed: string) => Uint8Array<ArrayBuffer>}} Base64Reader
   */

  /** @param {string} packed */
  const bytesOf = (packed) => {
    const itself = /** @type {Base64Reader} */ (Uint8Array);
    if (itself.fromBase64) return itself.fromBase64(packed);
    const letters = atob(packed);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
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
    /** @param {string} packed without gzip */
    base64: (packed) => {
      try {
        return bytesOf(packed);
      } catch {
        throw new PageError(damaged);
      }
    },
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
