package org.papermap.embed.internal.formats.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.html.MimePart;

/// Mails as they were sent, with their text in quoted-printable, base64 or parts, and mailboxes of
/// many (mbox, RFC 4155). Each text and attachment is read by the format that knows it. Lines are
/// those of a mail's first line in a mailbox, else those of the text.
final class MailText extends NamedFormat {
  private static final int MAX_LENGTH = 1 << 27;

  /// `From ada@example.org Mon Jun 3 04:00:00 2024`, which begins a mail in a mailbox.
  private static final Pattern FROM_LINE =
      Pattern.compile("(?m)^From \\S+ .{6,40}\\d{4}.*\\R(?=[A-Za-z][A-Za-z0-9-]{1,40}:)");

  private static final Pattern HEADERS =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\\r\\n]*\\R(?:[ \\t][^\\r\\n]*\\R){0,90}){2,60}");

  private static final Pattern CODED =
      Pattern.compile(
          "(?im)^Content-Transfer-Encoding:\\s*(?:quoted-printable|base64)"
              + "|^Content-Type:\\s*multipart/");

  private static final Pattern SENT = Pattern.compile("(?im)^(?:From|Subject|Date):");

  private static final Pattern SUBJECT = Pattern.compile("(?im)^Subject:[ \\t]*(.*)$");

  MailText() {
    super("mail", "mail");
  }

  @Override
  public Claim claim(Head head) {
    if (FROM_LINE.matcher(head.text()).lookingAt()) {
      return new Claim(Certainty.SIGNED, "mailbox");
    }
    Matcher headers = HEADERS.matcher(head.text());
    boolean sent = headers.lookingAt() && SENT.matcher(headers.group()).find();
    return sent && CODED.matcher(headers.group()).find()
        ? new Claim(Certainty.LIKELY, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    String all = new String(source.allBytes(MAX_LENGTH), StandardCharsets.ISO_8859_1);
    Matcher from = FROM_LINE.matcher(all);
    boolean one = !from.find();
    int read = 0;
    int start = one ? 0 : from.end();
    long line = 1;
    int counted = 0;
    while (start >= 0) {
      boolean more = !one && from.find();
      String mail = all.substring(start, more ? from.start() : all.length());
      if (readOne(mail, one, source.names(), sink)) {
        read++;
      } else if (!one) {
        line += all.substring(counted, start).chars().filter(c -> c == '\n').count();
        counted = start;
        Matcher subject = SUBJECT.matcher(mail);
        sink.navigation(line, "a mail without papers: " + (subject.find() ? subject.group(1) : ""));
      }
      start = more ? from.end() : -1;
    }
    if (read == 0) {
      throw new UnrecognizedException(
          one ? "a mail without papers" : "a mailbox without papers",
          "Save the list of papers as text or HTML");
    }
  }

  /// Reads the text of the mail, in plain text or else in HTML, and what is attached.
  ///
  /// @param unsure whether a text that may be a page dump is read as one
  private static boolean readOne(String mail, boolean unsure, FieldNames names, RecordSink sink)
      throws IOException {
    List<MimePart> parts = MimePart.of(mail);
    boolean read = false;
    for (String type : List.of("text/plain", "text/html")) {
      for (MimePart part : parts) {
        if (!read && part.isOf(type) && part.fileName().isEmpty()) {
          byte[] text = part.text().getBytes(StandardCharsets.UTF_8);
          read = read(text, "", StandardCharsets.UTF_8, unsure, names, sink);
        }
      }
    }
    for (MimePart part : parts) {
      if (!part.fileName().isEmpty()) {
        boolean own = read(part.bytes(), part.fileName(), null, unsure, names, sink);
        if (!own) {
          sink.navigation(1, "attached, without papers: " + part.fileName());
        }
        read |= own;
      }
    }
    return read;
  }

  private static boolean read(
      byte[] bytes,
      String name,
      @Nullable Charset charset,
      boolean unsure,
      FieldNames names,
      RecordSink sink)
      throws IOException {
    Source body = Source.of(new ByteArrayInputStream(bytes), name, names, charset);
    try {
      Formats.Choice choice = Formats.choose(body.head());
      if (!(choice.format() instanceof MailText) && (unsure || !choice.isUnsure())) {
        choice.format().read(body, sink);
        return true;
      }
    } catch (UnrecognizedException e) {
      // Another part may have them.
    }
    return false;
  }
}
