package org.papermap.embed.internal.formats.office;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The first page of a paper as lines with their sizes of type.
///
/// The title is the run of lines in the largest type of the page's upper part, if it is clearly
/// larger than the text and at least three words, above the abstract. The abstract is what follows
/// the word `Abstract`, in the type it begins in, up to the introduction or the keywords.
record FirstPage(List<Line> lines, double textSize, double height) {
  private static final double UPPER_PART = 0.5;

  /// Titles are larger than the text by more than this factor.
  private static final double LARGER = 1.15;

  private static final double SAME_SIZE = 0.6;
  private static final int LONGEST_TITLE = 300;
  private static final int FEWEST_WORDS = 3;
  private static final int SHORTEST_ABSTRACT = 200;
  private static final int LONGEST_ABSTRACT = 4000;

  /// A page with more lines is not a first page.
  private static final int MAX_LINES = 5000;

  private static final Pattern HEADING =
      Pattern.compile("(?i)(?:abstract|a\\s?b\\s?s\\s?t\\s?r\\s?a\\s?c\\s?t)\\s*[.:—–-]*\\s*");

  private static final Pattern RUN_IN =
      Pattern.compile(
          "(?:Abstract|ABSTRACT)\\s*[.:—–-]+\\s*(\\S.*)|(?:Abstract|ABSTRACT)\\s+(\\p{Lu}\\S*\\s.*)");

  private static final Pattern END =
      Pattern.compile(
          "(?i)(?:(?:\\d{1,2}|[IVX]{1,4})?\\s*[.:]?\\s*(?:introduction|background|motivation)\\b.{0,40}|(?:key\\s?words|keywords"
              + " and phrases|index terms|ccs concepts|categories and subject|general terms|acm"
              + " reference|jel classification|msc)\\b.*|1\\s+\\p{Lu}\\w+.{0,60})");

  private static final Pattern ARXIV =
      Pattern.compile(
          "arXiv:\\s*(\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7}(?:v\\d+)?)");

  private static final Pattern DOI =
      Pattern.compile("\\b(10\\.\\d{4,9}/[^\\s,;]{2,80}[^\\s,;.)\\]])");

  /// What stands at the head of a page, in larger type than titles here and there.
  private static final Pattern JOURNAL =
      Pattern.compile(
          "(?i)(?:the )?(?:(?:international|european|american|british|asian|african|open|annual)"
              + " )*(?:journal|transactions|proceedings|annals|archives|bulletin|acta|advances in"
              + "|research in|letters|revue|revista|zeitschrift|conference|workshop|symposium)\\b"
              + ".{0,80}|(?:\\S+ ){0,6}(?:journal|transactions|letters|review|proceedings)");

  /// Marks of notes at the end of a title.
  private static final Pattern NOTE_MARK = Pattern.compile("(?<=[\\p{L})?!])\\s*[*∗†‡§¶⋆]{1,3}$");

  /// Titles that programs give to files.
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i).*(?:\\.(?:docx?|tex|dvi|pdf|indd)|untitled|microsoft word|^paper$|template).*");

  /// @param top from the page's upper edge
  /// @param level whether it runs from left to right
  private record Line(String text, double size, double top, boolean level) {}

  static FirstPage of(PDDocument document) throws IOException {
    Lines lines = new Lines();
    lines.setStartPage(1);
    lines.setEndPage(1);
    lines.writeText(document, Writer.nullWriter());
    lines.endLine();
    double height = document.getPage(0).getMediaBox().getHeight();
    return new FirstPage(lines.found, lines.median(), height);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// @param told what the file itself calls its title: counts where the page has the same words
  Optional<String> title(String told) {
    Optional<String> seen = largest();
    String name = told.strip();
    boolean usable =
        name.split("\\s+", -1).length >= FEWEST_WORDS && !NO_TITLE.matcher(name).matches();
    if (usable && name.length() <= LONGEST_TITLE && folded(allText()).contains(folded(name))) {
      return Optional.of(name);
    }
    return seen;
  }

  private String allText() {
    return lines.stream().map(Line::text).collect(Collectors.joining(" "));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private Optional<String> largest() {
    int end = abstractLine() < 0 ? lines.size() : abstractLine();
    double least = textSize * LARGER;
    double size = 0;
    String best = "";
    boolean two = false;
    for (int i = 0; i < end; i++) {
      Line line = lines.get(i);
      if (!line.level() || line.top() > UPPER_PART * height || line.size() < least) {
        continue;
      }
      int last = i;
      while (last + 1 < end && isSame(lines.get(last + 1), line)) {
        last++;
      }
      String text = joined(lines.subList(i, last + 1));
      i = last;
      if (text.split("\\s+", -1).length < FEWEST_WORDS
          || text.length() > LONGEST_TITLE
          || JOURNAL.matcher(text).matches()) {
        continue; // the name of a journal, or a number
      }
      two |= Math.abs(line.size() - size) <= SAME_SIZE;
      if (line.size() > size + SAME_SIZE) {
        two = false;
        size = line.size();
        best = text;
      }
    }
    return best.isEmpty() || two
        ? Optional.empty()
        : Optional.of(NOTE_MARK.matcher(best).replaceFirst(""));
  }

  private static boolean isSame(Line next, Line line) {
    return next.level() && Math.abs(next.size() - line.size()) <= SAME_SIZE;
  }

  private int abstractLine() {
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      if (HEADING.matcher(text).matches() || RUN_IN.matcher(text).matches()) {
        return i;
      }
    }
    return -1;
  }

  Optional<String> abstractText() {
    int start = abstractLine();
    if (start < 0) {
      return Optional.empty();
    }
    List<Line> text = new ArrayList<>();
    Line first = lines.get(start);
    Matcher runIn = RUN_IN.matcher(first.text());
    if (runIn.matches()) {
      String rest = runIn.group(1) == null ? runIn.group(2) : runIn.group(1);
      text.add(new Line(rest, first.size(), first.top(), first.level()));
    }
    boolean ended = false;
    for (int i = start + 1; i < lines.size() && !ended; i++) {
      Line line = lines.get(i);
      ended = END.matcher(line.text()).matches() && !text.isEmpty();
      boolean other = !text.isEmpty() && Math.abs(line.size() - text.getFirst().size()) > SAME_SIZE;
      if (!ended && !other && line.level()) {
        text.add(line);
      }
      ended |= other && line.size() > text.getFirst().size() + SAME_SIZE;
    }
    String all = joined(text);
    boolean fits = all.length() >= SHORTEST_ABSTRACT && all.length() <= LONGEST_ABSTRACT;
    return ended && fits ? Optional.of(all) : Optional.empty();
  }

  Optional<String> arxivId() {
    Matcher id = ARXIV.matcher(allText());
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  Optional<String> doi() {
    Matcher doi = DOI.matcher(allText());
    return doi.find() ? Optional.of(doi.group(1)) : Optional.empty();
  }

  /// The lines as one text. A word that a hyphen parts is joined, unless it has another hyphen.
  private static String joined(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      String next = line.text();
      boolean parted =
          text.length() > 1
              && text.charAt(text.length() - 1) == '-'
              && Character.isLetter(text.charAt(text.length() - 2))
              && !next.isEmpty()
              && Character.isLowerCase(next.charAt(0));
      if (parted) {
        boolean compound = text.lastIndexOf("-", text.length() - 2) > text.lastIndexOf(" ");
        text.setLength(text.length() - (compound ? 0 : 1));
      } else if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(next);
    }
    return text.toString().strip();
  }

  /// Gathers the lines of a page.
  private static final class Lines extends PDFTextStripper {
    private final List<Line> found = new ArrayList<>();
    private final List<Double> sizes = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private double size;
    private double top;
    private boolean level = true;

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      for (TextPosition position : positions) {
        double own = Math.abs(position.getFontSizeInPt());
        size = Math.max(size, own);
        top = position.getYDirAdj();
        level &= position.getDir() == 0;
        if (sizes.size() < 1 << 16) {
          sizes.add(own);
        }
      }
      line.append(text);
    }

    @Override
    protected void writeWordSeparator() {
      line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
      endLine();
    }

    @Override
    protected void writeParagraphEnd() {
      endLine();
    }

    void endLine() {
      String text = ligatures(line.toString()).strip();
      if (!text.isEmpty() && found.size() < MAX_LINES) {
        found.add(new Line(text, size, top, level));
      }
      line.setLength(0);
      size = 0;
      level = true;
    }

    private static String ligatures(String text) {
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 0xFB00 && c <= 0xFB06) {
          plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
        } else {
          plain.append(c);
        }
      }
      return plain.toString();
    }

    double median() {
      if (sizes.isEmpty()) {
        return 0;
      }
      List<Double> sorted = sizes.stream().sorted().toList();
      return sorted.get(sorted.size() / 2);
    }
  }
}
