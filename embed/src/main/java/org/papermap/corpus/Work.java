package org.papermap.corpus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.PlainText;

/// What is kept of a paper to know the same work again: some 300 bytes, and not the paper.
///
/// @param titleWords hashes of the stems of its title's words, ascending
/// @param families hashes of its authors' family names, ascending
/// @param sketch of the words of its abstract (simhash, DOI 10.1145/509907.509965); 0 without one
record Work(PaperIdentity identity, int[] titleWords, int[] families, long sketch) {

  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  /// Letters of a word that tell it from others: `measuring` and `measurement` become one.
  private static final int STEM = 6;

  /// Differing bits, of 64; the sketches of two abstracts about different things differ in about
  /// 32.
  private static final int ALIKE = 12;

  /// Titles of fewer words (`Editorial`) are those of many works.
  private static final int TELLING_WORDS = 4;

  /// @param paper null if there is no title, and so nothing to know it by
  static Work of(@Nullable Paper paper, PaperIdentity identity) {
    return paper == null
        ? new Work(identity, new int[0], new int[0], 0)
        : new Work(
            identity,
            hashes(stems(paper.title())),
            hashes(families(paper.authors())),
            paper.hasAbstract() ? sketch(paper.abstractText()) : 0);
  }

  /// Whether a title alone tells works apart.
  boolean hasTellingTitle() {
    return titleWords.length >= TELLING_WORDS;
  }

  /// Equal for titles that differ in endings of words, small words, case and accents alone.
  long titleKey() {
    return titleWords.length < 2 ? 0 : Arrays.hashCode(titleWords) * 31L + titleWords.length;
  }

  /// Whether the titles share half of their words.
  boolean hasTitleLike(Work other) {
    int shared = shared(titleWords, other.titleWords);
    int all = titleWords.length + other.titleWords.length - shared;
    return all == 0 || 2 * shared >= all;
  }

  /// Whether two works with one title key are one: nothing contradicts it, and an author or the
  /// abstract says so, too.
  boolean isSameAs(Work other) {
    if (!Arrays.equals(titleWords, other.titleWords) || identity.contradicts(other.identity)) {
      return false;
    }
    if (sketch != 0 && other.sketch != 0 && hasAbstractLike(other)) {
      return families.length == 0 || other.families.length == 0 || sharesAuthor(other);
    }
    return hasTellingTitle()
        && (sharesAuthor(other)
            || (families.length == 0 && other.families.length == 0 && isOneBare(other)));
  }

  private boolean isOneBare(Work other) {
    return sketch == 0 || other.sketch == 0;
  }

  boolean hasAbstractLike(Work other) {
    return Long.bitCount(sketch ^ other.sketch) <= ALIKE;
  }

  private boolean sharesAuthor(Work other) {
    return shared(families, other.families) > 0;
  }

  private static int shared(int[] a, int[] b) {
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int order = Integer.compare(a[i], b[j]);
      count += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return count;
  }

  private static int[] hashes(Set<String> words) {
    int[] hashes = new int[words.size()];
    int count = 0;
    for (String word : words) {
      hashes[count++] = word.hashCode();
    }
    Arrays.sort(hashes);
    return hashes;
  }

  private static Set<String> stems(String title) {
    Set<String> stems = new HashSet<>();
    for (String word : words(title)) {
      boolean number = hasDigit(word);
      if (word.length() > 3 || number || !isLatin(word)) {
        stems.add(number || word.length() <= STEM ? word : word.substring(0, STEM));
      }
    }
    return stems;
  }

  private static boolean hasDigit(String word) {
    int c;
    for (int i = 0; i < word.length(); i += Character.charCount(c)) {
      c = word.codePointAt(i);
      if (Character.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLatin(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x250) {
        return false;
      }
    }
    return true;
  }

  /// Runs of letters and digits, in lower case and without accents.
  private static List<String> words(String text) {
    String folded =
        (PlainText.isAscii(text)
                ? text
                : MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll(""))
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int begin = -1;
    int c;
    for (int i = 0; i < folded.length(); i += Character.charCount(c)) {
      c = folded.codePointAt(i);
      boolean part = Character.isLetterOrDigit(c);
      if (part && begin < 0) {
        begin = i;
      } else if (!part && begin >= 0) {
        words.add(folded.substring(begin, i));
        begin = -1;
      }
    }
    if (begin >= 0) {
      words.add(folded.substring(begin));
    }
    return words;
  }

  /// The longest word before the comma, or the last one of a name without a comma.
  private static Set<String> families(List<String> authors) {
    Set<String> families = new HashSet<>();
    for (String author : authors) {
      int comma = author.indexOf(',');
      List<String> parts = words(comma > 0 ? author.substring(0, comma) : author);
      // `Lind A` has its initials behind.
      int last = parts.size() - 1;
      while (last > 0 && parts.get(last).length() < 3) {
        last--;
      }
      if (last >= 0) {
        families.add(parts.get(last));
      }
    }
    return families;
  }

  private static long sketch(String text) {
    Simhash hash = new Simhash();
    int word = 0;
    for (char c : text.toCharArray()) {
      if (c < 0x80 ? isAsciiWord(c) : Character.isLetterOrDigit(c)) {
        word = 31 * word + (c < 0x80 ? c | 0x20 : Character.toLowerCase(c));
      } else if (word != 0) {
        hash.add(mix(word));
        word = 0;
      }
    }
    if (word != 0) {
      hash.add(mix(word));
    }
    long sketch = hash.value();
    return sketch == 0 ? 1 : sketch;
  }

  private static boolean isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// Adds up the bits of hashes, with eight one-byte counters in each `long`. That is 20 times as
  /// fast as one bit at a time.
  private static final class Simhash {
    private static final long[] SPREAD = new long[256];

    static {
      for (int bits = 0; bits < SPREAD.length; bits++) {
        for (int bit = 0; bit < 8; bit++) {
          SPREAD[bits] |= (long) (bits >>> bit & 1) << 8 * bit;
        }
      }
    }

    private final long[] counters = new long[8];
    private final int[] votes = new int[Long.SIZE];
    private int pending;
    private int words;

    void add(long hash) {
      for (int part = 0; part < 8; part++) {
        counters[part] += SPREAD[(int) (hash >>> 8 * part & 0xFF)];
      }
      words++;
      if (++pending == 255) {
        carry();
      }
    }

    private void carry() {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        votes[bit] += (int) (counters[bit / 8] >>> 8 * (bit % 8) & 0xFF);
      }
      Arrays.fill(counters, 0);
      pending = 0;
    }

    long value() {
      carry();
      long value = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        value |= 2 * votes[bit] > words ? 1L << bit : 0;
      }
      return value;
    }
  }

  /// The finalizer of MurmurHash3, which spreads 32 bits over 64.
  private static long mix(int word) {
    long hash = word * 0x9E3779B97F4A7C15L;
    hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
    return hash ^ hash >>> 33;
  }
}
