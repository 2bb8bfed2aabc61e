package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// Lists of papers of the ACL Anthology and of OpenReview.
final class AclListing implements PageReader {
  private static final String ANTHOLOGY = "https://aclanthology.org/";

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> papers = new ArrayList<>();
    for (Element line : page.select("p.d-sm-flex")) {
      Element title = line.selectFirst("strong > a[href]");
      if (title != null) {
        papers.add(ofAnthology(line, title));
      }
    }
    for (Element note : page.select(".note")) {
      Element title = note.selectFirst("h4 a[href*=forum]");
      if (title != null) {
        papers.add(ofOpenReview(note, title));
      }
    }
    return papers;
  }

  private static SourceRecord ofAnthology(Element line, Element title) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(line));
    record.put(Field.TITLE, HtmlText.of(title));
    Element next = line.nextElementSibling();
    if (next != null && next.hasClass("abstract-collapse")) {
      record.put(Field.ABSTRACT, HtmlText.of(next));
    }
    line.select("a[href*=/people/]").forEach(author -> record.author(HtmlText.of(author)));
    String id = title.attr("href").replaceFirst("^https?://[^/]*", "").replace("/", "");
    record.put(Field.ID, id);
    record.put(Field.URL, ANTHOLOGY + id);
    return record.build();
  }

  private static SourceRecord ofOpenReview(Element note, Element title) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(note));
    record.put(Field.TITLE, HtmlText.of(title));
    for (Element label : note.select(".note-content-field")) {
      Element value = label.nextElementSibling();
      String name = HtmlText.of(label).replaceFirst("\\s*:$", "");
      if (value != null && value.hasClass("note-content-value")) {
        record.put(name, HtmlText.of(value));
      }
    }
    note.select(".note-authors a").forEach(author -> record.author(HtmlText.of(author)));
    int id = title.attr("href").indexOf("id=");
    record.put(Field.ID, id < 0 ? "" : title.attr("href").substring(id + 3));
    return record.build();
  }
}
