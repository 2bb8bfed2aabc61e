package org.papermap.embed.internal.formats.json;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import tools.jackson.databind.node.ObjectNode;

/// Lists of references in YAML: CSL's (`references:`), Hayagriva's, and data files of web pages.
/// They mean what the same would mean in JSON.
public final class Yaml extends NamedFormat {
  private static final Pattern BEGINS =
      Pattern.compile(
          "\\s*+(?:(?:#|%YAML).*\\R\\s*+){0,200}+(?:---\\s*+(?:#.*\\R\\s*+){0,200}+)?"
              + "(?:- +)?[\\w\"'@][^:\\n]{0,80}:(?:\\h.*)?\\R");

  /// A title in a list or below a key.
  private static final Pattern TITLE = Pattern.compile("(?m)^(?:\\h*- +|\\h+)[\"']?title[\"']?: ");

  private static final Pattern BESIDE = Pattern.compile("(?im)^\\h*(?:- +)?[\"']?authors?[\"']?:");

  private static final Pattern SURE =
      Pattern.compile("(?im)^\\h*(?:- +)?[\"']?(?:abstract|doi)[\"']?:");

  /// `CITATION.cff`, which has one work.
  private static final Pattern CITATION = Pattern.compile("(?m)^cff-version:");

  private static final Pattern KEY =
      Pattern.compile(
          "(?:\"[^\"]{1,200}\"|'[^']{1,200}'|[\\p{L}\\d_@$][^:#]{0,199}?)\\h*:(?:\\h.*)?");

  private static final Pattern BORDER = Pattern.compile("(?:---|\\.\\.\\.)\\h*");

  public Yaml() {
    super("yaml", "YAML");
  }

  @Override
  public Claim claim(Head head) {
    List<String> lines = withoutBody(head.wholeLines().lines().toList());
    String text = String.join("\n", lines) + "\n";
    return head.isText()
            && BEGINS.matcher(text).lookingAt()
            && (CITATION.matcher(text).find() || areWorks(text))
            && areLines(lines)
        ? new Claim(Certainty.SURE, words())
        : Claim.none();
  }

  /// The lines, or what a page has in front of it, between two borders: lists of publications stand
  /// there. Behind a border within YAML comes more of it.
  private static List<String> withoutBody(List<String> lines) {
    int end = 1;
    while (end < lines.size() && !BORDER.matcher(lines.get(end)).matches()) {
      end++;
    }
    boolean front = end < lines.size() && BORDER.matcher(lines.getFirst()).matches();
    return front && !areLines(lines.subList(end + 1, lines.size()))
        ? lines.subList(0, end + 1)
        : lines;
  }

  /// Whether there is a title with an abstract or a DOI, or several with authors: settings of web
  /// pages have one with an author.
  private static boolean areWorks(String text) {
    long titles = TITLE.matcher(text).results().limit(2).count();
    return titles > 0 && SURE.matcher(text).find() || titles > 1 && BESIDE.matcher(text).find();
  }

  /// Whether all lines at the left margin are keys, items, comments or borders.
  private static boolean areLines(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
        .allMatch(line ->
            line.startsWith("-")
                || line.startsWith("#")
                || line.startsWith("%")
                || BORDER.matcher(line).matches()
                || KEY.matcher(line).matches());
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    JsonRecords records = new JsonRecords(source.names());
    List<String> all = source.text().readAllLines();
    List<String> lines = withoutBody(all);
    if (lines.size() < all.size()) {
      sink.navigation(lines.size() + 1, "the page behind the list");
    }
    FirstTitle titled = new FirstTitle(sink, source.names());
    for (JsonTree.Placed value : new YamlLines(lines, titled).values()) {
      if (lines.size() < all.size() && value.node() instanceof ObjectNode page) {
        page.remove("title"); // of the page
      }
      if (!value.node().isNull()) {
        records.in(value.node(), value.line()).forEach(each -> each.to(titled));
      }
    }
    titled.finish();
  }
}
