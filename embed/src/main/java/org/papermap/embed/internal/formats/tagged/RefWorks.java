package org.papermap.embed.internal.formats.tagged;

import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;

/// RefWorks' tags: two characters and a blank; `RT` begins a record. They mean what those of RIS
/// mean, but for the date.
public final class RefWorks extends TaggedFormat {
  private static final Pattern FIRST_TAG = Pattern.compile("RT \\S");
  private static final Pattern LEGEND = Pattern.compile("(?i)refworks export tagged format");
  private static final Pattern OTHER_TAG = Pattern.compile("(?m)^(?:T1|A1|SR|JF|AB) \\S");

  public RefWorks() {
    super(
        "refworks",
        "RefWorks",
        Records::new,
        "not a RefWorks export: no line begins with \"RT \"",
        "Export RIS, or leave out --format");
  }

  @Override
  public Claim claim(Head head) {
    boolean found =
        head.isText()
            && (head.begins(LEGEND)
                || (head.begins(FIRST_TAG) && OTHER_TAG.matcher(head.text()).find()));
    return found ? new Claim(Certainty.SURE, words()) : Claim.none();
  }

  /// One pass over the lines.
  private static final class Records extends TaggedReader {
    Records(RecordSink sink) {
      super(sink);
    }

    @Override
    void take(long number, String line) {
      String name = tag(line);
      if (name.equals("RT")) {
        begin(number).add("TY", line.substring(2).strip());
        return;
      }
      TaggedRecord open = open();
      if (!name.isEmpty() && open != null) {
        open.add(name, line.substring(2).strip());
      } else if (!line.isBlank()) {
        goOn(number, line);
      }
    }

    private static String tag(String line) {
      boolean shaped = line.length() == 2 || (line.length() > 2 && line.charAt(2) == ' ');
      String name = shaped ? line.substring(0, 2) : "";
      return RisLine.isKnown(name) || name.equals("RT") ? name : "";
    }

    @Override
    void deliver(TaggedRecord record) {
      RisFields.deliver(record, sink, false);
    }
  }
}
