package org.papermap.embed.internal.formats.tagged;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Exports that are known but not read. Each is refused by its name, with what to export instead,
/// so that none is mistaken for another format.
public final class OtherExport extends NamedFormat {
  private static final String RIS_INSTEAD = "Export RIS from the same place";

  /// @param begins what the content begins with
  /// @param also what stands somewhere in its head
  private record Known(String words, Pattern begins, Pattern also, String advice) {
    static Known of(String words, String begins, String also, String advice) {
      return new Known(
          words, Pattern.compile(begins), Pattern.compile(also, Pattern.MULTILINE), advice);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          Known.of(
              "PubMed's summary text",
              "\\d{1,6}: \\S",
              "\\bPMID: \\d+",
              "Save the search in the format \"PubMed\""),
          Known.of("a Copac or ISBD list", "TI- {1,2}\\S", "^AU- {1,2}", RIS_INSTEAD),
          Known.of(
              "a Mendeley or EndNote library (SQLite)", "SQLite format 3\u0000", "", RIS_INSTEAD),
          Known.of(
              "a BibTeX bibliography as LaTeX prints it (.bbl)",
              "(?:%.*+\\R\\s*+){0,200}+\\\\begin\\{thebibliography}",
              "^\\\\bibitem",
              "Give the .bib file"),
          Known.of(
              "a BibLaTeX bibliography as Biber writes it (.bbl)",
              "% \\$ biblatex ",
              "",
              "Give the .bib file"));

  public OtherExport() {
    super("not-read", "an export that is not read");
  }

  @Override
  public Claim claim(Head head) {
    return known(head)
        .map(known -> new Claim(Certainty.SIGNED, known.words()))
        .orElseGet(Claim::none);
  }

  @Override
  public void read(Source source, RecordSink sink) throws UnrecognizedException {
    Known known = known(source.head()).orElse(null);
    if (known == null) {
      throw new UnrecognizedException(words(), "Leave out --format");
    }
    throw new UnrecognizedException(known.words() + ", which is not read", known.advice());
  }

  private static Optional<Known> known(Head head) {
    return KNOWN.stream()
        .filter(known -> head.begins(known.begins()) && known.also().matcher(head.text()).find())
        .findFirst();
  }
}
