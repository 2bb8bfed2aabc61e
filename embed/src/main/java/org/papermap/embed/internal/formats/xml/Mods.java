package org.papermap.embed.internal.formats.xml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// MODS, as libraries and Zotero write it.
final class Mods implements XmlSchema {
  private static final Set<String> AUTHORS = Set.of("aut", "author", "cre", "creator");

  /// Parts of a work that METS describes apart.
  private static final Set<String> PARTS =
      Set.of(
          "chapter",
          "section",
          "preface",
          "contents",
          "index",
          "dedication",
          "introduction",
          "appendix",
          "illustration",
          "image",
          "figure",
          "table",
          "page",
          "map",
          "plate",
          "cover",
          "cover_front",
          "cover_back",
          "title_page",
          "imprint",
          "binding",
          "bookplate",
          "additional",
          "annotation",
          "corrigenda",
          "bibliography",
          "address",
          "postscript",
          "paragraph",
          "verse");

  /// What a METS document describes, by the section that it stands in: what is a part of another
  /// work is told behind all of them.
  private final Map<String, SourceRecord> described = new LinkedHashMap<>();

  private final Map<String, String> parts = new HashMap<>();
  private String section = "";

  @Override
  public void enter(XmlElement begun) {
    switch (begun.name()) {
      case "dmdSec" -> section = begun.attribute("ID");
      case "div" -> {
        String type = begun.attribute("TYPE").toLowerCase(Locale.ROOT);
        if (described.containsKey(begun.attribute("DMDID")) && PARTS.contains(type)) {
          parts.put(begun.attribute("DMDID"), type);
        }
      }
      default -> {}
    }
  }

  @Override
  public void end(RecordSink sink) {
    described.forEach((id, record) -> {
      String part = parts.get(id);
      if (part == null) {
        sink.record(record);
      } else {
        sink.navigation(record.line(), part + " of a work: " + title(record));
      }
    });
    described.clear();
    parts.clear();
    section = "";
  }

  private static String title(SourceRecord record) {
    return record.values().stream()
        .filter(value -> value.meaning() == Field.TITLE)
        .map(SourceRecord.Value::text)
        .findFirst()
        .orElse("");
  }

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("mods");
  }

  @Override
  public void take(XmlElement mods, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(mods.line());
    record.put(
        Field.TITLE,
        mods.children("titleInfo")
            .filter(info -> info.attribute("type").isEmpty())
            .findFirst()
            .map(Mods::title)
            .orElse(""));
    record.put(Field.ABSTRACT, mods.text("abstract"));
    List<XmlElement> names = mods.children("name").toList();
    List<XmlElement> authors = names.stream().filter(Mods::isAuthor).toList();
    (authors.isEmpty() ? names : authors).forEach(name -> record.author(name(name)));
    XmlElement host = mods.first("relatedItem").orElse(mods);
    record.put(
        Field.DATE,
        XmlElement.firstOf(
            mods.text("originInfo", "dateIssued"),
            mods.text("originInfo", "copyrightDate"),
            host.text("originInfo", "dateIssued"),
            host.text("part", "date")));
    mods.children("identifier")
        .filter(id -> id.has("type", "doi"))
        .findFirst()
        .ifPresent(id -> record.put(Field.DOI, id.text()));
    record.put(Field.URL, mods.text("location", "url"));
    if (host != mods) {
      record.put(Field.VENUE, "journal", host.text("titleInfo", "title"));
    }
    record.put(Field.KEYWORDS, "keywords", Oai.joined(mods.all("subject", "topic")));
    if (section.isEmpty()) {
      sink.record(record.build());
      return;
    }
    if (described.containsKey(section)) {
      end(sink); // another METS document, of an answer with several
    }
    described.put(section, record.build());
    section = "";
  }

  private static String title(XmlElement info) {
    String article = info.text("nonSort");
    String gap = article.matches(".*['’ʼ-]") ? "" : " ";
    String title = (article + gap + info.text("title")).strip();
    String rest = info.text("subTitle");
    String part = info.text("partNumber");
    String partName = info.text("partName");
    StringBuilder all = new StringBuilder(rest.isEmpty() ? title : title + ": " + rest);
    all.append(part.isEmpty() ? "" : ". " + part);
    all.append(partName.isEmpty() ? "" : (part.isEmpty() ? ". " : ": ") + partName);
    return all.toString();
  }

  private static boolean isAuthor(XmlElement name) {
    return name.first("role").isEmpty()
        || name.all("role", "roleTerm")
            .map(XmlElement::text)
            .anyMatch(role -> AUTHORS.contains(role.toLowerCase(Locale.ROOT)));
  }

  private static String name(XmlElement name) {
    String parts =
        Stream.of("given", "family")
            .flatMap(type -> name.children("namePart").filter(part -> part.has("type", type)))
            .map(XmlElement::text)
            .collect(Collectors.joining(" "));
    return parts.isEmpty()
        ? name.children("namePart")
            .filter(part -> !part.has("type", "date"))
            .map(XmlElement::text)
            .map(part -> part.strip().replaceFirst("(?<=[\\p{Ll})])\\.$", ""))
            .collect(Collectors.joining(name.has("type", "corporate") ? ": " : " "))
        : parts;
  }
}
