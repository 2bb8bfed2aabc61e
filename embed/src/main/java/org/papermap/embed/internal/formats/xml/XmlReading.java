package org.papermap.embed.internal.formats.xml;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;

/// One pass over an XML text that hands the elements a schema takes to it, one at a time.
final class XmlReading {
  /// Deeper than any schema nests, shallow enough for every thread's stack.
  private static final int MAX_DEPTH = 500;

  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

  private final XmlSchema schema;
  private final RecordSink sink;
  private boolean anyTaken;

  XmlReading(XmlSchema schema, RecordSink sink) {
    this.schema = schema;
    this.sink = sink;
  }

  boolean isAnyTaken() {
    return anyTaken;
  }

  void read(Source source) throws IOException {
    XmlChars chars = new XmlChars(text(source));
    try {
      read(factory().createXMLStreamReader(chars));
      schema.end(sink);
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException disk) {
        throw disk;
      }
      chars.check();
      FormatException broken = broken(e);
      if (!anyTaken) {
        throw broken;
      }
      schema.end(sink);
      sink.malformed(broken.line(), broken.found() + "; from here on nothing is read");
    }
  }

  private static FormatException broken(XMLStreamException e) {
    String said = e.getMessage() == null ? "" : e.getMessage();
    int at = said.indexOf("Message: ");
    String plain = (at < 0 ? said : said.substring(at + 9)).replace(XmlChars.ROOT, "the file");
    while (plain.endsWith(".")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    return new FormatException(
        e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber()),
        "broken XML, " + PlainText.printable(plain),
        "Repair the file, or fetch it again if it is cut off");
  }

  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /// The text in the encoding that it declares, if that is another than Unicode's.
  private static Reader text(Source source) throws IOException {
    Matcher declared = ENCODING.matcher(source.head().text());
    if (declared.find() && !declared.group(1).toUpperCase(Locale.ROOT).startsWith("UT")) {
      Charset charset = charset(declared.group(1));
      if (!charset.equals(StandardCharsets.UTF_8)) {
        return new InputStreamReader(source.bytes(), charset);
      }
    }
    return source.text();
  }

  private static Charset charset(String name) {
    try {
      // Browsers read Latin-1 so too: what it leaves free has letters there.
      return name.equalsIgnoreCase("ISO-8859-1")
          ? Charset.forName("windows-1252")
          : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private void read(XMLStreamReader xml) throws XMLStreamException, IOException {
    int depth = -1; // the root is that which the documents were put under
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        String name = local(xml.getLocalName());
        if (depth > 0 && schema.takes(name, depth)) {
          schema.take(element(xml, name, 0), counting());
          depth--;
        } else {
          schema.enter(begun(xml, name));
        }
        checkDepth(depth, xml);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private RecordSink counting() {
    anyTaken = true;
    return sink;
  }

  private static void checkDepth(int depth, XMLStreamReader xml) throws FormatException {
    if (depth > MAX_DEPTH) {
      throw new FormatException(
          xml.getLocation().getLineNumber(), "XML nested too deeply", "Export the papers again");
    }
  }

  private XmlElement element(XMLStreamReader xml, String name, int depth)
      throws XMLStreamException, IOException {
    checkDepth(depth, xml);
    XmlElement element = begun(xml, name);
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          addText(text, element);
          String child = local(xml.getLocalName());
          if (schema.leavesOut(child)) {
            skip(xml);
          } else {
            element.add(element(xml, child, depth + 1));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          addText(text, element);
          return element;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        default -> {
          // Comments carry no text.
        }
      }
    }
  }

  private static void addText(StringBuilder text, XmlElement element) {
    if (!text.isEmpty()) {
      element.add(text.toString());
      text.setLength(0);
    }
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      int event = xml.next();
      open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private static XmlElement begun(XMLStreamReader xml, String name) {
    List<XmlElement.Attribute> attributes = List.of();
    if (xml.getAttributeCount() > 0) {
      attributes = new ArrayList<>(xml.getAttributeCount());
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        attributes.add(
            new XmlElement.Attribute(
                local(xml.getAttributeLocalName(i)), xml.getAttributeValue(i)));
      }
    }
    return new XmlElement(name, xml.getLocation().getLineNumber(), attributes);
  }

  /// The name without its prefix.
  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
