package org.papermap.embed.internal.formats.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An element with all that lies in it. Names are without their prefixes.
///
/// @param line where it begins, from 1
/// @param content texts and elements, in order
record XmlElement(String name, long line, List<Attribute> attributes, List<Object> content) {
  XmlElement(String name, long line, List<Attribute> attributes) {
    this(name, line, attributes, new ArrayList<>());
  }

  /// An attribute; its name is without the prefix.
  record Attribute(String name, String value) {}

  void add(XmlElement child) {
    content.add(child);
  }

  void add(String text) {
    content.add(text);
  }

  /// The attribute's value, or empty.
  String attribute(String attribute) {
    return attributes.stream()
        .filter(each -> each.name().equals(attribute))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }

  Stream<XmlElement> children() {
    return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
  }

  Stream<XmlElement> children(String child) {
    return children().filter(each -> each.name.equals(child));
  }

  /// The elements that these names lead to, one step each.
  Stream<XmlElement> all(String... path) {
    Stream<XmlElement> found = Stream.of(this);
    for (String step : path) {
      found = found.flatMap(each -> each.children(step));
    }
    return found;
  }

  Optional<XmlElement> first(String... path) {
    return all(path).findFirst();
  }

  /// The text of the first element that these names lead to, or empty.
  String text(String... path) {
    return all(path).map(XmlText::of).filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  /// Its own text, as read aloud.
  String text() {
    return XmlText.of(this);
  }

  boolean has(String attribute, String value) {
    return attribute(attribute).equalsIgnoreCase(value);
  }

  /// The texts of those of these children that have one, with blanks between.
  String joined(String... children) {
    return Stream.of(children)
        .map(this::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// The first of some texts that is not empty, or empty.
  static String firstOf(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }
}
