package org.papermap.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.papermap.cli.internal.browser.Chromium;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.map.PaperMap;
import org.papermap.viz.MapWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap bench page`: how a map behaves in a browser.
@Command(
    name = "page",
    header = "Opens maps in Chromium, moves them, searches them, and tells what that took.",
    description =
        "The browser draws without a graphics card, which is the slowest a reader can have it."
            + " Each map is opened anew in each round; figures are medians over the rounds.",
    footer = {
      "  papermap bench page out/map.html",
      "  papermap bench page --papers 91,10000,100000"
    })
final class PageBench extends Subcommand {
  /// Without a graphics card and without emulating one: the emulation takes longer for an empty
  /// page than drawing in software takes for a map. A large page needs more shared memory than
  /// containers have.
  private static final List<String> ARGUMENTS =
      List.of(
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking");

  @Parameters(paramLabel = "MAP.html", description = "maps to open")
  private List<Path> maps = List.of();

  @Option(
      names = "--papers",
      paramLabel = "N",
      split = ",",
      description = "also maps of so many made-up papers")
  private List<Integer> papers = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how often each is opened (default: ${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(
      names = "--sharpness",
      paramLabel = "N",
      defaultValue = "1",
      description = "device pixels a pixel (default: ${DEFAULT-VALUE})")
  private int sharpness = 1;

  @Override
  public Integer call() throws IOException {
    for (Path map : maps) {
      if (!Files.exists(map)) {
        throw new NoSuchFileException(map.toString());
      }
    }
    Path folder = Files.createTempDirectory("papermap-bench");
    try {
      List<Path> all = new ArrayList<>(maps);
      for (int size : papers) {
        all.add(written(size, folder));
      }
      measure(all);
    } finally {
      FileTree.delete(folder);
    }
    return 0;
  }

  private Path written(int size, Path folder) throws IOException {
    PaperMap map = MadeUpMap.of(size);
    Path file = folder.resolve("made-up-%d.html".formatted(size));
    long began = System.nanoTime();
    MapWriter.write(map, file);
    err().printf("%s: written in %.1f s%n", file.getFileName(), (System.nanoTime() - began) / 1e9);
    return file;
  }

  private void measure(List<Path> all) throws IOException {
    PrintWriter out = out();
    out.printf(
        "%-22s %9s %7s %6s %7s %7s %13s %13s %13s %8s%n",
        "map",
        "papers",
        "drawn",
        "MB",
        "first s",
        "ready s",
        "pan ms (95%)",
        "zoom ms (95%)",
        "key ms (max)",
        "heap MB");
    out.flush();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = launch(playwright)) {
      for (Path map : all) {
        List<PageVisit> visits = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          visits.add(PageVisit.of(browser, map, sharpness));
        }
        print(map, visits, out);
      }
    }
  }

  private static Browser launch(Playwright playwright) throws IOException {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Chromium.required())
                // The sandbox does not start for root, as in containers.
                .setChromiumSandbox(false)
                .setArgs(ARGUMENTS));
  }

  private static void print(Path map, List<PageVisit> visits, PrintWriter out) throws IOException {
    PageVisit first = visits.getFirst();
    out.printf(
        "%-22s %,9d %7s %6.2f %7.2f %7.2f %6.1f (%4.0f) %6.1f (%4.0f) %6.1f (%4.0f) %8.0f%n",
        map.getFileName(),
        first.papers(),
        first.painter(),
        Files.size(map) / 1e6,
        median(visits, PageVisit::firstFrame),
        median(visits, PageVisit::ready),
        median(visits, visit -> visit.pan()[0]),
        median(visits, visit -> visit.pan()[1]),
        median(visits, visit -> visit.zoom()[0]),
        median(visits, visit -> visit.zoom()[1]),
        median(visits, visit -> visit.search()[0]),
        median(visits, visit -> visit.search()[1]),
        median(visits, PageVisit::heap));
    out.flush();
  }

  private static double median(List<PageVisit> visits, ToDoubleFunction<PageVisit> figure) {
    return Quantiles.of(visits.stream().mapToDouble(figure).toArray()).median();
  }
}
