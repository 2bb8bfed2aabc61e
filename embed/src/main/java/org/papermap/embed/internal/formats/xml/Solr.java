package org.papermap.embed.internal.formats.xml;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.json.JsonObjects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a Solr server answers or takes, as HAL, PLOS and arXiv's mirrors hand it out: values by
/// name, which mean what they mean in its JSON.
final class Solr implements XmlSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonObjects objects;

  Solr(FieldNames names) {
    objects = new JsonObjects(names);
  }

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("doc");
  }

  @Override
  public void take(XmlElement doc, RecordSink sink) {
    ObjectNode object = NODES.objectNode();
    doc.children()
        .collect(
            Collectors.groupingBy(
                value -> value.attribute("name"), LinkedHashMap::new, Collectors.toList()))
        .forEach((name, values) -> {
          boolean one = values.size() == 1 && !values.getFirst().name().equals("arr");
          object.set(name, one ? NODES.stringNode(values.getFirst().text()) : list(values));
        });
    objects.read(object, doc.line(), sink);
  }

  private static JsonNode list(Iterable<XmlElement> values) {
    ArrayNode list = NODES.arrayNode();
    for (XmlElement value : values) {
      if (value.name().equals("arr")) {
        value.children().forEach(each -> list.add(each.text()));
      } else {
        list.add(value.text());
      }
    }
    return list;
  }
}
