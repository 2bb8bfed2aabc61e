package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.json.EmbeddedJson;

/// Pages that carry their papers as data: those of Hugging Face, and others built alike.
final class PageContents implements PageReader {
  private static final String DATA =
      "[data-props], script#__NEXT_DATA__, script[type=application/json],"
          + " script[type=application/ld+json]";

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> most = new ArrayList<>();
    for (Element element : page.select(DATA)) {
      String json = element.hasAttr("data-props") ? element.attr("data-props") : element.data();
      if (json.isBlank() || isAboutPage(element, json)) {
        continue;
      }
      List<SourceRecord> papers = EmbeddedJson.papers(json, HtmlText.line(element), names);
      if (papers.size() > most.size()) {
        most = papers;
      }
    }
    return most;
  }

  /// Linked data mostly tell what the page is, and its publisher; only articles count.
  private static boolean isAboutPage(Element element, String json) {
    return element.attr("type").equals("application/ld+json")
        && !json.contains("ScholarlyArticle")
        && !json.contains("MedicalScholarlyArticle");
  }
}
