package org.papermap.embed.internal.formats.xml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.marc.MarcField;
import org.papermap.embed.internal.formats.marc.MarcRecord;

/// MARC in XML, as the catalogues of libraries write it, alone or in what OAI-PMH and SRU answer.
final class MarcXml implements XmlSchema {
  private static final Pattern DATA_FIELD =
      Pattern.compile(
          "<(?:[A-Za-z_][\\w.-]*:)?datafield\\s[^<>]*\\btag\\s*=\\s*[\"'](?:245|100|200)");

  /// Whether the text has fields of MARC 21 by their tags.
  static boolean isIn(String head) {
    return head.contains("datafield") && DATA_FIELD.matcher(head).find();
  }

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("record") || name.equals("marc");
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    Optional<XmlElement> record = marc(element);
    record.ifPresent(marc -> sink.record(record(marc)));
  }

  /// The element that has the fields: a record of OAI-PMH or SRU has another in it.
  private static Optional<XmlElement> marc(XmlElement element) {
    return element.children("datafield").findAny().isPresent()
        ? Optional.of(element)
        : element.children().map(MarcXml::marc).flatMap(Optional::stream).findFirst();
  }

  private static SourceRecord record(XmlElement marc) {
    List<MarcField> fields =
        marc.children()
            .filter(field -> !field.attribute("tag").isEmpty())
            .map(field ->
                new MarcField(
                    field.attribute("tag"),
                    field.attribute("ind1") + field.attribute("ind2"),
                    field.name().equals("controlfield") ? field.text() : "",
                    field
                        .children("subfield")
                        .map(part -> new MarcField.Part(part.attribute("code"), part.text()))
                        .toList()))
            .toList();
    return new MarcRecord(marc.line(), fields).record();
  }
}
