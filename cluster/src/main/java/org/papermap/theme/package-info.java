/// The reader's own themes, and the papers that belong to them.
///
/// Begin with [org.papermap.theme.ThemeModel#assign]; [org.papermap.theme.Theme#read] reads themes
/// from a file. All public types are API. Nothing here depends on topics or their names, except
/// that [org.papermap.theme.ThemeAssignment.TopicTable] counts papers of a clustering.
@NullMarked
package org.papermap.theme;

import org.jspecify.annotations.NullMarked;
