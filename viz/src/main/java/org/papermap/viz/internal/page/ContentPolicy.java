package org.papermap.viz.internal.page;

import java.util.Base64;
import org.papermap.files.Sha256;

/// What the page may do: run exactly this script, apply exactly this style, show pictures it made
/// itself, and nothing else; above all, ask the network for nothing.
public final class ContentPolicy {
  private ContentPolicy() {}

  public static String of(String script, String style) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src " + source(script),
        "style-src " + source(style),
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'");
  }

  private static String source(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'";
  }
}
