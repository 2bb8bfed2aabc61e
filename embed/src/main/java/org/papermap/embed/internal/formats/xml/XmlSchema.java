package org.papermap.embed.internal.formats.xml;

import org.papermap.embed.internal.formats.RecordSink;

/// One way of writing papers in XML, for one reading: names the elements that it takes whole, and
/// makes records of them.
interface XmlSchema {
  /// Whether the element is a record, or something that records need.
  ///
  /// @param depth 1 for the root
  boolean takes(String name, int depth);

  /// Whether an element inside what is taken is passed over with all that lies in it.
  default boolean leavesOut(String name) {
    return false;
  }

  /// An element that is not taken and may tell something by its attributes.
  default void enter(XmlElement begun) {}

  /// Whether any element that was taken is a paper; asked at the end.
  default boolean isAnyPaper() {
    return true;
  }

  /// The next element that was taken.
  void take(XmlElement element, RecordSink sink);

  /// After all elements: for what could not be handed on before.
  default void end(RecordSink sink) {}
}
