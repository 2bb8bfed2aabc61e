package org.papermap.embed.internal.formats;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.papermap.files.ResourceText;

/// Takes markup out of a title or an abstract, so that the model and the reader get plain text:
/// entities (encoded up to three times), tags of HTML, JATS and MathML, and the accents, signs and
/// type faces of LaTeX outside formulas. What only looks like markup stays: `a < b`, `n<10`,
/// `<unk>`, `$x_{i}$`, `{a, b}`, `AT&T`. Does not join lines; see [PlainText].
public final class Markup {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6});");

  /// A tag as such: `<`, a name, attributes; so many as Java's stack holds turns of a loop.
  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([A-Za-z][A-Za-z0-9]*(?:[:-][A-Za-z0-9-]+)?)"
              + "((?:\\s+[A-Za-z_:][-\\w:.]*(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'<>]+))?){0,60})"
              + "\\s*(/?)>");

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);

  /// Formulas written twice: what MathML says is said in TeX beside it.
  private static final Pattern MATHML_BESIDE_TEX =
      Pattern.compile(
          "<(?:mml:)?math\\b[^>]*>(?:(?!</(?:mml:)?math>).)*</(?:mml:)?math>"
              + "(?=\\s*<(?:jats:)?tex-math)",
          Pattern.DOTALL);

  private static final Pattern ANNOTATION =
      Pattern.compile("<((?:mml:)?annotation)\\b[^>]*>.*?</\\1>", Pattern.DOTALL);

  /// The heading that publishers put before every abstract.
  private static final Pattern HEADING =
      Pattern.compile(
          "^\\s*<(?:jats:)?(title|h[1-6]|b|strong|p|label)\\b[^>]*>\\s*(?:Abstract|Summary|Zusammenfassung"
              + "|Résumé|Resumen)\\s*[:.]?\\s*</(?:jats:)?\\1\\s*>",
          Pattern.CASE_INSENSITIVE);

  /// Elements within a line: what they hold goes on without a gap.
  private static final Set<String> INLINE =
      Set.copyOf(ResourceText.section(Markup.class, "elements.txt", "inline"));

  /// Elements that stand apart.
  private static final Set<String> BLOCK =
      Set.copyOf(ResourceText.section(Markup.class, "elements.txt", "block"));

  /// Elements that may stand without an end tag.
  private static final Set<String> ALONE = Set.of("br", "hr", "p", "li", "img", "wbr");

  /// Elements whose names are also ordinary words: they count only as a pair, or with a prefix.
  private static final Pattern MATHML =
      Pattern.compile(
          "math|m(?:i|n|o|row|sub|sup|subsup|frac|text|sqrt|root|over|under|underover|space|style"
              + "|table|tr|td|fenced|padded|stack|multiscripts|prescripts)|semantics");

  private Markup() {}

  public static String plain(String text) {
    if (!mayHaveMarkup(text)) {
      return text;
    }
    String plain = entities(text);
    if (plain.indexOf('<') >= 0) {
      plain = withoutTags(plain);
    }
    return plain.indexOf('\\') >= 0 ? Latex.plain(plain) : plain;
  }

  private static boolean mayHaveMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0 || text.indexOf('\\') >= 0;
  }

  /// Entities as their letters; one that is unknown stays.
  public static String entities(String text) {
    String decoded = text;
    for (int times = 0; times < 3 && decoded.indexOf('&') >= 0; times++) {
      String next = ENTITY.matcher(decoded).replaceAll(it -> Matcher.quoteReplacement(letter(it)));
      if (next.equals(decoded)) {
        break;
      }
      decoded = next;
    }
    return decoded;
  }

  private static String letter(MatchResult entity) {
    String name = entity.group().substring(1, entity.group().length() - 1);
    if (name.charAt(0) == '#') {
      return Parser.unescapeEntities(entity.group(), true);
    }
    String letter = Entities.getByName(name);
    return letter.isEmpty() ? entity.group() : letter;
  }

  private static String withoutTags(String text) {
    String plain = COMMENT.matcher(text).replaceAll(" ");
    plain = CDATA.matcher(plain).replaceAll("$1");
    plain = MATHML_BESIDE_TEX.matcher(plain).replaceAll("");
    plain = ANNOTATION.matcher(plain).replaceAll("");
    plain = HEADING.matcher(plain).replaceFirst("");
    String all = plain;
    return TAG.matcher(plain).replaceAll(it -> Matcher.quoteReplacement(instead(it, all)));
  }

  /// What stands for a tag: a space, nothing, or the tag itself if it is none.
  private static String instead(MatchResult tag, String all) {
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    int colon = name.indexOf(':');
    String bare = name.substring(colon + 1);
    boolean prefixed = colon > 0;
    if (prefixed ? !isForeignPrefix(name.substring(0, colon)) : !isKnown(bare)) {
      return tag.group();
    }
    if (!prefixed && !ALONE.contains(bare) && !isPaired(tag.group(2), all)) {
      return tag.group();
    }
    return BLOCK.contains(bare) ? " " : "";
  }

  private static boolean isForeignPrefix(String prefix) {
    return switch (prefix) {
      case "jats", "mml", "m", "xhtml", "html", "h", "dc", "ns0", "ns1", "ns2", "ns3", "ns4" ->
          true;
      default -> false;
    };
  }

  private static boolean isKnown(String name) {
    return INLINE.contains(name) || BLOCK.contains(name) || MATHML.matcher(name).matches();
  }

  private static boolean isPaired(String name, String all) {
    return all.contains("</" + name + ">") && all.contains("<" + name);
  }
}
