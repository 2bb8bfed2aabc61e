package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// The report that Zotero makes of a collection: for each item its title and a table of its fields.
final class ZoteroReport implements PageReader {
  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> papers = new ArrayList<>();
    for (Element item : page.select("ul.report > li.item")) {
      Element title = item.selectFirst("h2");
      if (title != null && !item.hasClass("attachment") && !item.hasClass("note")) {
        papers.add(paper(item, HtmlText.of(title), names));
      }
    }
    return papers;
  }

  private static SourceRecord paper(Element item, String title, FieldNames names) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(item));
    record.put(Field.TITLE, title);
    for (Element row : item.select("> table > tbody > tr")) {
      Element name = row.selectFirst("th");
      Element value = row.selectFirst("td");
      if (name != null && value != null) {
        if (names.isNamed(HtmlText.of(name), Field.AUTHORS)) {
          record.author(HtmlText.of(value));
        } else {
          record.put(HtmlText.of(name), HtmlText.of(value));
        }
      }
    }
    return record.build();
  }
}
