package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.cli.internal.browser.Chromium;
import org.papermap.viz.MapWriter;
import picocli.CommandLine;

class PageBenchTest {
  @Test
  void a_map_is_opened_moved_and_searched() {
    assumeTrue(Chromium.find().isPresent(), "no chromium on this machine");
    StringWriter out = new StringWriter();

    int status =
        new CommandLine(new PageBench())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(new StringWriter(), true))
            .execute("--papers", "300", "--rounds", "1");

    assertThat(status).isZero();
    List<String> figures = List.of(out.toString().lines().toList().getLast().split("[\\s()]+"));
    assertThat(figures).startsWith("made-up-300.html", "300", "canvas").hasSize(13);
    // Megabytes, seconds until the first frame, until ready; milliseconds from frame to frame.
    assertThat(figures.subList(3, 8))
        .allSatisfy(figure -> assertThat(Double.parseDouble(figure)).isPositive());
    assertThat(Double.parseDouble(figures.get(5)))
        .isGreaterThanOrEqualTo(Double.parseDouble(figures.get(4)));
  }

  @Test
  void made_up_maps_are_the_same_each_time() {
    assertThat(MapWriter.toHtml(MadeUpMap.of(50))).isEqualTo(MapWriter.toHtml(MadeUpMap.of(50)));
  }

  @Test
  void a_map_that_is_not_there_is_refused() {
    assertThat(
            new CommandLine(new PageBench())
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute("nowhere.html"))
        .isNotZero();
  }
}
