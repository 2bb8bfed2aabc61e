// @ts-check
/* Texts as numbers of words in a dictionary; WordCoding.java writes them. */

const wordCoding = (() => {
  const [two, three, four] = [192, 240, 255];
  const ofOne = two - 1;
  const ofTwo = (three - two) << 8;
  const ofThree = (four - three) << 16;
  const wordBegins = /^[\p{L}\p{Nd}]/u;

  /**
   * Goes through the texts of a block.
   *
   * @param {Uint8Array} bytes
   * @param {(number: number) => void} piece takes the number of a word, or of what stands between
   * @param {() => void} end of a text
   */
  const visit = (bytes, piece, end) => {
    for (let at = 0; at < bytes.length; at++) {
      const first = bytes[at];
      if (first === 0) end();
      else if (first < two) piece(first - 1);
      else if (first < three) piece(ofOne + ((first - two) << 8) + bytes[++at]);
      else if (first < four) piece(ofOne + ofTwo + ((first - three) << 16) + (bytes[++at] << 8) + bytes[++at]);
      else piece(ofOne + ofTwo + ofThree + (bytes[++at] << 16) + (bytes[++at] << 8) + bytes[++at]);
    }
  };

  return {
    visit,
    /**
     * The texts of a block. A space stands between two words where nothing else is told.
     *
     * @param {Uint8Array} bytes
     * @param {readonly string[]} dictionary
     */
    decode: (bytes, dictionary) => {
      const texts = /** @type {string[]} */ ([]);
      let text = '';
      let afterWord = false;
      visit(bytes, (number) => {
        const piece = dictionary[number] ?? '';
        const isWord = wordBegins.test(piece);
        text += afterWord && isWord ? ` ${piece}` : piece;
        afterWord = isWord;
      }, () => {
        texts.push(text);
        text = '';
        afterWord = false;
      });
      return texts;
    },
  };
})();
