package org.papermap.corpus;

import java.net.URI;
import java.net.URISyntaxException;
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

  /// The text as an `http` or `https` address with a host.
  static Optional<URI> webAddress(String text) {
    try {
      URI uri = new URI(text);
      return Paper.isWebAddress(uri) && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
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
