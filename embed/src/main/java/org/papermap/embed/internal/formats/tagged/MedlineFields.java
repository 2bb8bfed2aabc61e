package org.papermap.embed.internal.formats.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// What the tags of PubMed mean.
final class MedlineFields {
  private static final String UNAVAILABLE = "[Not Available]";

  private MedlineFields() {}

  static void deliver(TaggedRecord tags, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(tags.line());
    Optional<String> own = tags.first("TI").filter(title -> !title.startsWith(UNAVAILABLE));
    TaggedRecord.put(record, Field.TITLE, own.or(() -> tags.first("TT", "VTI", "BTI", "CTI")));
    TaggedRecord.put(record, Field.ABSTRACT, tags.joined("\n", "AB", "OAB"));
    names(tags).forEach(record::author);
    TaggedRecord.put(record, Field.DATE, tags.first("DP", "DEP", "EDAT", "CDAT"));
    Optional<String> doi = doi(tags);
    TaggedRecord.put(record, Field.DOI, doi);
    Optional<String> pmid = tags.first("PMID", "UI");
    pmid.ifPresent(number -> record.put("pmid", number));
    if (doi.isEmpty() && tags.has("PMID")) {
      pmid.ifPresent(
          number -> record.put(Field.URL, "https://pubmed.ncbi.nlm.nih.gov/" + number + "/"));
    }
    tags.first("JT", "TA", "PB").ifPresent(name -> record.put(Field.VENUE, "journal", name));
    TaggedRecord.put(record, Field.KEYWORDS, "keywords", keywords(tags));
    TaggedRecord.put(record, "volume", tags.first("VI"));
    TaggedRecord.put(record, "number", tags.first("IP"));
    TaggedRecord.put(record, "pages", tags.first("PG"));
    TaggedRecord.put(record, "language", tags.first("LA"));
    TaggedRecord.put(record, "type", tags.first("PT"));
    TaggedRecord.put(record, "pmcid", tags.first("PMC"));
    sink.record(record.build());
  }

  /// Full names; an abbreviated one where the full one is missing, which in files comes before it.
  private static List<String> names(TaggedRecord tags) {
    List<String> names = new ArrayList<>();
    boolean[] full = {false};
    tags.forEach((name, value) -> {
      String one = value.replace('\n', ' ');
      if (name.equals("FAU") || name.equals("CN") || (name.equals("AU") && !full[0])) {
        names.add(one);
      }
      if (name.equals("FAU")) {
        full[0] = true;
      } else if (name.equals("AU")) {
        full[0] = false;
      }
    });
    if (names.isEmpty()) {
      names.addAll(tags.all("FED").isEmpty() ? tags.all("ED") : tags.all("FED"));
    }
    names.removeIf(String::isBlank);
    return names;
  }

  private static Optional<String> doi(TaggedRecord tags) {
    List<String> marked = new ArrayList<>();
    for (String name : List.of("LID", "AID")) {
      tags.all(name).stream().filter(value -> value.endsWith("[doi]")).forEach(marked::add);
    }
    return TaggedIdentifiers.doi(marked)
        .or(() ->
            TaggedIdentifiers.doi(
                tags.all("SO").stream().filter(value -> value.contains("doi:")).toList()));
  }

  /// Headings without the asterisk that marks the main ones, and the authors' own words.
  private static List<String> keywords(TaggedRecord tags) {
    return tags.items("OT", "MH").stream().map(word -> word.replace("*", "")).distinct().toList();
  }
}
