package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Prose;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.text.NameList;

/// Pages that call the parts of papers by classes or ids (`title`, `author`, `abstract`), or fold
/// abstracts up under that name, as sites of groups, conferences and publishers do. A paper is the
/// smallest part of the page around one abstract that has a title.
final class ClassedParts implements PageReader {
  private static final String ABSTRACTS =
      "[class~=(?i)abstract|paper-description]:not(a):not(button), [id~=(?i)^abs(tract|\\d|$)],"
          + " [data-title=Abstract], details:has(> summary), [role=doc-abstract]";
  private static final List<String> TITLES =
      List.of(
          "[class~=(?i)(^|[\\s_-])title]:not(meta):not(svg)",
          "h1, h2, h3, h4, h5, h6",
          "strong > a, a > strong");
  private static final String AUTHORS = "[class~=(?i)author|paper-people]";
  private static final String VENUES =
      "[class~=(?i)(venue|periodical|journal|conference|booktitle)]";
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[^\\s\"<>?#]+");
  private static final int SHORTEST_ABSTRACT = 120;
  private static final int LONGEST_TITLE = 300;
  private static final int MOST_STEPS = 8;

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> papers = new ArrayList<>();
    List<Element> abstracts = abstracts(page);
    Map<Element, Integer> within = within(abstracts);
    for (Element text : abstracts) {
      around(text, within).ifPresent(found -> papers.add(paper(found, text)));
    }
    // Manuals have an abstract, too.
    boolean manual =
        papers.size() == 1
            && Prose.isWithoutResearch(abstracts.stream().map(HtmlText::ofAbstract).toList());
    return manual ? List.of() : papers;
  }

  /// The outermost elements that hold one abstract each.
  private static List<Element> abstracts(Document page) {
    List<Element> found = new ArrayList<>();
    Set<Element> outermost = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element element : page.select(ABSTRACTS)) {
      boolean inside = element.parents().stream().anyMatch(outermost::contains);
      boolean folded =
          !element.normalName().equals("details")
              || HtmlText.isAbstractHeading(element.select("> summary").text());
      if (!inside && folded && HtmlText.ofAbstract(element).length() >= SHORTEST_ABSTRACT) {
        found.add(element);
        outermost.add(element);
      }
    }
    return found;
  }

  /// How many abstracts each element holds.
  private static Map<Element, Integer> within(List<Element> abstracts) {
    Map<Element, Integer> within = new IdentityHashMap<>();
    for (Element text : abstracts) {
      text.parents().forEach(parent -> within.merge(parent, 1, Integer::sum));
    }
    return within;
  }

  /// A title, and what lies around it and the abstract.
  private record Around(Element whole, Element title) {}

  private static Optional<Around> around(Element text, Map<Element, Integer> within) {
    Element whole = text.parent();
    for (int i = 0; i < MOST_STEPS && whole != null; i++, whole = whole.parent()) {
      Element part = whole;
      if (within.getOrDefault(part, 0) > 1) {
        return Optional.empty();
      }
      Optional<Element> title =
          TITLES.stream()
              .flatMap(place -> part.select(place).stream())
              .filter(it -> it != text && !text.parents().contains(it) && isTitle(it, text))
              .findFirst();
      if (title.isPresent()) {
        return Optional.of(new Around(part, title.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean isTitle(Element element, Element text) {
    String words = HtmlText.of(element);
    return words.indexOf(' ') > 0
        && words.length() <= LONGEST_TITLE
        && !HtmlText.isAbstractHeading(words)
        && !element.parents().contains(text);
  }

  private static SourceRecord paper(Around found, Element text) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(found.title()));
    record.put(Field.TITLE, HtmlText.of(found.title()));
    record.put(Field.ABSTRACT, HtmlText.ofAbstract(text));
    Element whole = found.whole();
    putAuthors(whole, text, record);
    Element venue = whole.selectFirst(VENUES);
    record.put(Field.VENUE, "venue", venue == null ? "" : HtmlText.of(venue));
    Element day = whole.selectFirst("time[datetime]");
    Matcher year = YEAR.matcher(venue == null ? "" : HtmlText.of(venue));
    String told = year.find() ? year.group() : HtmlText.published(whole);
    record.put(Field.DATE, day == null ? told : day.attr("datetime"));
    for (Element link : whole.select("a[href*=doi.org/10.]")) {
      Matcher doi = DOI.matcher(link.attr("href"));
      if (doi.find()) {
        record.put(Field.DOI, doi.group());
        break;
      }
    }
    Element arxiv = whole.selectFirst("a[href*=arxiv.org/abs/]");
    record.put(Field.ARXIV, arxiv == null ? "" : arxiv.attr("href"));
    Elements own = found.title().select("a[href^=http]");
    record.put(Field.URL, own.isEmpty() ? "" : own.getFirst().attr("href"));
    return record.build();
  }

  private static void putAuthors(Element whole, Element text, SourceRecord.Builder record) {
    List<Element> places =
        whole.select(AUTHORS).stream().filter(it -> !it.parents().contains(text)).toList();
    List<Element> innermost =
        places.stream()
            .filter(it -> places.stream().noneMatch(other -> other.parents().contains(it)))
            .toList();
    if (innermost.size() > 1) {
      innermost.forEach(author -> record.author(HtmlText.of(author).replaceFirst("[,;]$", "")));
    } else if (innermost.size() == 1) {
      record.put(Field.AUTHORS, HtmlText.of(innermost.getFirst()).replaceFirst("(?i)^by ", ""));
    } else {
      whole.select("p, div").stream()
          .filter(it -> !it.parents().contains(text))
          .map(HtmlText::of)
          .map(line -> line.replace(" · ", ", "))
          .filter(NameList::matches)
          .findFirst()
          .ifPresent(line -> record.put(Field.AUTHORS, line));
    }
  }
}
