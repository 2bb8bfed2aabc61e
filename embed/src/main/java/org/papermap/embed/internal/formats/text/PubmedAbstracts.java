package org.papermap.embed.internal.formats.text;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// PubMed's format "Abstract (text)": numbered citations, each with paragraphs for title, authors,
/// their addresses, the abstract, and lines of identifiers.
public final class PubmedAbstracts extends NamedFormat {
  private static final Pattern CITATION =
      Pattern.compile("\\d{1,6}\\. \\S.*\\b(?:1[89]|20)\\d\\d\\b.*");
  private static final Pattern PMID = Pattern.compile("(?m)^PMID: (\\d+)");
  private static final Pattern DOI =
      Pattern.compile("(?m)(?:^DOI: |\\bdoi: )(10\\.\\S+?)\\.?(?:\\s|$)");
  private static final Pattern DATE =
      Pattern.compile(
          "\\. ((?:1[89]|20)\\d\\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \\d{1,2})?)?)\\b");
  private static final Pattern VENUE =
      Pattern.compile("\\d{1,6}\\. (.+?)\\. (?:1[89]|20)\\d\\d\\b.*");
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?:Author information:|Collaborators:|Comment in|Comment on|Erratum in|Update of|Update"
              + " in|Republished|Retraction|Conflict of interest|Copyright|©|\\(c\\) ?\\d{4}|DOI:"
              + " |PMID: |PMCID: |Publisher:|\\[(?:Article|Indexed)|Plain Language Summary).*",
          Pattern.DOTALL);
  private static final Pattern NUMBER_BEHIND = Pattern.compile("\\(\\d+\\)|[*†‡§¶#]");

  public PubmedAbstracts() {
    super("pubmed-text", "PubMed abstracts");
  }

  @Override
  public Claim claim(Head head) {
    boolean found =
        head.isText()
            && CITATION.matcher(head.text().stripLeading().lines().findFirst().orElse("")).matches()
            && PMID.matcher(head.text()).find();
    return found ? new Claim(Certainty.SURE, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    List<Paragraph> open = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    long begun = 0;
    boolean any = false;
    for (String line = lines.readLine(); ; line = lines.readLine()) {
      if (line != null && !line.isBlank()) {
        begun = text.isEmpty() ? lines.getLineNumber() : begun;
        text.append(text.isEmpty() ? "" : "\n").append(line.strip());
        continue;
      }
      if (!text.isEmpty()) {
        Paragraph paragraph = new Paragraph(begun, text.toString());
        if (isCitation(paragraph) && !isBeforePmid(open)) {
          any |= deliver(open, sink);
          open = new ArrayList<>();
        }
        open.add(paragraph);
        text.setLength(0);
      }
      if (line == null) {
        break;
      }
    }
    any |= deliver(open, sink);
    if (!any) {
      throw new UnrecognizedException(
          "not a list of PubMed abstracts: no line begins with \"PMID: \"",
          "Save the search in the format \"PubMed\", or leave out --format");
    }
  }

  private static boolean isCitation(Paragraph paragraph) {
    return CITATION.matcher(paragraph.text().replace('\n', ' ')).matches();
  }

  /// Whether the open record still waits for its number, so that a numbered line is part of it.
  private static boolean isBeforePmid(List<Paragraph> open) {
    return !open.isEmpty()
        && isCitation(open.getFirst())
        && open.stream().noneMatch(paragraph -> PMID.matcher(paragraph.text()).find());
  }

  private static boolean deliver(List<Paragraph> record, RecordSink sink) {
    if (record.isEmpty()) {
      return false;
    }
    Paragraph citation = record.getFirst();
    if (!isCitation(citation) || record.size() < 2) {
      record.forEach(paragraph -> sink.navigation(paragraph.line(), paragraph.text()));
      return false;
    }
    SourceRecord.Builder paper = SourceRecord.at(citation.line());
    paper.put(Field.TITLE, record.get(1).text());
    List<String> texts = new ArrayList<>();
    boolean authors = false;
    for (Paragraph paragraph : record.subList(2, record.size())) {
      String text = paragraph.text();
      if (ASIDE.matcher(text).matches()) {
        continue;
      }
      String names = names(text);
      if (!authors && texts.isEmpty() && names != null) {
        paper.put(Field.AUTHORS, names);
        authors = true;
      } else {
        texts.add(text);
      }
    }
    paper.put(Field.ABSTRACT, String.join("\n", texts));
    putIdentifiers(record, paper);
    sink.record(paper.build());
    return true;
  }

  /// The names without the numbers of their addresses, or null if the text is no list of names.
  private static @Nullable String names(String text) {
    String plain = NUMBER_BEHIND.matcher(text.replace('\n', ' ')).replaceAll("").strip();
    boolean ended = plain.endsWith(".") && plain.length() < 3_000;
    String bare = ended ? plain.substring(0, plain.length() - 1) : plain;
    boolean names =
        ended && bare.indexOf(". ") < 0 && bare.split(",", -1).length * 40 > bare.length();
    return names && !bare.toLowerCase(Locale.ROOT).contains(" the ") ? bare : null;
  }

  private static void putIdentifiers(List<Paragraph> record, SourceRecord.Builder paper) {
    String citation = record.getFirst().text().replace('\n', ' ');
    Matcher date = DATE.matcher(citation);
    if (date.find()) {
      paper.put(Field.DATE, date.group(1));
    }
    Matcher venue = VENUE.matcher(citation);
    if (venue.matches()) {
      paper.put(Field.VENUE, "journal", venue.group(1));
    }
    String all = String.join("\n", record.stream().map(Paragraph::text).toList());
    Matcher pmid = PMID.matcher(all);
    if (pmid.find()) {
      paper.put("pmid", pmid.group(1));
    }
    Matcher doi = DOI.matcher(all);
    if (doi.find()) {
      paper.put(Field.DOI, doi.group(1));
    }
  }
}
