package org.papermap.viz.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Texts as numbers of words in a dictionary that all of them share. A text is words and what
/// stands between them, see [CutTexts]. The more frequent a word, the fewer bytes its number has.
/// Texts coded so pack to six tenths of what their letters pack to, and the page's index of words
/// reads them at once.
///
/// Bytes: 0 ends a text; 1 to 191 are the first numbers; 192 to 239 begin two bytes, 240 to 254
/// three, and 255 four.
public final class WordCoding {
  static final int END = 0;
  private static final int TWO = 192;
  private static final int THREE = 240;
  private static final int FOUR = 255;
  private static final int OF_ONE = TWO - 1;
  private static final int OF_TWO = (THREE - TWO) << 8;
  private static final int OF_THREE = (FOUR - THREE) << 16;

  private final List<String> dictionary;
  private final Map<String, Integer> numbers;

  private WordCoding(List<String> dictionary) {
    this.dictionary = dictionary;
    numbers = HashMap.newHashMap(dictionary.size());
    for (int i = 0; i < dictionary.size(); i++) {
      numbers.put(dictionary.get(i), i);
    }
  }

  /// The coding for these texts, the most frequent words first; ties in the order of the alphabet.
  static WordCoding of(List<String> texts) {
    return of(List.of(), List.of(CutTexts.of(texts)));
  }

  /// The coding of an earlier page with words of further texts after its own.
  ///
  /// @param known the dictionary of that page
  static WordCoding of(List<String> known, List<CutTexts> further) {
    Map<String, Integer> counts = counts(further);
    counts.keySet().removeAll(new HashSet<>(known));
    return new WordCoding(
        Stream.concat(
                known.stream(),
                counts.entrySet().stream()
                    .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey))
            .toList());
  }

  private static Map<String, Integer> counts(List<CutTexts> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (CutTexts cut : texts) {
      for (int i = 0; i < cut.pieces().size(); i++) {
        counts.merge(cut.pieces().get(i), cut.count(i), Integer::sum);
      }
    }
    return counts;
  }

  /// The dictionary as it was given to a page.
  public static WordCoding read(List<String> dictionary) {
    return new WordCoding(List.copyOf(dictionary));
  }

  List<String> dictionary() {
    return dictionary;
  }

  /// The bytes of some texts, each with an end.
  byte[] encode(CutTexts texts) {
    int[] known = new int[texts.pieces().size()];
    for (int i = 0; i < known.length; i++) {
      String piece = texts.pieces().get(i);
      Integer number = numbers.get(piece);
      if (number == null) {
        throw new IllegalArgumentException("'" + piece + "' is not in the dictionary");
      }
      known[i] = number;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < texts.length(); at++) {
      int piece = texts.at(at);
      if (piece == CutTexts.END) {
        bytes.write(END);
      } else {
        write(known[piece], bytes);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(int number, ByteArrayOutputStream bytes) {
    int rest = number;
    if (rest < OF_ONE) {
      bytes.write(rest + 1);
      return;
    }
    rest -= OF_ONE;
    if (rest < OF_TWO) {
      bytes.write(TWO + (rest >> 8));
      bytes.write(rest);
      return;
    }
    rest -= OF_TWO;
    if (rest < OF_THREE) {
      bytes.write(THREE + (rest >> 16));
      bytes.write(rest >> 8);
      bytes.write(rest);
      return;
    }
    rest -= OF_THREE;
    bytes.write(FOUR);
    bytes.write(rest >> 16);
    bytes.write(rest >> 8);
    bytes.write(rest);
  }

  /// The texts that were encoded.
  ///
  /// @throws IOException if the bytes end too early, or tell a word that there is not
  public List<String> decode(byte[] bytes) throws IOException {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean afterWord = false;
    int at = 0;
    while (at < bytes.length) {
      int first = bytes[at++] & 0xff;
      if (first == END) {
        texts.add(text.toString());
        text.setLength(0);
        afterWord = false;
        continue;
      }
      int more = first < TWO ? 0 : first < THREE ? 1 : first < FOUR ? 2 : 3;
      int number = number(first, bytes, at, more);
      at += more;
      if (number >= dictionary.size()) {
        throw new IOException("word " + number + " of " + dictionary.size());
      }
      String piece = dictionary.get(number);
      boolean word = CutTexts.isOfWord(piece.codePointAt(0));
      text.append(afterWord && word ? " " : "").append(piece);
      afterWord = word;
    }
    if (!text.isEmpty()) {
      throw new IOException("a text without an end");
    }
    return texts;
  }

  private static int number(int first, byte[] bytes, int at, int more) throws IOException {
    if (at + more > bytes.length) {
      throw new IOException("a word without an end");
    }
    int rest = 0;
    for (int i = 0; i < more; i++) {
      rest = rest << 8 | bytes[at + i] & 0xff;
    }
    return switch (more) {
      case 0 -> first - 1;
      case 1 -> OF_ONE + ((first - TWO) << 8) + rest;
      case 2 -> OF_ONE + OF_TWO + ((first - THREE) << 16) + rest;
      default -> OF_ONE + OF_TWO + OF_THREE + rest;
    };
  }
}
