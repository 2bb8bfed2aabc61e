package org.papermap.embed.internal.formats.tagged;

import java.util.Set;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.files.ResourceText;

/// PubMed's own format (`.nbib`, MEDLINE): a tag of up to four characters, a dash in the fifth
/// column, values wrapped under an indent; `PMID-` begins a record
/// (nlm.nih.gov/bsd/mms/medlineelements.html).
///
/// Read as well: files of the same shape without `PMID` (Ovid), whose records blank lines part, and
/// wrapped lines that have lost their indent.
public final class Medline extends TaggedFormat {
  private static final Pattern PMID = Pattern.compile("(?m)^\\h*PMID ?- ?\\d");
  private static final Pattern TITLE = Pattern.compile("(?m)^(TI|BTI) {1,2}- \\S");
  private static final Pattern TAG = Pattern.compile("(?m)^[A-Z][A-Z0-9]{1,3} {0,2}- ");
  private static final Pattern RIS = Pattern.compile("(?m)^\\h*(TY|ER)  ?- ?");

  private static final Set<String> KNOWN =
      Set.copyOf(ResourceText.section(Medline.class, "tags.txt", "nbib"));

  public Medline() {
    super(
        "nbib",
        "PubMed",
        Records::new,
        "not PubMed's format: no line begins with a tag such as \"PMID- \"",
        "Save the search in the format \"PubMed\" again, or leave out --format");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText() || head.text().indexOf('-') < 0) {
      return Claim.none();
    }
    if (head.begins(PMID) && TITLE.matcher(head.text()).find()) {
      return new Claim(Certainty.SIGNED, words());
    }
    boolean numbered =
        head.text().contains("PMID")
            && PMID.matcher(head.text()).find()
            && TITLE.matcher(head.text()).find();
    boolean alike =
        head.begins(TAG)
            && TITLE.matcher(head.text()).find()
            && TAG.matcher(head.text()).results().limit(3).count() == 3
            && !RIS.matcher(head.text()).find();
    if (alike) {
      return new Claim(Certainty.SURE, words());
    }
    return numbered ? new Claim(Certainty.LIKELY, words()) : Claim.none();
  }

  /// One pass over the lines, with the record that is open.
  private static final class Records extends TaggedReader {
    private boolean numbered;
    private boolean afterBlank;
    private boolean indentLost;

    Records(RecordSink sink) {
      super(sink);
    }

    @Override
    void take(long number, String line) {
      if (line.isBlank()) {
        afterBlank = true;
        return;
      }
      int dash = dash(line);
      if (dash < 0) {
        indentLost |= !Character.isWhitespace(line.charAt(0));
        goOn(number, line);
      } else {
        tag(number, line.substring(0, dash).strip(), line.substring(dash + 1).strip());
      }
      afterBlank = false;
    }

    private void tag(long number, String name, String value) {
      boolean first = name.equals("PMID");
      numbered |= first;
      TaggedRecord open = open();
      boolean begins = open == null || first || (!numbered && afterBlank);
      (open == null || begins ? begin(number) : open).add(name, value);
    }

    /// The place of the dash behind a tag, or -1 if the line begins with none.
    private int dash(String line) {
      int length = 0;
      while (length < 4 && length < line.length() && isTagLetter(line.charAt(length))) {
        length++;
      }
      int dash = length;
      while (dash < line.length() && dash < 5 && line.charAt(dash) == ' ') {
        dash++;
      }
      boolean shaped =
          length >= 2
              && dash < line.length()
              && line.charAt(dash) == '-'
              && (dash == 4 || (length == 4 && dash <= 5) || dash == length + 1)
              && (dash + 1 == line.length() || line.charAt(dash + 1) == ' ');
      if (!shaped) {
        return -1;
      }
      boolean sure = dash == 4 && !indentLost;
      return sure || KNOWN.contains(line.substring(0, length)) ? dash : -1;
    }

    private static boolean isTagLetter(char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    @Override
    void deliver(TaggedRecord record) {
      MedlineFields.deliver(record, sink);
    }
  }
}
