package org.papermap.viz.internal.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.files.ResourceText;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.changes.MapDiff;
import org.papermap.map.internal.changes.MapDiff.Place;
import org.papermap.viz.internal.page.ContentPolicy;
import org.papermap.viz.internal.page.PageTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The comparison of two maps as one HTML file, which asks the network for nothing. Texts of papers
/// enter it as JSON that cannot end a script element, and the page shows them as text alone.
public final class DiffPage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Places are whole steps of this part of the map.
  private static final int STEPS = 10_000;

  private DiffPage() {}

  /// What the page is drawn from.
  ///
  /// @param said what the comparison says
  /// @param dots the places of all papers then and now, and their titles
  /// @param before names of topics then
  /// @param now names of topics now
  private record Payload(DiffDocument said, Dots dots, List<Name> before, List<Name> now) {}

  /// Papers of the later map in their order, then those that are gone. Places are in steps.
  ///
  /// @param state 0 for papers on both maps, 1 for new ones, 2 for those gone
  private record Dots(
      int steps,
      List<Integer> x0,
      List<Integer> y0,
      List<Integer> x1,
      List<Integer> y1,
      List<Integer> state,
      List<String> ids,
      List<String> titles) {
    Dots() {
      this(
          STEPS,
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    void add(MappedPaper paper, Place from, Place to, int kind) {
      x0.add(steps(from.x()));
      y0.add(steps(from.y()));
      x1.add(steps(to.x()));
      y1.add(steps(to.y()));
      state.add(kind);
      ids.add(paper.id());
      titles.add(paper.title());
    }

    private static int steps(double share) {
      return (int) Math.rint(share * STEPS);
    }
  }

  /// A topic's name in the middle of its papers.
  private record Name(String text, int papers, int x, int y) {}

  /// The page as text, to be stored as UTF-8.
  public static String toHtml(MapDiff diff) {
    String script = "(() => {\n'use strict';\n" + read("diff.js") + "})();\n";
    String style = read("diff.css");
    Payload payload =
        new Payload(
            DiffDocument.of(diff),
            dots(diff),
            names(diff.earlier(), diff.places()),
            names(
                diff.later(),
                diff.later().papers().stream().map(it -> new Place(it.x(), it.y())).toList()));
    Map<String, String> texts = new HashMap<>();
    texts.put("policy", ContentPolicy.of(script, style));
    texts.put("title", PageTemplate.escaped(diff.later().title()));
    texts.put("style", style);
    texts.put("data", PageTemplate.inert(JSON.writeValueAsString(payload)));
    texts.put("script", script);
    return PageTemplate.fill(read("diff.html"), texts);
  }

  private static Dots dots(MapDiff diff) {
    Dots dots = new Dots();
    List<MappedPaper> papers = diff.later().papers();
    for (int row = 0; row < papers.size(); row++) {
      MappedPaper paper = papers.get(row);
      int before = diff.rows().get(row);
      Place now = new Place(paper.x(), paper.y());
      dots.add(paper, before < 0 ? now : diff.places().get(before), now, before < 0 ? 1 : 0);
    }
    for (int row : diff.gone()) {
      Place place = diff.places().get(row);
      dots.add(diff.earlier().papers().get(row), place, place, 2);
    }
    return dots;
  }

  private static List<Name> names(MapDescription map, List<Place> places) {
    return map.topics().stream()
        .map(topic -> {
          double x =
              topic.papers().stream().mapToDouble(it -> places.get(it).x()).average().orElse(0);
          double y =
              topic.papers().stream().mapToDouble(it -> places.get(it).y()).average().orElse(0);
          return new Name(topic.name(), topic.papers().size(), Dots.steps(x), Dots.steps(y));
        })
        .toList();
  }

  private static String read(String name) {
    return ResourceText.read(DiffPage.class, name);
  }
}
