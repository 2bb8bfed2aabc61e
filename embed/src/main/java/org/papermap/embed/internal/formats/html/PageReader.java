package org.papermap.embed.internal.formats.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// Finds the papers in pages of one kind.
interface PageReader {
  /// The papers of the page in its order; empty if the page is of another kind.
  List<SourceRecord> papers(Document page, FieldNames names);
}
