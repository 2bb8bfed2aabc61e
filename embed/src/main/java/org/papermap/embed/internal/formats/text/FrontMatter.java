package org.papermap.embed.internal.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.AbstractHeading;
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

/// A note on one paper, as note programs keep them: keys and values between two lines of dashes,
/// then Markdown. The abstract is a value, or what stands under a heading of that name. Of YAML
/// this reads what notes have: texts, lists, and folded lines.
public final class FrontMatter extends NamedFormat {
  private static final Set<String> OF_PAPERS =
      Set.of(
          "abstract",
          "summary",
          "venue",
          "journal",
          "publication",
          "publicationtypes",
          "conference",
          "booktitle",
          "citation",
          "citekey",
          "paperurl",
          "pdf",
          "urlpdf",
          "year");

  private static final Set<Field> IDENTIFIERS = Set.of(Field.DOI, Field.ARXIV, Field.PUBMED);

  private static final Pattern BORDER = Pattern.compile("(?:---|\\.\\.\\.)\\h*");

  private static final int SHORTEST_ABSTRACT = 100;

  /// Lines looked at for the end of the values.
  private static final int MOST_LINES = 200;

  private static final Pattern KEY = Pattern.compile("([\\w][\\w -]{0,40}):(?:\\s+(.*))?");
  private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");
  private static final Pattern FOLDED = Pattern.compile("[|>][+-]?\\d?");
  private static final Pattern HEADING =
      Pattern.compile("#{1,6}\\s+(.*?)\\s*#*|\\*\\*([^*]+?):?\\*\\*:?");

  /// `> [!abstract] …`: the quotation is the abstract, and what stands behind is its caption.
  private static final Pattern CALLOUT =
      Pattern.compile("(?i)\\s*>\\s*\\[!(?:abstract|summary|tldr)]");

  // Bounded, since Java's stack grows with each turn of such a loop.
  private static final Pattern QUOTE =
      Pattern.compile("^\\s*+(?:>\\s?(?:\\[![\\w-]+][+-]?)?\\s*+){1,20}+");

  public FrontMatter() {
    super("note", "note with front matter");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText() || !head.text().startsWith("---")) {
      return Claim.none();
    }
    List<String> lines = head.text().lines().toList();
    int end = 1;
    boolean titled = false;
    boolean listed = false;
    while (end < Math.min(MOST_LINES, lines.size()) && !BORDER.matcher(lines.get(end)).matches()) {
      titled |= lines.get(end).matches("title:\\h*+\\S.*");
      listed |= lines.get(end).matches("\\h*- +title:.*");
      end++;
    }
    boolean noted = titled && end < lines.size() && BORDER.matcher(lines.getFirst()).matches();
    return noted
            && !listed
            && !isNextTitled(lines.subList(end, lines.size()))
            && !note(lines).isPost(head.names())
        ? new Claim(Certainty.SURE, words())
        : Claim.none();
  }

  /// Whether another line of dashes is followed by a title at once. The text is then a list in
  /// YAML, and a note would keep only its first entry.
  private static boolean isNextTitled(List<String> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (BORDER.matcher(lines.get(i)).matches() && lines.get(i + 1).matches("title:\\h*+\\S.*")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    sink.record(note(source.text().readAllLines()).record(source.names()));
  }

  private static Note note(List<String> lines) {
    Note note = new Note();
    int end = 1;
    while (end < lines.size() && !BORDER.matcher(lines.get(end)).matches()) {
      note.take(lines.get(end++));
    }
    note.body(lines.subList(Math.min(end + 1, lines.size()), lines.size()));
    return note;
  }

  /// Collects one note.
  private static final class Note {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final StringBuilder section = new StringBuilder();
    private @Nullable List<String> open;

    void take(String line) {
      Matcher key = KEY.matcher(line);
      Matcher item = ITEM.matcher(line);
      List<String> last = open;
      if (key.matches()) {
        List<String> items = new ArrayList<>();
        String value = key.group(2) == null ? "" : key.group(2).strip();
        if (value.startsWith("[") && value.endsWith("]")) {
          addListed(value.substring(1, value.length() - 1), items);
        } else if (!FOLDED.matcher(value).matches()) {
          add(value, items);
        }
        open = values.computeIfAbsent(key.group(1), _ -> items);
      } else if (last != null && item.matches()) {
        add(item.group(1), last);
      } else if (last != null && !line.isBlank() && Character.isWhitespace(line.charAt(0))) {
        goOn(line.strip(), last);
      }
    }

    /// What stands between commas outside quotation marks.
    private static void addListed(String list, List<String> items) {
      boolean quoted = false;
      int from = 0;
      for (int i = 0; i < list.length(); i++) {
        if (list.charAt(i) == '"') {
          quoted = !quoted;
        } else if (list.charAt(i) == ',' && !quoted) {
          add(list.substring(from, i), items);
          from = i + 1;
        }
      }
      add(list.substring(from), items);
    }

    private static void goOn(String text, List<String> items) {
      if (items.isEmpty()) {
        items.add(text);
      } else {
        items.add(items.removeLast() + " " + text);
      }
    }

    private static void add(String raw, List<String> items) {
      String text = raw.strip();
      boolean quoted =
          text.length() > 1
              && (text.startsWith("\"") && text.endsWith("\"")
                  || text.startsWith("'") && text.endsWith("'"));
      String plain = quoted ? text.substring(1, text.length() - 1) : text;
      // Notes link to other notes: [[Ada Lind]].
      plain = plain.replaceAll("\\[\\[(?:[^\\]|]*\\|)?([^\\]|]*)]]", "$1");
      if (!plain.isBlank()) {
        items.add(plain.replace("\\\"", "\""));
      }
    }

    /// What stands under the heading of an abstract.
    void body(List<String> lines) {
      boolean inside = false;
      boolean called = false;
      for (String raw : lines) {
        String line = QUOTE.matcher(raw).replaceFirst("").strip();
        boolean quoted = raw.stripLeading().startsWith(">");
        if (CALLOUT.matcher(raw).lookingAt() && section.isEmpty()) {
          inside = true;
          called = true;
          continue;
        }
        if (called && !quoted) {
          inside = false;
          called = false;
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches() || AbstractHeading.is(line)) {
          String words =
              heading.matches() ? InlineMarkdown.plain(line.replaceAll("^#+\\s*|[*:]", "")) : line;
          inside = AbstractHeading.is(words) && section.isEmpty();
        } else if (inside) {
          section.append(InlineMarkdown.plain(line)).append(' ');
        }
      }
    }

    /// Whether nothing is told that papers alone have: posts, too, have an author and a day.
    boolean isPost(FieldNames names) {
      boolean authored =
          values.entrySet().stream()
              .filter(value -> names.isNamed(value.getKey(), Field.AUTHORS))
              .anyMatch(value -> value.getValue().size() > 1 || !isOfPost());
      boolean text = section.length() >= (isOfPost() ? SHORTEST_ABSTRACT : 1);
      return !text
          && !authored
          && values.keySet().stream()
              .noneMatch(name ->
                  OF_PAPERS.contains(PlainText.bareName(name))
                      || IDENTIFIERS.stream().anyMatch(field -> names.isNamed(name, field)));
    }

    private boolean isOfPost() {
      return values.containsKey("draft")
          || values.containsKey("layout")
          || values.getOrDefault("date", List.of()).stream()
              .anyMatch(day -> day.matches("\\d{4}-\\d\\d-\\d\\d.*"));
    }

    SourceRecord record(FieldNames names) {
      SourceRecord.Builder record = SourceRecord.at(1);
      values.forEach((name, items) -> {
        if (items.size() > 1 && names.isNamed(name, Field.AUTHORS)) {
          items.forEach(record::author);
        } else if (!items.isEmpty()) {
          record.put(name, String.join("; ", items));
        }
      });
      if (!section.toString().isBlank()) {
        record.put(Field.ABSTRACT, section.toString().strip());
      }
      return record.build();
    }
  }
}
