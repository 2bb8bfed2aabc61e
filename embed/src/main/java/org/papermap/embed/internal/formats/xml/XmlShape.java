package org.papermap.embed.internal.formats.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.PlainText;

/// Finds the records in XML of no known kind.
final class XmlShape {
  private XmlShape() {}

  /// An element that is open, with the names of those directly in it.
  private record Open(String name, Set<String> children) {}

  /// The name of the first element in which a title and an abstract lie side by side.
  static Optional<String> recordName(Head head) {
    Deque<Open> open = new ArrayDeque<>();
    try {
      XMLStreamReader xml =
          XmlReading.factory().createXMLStreamReader(new XmlChars(new StringReader(head.text())));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          String name = xml.getLocalName().substring(xml.getLocalName().indexOf(':') + 1);
          if (!open.isEmpty()) {
            open.element().children().add(name);
          }
          open.push(new Open(name, new HashSet<>()));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          Open ended = open.pop();
          if (isRecord(ended, head.names()) && !ended.name().equals(XmlChars.ROOT)) {
            return Optional.of(ended.name());
          }
        }
      }
    } catch (XMLStreamException e) {
      // The head ends inside an element, as heads do.
    }
    return open.stream().filter(each -> isRecord(each, head.names())).map(Open::name).findFirst();
  }

  private static boolean isRecord(Open element, FieldNames names) {
    return element.children().stream().anyMatch(name -> names.isNamed(name, Field.TITLE))
        && element.children().stream().anyMatch(name -> isAbstract(name, names));
  }

  /// Descriptions and texts lie beside titles in XML of many other things.
  private static boolean isAbstract(String name, FieldNames names) {
    String bare = PlainText.bareName(name);
    return names.isNamed(name, Field.ABSTRACT)
        && (names != FieldNames.common() || !(bare.equals("description") || bare.equals("text")));
  }
}
