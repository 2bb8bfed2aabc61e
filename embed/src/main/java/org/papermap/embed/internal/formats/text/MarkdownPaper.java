package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.AbstractHeading;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Prose;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.text.MarkdownBlocks.Block;
import org.papermap.embed.internal.formats.text.MarkdownBlocks.Kind;

/// One paper of a Markdown text, as far as its blocks tell.
final class MarkdownPaper {
  private static final int SHORTEST_ABSTRACT = 100;

  /// Summaries are longer than abstracts, but not as long as articles.
  private static final int LONGEST_TEXT = 10_000;

  private static final Pattern QUOTED_FIRST =
      Pattern.compile("[^\\w\"“]{0,2}[\"“]([^\"“”]{6,300}?)[,.]?[\"”]");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
  private static final Pattern DATE_BEHIND =
      Pattern.compile(
          "\\s*[(,;·|–—-]?\\s*((?:19|20)\\d\\d(?:-\\d\\d){0,2}|(?:\\d{1,2}\\.?"
              + " )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?(?:"
              + " \\d{1,2},?)? (?:19|20)\\d\\d)\\)?\\.?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR_BEHIND = Pattern.compile("\\s*\\(((?:19|20)\\d\\d)\\)$");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<![\\s.]\\p{Lu})\\.\\s");
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]+)\\)?\\.?");
  private static final Pattern RIGHTS = Pattern.compile("(?i)\\W{0,3}(?:copyright|©|\\(c\\)) ");
  private static final Pattern YEAR_BEFORE =
      Pattern.compile("^\\W*(?:19|20)\\d\\d\\W+", Pattern.UNICODE_CHARACTER_CLASS);

  /// `[2022/03] `, `(*CVPR 2023*) `, or as code, before a title.
  private static final Pattern IN_BRACKETS_BEFORE =
      Pattern.compile(
          "^(?:\\[[^\\[\\]]{1,25}](?!\\()\\s+|\\([^()]{1,25}\\)\\s+|`[^`]{1,25}`\\s+(?=\\[)){1,3}");

  private final long line;
  private String title = "";
  private String url = "";
  private boolean linkedTitle;

  /// Whether the title is bold, or in quotation marks.
  private boolean markedTitle;

  private boolean paperLink;
  private String authors = "";

  /// Family names before the title, for want of whole ones.
  private String headNames = "";

  private String date = "";
  private String venue = "";
  private final List<String> texts = new ArrayList<>();

  /// Whether a heading says where the abstract begins.
  private boolean headed;

  /// Whether another heading has ended the abstract that begins so.
  private boolean closed;

  private final List<Label> labels = new ArrayList<>();
  private final List<Block> unread = new ArrayList<>();

  MarkdownPaper(Block head, List<Block> body) {
    this.line = head.line();
    String[] lines = head.text().split("\n", 2);
    boolean item = head.kind() == Kind.BULLET || head.kind() == Kind.LEAD;
    boolean apart =
        !item
            || (InlineMarkdown.isWhole(lines[0])
                && !(lines.length > 1 && InlineMarkdown.goesOn(lines[0])));
    takeHead(apart ? lines[0] : head.text().replace('\n', ' '), head);
    if (lines.length > 1 && apart) {
      takeLines(new Block(Kind.PARAGRAPH, 0, head.line() + 1, lines[1]));
    }
    body.forEach(this::takeLines);
  }

  /// Whether this is an entry of a list of contents.
  boolean isReference() {
    return !url.isEmpty() && !url.startsWith("http") && authors.isEmpty() && texts.isEmpty();
  }

  String title() {
    return title;
  }

  long line() {
    return line;
  }

  boolean hasAbstract() {
    return !texts.isEmpty() || labels.stream().anyMatch(label -> label.means(Field.ABSTRACT));
  }

  /// Whether a link or a label says that it is a paper.
  boolean isPointedOut() {
    return paperLink || linkedTitle || markedTitle || isLabelled();
  }

  /// Whether its title is marked or linked, and an address of a paper stands beside it.
  boolean isLinked() {
    return isEvident() && paperLink && (markedTitle || linkedTitle);
  }

  /// Whether there is an abstract, or an address of a paper.
  boolean hasSubstance() {
    return hasAbstract() || paperLink;
  }

  /// Whether something else than the words tells that this is a paper.
  boolean isEvident() {
    boolean titled = title.split("\\s+", -1).length > 1 && title.length() > 5;
    boolean marked =
        !authors.isEmpty() || !headNames.isEmpty() || !date.isEmpty() || paperLink || isLabelled();
    boolean listed = (linkedTitle || markedTitle) && (marked || hasAbstract());
    boolean brief = texts.stream().mapToInt(String::length).sum() <= LONGEST_TEXT;
    return titled
        && brief
        && (listed || (marked && (hasAbstract() || paperLink || !authors.isEmpty())));
  }

  /// Whether it is one even if no other stands beside it: a date is not enough.
  boolean isEvidentAlone() {
    return isEvident()
        && hasAbstract()
        && texts.stream().mapToInt(String::length).sum() <= PageDoubts.LONGEST_ABSTRACT
        && (!authors.isEmpty() || paperLink || labels.stream().anyMatch(Label::isOfPaper));
  }

  /// Whether these are parts of a text that tells of no research: nothing links or names papers.
  static boolean areProse(List<MarkdownPaper> papers) {
    return papers.stream().noneMatch(paper -> paper.paperLink || paper.isLabelled())
        && Prose.isIn(
            papers.stream().map(MarkdownPaper::title).toList(),
            papers.stream().map(paper -> String.join(" ", paper.texts)).toList());
  }

  private boolean isLabelled() {
    return labels.stream().anyMatch(label -> label.meaning() != null);
  }

  /// The title is what is linked, bold or quoted at the beginning, else all up to the first link or
  /// dash.
  private void takeHead(String line, Block head) {
    String text = IN_BRACKETS_BEFORE.matcher(line).replaceFirst("");
    Matcher year = YEAR.matcher(line.substring(0, line.length() - text.length()));
    date = year.find() ? year.group() : "";
    if (DatedNames.before(text).orElse(null) instanceof DatedNames before) {
      headNames = before.names();
      date = before.year();
      text = text.substring(before.length());
    }
    Matcher link = InlineMarkdown.link(text);
    boolean linked = link.find();
    paperLink |= InlineMarkdown.paperLink(text).isPresent();
    Matcher bold = InlineMarkdown.bold(text);
    Matcher quoted = QUOTED_FIRST.matcher(text);
    String rest = "";
    if (linked && text.chars().limit(link.start()).noneMatch(Character::isLetterOrDigit)) {
      title = InlineMarkdown.plain(link.group(1));
      url = link.group(2);
      linkedTitle = true;
      rest = text.substring(link.end());
    } else if (bold.lookingAt()) {
      title = InlineMarkdown.plain(bold.group(2));
      markedTitle = true;
      rest = text.substring(bold.end());
      url = linked ? link.group(2) : "";
    } else if (quoted.lookingAt()) {
      title = InlineMarkdown.plain(quoted.group(1));
      markedTitle = true;
      rest = text.substring(quoted.end());
      url = linked ? link.group(2) : "";
    } else if (head.kind() == Kind.BULLET && linked) {
      String before = text.substring(0, link.start()).replaceAll("[\\s\\[(|–—-]+$", "");
      Matcher emphasis = Pattern.compile("[*_]").matcher(before);
      int end = emphasis.find() ? emphasis.start() : before.length();
      title = InlineMarkdown.plain(before.substring(0, end).replaceAll("[\\s,.;–—-]+$", ""));
      rest = before.substring(end);
      url = link.group(2);
    } else {
      int end = NameList.before(text);
      title = InlineMarkdown.plain(text.substring(0, end));
      rest = text.substring(end);
    }
    Matcher behind = YEAR_BEHIND.matcher(title);
    if (date.isEmpty() && behind.find()) {
      date = behind.group(1);
      title = title.substring(0, behind.start());
    }
    title = title.replaceFirst("^\\d{1,4}[.)]\\s+", "").replaceAll("[:.]$", "").strip();
    Matcher address = InlineMarkdown.webAddress(rest);
    if (url.isEmpty() && address.find()) {
      url = address.group().replaceFirst("[.,;:]+$", "");
    }
    takeRest(rest);
  }

  /// What follows the title in its own line: an abstract, or authors, a venue, a year.
  private void takeRest(String rest) {
    String words =
        InlineMarkdown.plain(InlineMarkdown.withoutLinks(rest))
            .replaceAll("\\[[\\s|·,]*]|\\([\\s|·,]*\\)", "");
    words = words.replaceFirst("^[\\s:.,;–—|*_-]+", "").replaceFirst("[\\s:,;–—|*_\\[(-]+$", "");
    int named = NameList.endOf(words);
    if (named > 0 && !isText(words.substring(named + 1).strip())) {
      takeNamesAndYear(words);
      return;
    }
    if (isText(words)) {
      texts.add(words.substring(named > 0 ? named + 1 : 0).strip());
      takeNames(words.substring(0, Math.max(0, named)));
      return;
    }
    takeNamesAndYear(words);
  }

  private static boolean isText(String words) {
    boolean sentences = words.indexOf(". ") > 0 || words.length() > 200 && words.endsWith(".");
    return words.length() >= SHORTEST_ABSTRACT && sentences || words.length() > 300;
  }

  private void takeNamesAndYear(String text) {
    Matcher inside = IN_PARENTHESES.matcher(text);
    String line = inside.matches() ? inside.group(1) : text;
    Matcher behind = DATE_BEHIND.matcher(line);
    boolean ended = behind.find();
    Matcher year = YEAR.matcher(line);
    if (date.isEmpty() && year.find()) {
      boolean last = ended && behind.group(1).contains(year.group());
      date = last ? behind.group(1) : year.group();
    }
    String words = YEAR_BEFORE.matcher(line).replaceFirst("");
    authors = authors.isEmpty() ? CitationLine.namesBeforeYear(words) : authors;
    Matcher end = DATE_BEHIND.matcher(words);
    takeNames(end.find() ? words.substring(0, end.start()) : words);
  }

  /// The longest part up to the end of a sentence that is a list of names: a venue may follow.
  private void takeNames(String words) {
    List<String> candidates = new ArrayList<>(List.of(words));
    SENTENCE_END
        .matcher(words)
        .results()
        .forEach(end -> candidates.add(1, words.substring(0, end.start())));
    for (String candidate : candidates) {
      String plain =
          candidate.replaceFirst("(?i)^(?:by|authors?:)\\s+", "").replaceAll("[.,;]+$", "");
      if (authors.isEmpty() && NameList.matches(plain)) {
        authors = plain;
      }
    }
  }

  /// Takes names at the beginning and links at the end of a block apart from its text.
  private void takeLines(Block block) {
    List<String> lines = new ArrayList<>(List.of(block.text().split("\n", -1)));
    if (lines.size() > 1 && areNames(InlineMarkdown.plain(lines.getFirst()))) {
      take(new Block(Kind.PARAGRAPH, 0, block.line(), lines.removeFirst()));
    }
    List<String> links = new ArrayList<>();
    while (lines.size() > 1 && InlineMarkdown.isLinksOnly(lines.getLast())) {
      links.add(lines.removeLast());
    }
    take(new Block(block.kind(), block.level(), block.line(), String.join("\n", lines)));
    links.forEach(link -> take(new Block(Kind.PARAGRAPH, 0, block.line(), link)));
  }

  /// Names, with a year behind them or not.
  private static boolean areNames(String line) {
    return NameList.matches(DATE_BEHIND.matcher(line).replaceFirst(""));
  }

  private void take(Block block) {
    String raw = block.text();
    String text = InlineMarkdown.plain(raw).replace('\n', ' ');
    paperLink |= InlineMarkdown.paperLink(raw).isPresent();
    Label label = Label.of(raw);
    if (RIGHTS.matcher(text).lookingAt()) {
      unread.add(block); // names and a year, but not of a paper
    } else if (label != null && label.known()) {
      labels.add(label);
    } else if (InlineMarkdown.isLinksOnly(raw)) {
      url = url.isEmpty() ? InlineMarkdown.address(raw) : url;
    } else if (AbstractHeading.is(text)) {
      headed = true;
      closed = false;
    } else if (closed || (headed && block.kind() == Kind.HEADING && !texts.isEmpty())) {
      closed = true;
      unread.add(block);
    } else if (texts.isEmpty() && text.contains(" | ") && !NameList.betweenBars(text).isEmpty()) {
      authors = authors.isEmpty() ? NameList.betweenBars(text) : authors;
      takeNamesAndYear(text);
    } else if (texts.isEmpty() && CitationLine.of(raw).orElse(null) instanceof CitationLine line) {
      takeCitation(line, raw);
    } else if (text.length() >= SHORTEST_ABSTRACT && !NameList.matches(text)) {
      texts.add(text);
    } else if (!texts.isEmpty() && block.kind() == Kind.BULLET && text.length() > 20) {
      texts.add(text);
    } else if (!hasAbstract() && label == null) {
      String before = authors + date;
      takeNamesAndYear(text);
      if (before.equals(authors + date)) {
        unread.add(block);
      }
    } else {
      unread.add(block);
    }
  }

  private void takeCitation(CitationLine line, String raw) {
    authors = authors.isEmpty() ? line.names() : authors;
    date = date.isEmpty() ? line.year() : date;
    venue = line.venue();
    url = url.isEmpty() ? InlineMarkdown.paperLink(raw).orElse("") : url;
    if (authors.isEmpty()) {
      takeNamesAndYear(InlineMarkdown.plain(raw).replace('\n', ' '));
    }
  }

  void deliver(RecordSink sink) {
    sink.record(record().build());
    unread.forEach(block -> sink.navigation(block.line(), InlineMarkdown.plain(block.text())));
  }

  SourceRecord.Builder record() {
    SourceRecord.Builder record = SourceRecord.at(line);
    record.put(Field.TITLE, title);
    for (Label label : labels) {
      String value = InlineMarkdown.plain(label.value());
      if (label.meaning() == Field.URL) {
        record.put(Field.URL, label.name(), InlineMarkdown.address(label.value()));
      } else if (label.meaning() != null) {
        record.put(label.meaning(), label.name(), value);
      } else {
        record.put(label.name(), value);
      }
    }
    record.put(Field.ABSTRACT, String.join("\n", texts));
    boolean named = labels.stream().anyMatch(label -> label.means(Field.AUTHORS));
    String names = authors.isEmpty() && !named ? headNames : authors;
    if (NameList.matches(names)) {
      NameList.split(names).forEach(record::author);
    } else {
      record.put(Field.AUTHORS, names);
    }
    record.put(Field.DATE, date);
    record.put(Field.VENUE, "venue", venue);
    record.put(Field.URL, url.startsWith("http") ? url : "");
    return record;
  }
}
