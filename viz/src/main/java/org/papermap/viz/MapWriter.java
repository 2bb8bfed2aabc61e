package org.papermap.viz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.papermap.files.AtomicFile;

/// Writes a map as one HTML file with everything in it. The file asks the network for nothing, and
/// a policy in it keeps it from doing so; texts of papers enter the page as text alone. Equal maps
/// give equal bytes.
public final class MapWriter {
  private MapWriter() {}

  /// Writes the map to a file, which appears or changes at once and whole.
  ///
  /// @throws IOException if the file cannot be written; what stood there before is then untouched
  public static void write(PaperMap map, Path file) throws IOException {
    AtomicFile.write(file, toHtml(map));
  }

  /// The page as text, to be stored as UTF-8.
  public static String toHtml(PaperMap map) {
    String script = PageAssets.script();
    String style = PageAssets.style();
    Payload payload = Payload.of(map);
    return PageTemplate.fill(
        PageAssets.template(),
        Map.of(
            "policy", ContentPolicy.of(script, style),
            "title", PageTemplate.escaped(map.title()),
            "style", style,
            "meta", payload.meta(),
            "columns", payload.columns(),
            "papers", payload.papers(),
            "abstracts", payload.abstracts(),
            "script", script));
  }
}
