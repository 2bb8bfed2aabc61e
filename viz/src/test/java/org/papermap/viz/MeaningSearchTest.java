package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.embed.Embedder;
import org.papermap.map.PaperMap;
import org.papermap.model.ModelCatalog;
import org.papermap.pipeline.MapPipeline;
import org.papermap.pipeline.MapSettings;
import org.papermap.wordsearch.WordSearch;

/// Search by meaning in the page of the real papers, in a real browser and without a model.
class MeaningSearchTest {
  /// A tenth of 91 papers would be few; the page shows ten.
  private static final int SHOWN = 10;

  @TempDir static Path folder;

  private static @Nullable Playwright playwright;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @SuppressWarnings("NullAway.Init")
  private static PaperMap map;

  private final List<String> complaints = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Page page;

  @BeforeAll
  static void make_the_map() throws IOException {
    assumeFalse(Browsers.isMissing(), "no chromium on this machine");
    CorpusReading reading = CorpusReader.read(Path.of("..", "data"));
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel())) {
      map = MapPipeline.of(embedder, MapSettings.defaults()).run(reading).map();
    }
    MapWriter.write(map, folder.resolve("map.html"));
    playwright = Playwright.create();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  static void close_the_browser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    page = browser.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith("file:")) {
        complaints.add(request.url());
      }
    });
    visit("");
  }

  @AfterEach
  void nothing_was_complained_of_and_nothing_asked_for() {
    page.close();
    assertThat(complaints).isEmpty();
  }

  private void visit(String hash) {
    page.navigate("about:blank");
    page.navigate(folder.resolve("map.html").toUri() + hash);
    assertThat(page.locator("html[data-ready]")).isAttached();
  }

  private static WordSearch search() {
    return Objects.requireNonNull(map.wordSearch());
  }

  private List<Integer> shown() {
    return ((List<?>) page.evaluate("papermap.shown()")).stream().map(Integer.class::cast).toList();
  }

  private Locator way(String name) {
    return page.locator("#how button", new Page.LocatorOptions().setHasText(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "make picture generation by diffusion quicker",
        "Finding relevant passages for a question",
        "fewer bits for the weights of a network"
      })
  void the_page_finds_what_java_finds(String question) {
    way("Meaning").click();
    page.locator("#query").fill(question);

    assertThat(page.locator("#counts")).hasText("10 papers nearest in meaning");
    List<Integer> expected = search().nearest(question, SHOWN);
    // The last may change places with the next, where a rounding decides.
    assertThat(shown()).hasSize(SHOWN).first().isEqualTo(expected.getFirst());
    assertThat(new HashSet<>(shown())).containsAll(expected.subList(0, SHOWN - 1));
    assertThat(page.locator("#results mark")).hasCount(0);
  }

  @Test
  void words_are_searched_until_meaning_is_asked_for() {
    page.locator("#query").fill("a paper in other words");
    assertThat(page.locator("#counts")).containsText("0 of 91 papers");

    way("Meaning").click();

    assertThat(way("Meaning")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("#results li")).hasCount(SHOWN);
    page.goBack();
    assertThat(way("Words")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void the_address_keeps_the_way_of_searching() {
    visit("#q=dense+retrieval&how=meaning");

    assertThat(way("Meaning")).hasAttribute("aria-pressed", "true");
    assertThat(shown())
        .hasSize(SHOWN)
        .first()
        .isEqualTo(search().nearest("dense retrieval", 1).getFirst());
  }

  @Test
  void unknown_words_find_nothing_and_say_so() {
    way("Meaning").click();
    page.locator("#query").fill("xyzzy");

    assertThat(page.locator("#counts")).containsText("No paper found");
  }

  @Test
  void the_choice_is_accessible_and_tells_how_good_it_is() {
    assertThat(page.locator("#how .quiet"))
        .hasText(
            "finds %.1f of the model's 10 nearest".formatted(10 * search().quality().meaning()));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  @Test
  void a_map_without_it_offers_no_choice() throws IOException {
    MapWriter.write(SampleMaps.of(30), folder.resolve("plain.html"));
    page.navigate(folder.resolve("plain.html").toUri().toString());

    assertThat(page.locator("html[data-ready]")).isAttached();
    assertThat(page.locator("#how")).isHidden();
  }
}
