package org.papermap.cli.internal.options;

import org.papermap.search.Filter;

/// A filter as it was typed.
///
/// @param name of the field
/// @param value as typed
public record FieldFilter(String name, String value, Filter filter) {}
