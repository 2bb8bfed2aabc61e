package org.papermap.cluster.internal.naming;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.text.WordReader;
import org.papermap.corpus.Corpus;

/// Titles and abstracts in which names are looked for, word by word: in lower case, singular, and
/// with spaces for all else. A name of two terms is there if either is.
public final class NamedTexts {
  private final List<String> texts;

  private NamedTexts(List<String> texts) {
    this.texts = texts;
  }

  public static NamedTexts of(Corpus corpus) {
    return new NamedTexts(
        IntStream.range(0, corpus.size())
            .parallel()
            .mapToObj(
                row -> plain(corpus.paper(row).title() + " | " + corpus.paper(row).abstractText()))
            .toList());
  }

  /// The papers that have the words of a name.
  ///
  /// @param inside of the group
  /// @param outside of all others
  public record Counts(int inside, int size, int outside, int others) {
    /// The share of the group's papers.
    public double coverage() {
      return (double) inside / size;
    }

    /// The rate in the group, in the sum of that and the rate elsewhere; 0 where no paper has them.
    public double specificity() {
      double elsewhere = others == 0 ? 0 : (double) outside / others;
      return inside == 0 ? 0 : coverage() / (coverage() + elsewhere);
    }
  }

  /// Counts the papers with the words of a name.
  ///
  /// @param group rows of its group, one or more
  public Counts count(String name, List<Integer> group) {
    BitSet with = new BitSet();
    for (String term : terms(name)) {
      IntStream.range(0, texts.size())
          .filter(row -> texts.get(row).contains(term))
          .forEach(with::set);
    }
    int inside = (int) group.stream().filter(with::get).count();
    return new Counts(
        inside, group.size(), with.cardinality() - inside, texts.size() - group.size());
  }

  private static List<String> terms(String name) {
    List<String> terms = new ArrayList<>();
    for (String term : name.split(" & | and ", -1)) {
      String plain = plain(term);
      if (!plain.isBlank()) {
        terms.add(plain);
      }
    }
    return terms;
  }

  /// Words with a space before and after each.
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(" ");
    int begin = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean inWord = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
      if (inWord && begin < 0) {
        begin = at;
      } else if (!inWord && begin >= 0) {
        plain.append(WordReader.singular(text.substring(begin, at).toLowerCase(Locale.ROOT)));
        plain.append(' ');
        begin = -1;
      }
      // A word with a hyphen is the same as two; a sentence's end is between any two.
      boolean parts = at < text.length() && !inWord && " -‐‑'’\n".indexOf(text.charAt(at)) < 0;
      plain.append(parts ? "| " : "");
    }
    return plain.toString();
  }
}
