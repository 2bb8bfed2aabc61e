package org.papermap.embed.internal.formats.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// A web page that a browser saved in one file (MHTML), or a mail with one: its first part in HTML.
public final class MimePage extends NamedFormat {
  private static final int MAX_LENGTH = 1 << 27;

  private static final Pattern HEADERS =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\\r\\n]*\\R(?:[ \\t][^\\r\\n]*\\R){0,90}){2,60}");

  private static final Pattern IN_HTML =
      Pattern.compile("(?im)^Content-Type:\\s*(?:text/html|multipart/related)");

  /// A mail with something that may be more than its text.
  private static final Pattern ATTACHED =
      Pattern.compile("(?im)^Content-Disposition:\\s*attachment");

  public MimePage() {
    super("mhtml", "saved web page (MHTML)");
  }

  @Override
  public Claim claim(Head head) {
    Matcher headers = HEADERS.matcher(head.text());
    return headers.lookingAt()
            && headers.group().toLowerCase(Locale.ROOT).contains("mime-version:")
            && IN_HTML.matcher(head.text()).find()
            && !ATTACHED.matcher(head.text()).find()
        ? new Claim(Certainty.LIKELY, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    String mime = new String(source.allBytes(MAX_LENGTH), StandardCharsets.ISO_8859_1);
    String html =
        MimePart.of(mime).stream()
            .filter(part -> part.isOf("text/html"))
            .findFirst()
            .map(MimePart::text)
            .orElseThrow(() ->
                new UnrecognizedException(
                    "a saved mail or web page without a part in HTML",
                    "Save the page as HTML or text"));
    HtmlPage.read(html, source.names(), sink);
  }
}
