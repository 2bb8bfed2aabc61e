package org.papermap.topic;

import org.papermap.topic.Topic.NameSource;

/// A name and where it comes from.
record GivenName(String text, NameSource source) {}
