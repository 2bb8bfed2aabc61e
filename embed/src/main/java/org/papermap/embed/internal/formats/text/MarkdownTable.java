package org.papermap.embed.internal.formats.text;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.text.MarkdownBlocks.Block;
import org.papermap.embed.internal.formats.text.MarkdownBlocks.Kind;

/// Tables in Markdown: a row of names between bars, a row of dashes, then one paper a row. Other
/// text around them is reported.
public final class MarkdownTable extends NamedFormat {
  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\h*+\\|?[^\\n\\r|]*+\\|.*\\R\\h*\\|?\\h*:?-{2,}:?\\h*\\|[-|:\\h]*$");
  private static final Pattern RULE = Pattern.compile("\\s*\\|?\\s*:?-{2,}:?\\s*\\|[-|:\\s]*");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  /// What folds a cell up, or breaks its lines.
  private static final Pattern FOLD =
      Pattern.compile("(?i)<summary>[^<>]{0,40}</summary>|</?details[^<>]*>|<br\\s*/?>");

  private static final Pattern NUMBER = Pattern.compile("^\\(?\\d{1,4}[.)]\\s+");
  private static final Set<String> TITLES =
      Set.of("paper", "papers", "publication", "article", "work");

  public MarkdownTable() {
    super("markdown-table", "Markdown table");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText() || head.text().indexOf('|') < 0) {
      return Claim.none();
    }
    Matcher table = TABLE.matcher(head.text());
    while (table.find()) {
      String first = table.group().lines().findFirst().orElse("");
      if (titleColumn(cells(first), head.names()) >= 0) {
        return new Claim(Certainty.SURE, words());
      }
    }
    return Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    List<String> columns = List.of();
    String before = null;
    boolean any = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      long number = lines.getLineNumber();
      boolean row = BAR.matcher(line).find();
      if (row && before != null && RULE.matcher(line).matches()) {
        columns = cells(before);
        any |= titleColumn(columns, source.names()) >= 0;
        before = null;
        continue;
      }
      if (before != null) {
        take(number - 1, before, columns, source.names(), sink);
      }
      before = line.isBlank() ? null : line;
      columns = line.isBlank() ? List.of() : columns;
    }
    if (before != null) {
      take(lines.getLineNumber(), before, columns, source.names(), sink);
    }
    if (!any) {
      throw new UnrecognizedException(
          "no Markdown table with a column of titles",
          "Name the columns \"Title\" and \"Abstract\", or leave out --format");
    }
  }

  private static int titleColumn(List<String> columns, FieldNames names) {
    for (int i = 0; i < columns.size(); i++) {
      if (names.isNamed(columns.get(i), Field.TITLE)) {
        return i;
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (TITLES.contains(PlainText.bareName(columns.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static void take(
      long number, String line, List<String> columns, FieldNames names, RecordSink sink) {
    int title = titleColumn(columns, names);
    if (title < 0 || !BAR.matcher(line).find()) {
      sink.navigation(number, InlineMarkdown.plain(line));
      return;
    }
    List<String> cells = rawCells(line);
    if (cells.size() > columns.size()) {
      sink.malformed(
          number,
          "%d columns are named and here are %d: write a bar in a value as \"\\|\""
              .formatted(columns.size(), cells.size()));
      return;
    }
    boolean abstracts = columns.stream().anyMatch(name -> names.isNamed(name, Field.ABSTRACT));
    Optional<MarkdownPaper> whole =
        abstracts || title >= cells.size() ? Optional.empty() : inCell(number, cells.get(title));
    boolean inOne = whole.isPresent();
    SourceRecord.Builder record =
        whole.map(MarkdownPaper::record).orElseGet(() -> SourceRecord.at(number));
    for (int i = 0; i < cells.size(); i++) {
      String between = names.isNamed(columns.get(i), Field.AUTHORS) ? "; " : " ";
      String value = InlineMarkdown.plain(FOLD.matcher(cells.get(i)).replaceAll(between));
      boolean address = names.isNamed(columns.get(i), Field.URL);
      if (i == title && inOne) {
        InlineMarkdown.paperLink(String.join(" ", cells))
            .ifPresent(it -> record.put(Field.URL, it));
      } else if (i == title) {
        record.put(Field.TITLE, columns.get(i), value);
      } else if (!value.isEmpty()) {
        record.put(columns.get(i), address ? InlineMarkdown.address(cells.get(i)) : value);
      }
    }
    Matcher link = InlineMarkdown.link(title < cells.size() ? cells.get(title) : "");
    if (link.find() && link.group(2).startsWith("http")) {
      record.put(Field.URL, link.group(2));
    }
    sink.record(record.build());
  }

  /// What a cell holds that begins with a title in bold type or a link and goes on with its
  /// abstract.
  private static Optional<MarkdownPaper> inCell(long number, String cell) {
    String text = NUMBER.matcher(cell).replaceFirst("");
    boolean marked = text.startsWith("**") || text.startsWith("[");
    return Optional.of(new MarkdownPaper(new Block(Kind.BULLET, 0, number, text), List.of()))
        .filter(paper -> marked && paper.hasAbstract());
  }

  private static List<String> cells(String line) {
    return rawCells(line).stream().map(InlineMarkdown::plain).toList();
  }

  private static List<String> rawCells(String line) {
    String row = line.strip();
    String inner = row.startsWith("|") ? row.substring(1) : row;
    List<String> cells = new ArrayList<>();
    for (String cell : BAR.split(inner, -1)) {
      cells.add(cell.strip());
    }
    if (cells.getLast().isEmpty() && row.endsWith("|")) {
      cells.removeLast();
    }
    return cells;
  }
}
