package org.papermap.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.map.PaperMap;

/// That the page, which all other tests open in Chromium, does the same in Firefox.
class FirefoxPageTest {
  @TempDir Path folder;

  @Test
  void a_map_is_drawn_searched_and_read_in_firefox() throws Exception {
    Optional<Path> program = Firefox.find();
    assumeTrue(program.isPresent(), "no firefox on this machine");
    PaperMap map = SampleMaps.of(91);
    Path file = folder.resolve("map.html");
    MapWriter.write(map, file);

    try (Firefox firefox =
        new Firefox(program.get(), Files.createDirectory(folder.resolve("home")))) {
      firefox.open(file.toUri());

      assertThat(firefox.evaluate("papermap.shown().length")).isEqualTo("91");
      assertThat(firefox.evaluate("papermap.labels().length > 3")).isEqualTo("true");
      assertThat(firefox.evaluate(COLOURS)).isEqualTo("true");
      String title = map.corpus().paper(12).title();
      firefox.evaluate(TYPE.formatted(title.replace("'", "\\'")));
      firefox.evaluate(UNTIL.formatted("papermap.shown()[0] === 12"));
      assertThat(firefox.evaluate("papermap.shown()[0]")).isEqualTo("12");
      firefox.evaluate("location.hash = '#paper=p012'");
      firefox.evaluate(UNTIL.formatted("document.querySelector('#panel h2')"));
      assertThat(firefox.evaluate("document.querySelector('#panel h2').textContent"))
          .isEqualTo(title);
      assertThat(firefox.evaluate("papermap.svg().includes('</svg>')")).isEqualTo("true");
      assertThat(firefox.complaints()).isEmpty();
    }
  }

  /// Whether the canvas has more colours than a background and a text.
  private static final String COLOURS =
      """
      (() => {
        const canvas = document.getElementById('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size > 50;
      })()\
      """;

  private static final String TYPE =
      """
      (() => {
        const field = document.getElementById('query');
        field.value = '%s';
        field.dispatchEvent(new Event('input'));
      })()\
      """;

  /// Waits until something holds, ten seconds at most.
  private static final String UNTIL =
      """
      new Promise((done) => {
        const end = performance.now() + 10000;
        const look = () =>
          (%s) || performance.now() > end ? done('looked') : setTimeout(look, 50);
        look();
      })\
      """;
}
