package org.papermap.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The times of one visit to a map.
///
/// @param papers on the map
/// @param painter what draws the dots: `canvas`, `webgl` or `splat`
/// @param firstFrame seconds from the navigation until dots are on the screen
/// @param ready seconds until everything can be used
/// @param pan milliseconds from frame to frame while the map is dragged, median and 95th percentile
/// @param zoom the same while it is zoomed with the wheel
/// @param search milliseconds a key of a query takes, median and highest
/// @param heap megabytes of the script's objects after a search, garbage collected
record PageVisit(
    int papers,
    String painter,
    double firstFrame,
    double ready,
    double[] pan,
    double[] zoom,
    double[] search,
    double heap) {
  private static final int WIDTH = 1360;
  private static final int HEIGHT = 850;
  private static final int STEPS = 90;
  private static final List<String> QUERY = List.of("t", "ti", "tio", "tion", "tion m", "tion mo");

  static PageVisit of(Browser browser, Path map, int sharpness) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(WIDTH, HEIGHT)
            .setDeviceScaleFactor(sharpness);
    try (BrowserContext context = browser.newContext(options)) {
      Page page = context.newPage();
      page.setDefaultTimeout(120_000);
      page.navigate(map.toAbsolutePath().toUri().toString());
      page.locator("html[data-ready=true]")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      double[] pan = frames(page, () -> drag(page));
      double[] zoom = frames(page, () -> wheel(page));
      double[] search = QUERY.stream().mapToDouble(query -> key(page, query)).toArray();
      return new PageVisit(
          (int) number(page, "papermap.papers"),
          (String) page.evaluate("papermap.painter()"),
          mark(page, "drawn"),
          mark(page, "ready"),
          pan,
          zoom,
          new double[] {Quantiles.of(search).median(), Quantiles.of(search).at(1)},
          heap(context.newCDPSession(page)));
    }
  }

  private static double mark(Page page, String name) {
    return number(page, "performance.getEntriesByName('" + name + "')[0].startTime") / 1000;
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  /// Times between frames while something is done, median and 95th percentile.
  private static double[] frames(Page page, Runnable action) {
    page.evaluate(
        """
        () => {
          window.frames_seen = [];
          const note = (now) => {
            window.frames_seen.push(now);
            window.frames_going = requestAnimationFrame(note);
          };
          window.frames_going = requestAnimationFrame(note);
        }\
        """);
    action.run();
    List<?> seen =
        (List<?>)
            page.evaluate("() => { cancelAnimationFrame(frames_going); return frames_seen; }");
    double[] times = seen.stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray();
    double[] between = new double[Math.max(0, times.length - 1)];
    Arrays.setAll(between, i -> times[i + 1] - times[i]);
    return new double[] {Quantiles.of(between).median(), Quantiles.of(between).at(0.95)};
  }

  private static void drag(Page page) {
    page.mouse().move(700, 500);
    page.mouse().down();
    for (int i = 1; i <= STEPS; i++) {
      page.mouse().move(700 + 200 * Math.sin(i / 12.0), 500 + 120 * Math.sin(i / 9.0));
    }
    page.mouse().up();
  }

  private static void wheel(Page page) {
    for (int i = 0; i < STEPS; i++) {
      page.mouse().wheel(0, i < STEPS / 2 ? -40 : 40);
    }
  }

  private static double key(Page page, String query) {
    return ((Number)
            page.evaluate(
                """
                (query) => {
                  const field = document.getElementById('query');
                  const began = performance.now();
                  field.value = query;
                  field.dispatchEvent(new Event('input'));
                  return performance.now() - began;
                }\
                """,
                query))
        .doubleValue();
  }

  private static double heap(CDPSession session) {
    session.send("HeapProfiler.collectGarbage");
    return session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / 1e6;
  }
}
