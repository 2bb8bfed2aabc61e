package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/// The search of the page of the real papers, in a real browser and without a model.
class PageSearchTest extends PageTest {
  @SuppressWarnings("NullAway.Init")
  private static PaperMap map;

  @SuppressWarnings("NullAway.Init")
  private Page page;

  @BeforeAll
  static void make_the_map() throws IOException {
    CorpusReading reading = CorpusReader.read(Path.of("..", "data"));
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel())) {
      map = MapPipeline.of(embedder, MapSettings.defaults()).run(reading).map();
    }
    MapWriter.write(map, folder.resolve("map.html"));
  }

  @BeforeEach
  void open() {
    page = open(folder.resolve("map.html"), "", window(1360, 850));
  }

  private void visit(String hash) {
    page.navigate("about:blank");
    visit(page, folder.resolve("map.html"), hash);
  }

  private static WordSearch search() {
    return Objects.requireNonNull(map.wordSearch());
  }

  private List<Integer> shown() {
    return ((List<?>) page.evaluate("papermap.shown()")).stream().map(Integer.class::cast).toList();
  }

  private String title(int row) {
    return map.corpus().paper(row).title();
  }

  private void ask(String query) {
    page.locator("#query").fill(query);
  }

  /// The rows of the papers whose title or abstract has a word.
  private static List<Integer> papersWith(String word) {
    Pattern whole = Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE);
    return IntStream.range(0, map.corpus().size())
        .filter(row -> whole.matcher(map.corpus().texts().get(row)).find())
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "make picture generation by diffusion quicker",
        "Finding relevant passages for a question",
        "fewer bits for the weights of a network"
      })
  void a_question_finds_what_the_word_vectors_find(String question) {
    ask(question);

    assertThat(page.locator("#counts")).containsText("near in meaning");
    assertThat(shown()).containsAnyElementsOf(search().nearest(question, 3));
  }

  @Test
  void words_are_whole_and_their_papers_are_all_found() {
    ask("LoRA");

    assertThat(page.locator("#counts")).containsText("with the words");
    assertThat(shown()).containsAll(papersWith("lora"));
    assertThat(page.locator("#results mark").first())
        .hasText(Pattern.compile("lora", Pattern.CASE_INSENSITIVE));
    ask("ora ");
    assertThat(page.locator("#counts")).hasText("Nothing near “ora” on this map");
    assertThat(shown()).isEmpty();
  }

  @Test
  void the_word_that_is_being_typed_need_only_begin_so() {
    ask("quanti");
    assertThat(shown()).containsAll(papersWith("quantization"));
    ask("quanti ");
    assertThat(shown()).doesNotContainAnyElementsOf(papersWith("quantization"));
  }

  @Test
  void quotes_ask_for_the_words_in_this_order() {
    ask("\"text-to-image generation\"");

    List<Integer> rows = shown();
    Matcher told =
        Pattern.compile("(\\d+)( papers?)? with the words")
            .matcher(page.locator("#counts").innerText());
    assertThat(told.find()).isTrue();
    int withWords = Integer.parseInt(told.group(1));
    assertThat(rows.subList(0, withWords))
        .allMatch(papersWith("text\\W+to\\W+image\\W+generation")::contains);
    assertThat(rows).containsAll(papersWith("text\\W+to\\W+image\\W+generation"));
  }

  @Test
  void a_slip_of_the_finger_is_mended_and_told() {
    ask("difusion");

    assertThat(page.locator("#asked")).hasText("Searched for “diffusion” in place of “difusion”.");
    assertThat(shown()).containsAll(papersWith("diffusion"));
  }

  @Test
  void nothing_near_is_said_and_unknown_words_are_named() {
    ask("pizza recipes");
    assertThat(page.locator("#counts")).hasText("Nothing near “pizza recipes” on this map");
    assertThat(page.locator("#asked")).containsText("No paper has “pizza”");
    assertThat(page.locator("#results .paper")).hasCount(0);

    ask("the");
    assertThat(page.locator("#counts")).containsText("says too little to search for");
    assertThat(shown()).hasSize(map.corpus().size());
  }

  @Test
  void each_paper_shows_the_sentence_that_it_was_found_for() {
    ask("fewer bits for the weights of a network");

    Locator reason = page.locator("#results .reason").first();
    assertThat(reason.locator("mark").first()).isVisible();
    assertThat(map.corpus().paper(shown().getFirst()).abstractText().replaceAll("\\s+", " "))
        .contains(reason.innerText().replace("… ", "").strip());
  }

  @Test
  void enter_flies_to_what_was_found() {
    ask("quantization");
    assertThat(page.locator("#results .paper").first()).isVisible();

    page.locator("#query").press("Enter");

    assertThat(page).hasURL(Pattern.compile(".*at=.*"));
    List<?> best = (List<?>) page.evaluate("papermap.screen(papermap.shown()[0])");
    assertThat(((Number) best.get(0)).doubleValue()).isBetween(0.0, 1360.0);
    assertThat(((Number) best.get(1)).doubleValue()).isBetween(0.0, 850.0);
  }

  @Test
  void more_like_a_paper_finds_its_neighbours_and_less_like_leaves_them() {
    visit("#paper=" + URLEncoder.encode(map.corpus().paper(7).id(), StandardCharsets.UTF_8));
    page.locator("#panel button", new Page.LocatorOptions().setHasText("More like this")).click();

    assertThat(page.locator("#asked .chip")).containsText(title(7));
    List<Integer> near =
        IntStream.range(0, 3).mapToObj(rank -> map.neighbors().neighbor(7, rank)).toList();
    assertThat(shown().subList(0, 10)).containsAnyElementsOf(near);
    assertThat(shown()).doesNotContain(7);
    int other = shown().getFirst();
    page.locator("#results li")
        .first()
        .locator("button", new Locator.LocatorOptions().setHasText("Less like"))
        .focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#asked .chip")).hasCount(2);
    assertThat(shown()).doesNotContain(other);
    page.reload();
    assertThat(page.locator("html[data-ready]")).isAttached();
    assertThat(page.locator("#asked .chip")).hasCount(2);
  }

  @Test
  void a_map_without_vectors_of_words_is_searched_by_words() throws IOException {
    MapWriter.write(SampleMaps.of(30), folder.resolve("plain.html"));
    page.navigate(folder.resolve("plain.html").toUri().toString());
    assertThat(page.locator("html[data-ready]")).isAttached();

    ask("long-context attention");

    assertThat(page.locator("#counts")).containsText("with the words");
  }

  @Test
  void results_are_accessible_in_a_window_of_any_size() {
    for (int[] size : new int[][] {{1360, 850}, {768, 1024}, {390, 844}}) {
      page.setViewportSize(size[0], size[1]);
      ask("few bits for the weights");
      assertThat(page.locator("#results mark").first()).isVisible();
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      ask("");
    }
  }

  @Test
  void results_leave_half_of_a_small_window_to_the_map() {
    page.setViewportSize(768, 1024);
    ask("diffusion");

    double top = page.locator("#results").boundingBox().y;
    assertThat(top).isBetween(460.0, 600.0);
    for (int row : shown().subList(0, 5)) {
      assertThat(
              ((Number) ((List<?>) page.evaluate("row => papermap.screen(row)", row)).get(1))
                  .doubleValue())
          .isLessThan(top);
    }
  }
}
