package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.embed.internal.formats.bibtex.Bibtex;
import org.papermap.embed.internal.formats.registry.Formats;
import org.papermap.embed.internal.formats.tagged.EndNote;
import org.papermap.embed.internal.formats.tagged.Medline;
import org.papermap.embed.internal.formats.tagged.Ris;
import org.papermap.embed.internal.formats.tagged.WebOfScience;
import org.papermap.embed.internal.formats.tagged.WosTable;
import org.papermap.embed.internal.formats.text.ArxivListing;
import org.papermap.embed.internal.formats.text.ArxivMailing;
import org.papermap.embed.internal.formats.text.FrontMatter;
import org.papermap.embed.internal.formats.text.LabelledBlocks;
import org.papermap.embed.internal.formats.text.MarkdownList;
import org.papermap.embed.internal.formats.text.MarkdownTable;

/// Files with random damage: whatever they hold, a reader reads it, or refuses it in one line.
class MutationTest {
  private static final int MUTANTS = 2_000;

  /// A second or two on an idle machine.
  private static final Duration A_HANG = Duration.ofMinutes(5);

  private static final String CASES = "tagged-text-read-as-page-dump/";

  private static final String LISTING =
      """
      [1] arXiv:2401.00001 [pdf, html, other]
      Title: On nets: a survey
      Ada Lind, Jo Moreau
      Subjects: Computation and Language (cs.CL)

      We look at nets.
      [2] arXiv:2401.00002 [pdf]
      Title: A title below
      Authors: Kim Park
      """;

  private static final String TABLE =
      """
      | Year | Paper | Authors | Abstract |
      |------|:-----:|---------|----------|
      | 2020 | [On **nets**](https://example.org/1) | Ada Lind | Nets \\| ropes |
      | 2021 | On knots | Jo Moreau | Knots |
      """;

  private static final String NOTE =
      """
      ---
      title: Knots that hold
      authors: [Ada Lind, "Moreau, Jo"]
      abstract: >-
        We tie knots
        in rope.
      ---
      > [!summary] Abstract
      > More of it.
      """;

  /// Pieces that mean something to some format.
  private static final List<String> PIECES =
      List.of(
          "TY  - ",
          "ER  - \n",
          "\n\n",
          "{",
          "}",
          "\"",
          "@",
          "@article{",
          "#",
          "=",
          ",",
          "\\",
          "\\'{",
          "%T ",
          "%0 x\n",
          "PMID- ",
          "TI  - ",
          "PT J\n",
          "ER\n",
          "EF",
          "\t",
          "|",
          "---\n",
          "\\\\\n",
          "Title: ",
          "Abstract:",
          "](",
          "[",
          "**",
          "_",
          "`",
          "$",
          "\uFEFF",
          "\0",
          "\r",
          "\uD800",
          "’");

  static Stream<Arguments> seeds() throws IOException {
    return Stream.of(
        seed(new Ris(), CASES + "zotero.ris"),
        seed(new Medline(), CASES + "pubmed-mixed.nbib"),
        seed(new EndNote(), CASES + "refs.txt"),
        seed(new WebOfScience(), CASES + "wos-savedrecs.txt"),
        seed(new WosTable(), CASES + "wos-tab.txt"),
        seed(new Bibtex(), "more-bibtex-mismatched-brace/anthology.bib"),
        seed(new LabelledBlocks(), CASES + "hf-daily-title-pdf-summary.txt"),
        seed(new ArxivMailing(), CASES + "arxiv-listing.txt"),
        Arguments.of(new ArxivListing(), LISTING.getBytes(StandardCharsets.UTF_8)),
        seed(new MarkdownList(), "page-dump-author-line/list.md"),
        Arguments.of(new FrontMatter(), NOTE.getBytes(StandardCharsets.UTF_8)),
        Arguments.of(new MarkdownTable(), TABLE.getBytes(StandardCharsets.UTF_8)));
  }

  private static Arguments seed(Format format, String path) throws IOException {
    return Arguments.of(format, Gathered.caseBytes(path));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damage_makes_no_reader_fail_or_hang(Format format, byte[] content) {
    Random random = new Random(format.key().hashCode());

    int[] records = {0};
    assertTimeoutPreemptively(
        A_HANG,
        () -> {
          for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutant(content, random);
            try {
              records[0] += Gathered.by(format, mutant).records().size();
              Formats.choose(headOf(mutant));
            } catch (FormatException e) {
              assertThat(e.found()).isNotBlank().doesNotContain("\n");
            }
          }
        });
    assertThat(records[0]).isPositive();
  }

  private static Head headOf(byte[] content) throws IOException {
    return Source.of(new ByteArrayInputStream(content), "", FieldNames.common(), null).head();
  }

  private static byte[] mutant(byte[] content, Random random) {
    byte[] mutant = content;
    for (int turn = random.nextInt(1, 6); turn > 0; turn--) {
      int from = random.nextInt(mutant.length + 1);
      int to = Math.min(mutant.length, from + random.nextInt(random.nextBoolean() ? 4 : 400));
      byte[] piece =
          switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOfRange(mutant, from, to);
            case 2 -> new byte[] {(byte) random.nextInt(256)};
            case 3 -> Arrays.copyOf(content, random.nextInt(content.length));
            default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
          };
      boolean insert = random.nextBoolean();
      mutant = joined(mutant, from, piece, insert ? from : to);
    }
    return mutant;
  }

  private static byte[] joined(byte[] content, int end, byte[] piece, int from) {
    byte[] all = Arrays.copyOf(content, end + piece.length + content.length - from);
    System.arraycopy(piece, 0, all, end, piece.length);
    System.arraycopy(content, from, all, end + piece.length, content.length - from);
    return all;
  }
}
