package org.papermap.corpus;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.files.Sha256;

/// A record on its way to a paper: all that can be said of it without looking at the others.
///
/// @param paper null if there is no title
/// @param fingerprint of title and abstract
/// @param notes what was left out or could not be read
record PaperDraft(
    Row row,
    @Nullable Paper paper,
    PaperIdentity identity,
    Fingerprint fingerprint,
    Work work,
    List<String> notes) {

  /// Half of a SHA-256: the same for texts that differ in case, or in how Unicode writes them,
  /// alone.
  record Fingerprint(long first, long second) {
    static Fingerprint of(String title, String abstractText) {
      // The line break keeps the two apart, and no form of Unicode joins it to a neighbor.
      String text = title + "\n" + abstractText;
      byte[] folded =
          PlainText.isAscii(text)
              ? inLowerCase(text.getBytes(StandardCharsets.ISO_8859_1))
              : Normalizer.normalize(text, Normalizer.Form.NFKC)
                  .toLowerCase(Locale.ROOT)
                  .getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(folded));
      return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    private static byte[] inLowerCase(byte[] ascii) {
      for (int i = 0; i < ascii.length; i++) {
        ascii[i] |= (byte) (ascii[i] >= 'A' && ascii[i] <= 'Z' ? 0x20 : 0);
      }
      return ascii;
    }

    /// 64 bits: among a million papers two get the same id with a chance of 3 in 100 million.
    String id() {
      return HexFormat.of().toHexDigits(first);
    }
  }

  /// @param formatKey of the format that the record is from
  static PaperDraft of(
      SourceRecord record, FieldNames names, ReadOptions options, String formatKey) {
    Row row = Row.of(record, names, formatKey);
    boolean numbersAreIds = options.numbersAreIds() || options.names().containsKey("id");
    PaperIdentity identity = PaperIdentity.of(row, numbersAreIds);
    String title = row.value(Field.TITLE).orElse("");
    String abstractText = row.value(Field.ABSTRACT).orElse("");
    Fingerprint fingerprint = Fingerprint.of(title, abstractText);
    // Of the text as it stands in the source, so that ids of earlier maps stay.
    Fingerprint forId =
        row.marked().isEmpty()
            ? fingerprint
            : Fingerprint.of(
                row.marked().getOrDefault(Field.TITLE, title),
                row.marked().getOrDefault(Field.ABSTRACT, abstractText));
    List<String> notes = new ArrayList<>();
    Paper paper =
        title.isEmpty() ? null : new Making(row, identity, notes).paper(title, abstractText, forId);
    return new PaperDraft(row, paper, identity, fingerprint, Work.of(paper, identity), notes);
  }

  /// Makes one paper.
  private record Making(Row row, PaperIdentity identity, List<String> notes) {
    /// Characters of a day, `2021-05-12`.
    private static final int WHOLE_DAY = 10;

    Paper paper(String title, String abstractText, Fingerprint fingerprint) {
      long undecodable = PlainText.undecodable(title) + PlainText.undecodable(abstractText);
      if (undecodable > 0) {
        notes.add("characters that could not be decoded: " + undecodable + "; is the file UTF-8?");
      }
      String id = Objects.requireNonNullElseGet(identity.id(), fingerprint::id);
      List<String> authors = row.authors();
      if (authors.isEmpty()) {
        authors =
            row.all(Field.AUTHORS).stream()
                .limit(1)
                .flatMap(it -> AuthorNames.of(it).stream())
                .toList();
      }
      Optional<PaperDates.Reading> date =
          RowDate.of(row, notes)
              .or(() -> RowDate.ofVenue(row.value(Field.VENUE)))
              .or(() -> RowDate.ofArxiv(identity.arxiv()));
      Optional<URI> address = address();
      Map<String, String> extra = extra(id);
      date.map(PaperDates.Reading::text)
          .filter(told -> told.length() < WHOLE_DAY)
          .ifPresent(told -> extra.put(Paper.TOLD_DATE, told));
      return new Paper(
          id,
          title,
          abstractText,
          authors.stream().filter(AuthorNames::isKnown).map(AuthorNames::withoutLife).toList(),
          date.map(PaperDates.Reading::date).orElse(null),
          address.orElse(null),
          extra);
    }

    private Optional<URI> address() {
      for (String text : row.all(Field.URL)) {
        Optional<URI> address = WebAddresses.pageOf(text);
        if (address.isPresent()) {
          return address;
        }
      }
      row.value(Field.URL).ifPresent(unread -> notes.add("no http or https address: " + unread));
      return Stream.of(Field.ARXIV, Field.DOI, Field.ID, Field.KEY)
          .flatMap(field -> row.value(field).stream())
          .flatMap(text -> WebAddresses.pageOf(text).stream())
          .findFirst();
    }

    private Map<String, String> extra(String id) {
      Map<String, String> extra = new LinkedHashMap<>(row.extra());
      putOther(extra, Field.ID, "source id", row.value(Field.ID).map(Identifiers::normal), id);
      putOther(extra, Field.KEY, "key", row.value(Field.KEY), id);
      putOther(extra, Field.DOI, "doi", Optional.ofNullable(identity.doi()), id);
      putOther(extra, Field.ARXIV, "arxiv", Optional.ofNullable(identity.arxiv()), id);
      putOther(extra, Field.PUBMED, "pmid", Optional.ofNullable(identity.pubmed()), id);
      putOther(extra, Field.VENUE, "venue", row.value(Field.VENUE), id);
      putOther(extra, Field.KEYWORDS, "keywords", row.value(Field.KEYWORDS), id);
      return extra;
    }

    /// Under the source's own name, if it has one that is not taken for the paper's id.
    private void putOther(
        Map<String, String> extra, Field field, String word, Optional<String> value, String id) {
      String own = row.names().getOrDefault(field, "");
      String name = own.isEmpty() || own.equalsIgnoreCase("id") ? word : own;
      value.filter(it -> !it.equals(id)).ifPresent(it -> extra.putIfAbsent(name, it));
    }
  }
}
