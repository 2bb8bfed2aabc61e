package org.papermap.embed.internal.formats.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// Hugging Face's page of a day or a week, where a browser saved it without its data: headings that
/// are links to papers, and names of authors that stand only as titles of pictures.
final class HuggingFaceList implements PageReader {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://(?:www\\.)?huggingface\\.co)?/papers/(\\d{4}\\.\\d{4,5})");

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    Map<String, SourceRecord> papers = new LinkedHashMap<>();
    for (Element link : page.select(":is(h2, h3, h4) a[href]")) {
      Matcher address = ADDRESS.matcher(link.attr("href"));
      if (address.matches() && link.hasText()) {
        papers.putIfAbsent(address.group(1), paper(link, address.group(1)));
      }
    }
    return List.copyOf(papers.values());
  }

  private static SourceRecord paper(Element link, String arxiv) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(link));
    record.put(Field.TITLE, HtmlText.of(link)).put(Field.ARXIV, arxiv);
    Element article = link.closest("article");
    if (article != null) {
      article.select("li[title]").forEach(author -> record.author(author.attr("title")));
    }
    return record.build();
  }
}
