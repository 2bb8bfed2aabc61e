package org.papermap.embed.internal.formats.tagged;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DOIs, arXiv ids and addresses in the values of tags that hold other things too.
final class TaggedIdentifiers {
  /// Some end with pages and letters of the title: `…(1999)111<1876:LQLINC>2.3.CO;2`, in brackets
  /// or with blanks, too.
  private static final Pattern DOI =
      Pattern.compile(
          "10\\.\\d{4,9}/[^\\s\"<>]+(?:(?:<|\\h?\\[\\h?)\\d+::?[\\w-]+[>\\]][^\\s\"<>]+)?");

  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:arxiv\\.org/(?:abs|pdf|html)/|arxiv:\\s?)"
              + "(\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z-]+(?:\\.[a-z]{2})?/\\d{7}(?:v\\d+)?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

  private TaggedIdentifiers() {}

  /// The first DOI in these values.
  static Optional<String> doi(List<String> values) {
    for (String value : values) {
      Matcher doi = DOI.matcher(value);
      if (doi.find()) {
        return Optional.of(doi.group().replaceAll("\\h+|[.,;]+$", ""));
      }
    }
    return Optional.empty();
  }

  static Optional<String> arxiv(List<String> values) {
    for (String value : values) {
      Matcher arxiv = ARXIV.matcher(value);
      if (arxiv.find()) {
        return Optional.of(arxiv.group(1));
      }
    }
    return Optional.empty();
  }

  /// The first web address in these values.
  static Optional<String> address(List<String> values) {
    for (String value : values) {
      Matcher address = ADDRESS.matcher(value);
      if (address.find()) {
        return Optional.of(address.group().replaceAll("[.,;]+$", ""));
      }
    }
    return Optional.empty();
  }
}
