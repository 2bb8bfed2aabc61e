package org.papermap.embed.internal.formats.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.papermap.embed.internal.formats.text.MarkdownBlocks.Block;
import org.papermap.embed.internal.formats.text.MarkdownBlocks.Kind;

/// Papers in Markdown: a heading, a bold line or a list item each, with what is told of the paper
/// below it: authors, links, labels, the abstract.
///
/// Which of these the papers are is told by what most of their kind have: an abstract, a link, a
/// line of authors. Headings over prose are no papers.
public final class MarkdownList extends NamedFormat {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?m)^\\h{0,3}#{1,6}\\h+\\S|^\\h*(?:[-*+]|\\d{1,4}[.)])\\h+\\S*[\\[*_]|^(\\*\\*|__|\\[)\\S"
              + "|^\\S.*\\R:\\s+\\S|^\\S.*\\R([=~^-])\\2{3,}\\s*$");

  private static final int LEAST_LINKED = 3;

  public MarkdownList() {
    super("markdown", "Markdown");
  }

  @Override
  public Claim claim(Head head) {
    LightMarkup markup = LightMarkup.of(head.text());
    if (!head.isText() || (markup == LightMarkup.MARKDOWN && !SYNTAX.matcher(head.text()).find())) {
      return Claim.none();
    }
    return paperKind(blocks(head.wholeLines(), markup)).isPresent()
        ? new Claim(Certainty.LIKELY, markup == LightMarkup.MARKDOWN ? words() : markup.words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    List<Block> blocks = MarkdownBlocks.of(source.text(), LightMarkup.of(source.head().text()));
    Block kind = paperKind(blocks).orElse(null);
    if (kind == null) {
      throw new UnrecognizedException(
          "Markdown in which no papers can be told from other text",
          "Give each paper a heading or a list item with a link, authors or an abstract below it");
    }
    for (int i = 0; i < blocks.size(); ) {
      Block block = blocks.get(i);
      if (block.isLike(kind)) {
        int end = end(blocks, i);
        deliver(new MarkdownPaper(block, blocks.subList(i + 1, end)), sink);
        i = end;
      } else {
        sink.navigation(block.line(), InlineMarkdown.plain(block.text()));
        i++;
      }
    }
  }

  /// What has nothing of a paper but its place in the list is told, and no paper.
  private static void deliver(MarkdownPaper paper, RecordSink sink) {
    if (paper.isEvident()) {
      paper.deliver(sink);
    } else if (paper.isReference()) {
      sink.navigation(paper.line(), paper.title());
    } else {
      sink.withoutAbstract(paper.line(), "nothing of a paper but a title: " + paper.title());
    }
  }

  private static List<Block> blocks(String text, LightMarkup markup) {
    try {
      return MarkdownBlocks.of(new BufferedReader(new StringReader(text)), markup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A block like those that papers are, or nothing.
  private static Optional<Block> paperKind(List<Block> blocks) {
    List<Block> kinds = new ArrayList<>();
    for (Block block : blocks) {
      if (block.kind() != Kind.PARAGRAPH && kinds.stream().noneMatch(block::isLike)) {
        kinds.add(block);
      }
    }
    kinds.sort(Comparator.comparing(kind -> kind.kind() == Kind.LEAD));
    Optional<Block> best = Optional.empty();
    int most = 0;
    for (Block kind : kinds) {
      // Paragraphs below headings may begin with bold type, too.
      if (kind.kind() == Kind.LEAD && best.isPresent()) {
        continue;
      }
      int papers = papers(blocks, kind);
      if (papers > most) {
        most = papers;
        best = Optional.of(kind);
      }
    }
    return best;
  }

  /// How many blocks of this kind are papers, if most are; else 0. One alone must have an abstract.
  private static int papers(List<Block> blocks, Block kind) {
    int all = 0;
    int papers = 0;
    int abstracts = 0;
    boolean alone = false;
    List<MarkdownPaper> found = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.isLike(kind) && !isPart(block)) {
        MarkdownPaper paper = new MarkdownPaper(block, blocks.subList(i + 1, end(blocks, i)));
        all += paper.isReference() ? 0 : 1;
        papers += paper.isEvident() && (kind.kind() != Kind.LEAD || paper.hasSubstance()) ? 1 : 0;
        abstracts += paper.hasAbstract() ? 1 : 0;
        alone |= paper.isEvidentAlone();
        found.add(paper);
      }
    }
    // News and invitations stand in lists, too.
    boolean linked =
        2 * papers >= all && found.stream().filter(MarkdownPaper::isLinked).count() >= LEAST_LINKED;
    boolean told = abstracts > 0 || found.stream().anyMatch(MarkdownPaper::isPointedOut);
    boolean most =
        told
            && (linked || papers * 3 >= all * 2)
            && (papers > 1 || alone)
            && !MarkdownPaper.areProse(found);
    return most ? papers + abstracts : 0;
  }

  /// A list item inside another.
  private static boolean isPart(Block block) {
    return block.kind() == Kind.BULLET && block.level() > 1;
  }

  /// Where the next block of the same or a higher rank begins.
  private static int end(List<Block> blocks, int start) {
    Block first = blocks.get(start);
    int end = start + 1;
    while (end < blocks.size() && isBelow(blocks.get(end), first)) {
      end++;
    }
    return end;
  }

  private static boolean isBelow(Block block, Block first) {
    return switch (block.kind()) {
      case PARAGRAPH -> true;
      case LEAD -> first.kind() != Kind.LEAD;
      case HEADING -> first.kind() == Kind.HEADING && block.level() > first.level();
      case BOLD -> first.kind() == Kind.HEADING;
      case BULLET -> first.kind() != Kind.BULLET || block.level() > first.level() + 1;
    };
  }
}
