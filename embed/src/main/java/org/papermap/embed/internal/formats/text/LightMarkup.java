package org.papermap.embed.internal.formats.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks of other light markup languages as those of Markdown, line by line: headings, bold
/// type, links and fields of MediaWiki, AsciiDoc, reStructuredText and Org, and the tags of HTML
/// that Markdown may hold.
enum LightMarkup {
  MARKDOWN("Markdown"),
  /// `== Title ==`, `'''bold'''`
  MEDIAWIKI("MediaWiki text"),
  /// `== Title`, `*bold*`
  ASCIIDOC("AsciiDoc"),
  /// `* Title`, `:PROPERTIES:`
  ORG("Org outline");

  private static final Pattern WIKI_HEADING =
      Pattern.compile("(?m)^(={1,6})\\h*([^=\\s].*?)\\h*\\1\\h*$");
  private static final Pattern ASCIIDOC_HEADING = Pattern.compile("(?m)^(={1,6})\\h+(\\S.*)$");
  private static final Pattern ORG_HEADING =
      Pattern.compile(
          "(?m)^(\\*{1,6})\\h+(?:(?:TODO|DONE|NEXT)\\h+)?(\\S.*?)(?:\\h+:[\\w@:]+:)?\\h*$");
  private static final Pattern ORG_DRAWER =
      Pattern.compile("(?mi)^\\h*:(?:PROPERTIES|END|LOGBOOK):\\h*$");
  private static final Pattern ORG_KEYWORD = Pattern.compile("#\\+\\w+:.*");
  private static final Pattern ORG_LINK = Pattern.compile("\\[\\[([^\\[\\]]+)]\\[([^\\[\\]]+)]]");

  /// `:Author: Ada Lind`, as reStructuredText and Org have it.
  private static final Pattern FIELD =
      Pattern.compile("(?m)^\\h*:([A-Za-z][\\w -]{0,30}):\\h+(\\S.*)$");

  private static final Pattern WIKI_BOLD = Pattern.compile("'''(.+?)'''");
  private static final Pattern WIKI_LINK = Pattern.compile("\\[(https?://\\S+)\\h+([^\\]]+)]");
  private static final Pattern ADOC_LINK =
      Pattern.compile("(?:link:)?(https?://[^\\s\\[]+)\\[([^\\]]+)]");
  private static final Pattern RST_LINK = Pattern.compile("`([^`<]+?)\\h*<(\\S+?)>`_{1,2}");

  private static final Pattern BOLD_TAG = Pattern.compile("(?i)</?(?:strong|b)>");
  private static final Pattern ITALIC_TAG = Pattern.compile("(?i)</?(?:em|i)>");
  private static final Pattern LINK_TAG =
      Pattern.compile("(?i)<a\\s[^<>]*?href=[\"']([^\"'<>]*)[\"'][^<>]*>([^<>]*)</a>");

  private final String words;

  LightMarkup(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /// What the text that begins so is written in.
  static LightMarkup of(String head) {
    if (hasTwo(WIKI_HEADING, head)) {
      return MEDIAWIKI;
    }
    if (hasTwo(ASCIIDOC_HEADING, head)) {
      return ASCIIDOC;
    }
    boolean org = ORG_DRAWER.matcher(head).find() || ORG_KEYWORD.matcher(head).lookingAt();
    return org && ORG_HEADING.matcher(head).find() ? ORG : MARKDOWN;
  }

  private static boolean hasTwo(Pattern pattern, String text) {
    return text.indexOf('=') >= 0 && pattern.matcher(text).results().limit(2).count() == 2;
  }

  /// The line as Markdown has it.
  String markdown(String line) {
    String own =
        switch (this) {
          case MARKDOWN -> line;
          case MEDIAWIKI -> ofMediaWiki(line);
          case ASCIIDOC -> ofAsciiDoc(line);
          case ORG -> ofOrg(line);
        };
    String plain = own.indexOf('<') < 0 ? own : withoutTags(own);
    Matcher field = FIELD.matcher(plain);
    return field.matches() ? field.group(1) + ": " + field.group(2) : plain;
  }

  private static String ofMediaWiki(String line) {
    Matcher heading = WIKI_HEADING.matcher(line);
    String plain = heading.matches() ? heading(heading) : line;
    return WIKI_LINK.matcher(WIKI_BOLD.matcher(plain).replaceAll("**$1**")).replaceAll("[$2]($1)");
  }

  private static String ofAsciiDoc(String line) {
    Matcher heading = ASCIIDOC_HEADING.matcher(line);
    String plain = heading.matches() ? heading(heading) : line.replaceFirst("\\h\\+$", "");
    return ADOC_LINK.matcher(plain).replaceAll("[$2]($1)");
  }

  private static String ofOrg(String line) {
    if (ORG_DRAWER.matcher(line).matches() || ORG_KEYWORD.matcher(line).matches()) {
      return "";
    }
    Matcher heading = ORG_HEADING.matcher(line);
    String plain = heading.matches() ? heading(heading) : line;
    return ORG_LINK.matcher(plain).replaceAll("[$2]($1)");
  }

  private static String heading(Matcher heading) {
    return "#".repeat(heading.group(1).length()) + " " + heading.group(2);
  }

  private static String withoutTags(String line) {
    String plain = BOLD_TAG.matcher(line).replaceAll("**");
    plain = ITALIC_TAG.matcher(plain).replaceAll("*");
    plain = LINK_TAG.matcher(plain).replaceAll("[$2]($1)");
    return RST_LINK.matcher(plain).replaceAll("[$1]($2)");
  }
}
