package org.papermap.embed.internal.formats.bibtex;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// BibTeX and BibLaTeX: entries with abbreviations, joined values, nested braces, cross-references
/// and LaTeX in the values. An entry that is broken is lost alone and told by its key.
public final class Bibtex extends NamedFormat {
  private static final Pattern FIRST_ENTRY =
      Pattern.compile(
          "@\\h*(?:string|preamble|comment)\\s*[{(]|@\\h*[A-Za-z]+\\s*[{(]\\s*[^\\s{}\"]*\\s*,"
              + "|@\\h*[A-Za-z]+\\s*[{(]\\s*[A-Za-z]+\\s*=",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FENCED_ENTRY =
      Pattern.compile("(?m)^```\\w*\\h*+\\R\\s*+@\\w+\\s*+\\{");

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,5} \\S");

  private static final Pattern ENTRY_IN_LINE =
      Pattern.compile(
          "(?m)^\\h*@[A-Za-z]+\\s*[{(]\\s*[^\\s{}\",]*\\s*,\\s*[A-Za-z_-]+\\s*=\\s*[{\"\\w]");

  /// What a text with references has somewhere; a search for plain words takes no time.
  private static final List<String> REFERENCES =
      List.of("rossref", "rossRef", "ROSSREF", "xdata", "xData", "XData", "XDATA");

  /// Entries that describe no work.
  private static final Set<String> NO_WORKS = Set.of("xdata", "set", "control", "bibnote", "alias");

  public Bibtex() {
    super("bibtex", "BibTeX");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText() || head.text().indexOf('@') < 0) {
      return Claim.none();
    }
    if (head.begins(FIRST_ENTRY)) {
      return new Claim(Certainty.SIGNED, words());
    }
    // A table may have entries in its cells.
    return ENTRY_IN_LINE.matcher(head.text()).find() && !isCitedBelow(head.text())
        ? new Claim(
            head.text().stripLeading().startsWith("%") ? Certainty.SURE : Certainty.LIKELY, words())
        : Claim.none();
  }

  /// Whether the text is a list in Markdown that tells how to cite it: it has twice as many
  /// headings as entries, and these stand in blocks of code.
  private static boolean isCitedBelow(String text) {
    return FENCED_ENTRY.matcher(text).find()
        && HEADING.matcher(text).results().count()
            > 2 * ENTRY_IN_LINE.matcher(text).results().count();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    String text = all(source.text());
    Map<String, BibtexEntry> parents =
        REFERENCES.stream().anyMatch(text::contains) ? parents(text) : Map.of();
    boolean[] any = {false};
    new BibtexParser(text)
        .parse(
            entry -> {
              any[0] = true;
              if (NO_WORKS.contains(entry.type())) {
                sink.navigation(entry.line(), "@" + entry.type() + "{" + entry.key() + "}");
              } else {
                BibtexFields.deliver(entry, whole(entry, parents), sink);
              }
            },
            broken -> {
              any[0] = true;
              String found = PlainText.printable(broken.found());
              if (broken.comment()) {
                sink.navigation(broken.line(), "% " + found);
              } else {
                sink.malformed(broken.line(), found);
              }
            });
    if (!any[0]) {
      throw new UnrecognizedException(
          "no BibTeX entries", "Export the library again, or leave out --format");
    }
  }

  /// The entries that others may refer to. Only a text with references is read twice.
  private static Map<String, BibtexEntry> parents(String text) {
    Map<String, BibtexEntry> parents = new HashMap<>();
    boolean[] referred = {false};
    new BibtexParser(text)
        .parse(
            entry -> {
              referred[0] |= !entry.value("crossref").isBlank() || !entry.value("xdata").isBlank();
              parents.putIfAbsent(BibtexEntry.lower(entry.key()), entry);
            },
            _ -> {});
    return referred[0] ? parents : Map.of();
  }

  private static BibtexEntry whole(BibtexEntry entry, Map<String, BibtexEntry> parents) {
    BibtexEntry whole = entry;
    for (String shared : entry.value("xdata").split(",", -1)) {
      BibtexEntry parent = parents.get(BibtexEntry.lower(shared.strip()));
      whole = parent == null || shared.isBlank() ? whole : whole.with(parent);
    }
    BibtexEntry parent = parents.get(BibtexEntry.lower(entry.value("crossref").strip()));
    return parent == null || parent.key().isEmpty() || parent.key().equals(entry.key())
        ? whole
        : whole.inheriting(parent);
  }

  private static String all(BufferedReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1 << 16];
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      text.append(buffer, 0, n);
    }
    return text.toString();
  }
}
