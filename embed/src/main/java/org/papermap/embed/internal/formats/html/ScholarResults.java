package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// What Google Scholar found: a page of results, or a mail of an alert. The few words that it shows
/// of a paper are no abstract.
final class ScholarResults implements PageReader {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?=\\s*(?:-|$))");

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> papers = new ArrayList<>();
    for (Element result : page.select("div.gs_ri")) {
      Element heading = result.selectFirst("h3.gs_rt");
      if (heading != null) {
        Element link = heading.selectFirst("a");
        Element title = link == null ? heading.clone() : link;
        title.select("span.gs_ctu, span.gs_ctc").remove();
        papers.add(
            paper(heading, title, result.selectFirst(".gs_a"), result.selectFirst(".gs_rs")));
      }
    }
    for (Element link : page.select("a.gse_alrt_title")) {
      Element heading = link.closest("h3");
      Element from = heading == null ? null : heading.nextElementSibling();
      Element words = from == null ? null : from.nextElementSibling();
      papers.add(paper(link, link, from, words));
    }
    return papers;
  }

  private static SourceRecord paper(
      Element at, Element title, @Nullable Element from, @Nullable Element words) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(at));
    record.put(Field.TITLE, HtmlText.of(title));
    record.put(Field.URL, title.attr("href"));
    if (from != null) {
      // `A Lind, J Moreau… - Journal of Knots, 2020 - example.org`
      String[] parts = HtmlText.of(from).replace('\u00A0', ' ').split("\\s+- ", 3);
      for (String author : parts[0].split(",", -1)) {
        record.author(author.replace("…", "").strip());
      }
      Matcher year = YEAR.matcher(parts.length > 1 ? parts[1] : "");
      record.put(Field.DATE, year.find() ? year.group() : "");
    }
    if (words != null) {
      record.put("snippet", HtmlText.of(words));
    }
    return record.build();
  }
}
