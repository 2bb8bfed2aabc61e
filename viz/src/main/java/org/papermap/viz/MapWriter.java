package org.papermap.viz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.papermap.files.OutputFile;
import org.papermap.map.PaperMap;
import org.papermap.viz.internal.labels.MapDrawing;
import org.papermap.viz.internal.page.ContentPolicy;
import org.papermap.viz.internal.page.PageAssets;
import org.papermap.viz.internal.page.PageTemplate;
import org.papermap.viz.internal.page.Payload;

/// Writes a map as one HTML file with everything in it. The file asks the network for nothing, and
/// a policy in it keeps it from doing so; texts of papers enter the page as text alone. Equal maps
/// give equal bytes.
public final class MapWriter {
  private MapWriter() {}

  /// Writes the map to a file, which appears or changes at once and whole.
  ///
  /// @throws IOException if the file cannot be written; what stood there before is then untouched
  public static void write(PaperMap map, Path file) throws IOException {
    write(map, file, Abstracts.UP_TO_20000);
  }

  /// Writes the map with or without its papers' abstracts.
  ///
  /// @throws IOException if the file cannot be written; what stood there before is then untouched
  public static void write(PaperMap map, Path file, Abstracts abstracts) throws IOException {
    OutputFile.write(file, toHtml(MapDrawing.of(map), abstracts, "", List.of()));
  }

  /// Writes the map twice, as a page and as the picture that [MapPicture] draws. What both show is
  /// solved once. Where a map grew, abstracts that the earlier page has are copied from it.
  ///
  /// @param earlier see [MapReader#packedAbstracts]; blank without an earlier map
  /// @param rows of each paper its row on the earlier map, or −1; empty without one
  /// @throws IOException if a file cannot be written; what stood there before is then untouched
  public static void write(
      PaperMap map,
      Path page,
      Abstracts abstracts,
      Path picture,
      String earlier,
      List<Integer> rows)
      throws IOException {
    MapDrawing drawing = MapDrawing.of(map);
    OutputFile.write(picture, MapPicture.toSvg(drawing));
    OutputFile.write(page, toHtml(drawing, abstracts, earlier, rows));
  }

  /// The page as text, to be stored as UTF-8, with abstracts of up to 20,000 papers.
  public static String toHtml(PaperMap map) {
    return toHtml(MapDrawing.of(map), Abstracts.UP_TO_20000, "", List.of());
  }

  private static String toHtml(
      MapDrawing drawing, Abstracts abstracts, String earlier, List<Integer> rows) {
    String script = PageAssets.script();
    String style = PageAssets.style();
    boolean kept = abstracts.areKeptOf(drawing.map().corpus().size());
    Payload payload = Payload.of(drawing, kept, earlier, rows);
    return PageTemplate.fill(
        PageAssets.template(),
        Map.of(
            "policy", ContentPolicy.of(script, style),
            "title", PageTemplate.escaped(drawing.map().title()),
            "style", style,
            "meta", payload.meta(),
            "picture", payload.picture(),
            "columns", payload.columns(),
            "papers", payload.papers(),
            "abstracts", payload.abstracts(),
            "meaning", payload.meaning(),
            "script", script));
  }

  /// Whether a map's file carries the papers' abstracts. A real one costs 0.6 kB.
  public enum Abstracts {
    /// Up to 20,000 papers, with which a file has about 14 MB and can still be mailed.
    UP_TO_20000,
    /// Always.
    ALL,
    /// Never: the page then shows and searches titles, authors and topics.
    NONE;

    private static final int MOST = 20_000;

    boolean areKeptOf(int papers) {
      return switch (this) {
        case UP_TO_20000 -> papers <= MOST;
        case ALL -> true;
        case NONE -> false;
      };
    }
  }
}
