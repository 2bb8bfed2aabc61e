package org.papermap.corpus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of papers, as people write them.
final class WebAddresses {
  /// arXiv identifiers since April 2007 and before it (info.arxiv.org/help/arxiv_identifier.html).
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:arxiv:)?(\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z-]+(?:\\.[a-z]{2})?/\\d{7}(?:v\\d+)?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DOI =
      Pattern.compile("(?:doi:)?(10\\.\\d{4,9}/\\S+)", Pattern.CASE_INSENSITIVE);

  private WebAddresses() {}

  /// Another address behind the first.
  private static final Pattern NEXT = Pattern.compile("[;,|]?\\s*https?://(?=[\\w-]+\\.)");

  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("(?:www\\.|(?:dx\\.)?doi\\.org/|arxiv\\.org/)[\\w.-]+.*");

  /// The text as an `http` or `https` address with a host: of several the first, with characters
  /// that no address may have written as their codes.
  static Optional<URI> webAddress(String text) {
    String first = text.strip();
    if (first.startsWith("http")) {
      Matcher next = NEXT.matcher(first);
      first = next.find(4) && isBetweenAddresses(next) ? first.substring(0, next.start()) : first;
    } else if (WITHOUT_SCHEME.matcher(first).matches()) {
      first = "https://" + first;
    }
    try {
      URI uri = new URI(encoded(first));
      return Paper.isWebAddress(uri) && hasHost(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// Addresses may have others inside them, which no separator parts from what is before them.
  private static boolean isBetweenAddresses(Matcher next) {
    return !next.group().startsWith("http");
  }

  /// Names of hosts with `_` are no names to Java.
  private static boolean hasHost(URI uri) {
    String authority = uri.getRawAuthority();
    return uri.getHost() != null || (authority != null && authority.matches("[\\w.-]+(?::\\d+)?"));
  }

  private static String encoded(String address) {
    if (!address.startsWith("http")) {
      return address;
    }
    StringBuilder encoded = new StringBuilder(address.length());
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if ("[]{}|\\^`".indexOf(c) >= 0) {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  /// The page of the paper with this identifier: one of arXiv, a DOI, or an address itself.
  static Optional<URI> pageOf(String id) {
    Matcher arxiv = ARXIV.matcher(id);
    if (arxiv.matches()) {
      return Optional.of(URI.create("https://arxiv.org/abs/" + arxiv.group(1)));
    }
    Matcher doi = DOI.matcher(id);
    if (doi.matches()) {
      return encoded("doi.org", "/" + doi.group(1));
    }
    return webAddress(id);
  }

  private static Optional<URI> encoded(String host, String path) {
    try {
      return Optional.of(new URI("https", host, path, null));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
