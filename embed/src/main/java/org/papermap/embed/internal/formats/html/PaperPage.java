package org.papermap.embed.internal.formats.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// The page of one paper by what a reader sees: one great heading, and one heading `Abstract` with
/// its text below, as pages of Hugging Face and of projects have.
final class PaperPage implements PageReader {
  private static final int SHORTEST_ABSTRACT = 120;

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<Element> titles = page.select("h1");
    List<Element> headings =
        page.select("h2, h3, h4, h5").stream()
            .filter(heading -> HtmlText.isAbstractHeading(HtmlText.of(heading)))
            .toList();
    if (titles.size() != 1 || headings.size() != 1) {
      return List.of();
    }
    Element below = headings.getFirst().nextElementSibling();
    String text = below == null ? "" : HtmlText.of(below);
    if (text.length() < SHORTEST_ABSTRACT) {
      return List.of();
    }
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(titles.getFirst()));
    record.put(Field.TITLE, HtmlText.of(titles.getFirst()));
    record.put(Field.ABSTRACT, text);
    record.put(Field.DATE, HtmlText.published(page));
    page.select("[class~=(?i)^author]").stream()
        .map(author -> HtmlText.of(author).replaceFirst(",$", "").strip())
        .filter(name -> !name.isEmpty())
        .forEach(record::author);
    return List.of(record.build());
  }
}
