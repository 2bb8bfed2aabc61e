package org.papermap.topic;

/// A name and where it comes from.
record GivenName(String text, NameSource source) {}
