package org.papermap.embed.internal.formats.json;

import java.io.IOException;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;

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
    return head.isText()
            && BEGINS.matcher(head.text()).lookingAt()
            && (CITATION.matcher(head.text()).find() || areWorks(head.text()))
            && areLines(head)
        ? new Claim(Certainty.SURE, words())
        : Claim.none();
  }

  /// Whether there is a title with an abstract or a DOI, or several with authors: settings of web
  /// pages have one with an author.
  private static boolean areWorks(String text) {
    long titles = TITLE.matcher(text).results().limit(2).count();
    return titles > 0 && SURE.matcher(text).find() || titles > 1 && BESIDE.matcher(text).find();
  }

  /// Whether all lines at the left margin are keys, items, comments or borders.
  private static boolean areLines(Head head) {
    return head.wholeLines()
        .lines()
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
    FirstTitle titled = new FirstTitle(sink, source.names());
    for (JsonTree.Placed value : new YamlLines(source.text().readAllLines(), titled).values()) {
      if (!value.node().isNull()) {
        records.in(value.node(), value.line()).forEach(each -> each.to(titled));
      }
    }
    titled.finish();
  }
}
