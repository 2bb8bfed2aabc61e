package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.cluster.TopicCount;
import org.papermap.cluster.WordNeighbors;
import org.papermap.map.PaperMap;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.viz.internal.colors.Tone;

/// The page in a real browser. Every test also asserts that nothing was written to the console and
/// nothing but the file was asked for.
class MapPageTest extends PageTest {
  private static final PaperMap MAP = SampleMaps.of(91);

  private static Path file = Path.of("");

  @BeforeAll
  static void write_the_map() throws IOException {
    file = folder.resolve("map.html");
    MapWriter.write(MAP, file);
  }

  // -- opening --

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void a_map_of_few_papers_opens(int papers) throws IOException {
    Page page = open(written(SampleMaps.of(papers)), "", desktop());

    assertThat(page.locator("#counts")).containsText(papers == 1 ? "1 paper" : papers + " papers");
    for (int row = 0; row < papers; row++) {
      assertThat(screen(page, row)).allSatisfy(MapPageTest::isFinite);
    }
    if (papers > 0) {
      click(page, 0);
      assertThat(page.locator("#panel h2")).isVisible();
    }
  }

  @Test
  void papers_in_one_place_open() throws IOException {
    Page page = open(written(SampleMaps.identical(5)), "", desktop());

    assertThat(screen(page, 4)).allSatisfy(MapPageTest::isFinite);
    click(page, 0);
    assertThat(page.locator("#panel h2")).isVisible();
  }

  @Test
  void a_damaged_file_and_an_old_browser_are_told_in_a_sentence() throws IOException {
    Path broken = folder.resolve("broken.html");
    Files.writeString(
        broken, Files.readString(file).replaceFirst("id=\"columns\">.{200}", "id=\"columns\">"));
    String damaged = "The file is damaged or was cut off. Please get it again.";

    assertThat(failing(broken, "")).isEqualTo(damaged);
    Files.writeString(broken, Files.readString(file).replaceFirst("(id=\"meta\">).{50}", "$1"));
    assertThat(failing(broken, "")).isEqualTo(damaged);
    assertThat(failing(file, "delete window.DecompressionStream"))
        .startsWith("This browser is too old to unpack the map.");
    assertThat(failing(file, "HTMLCanvasElement.prototype.getContext = () => null"))
        .contains("no canvas to draw on");
  }

  @Test
  void the_picture_is_drawn_before_the_texts_below_it_are_read() throws IOException {
    String page = Files.readString(file);
    Path broken = folder.resolve("cut.html");
    Files.writeString(
        broken, page.substring(0, page.indexOf("<script type=\"text/plain\" id=\"columns\"")));

    Page cut = failed(broken, "");
    assertThat(cut.locator("#opening"))
        .hasText("The file is damaged or was cut off. Please get it again.");
    assertThat(cut.evaluate("performance.getEntriesByName('drawn').length")).isEqualTo(1);
    assertThat(colorsOf(cut)).hasSizeGreaterThan(50);
  }

  /// The colours of the canvas.
  private static Set<?> colorsOf(Page page) {
    return new HashSet<>(
        (List<?>)
            page.evaluate(
                """
                () => {
                  const canvas = document.getElementById('canvas');
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  return [...new Set(new Uint32Array(data.buffer))];
                }\
                """));
  }

  /// What the page says when it does not open, in a browser that lacks something.
  private String failing(Path map, String beforehand) {
    return failed(map, beforehand).locator("#opening").innerText();
  }

  private Page failed(Path map, String beforehand) {
    Page page = context(desktop()).newPage();
    page.addInitScript(beforehand);
    page.navigate(map.toUri().toString());
    assertThat(page.locator("#opening.failed")).isVisible();
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"canvas", "splat", "webgl"})
  void whoever_draws_the_dots_they_have_their_colours(String painter) throws IOException {
    Path large = written(SampleMaps.of(600));

    Page page = open(large, "?draw=" + painter, desktop());

    assertThat(page.evaluate("papermap.painter()")).isEqualTo(painter);
    int row = uncovered(page);
    String color = color(page, row);
    assertThat(pixel(page, row)).isEqualTo(color);
    page.locator("[data-tool=theme]").click();
    assertThat(pixel(page, row)).isEqualTo(color(page, row)).isNotEqualTo(color);
    page.locator("#query").fill("locomotion");
    assertThat(page.locator("#counts")).containsText("papers with the words");
    page.mouse().move(700, 400);
    page.mouse().wheel(0, -600);
    settle(page);
    assertThat(zoom(page)).isGreaterThan(2);
  }

  @Test
  void a_hundred_thousand_papers_open_move_and_are_searched() throws IOException {
    PaperMap map = SampleMaps.of(100_000);
    Path large = written(map);
    assertThat(Files.size(large)).isLessThan(10_000_000);

    Page page = open(large, "", desktop());

    assertThat(page.evaluate("papermap.painter()")).isEqualTo("splat");
    int row = uncovered(page);
    assertThat(pixel(page, row)).isEqualTo(color(page, row));
    page.locator("#query").fill("sparse locomotion");
    assertThat(page.locator("#counts")).containsText("papers with the words");
    assertThat(page.locator("#results .paper")).hasCount(60);
    page.locator("#query").fill("");
    click(page, row);
    assertThat(page.locator("#panel h2")).hasText(map.corpus().paper(row).title());
    assertThat(page.locator("#panel .abstract")).hasText("This file carries no abstracts.");
    assertThatLabelsFit(page, 1360, 850);
  }

  @Test
  void a_large_map_opens_shows_its_colours_and_is_searched() throws IOException {
    PaperMap map = SampleMaps.of(4000);

    Page page = open(written(map), "#by=theme", desktop());
    int row = uncovered(page, it -> map.themes().themesOf(it).size() == 1);
    assertThat(pixel(page, row)).isEqualTo(themeColor(map.themes().themesOf(row).getFirst()));
    page.locator("#query").fill("locomotion");
    assertThat(page.locator("#counts")).containsText("papers with the words");
    assertThat(page.locator("#results .paper")).hasCount(60);
  }

  // -- labels --

  @Test
  void every_topic_is_labelled_on_a_desk() {
    Page page = open("");

    assertThat(topicLabels(page)).containsAll(topicNames());
    assertThatLabelsFit(page, 1360, 850);
  }

  @Test
  void every_topic_is_labelled_on_a_phone_by_name_or_number() {
    Page page = open(file, "", phone());

    assertThat(topicLabels(page)).containsAll(topicNames());
    assertThatLabelsFit(page, 390, 844);
  }

  @Test
  void labels_meet_at_no_zoom_and_subtopics_and_titles_appear() {
    Page page = open("");
    page.mouse().move(800, 400);
    List<String> kinds = new ArrayList<>();
    for (int step = 0; step < 20; step++) {
      page.mouse().wheel(0, -120);
      settle(page);
      assertThatLabelsFit(page, 1360, 850);
      labels(page).forEach(label -> kinds.add(label.kind()));
    }

    assertThat(kinds).contains("subtopic", "title");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void labels_of_ten_thousand_papers_meet_at_no_zoom(boolean phone) throws IOException {
    PaperMap map = SampleMaps.of(10_000);
    Page page = open(written(map), "", phone ? phone() : desktop());

    assertThat(topicLabels(page)).containsAll(map.topics().stream().map(Topic::name).toList());
    Set<String> kinds = new HashSet<>();
    for (int step = 0; step < 20; step++) {
      assertThatLabelsFit(page, phone ? 390 : 1360, phone ? 844 : 850);
      labels(page).forEach(label -> kinds.add(label.kind()));
      page.keyboard().press("+");
      settle(page);
    }
    assertThat(kinds).contains("subtopic", "title");
  }

  // -- reading --

  @Test
  void the_pointer_shows_a_card() {
    Page page = open("");

    hover(page, 10);

    assertThat(page.locator("#hover")).isVisible();
    assertThat(page.locator("#hover b")).hasText(MAP.corpus().paper(10).title());
    page.mouse().move(700, 845);
    assertThat(page.locator("#hover")).isHidden();
  }

  @Test
  void a_click_opens_a_paper_with_its_true_nearest() {
    Page page = open("");

    click(page, 12);

    assertThat(page.locator("#panel h2")).hasText(MAP.corpus().paper(12).title());
    assertThat(page.locator("#panel .abstract")).hasText(MAP.corpus().paper(12).abstractText());
    Locator nearest = page.locator("#panel ul[aria-label='Nearest papers'] .paper");
    assertThat(nearest).hasCount(10);
    for (int rank = 0; rank < 10; rank++) {
      String row = String.valueOf(MAP.neighbors().neighbor(12, rank));
      assertThat(nearest.nth(rank)).hasAttribute("data-row", row);
      assertThat(nearest.nth(rank).locator(".similarity"))
          .hasText("similarity %.2f".formatted(MAP.neighbors().similarity(12, rank)));
    }
    long kept = Math.round(10 * MAP.layoutQuality().neighborsKept(12));
    assertThat(page.locator(".kept p")).containsText(kept + " of its 10 nearest papers");
    nearest.first().click();
    assertThat(page.locator("#panel h2"))
        .hasText(MAP.corpus().paper(MAP.neighbors().neighbor(12, 0)).title());
  }

  @Test
  void only_a_paper_with_an_address_has_a_link_and_it_gives_nothing_away() {
    Page page = open("#paper=p013");
    assertThat(page.locator("#panel a")).hasAttribute("href", "https://papers.example/abs/13");
    assertThat(page.locator("#panel a")).hasAttribute("rel", "noopener noreferrer");

    page = open("#paper=p012");
    assertThat(page.locator("#panel h2")).isVisible();
    assertThat(page.locator("#panel a")).hasCount(0);
  }

  @Test
  void hostile_titles_are_shown_as_they_are() {
    for (int i = 0; i < SampleMaps.HOSTILE_TITLES.size(); i++) {
      Page page = open("#paper=p%03d".formatted(90 - i));
      String title = SampleMaps.HOSTILE_TITLES.get(i);

      assertThat(page.evaluate("document.querySelector('#panel h2').textContent")).isEqualTo(title);
      assertThat(page.locator("#panel h2 *")).hasCount(0);
      hover(page, 90 - i);
      assertThat(page.evaluate("document.querySelector('main b')?.textContent ?? ''"))
          .isIn(title, "");
    }
  }

  @Test
  void the_list_holds_all_papers_by_topic_and_leads_to_each() {
    Page page = open("");

    page.keyboard().press("l");

    assertThat(page.locator("#panel h2")).hasText("91 papers");
    assertThat(page.locator("#panel h2")).isFocused();
    assertThat(page.locator("#panel .paper")).hasCount(91);
    assertThat(page.locator("#panel h3").first())
        .hasText(MAP.topics().getFirst().name() + " · " + MAP.topics().getFirst().papers().size());
    page.locator("#panel .paper").first().focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    int second = MAP.topics().getFirst().papers().get(1);
    assertThat(page.locator("#panel h2")).hasText(MAP.corpus().paper(second).title());
  }

  // -- finding --

  @Test
  void a_search_counts_marks_and_dims() {
    Page page = open("");
    long expected =
        MAP.corpus().papers().stream().filter(paper -> paper.title().startsWith("Sparse")).count();

    page.keyboard().press("/");
    page.keyboard().type("SPARSE");

    assertThat(page.locator("#counts")).hasText(expected + " papers with the words");
    assertThat(page.locator("#results .paper")).hasCount((int) expected);
    assertThat(page.locator("#results mark").first()).hasText("Sparse");
    assertThat((List<?>) page.evaluate("papermap.shown()")).hasSize((int) expected);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("#panel h2 mark")).hasText("Sparse");
    page.locator("#query").focus();
    page.keyboard().press("Escape");
    assertThat(page.locator("#counts")).hasText("91 papers · 8 topics · 4 themes");
  }

  @Test
  void a_search_finds_authors_without_their_accents_and_words_of_abstracts() {
    Page page = open("#q=nguyen+independent");

    assertThat(page.locator("#counts")).containsText("with the words");
    assertThat((List<?>) page.evaluate("papermap.shown()")).isNotEmpty();
  }

  // -- the tree, the strip of time, and charts --

  @Test
  void a_click_on_a_name_opens_its_topic_and_never_a_paper_under_it() {
    Page page = open("");
    List<Label> names =
        labels(page).stream().filter(label -> label.kind().equals("topic")).toList();
    assertThat(names).hasSize(8);

    for (Label name : names) {
      page.evaluate("location.hash = ''");
      settle(page);
      Label now =
          labels(page).stream()
              .filter(it -> it.kind().equals("topic") && it.name().equals(name.name()))
              .findFirst()
              .orElseThrow();
      page.mouse()
          .click(
              (now.box().get(0) + now.box().get(2)) / 2, (now.box().get(1) + now.box().get(3)) / 2);
      assertThat(page.locator("#panel h2")).hasText(name.name());
      assertThat(page.evaluate("papermap.state().paper")).isEqualTo(-1);
      page.keyboard().press("Escape");
      page.keyboard().press("0");
      settle(page);
    }
  }

  @Test
  void a_double_click_zooms_and_opens_nothing() {
    Page page = open("");
    List<Double> at = screen(page, uncovered(page));

    page.mouse().dblclick(at.get(0), at.get(1));

    settle(page);
    assertThat(zoom(page)).isCloseTo(2, within(1e-6));
    assertThat(page.locator("#panel")).isHidden();
  }

  @Test
  void the_tree_unfolds_lights_up_counts_and_flies() {
    Page page = open("");
    Topic first = MAP.topics().getFirst();
    Locator entry = page.locator("#legend-rows .topic").first();
    assertThat(page.locator("#legend-rows .subtopic")).hasCount(0);

    entry.focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#legend-rows .subtopic")).hasCount(first.subtopics().size());
    assertThat(page.locator("#legend-rows .topic").first()).hasAttribute("aria-expanded", "true");

    page.locator("#legend-rows .topic").first().hover();
    assertThat(page.evaluate("papermap.lit()")).isEqualTo("topic 0");
    page.mouse().move(700, 845);
    assertThat(page.evaluate("papermap.lit()")).isEqualTo("");

    page.locator("#query").fill("sparse");
    long found =
        first.papers().stream()
            .filter(row -> ((List<?>) page.evaluate("papermap.shown()")).contains(row))
            .count();
    assertThat(page.locator("#legend-rows .topic .count").first())
        .hasText(found + " of " + first.papers().size());
    page.locator("#query").fill("");

    page.locator("#legend-rows .subtopic").first().click();
    assertThat(page.locator("#counts"))
        .hasText(first.subtopics().getFirst().papers().size() + " of 91 papers shown");
    assertThat(page.locator("#panel h2")).hasText(first.name());
    settle(page);
    assertThat(zoom(page)).isGreaterThan(1.2);
    assertThat(page.locator("#crumb")).containsText(first.name());
  }

  @Test
  void the_title_block_says_what_the_map_is() {
    Page page = open("");

    assertThat(page.locator("#from")).containsText("Jan 2024 – Sep 2025");
    assertThat(page.locator("#from")).containsText("from papers.txt");
    assertThat(page.locator("#from")).containsText("Each dot is a paper");
  }

  @Test
  void the_strip_of_time_filters_by_a_drag_and_by_keys_and_plays() {
    Page page = open("");
    BoundingBox bars = page.locator(".brush-bars").boundingBox();

    page.mouse().move(bars.x + 2, bars.y + 10);
    page.mouse().down();
    page.mouse().move(bars.x + bars.width / 2, bars.y + 10);
    page.mouse().up();

    List<?> half = (List<?>) page.evaluate("papermap.state().days");
    long expected =
        MAP.corpus().papers().stream()
            .map(paper -> Objects.requireNonNull(paper.date()).toEpochDay())
            .filter(day -> day >= number(half.get(0)) && day <= number(half.get(1)))
            .count();
    assertThat(expected).isBetween(30L, 60L);
    assertThat(page.locator("#counts")).hasText(expected + " of 91 papers shown");
    page.locator("#brush input").last().focus();
    page.keyboard().press("Home");
    Locator told = page.locator("#brush .quiet");
    assertThat(told).hasText(Pattern.compile("^1\\sJan\\s– \\d+\\sJan\\s2024$"));
    assertThat(told.boundingBox().height).as("one line").isLessThan(25);
    page.keyboard().press("End");
    assertThat(page.evaluate("papermap.state().days")).isNull();
    page.locator(".brush-play").click();
    assertThat(page.locator(".brush-play")).hasAttribute("aria-label", "Stop");
    assertThat(page.locator("#counts")).containsText("of 91 papers shown");
    // It ends with all papers.
    assertThat(page.locator(".brush-play"))
        .hasAttribute(
            "aria-label",
            "Play how the field grew",
            new LocatorAssertions.HasAttributeOptions().setTimeout(15_000));
    assertThat(page.locator("#counts")).containsText("91 papers · ");
  }

  @Test
  void charts_filter_each_other() {
    Page page = open("");
    page.locator("[data-tool=charts]").click();
    Locator theme = page.locator("#panel .bar-link", new Page.LocatorOptions().setHasText("LLM"));
    List<Integer> llm = MAP.themes().papersOf(1);

    theme.first().click();

    assertThat(page.locator("#counts")).hasText(llm.size() + " of 91 papers shown");
    Topic topic =
        MAP.topics().stream().filter(it -> llm.containsAll(it.papers())).findFirst().orElseThrow();
    Locator bar =
        page.locator("#panel .bar-link", new Page.LocatorOptions().setHasText(topic.name()))
            .first();
    assertThat(bar.locator(".count")).hasText(String.valueOf(topic.papers().size()));
    bar.click();
    assertThat(page.locator("#counts")).hasText(topic.papers().size() + " of 91 papers shown");
    // A chart does not count its own filter: other themes are still there to choose.
    assertThat(theme.first()).hasAttribute("aria-pressed", "true");
    page.locator("#panel .action", new Page.LocatorOptions().setHasText("Show all")).click();
    // A field of the papers: upvotes 0 to 90 of every tenth paper.
    page.locator("#panel .time-chart").last().locator(".bar").last().click();
    assertThat(page.locator("#counts")).hasText("1 of 91 papers shown");
    Page again = open(page.url().replaceFirst("[^#]*", ""));
    assertThat(again.locator("#counts")).hasText("1 of 91 papers shown");
  }

  @Test
  void the_list_sorts_and_its_files_have_its_order() throws IOException {
    Page page = open("");
    page.keyboard().press("l");

    page.locator("#list-order").selectOption("newest");

    assertThat(page.locator("#panel .paper").first()).hasAttribute("data-row", "90");
    assertThat(page.locator("#panel .paper").last()).hasAttribute("data-row", "0");
    assertThat(saved(page, "CSV").lines().toList().get(91)).contains("\"p000\"");
    page.locator("#list-order").selectOption("title");
    List<String> titles = page.locator("#panel .paper-title").allTextContents();
    assertThat(titles.indexOf(MAP.corpus().paper(0).title()))
        .isGreaterThan(titles.indexOf(MAP.corpus().paper(1).title()));
  }

  // -- filters and colours --

  @Test
  void the_legend_shows_one_topic_alone_and_with_shift_several() {
    Page page = open("");
    int first = MAP.topics().get(0).papers().size();
    int third = MAP.topics().get(2).papers().size();

    page.locator("#legend-rows .entry").nth(0).click();
    assertThat(page.locator("#counts")).hasText(first + " of 91 papers shown");
    assertThat(page.locator("#legend-rows .entry").nth(0)).hasAttribute("aria-pressed", "true");

    page.locator("#legend-rows .entry")
        .nth(2)
        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    assertThat(page.locator("#counts")).hasText((first + third) + " of 91 papers shown");

    page.locator("#legend-foot button", new Page.LocatorOptions().setHasText("Show all")).click();
    assertThat(page.locator("#counts")).hasText("91 papers · 8 topics · 4 themes");
  }

  @Test
  void colours_tell_topics_or_themes() {
    Page page = open("");
    int row = MAP.themes().papersOf(1).getFirst();
    String theme = themeColor(1);

    page.locator("#color-by").selectOption("theme");

    assertThat(page.locator("#legend-rows .entry")).hasCount(6);
    assertThat(page.locator("#legend-rows .entry").nth(1))
        .hasText("LLM" + MAP.themes().papersOf(1).size());
    assertThat(pixel(page, row)).isEqualTo(theme);
    page.locator("#legend-rows .entry").nth(4).click();
    assertThat(page.locator("#counts"))
        .hasText(MAP.themes().bridges().size() + " of 91 papers shown");
  }

  @Test
  void a_topic_tells_why_it_is_called_so() {
    Page page = open("");
    Topic first = MAP.topics().getFirst();

    page.locator("#legend-rows .entry").first().click();

    assertThat(page.locator("#panel h2")).hasText(first.name());
    assertThat(page.locator("#panel .terms").first())
        .containsText(first.keyphrases().getFirst().text());
    // The papers come first.
    Locator sections = page.locator("#panel h3");
    assertThat(sections.first()).hasText("Nearest to many others");
    assertThat(sections.last()).hasText("How sure is this topic?");
    assertThat(page.locator("#panel ul[aria-label='Most central papers'] .paper"))
        .hasCount(first.exemplars().size());
    page.keyboard().press("Escape");
    assertThat(page.locator("#counts")).hasText("91 papers · 8 topics · 4 themes");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_topic_that_is_opened_is_brought_beside_its_panel(boolean phone) {
    Page page = open(file, "", phone ? phone() : desktop());
    if (phone) {
      page.locator("#legend-fold").click();
    }

    for (int topic = 0; topic < MAP.topics().size(); topic++) {
      page.evaluate(
          "topic => document.querySelectorAll('#legend-rows .entry')[topic].click()", topic);
      assertThat(page.locator("#panel h2")).hasText(MAP.topics().get(topic).name());
      settle(page);
      assertThat(topicLabels(page)).contains(MAP.topics().get(topic).name());
    }
  }

  @Test
  void what_is_below_nought_has_a_minus_sign() throws IOException {
    PaperMap map =
        new PaperMap(
            MAP.title(),
            MAP.corpus(),
            MAP.neighbors(),
            MAP.layout(),
            MAP.layoutQuality(),
            MAP.tree(),
            new TopicTree(MAP.areas(), MAP.topics(), new LabelQuality(-0.126, 1)),
            MAP.themes(),
            MAP.provenance());

    Page page = open(written(map), "#view=about", desktop());

    assertThat(page.locator("#panel")).containsText("−0.13 on average");
  }

  private static PaperMap withQuality(ClusteringQuality quality) {
    return new PaperMap(
        MAP.title(),
        MAP.corpus(),
        MAP.neighbors(),
        MAP.layout(),
        MAP.layoutQuality(),
        MAP.tree(),
        MAP.named(),
        MAP.themes(),
        MAP.provenance(),
        quality,
        null,
        Map.of(),
        MAP.history(),
        MAP.firstSeen());
  }

  @Test
  void topics_that_do_not_come_back_are_marked() throws IOException {
    float[] noise = new float[91 * 8];
    Random random = new Random(3);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    EmbeddingMatrix nowhere = EmbeddingMatrix.normalized(noise, 8);
    ClusteringQuality quality =
        ClusteringQuality.of(
            nowhere,
            NeighborGraph.exact(nowhere, 10),
            WordNeighbors.none(91),
            MAP.tree().topics(),
            new ClusteringMethod.KMeans(TopicCount.of(8), 1));
    Page page = open(written(withQuality(quality)), "", desktop());

    assertThat(page.locator("#legend-rows .loose")).hasCount(MAP.topics().size());
    page.locator("#legend-rows .entry").first().click();
    assertThat(page.locator("#panel"))
        .containsText(
            "have %.0f %% of their papers in common".formatted(100 * quality.stability(0)));
    assertThat(page.locator("#panel")).containsText("A loose topic");
    page.locator("#tools button[data-tool=about]").click();
    assertThat(page.locator("#panel")).containsText("8 topics are loose");
    assertThat(page.locator("#panel"))
        .containsText("%.2f (continuity)".formatted(MAP.layoutQuality().continuity()));
  }

  @Test
  void days_are_shown_alone_and_counted_by_topic() {
    Page page = open("");
    page.locator("#legend-foot button", new Page.LocatorOptions().setHasText("Over time")).click();
    Locator bar = page.locator(".time-chart .bar").nth(1);
    String label = bar.getAttribute("aria-label");
    String count = label.replaceAll(".*: (\\d+) .*", "$1");

    bar.click();

    assertThat(page.locator("#counts")).hasText(count + " of 91 papers shown");
    assertThat(page.url()).contains("days=");
    Page again = open(page.url().replaceFirst("[^#]*", ""));
    assertThat(again.locator("#counts")).hasText(count + " of 91 papers shown");
  }

  @Test
  void a_field_of_the_papers_gives_them_colours() {
    Page page = open("");

    page.locator("#color-by").selectOption(new SelectOption().setLabel("upvotes"));

    assertThat(page.locator(".ramp-ends")).containsText("0");
    assertThat(page.evaluate("papermap.color(0)"))
        .isNotEqualTo(page.evaluate("papermap.color(80)"));
    assertThat(page.evaluate("papermap.color(1)")).isEqualTo("#8a8a86");
  }

  @Test
  void the_table_of_themes_and_topics_filters_the_map() {
    Page page = open("");
    page.locator("#legend-foot button").first().click();
    long both =
        MAP.topics().getFirst().papers().stream()
            .filter(row -> MAP.themes().themesOf(row).contains(0))
            .count();

    assertThat(page.locator(".matrix tbody tr")).hasCount(9);
    Locator cell = page.locator(".matrix tbody tr").first().locator("td button").first();
    assertThat(cell).hasText(String.valueOf(both));
    cell.click();

    assertThat(page.locator("#counts")).hasText(both + " of 91 papers shown");
    assertThat(page.locator(".matrix tbody tr").first().locator("td button").first())
        .hasAttribute("aria-pressed", "true");
  }

  @Test
  void light_and_dark_change_the_whole_picture() {
    Page page = open("");
    String light = pixelAt(page, 1350, 8);

    page.locator("[data-tool=theme]").click();

    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    settle(page);
    assertThat(light).isEqualTo(Tone.LIGHT_BACKGROUND.hex());
    assertThat(pixelAt(page, 1350, 8)).isEqualTo(Tone.DARK_BACKGROUND.hex());
    assertThat(page.url()).contains("theme=dark");
  }

  @Test
  void the_system_decides_until_the_reader_does() {
    Page page = open(file, "", desktop().setColorScheme(ColorScheme.DARK));

    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
  }

  // -- the address --

  @Test
  void an_address_opens_the_same_view_again() {
    Page page = open("");
    click(page, 20);
    page.keyboard().press("/");
    page.keyboard().type("of");
    page.locator("#color-by").selectOption("theme");
    page.locator("#legend-rows .entry").nth(1).click();
    page.mouse().move(700, 400);
    page.mouse().wheel(0, -300);
    assertThat(page).hasURL(Pattern.compile(".*at=.*"));
    Object state = page.evaluate("papermap.state()");
    List<?> camera = (List<?>) page.evaluate("papermap.camera()");
    String hash = (String) page.evaluate("location.hash");

    Page again = open(hash);

    assertThat(again.evaluate("papermap.state()")).isEqualTo(state);
    for (int i = 0; i < 3; i++) {
      assertThat(number(((List<?>) again.evaluate("papermap.camera()")).get(i)))
          .isCloseTo(number(camera.get(i)), within(1e-3));
    }
    assertThat(again.locator("#panel h2")).hasText(MAP.corpus().paper(20).title());
  }

  @Test
  void back_and_forward_walk_through_what_was_read() {
    Page page = open("");
    click(page, 3);
    assertThat(page.locator("#panel h2")).hasText(MAP.corpus().paper(3).title());
    page.locator("#panel ul .paper").nth(2).click();
    String second = MAP.corpus().paper(MAP.neighbors().neighbor(3, 2)).title();
    assertThat(page.locator("#panel h2")).hasText(second);

    page.goBack();
    assertThat(page.locator("#panel h2")).hasText(MAP.corpus().paper(3).title());
    page.goBack();
    assertThat(page.locator("#panel")).isHidden();
    page.goForward();
    page.goForward();
    assertThat(page.locator("#panel h2")).hasText(second);
  }

  @Test
  void a_false_address_opens_the_map() {
    Page page =
        open("#paper=nobody&topics=99_x&themes=-7&by=magic&view=hell&at=1_2&picked=1.5_9999");

    assertThat(page.locator("#counts")).hasText("91 papers · 8 topics · 4 themes");
    assertThat(page.locator("#panel")).isHidden();
  }

  // -- keys --

  @Test
  void arrows_walk_and_escape_goes_back() {
    Page page = open("");
    page.locator("#map").focus();

    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#panel")).isVisible();
    int first = selected(page);
    page.keyboard().press("ArrowRight");
    int second = selected(page);

    assertThat(second).isNotEqualTo(first);
    assertThat(MAP.layout().x(second)).isGreaterThan(MAP.layout().x(first));
    page.keyboard().press("Enter");
    assertThat(page.locator("#panel h2")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel")).isHidden();
    assertThat(page.locator("#map")).isFocused();
  }

  @Test
  void plus_minus_and_zero_zoom_wherever_the_focus_is() {
    Page page = open("");
    page.locator("#legend-rows .entry").first().focus();

    page.keyboard().press("+");
    settle(page);
    assertThat(zoom(page)).isCloseTo(1.5, within(1e-6));
    page.keyboard().press("0");
    settle(page);
    assertThat(zoom(page)).isCloseTo(1, within(1e-6));
    page.locator("#query").focus();
    page.keyboard().press("+");
    settle(page);
    assertThat(zoom(page)).isCloseTo(1, within(1e-6));
    assertThat(page.locator("#query")).hasValue("+");
  }

  // -- a phone --

  @Test
  void a_tap_on_a_phone_opens_a_sheet_within_the_screen() {
    Page page = open(file, "", phone());
    List<Double> at = screen(page, 40);

    page.touchscreen().tap(at.get(0), at.get(1));

    assertThat(page.locator("#panel")).isVisible();
    BoundingBox sheet = page.locator("#panel").boundingBox();
    assertThat(sheet.x).isGreaterThanOrEqualTo(0);
    assertThat(sheet.x + sheet.width).isLessThanOrEqualTo(390);
    assertThat(sheet.y).isGreaterThan(844 * 0.3);
    assertThat(sheet.y + sheet.height).isLessThanOrEqualTo(844);
    // The paper itself stays above the sheet.
    settle(page);
    assertThat(screen(page, selected(page)).get(1)).isLessThan(sheet.y);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void two_fingers_zoom() {
    Page page = open(file, "", phone());
    CDPSession session = page.context().newCDPSession(page);

    touch(session, "touchStart", 150, 420, 240, 420);
    touch(session, "touchMove", 120, 420, 270, 420);
    touch(session, "touchMove", 105, 420, 285, 420);
    touch(session, "touchEnd");

    // The fingers are twice as far apart as they were.
    assertThat(zoom(page)).isCloseTo(2, within(0.02));
    assertThat(page.locator("#panel")).isHidden();
  }

  private static void touch(CDPSession session, String type, int... places) {
    JsonArray points = new JsonArray();
    for (int i = 0; i < places.length; i += 2) {
      JsonObject point = new JsonObject();
      point.addProperty("x", places[i]);
      point.addProperty("y", places[i + 1]);
      point.addProperty("id", i);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  @Test
  void the_legend_unfolds_on_a_phone() {
    Page page = open(file, "", phone());
    assertThat(page.locator("#legend-rows")).isHidden();

    page.locator("#legend-fold").tap();

    assertThat(page.locator("#legend-rows")).isVisible();
    assertThat(page.locator("#legend-fold")).hasAttribute("aria-expanded", "true");
  }

  // -- taking away --

  @Test
  void a_lasso_lists_its_papers_and_saves_them() throws IOException {
    Page page = open("");
    List<Integer> rows = MAP.topics().getFirst().papers();
    page.locator("[data-tool=lasso]").click();

    drawRound(page, rows);

    assertThat(page.locator("#panel h2")).containsText("selected");
    List<?> picked = (List<?>) page.evaluate("papermap.state().picked");
    assertThat(picked.stream().map(row -> ((Number) row).intValue()).toList()).containsAll(rows);
    String csv = saved(page, "CSV");
    assertThat(csv).startsWith("\ufeffid,title,authors,date,url,topic,themes\r\n");
    assertThat(csv.lines()).hasSize(picked.size() + 1);
    String first = MAP.corpus().paper(((Number) picked.getFirst()).intValue()).title();
    assertThat(csv).contains('"' + first.replace("\"", "\"\"") + '"');
    assertThat(saved(page, "BibTeX").split("@misc", -1)).hasSize(picked.size() + 1);
    assertThat(saved(page, "Markdown").lines())
        .hasSize(picked.size())
        .allMatch(l -> l.startsWith("- "));
  }

  @Test
  void references_and_tables_hold_whatever_titles_do() throws IOException {
    Page page = open("");
    page.keyboard().press("l");
    assertThat(page.locator("#panel h2")).isVisible();

    String references = saved(page, "BibTeX");
    String table = saved(page, "CSV");

    // BibTeX counts braces, behind a backslash too.
    assertThat(references).contains("\\textbraceleft{}");
    assertThat(references.chars().filter(c -> c == '{').count())
        .isEqualTo(references.chars().filter(c -> c == '}').count());
    assertThat(table.lines()).hasSize(MAP.corpus().size() + 1);
    assertThat(table).doesNotContainPattern("(^|,)\"[=+@\uff1d\uff0b\uff0d\uff20]");
  }

  @Test
  void pictures_are_saved() throws Exception {
    Page page = open("#paper=p090");
    page.locator("[data-tool=save]").click();
    Download png = page.waitForDownload(() -> page.locator("#save-menu button").nth(0).click());
    BufferedImage picture = ImageIO.read(png.path().toFile());
    assertThat(picture.getWidth()).isEqualTo(2 * 1360);

    String svg = (String) page.evaluate("papermap.svg()");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("circle").getLength()).isGreaterThanOrEqualTo(91);
    assertThat(document.getElementsByTagName("text").getLength()).isGreaterThanOrEqualTo(8);
    // Title, what is filtered, and the list of topics.
    page.locator("#legend-rows .entry").first().click();
    assertThat(page.locator("#counts")).containsText("of 91 papers shown");
    String filtered = (String) page.evaluate("papermap.svg()");
    assertThat(filtered)
        .contains(MAP.title(), "topics: " + MAP.topics().getFirst().name(), "of 91 papers");
    MAP.topics().forEach(topic -> assertThat(filtered).contains(topic.name()));
  }

  @Test
  void a_dark_map_is_printed_in_colour_on_one_white_page() {
    Page page = open(file, "#theme=dark", desktop());

    String pdf =
        new String(
            page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)),
            StandardCharsets.ISO_8859_1);

    assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results()).hasSize(1);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator("#printed canvas")).isVisible();
    assertThat(page.locator("#side")).isHidden();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    List<?> corner =
        (List<?>)
            page.evaluate(
                "[...document.querySelector('#printed canvas').getContext('2d')"
                    + ".getImageData(4, 4, 1, 1).data]");
    assertThat(corner.stream().map(MapPageTest::number).toList())
        .containsExactly(255.0, 255.0, 255.0, 255.0);
    page.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(page.locator("#printed canvas")).hasCount(0);
  }

  // -- for everyone --

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axe_finds_nothing(ColorScheme scheme) {
    Page page = open(file, "", desktop().setColorScheme(scheme));
    assertThatAxeIsContent(page);
    for (String view :
        List.of(
            "paper=p012&q=sparse",
            "view=list&by=theme",
            "view=table",
            "view=topic&topic=1",
            "view=time",
            "view=charts",
            "view=about&by=date")) {
      assertThatAxeIsContent(open(file, "#" + view, desktop().setColorScheme(scheme)));
    }
    Page phone = open(file, "#paper=p012", phone().setColorScheme(scheme));
    assertThatAxeIsContent(phone);
    phone = open(file, "", phone().setColorScheme(scheme));
    phone.locator("#legend-fold").tap();
    assertThatAxeIsContent(phone);
  }

  private static void assertThatAxeIsContent(Page page) {
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations)
        .as(() ->
            violations.stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .toList()
                .toString())
        .isEmpty();
  }

  // -- what the tests are made of --

  private static String themeColor(int theme) {
    return Tone.ofCategories(theme + 1).getLast().light();
  }

  private static Browser.NewContextOptions desktop() {
    return window(1360, 850).setColorScheme(ColorScheme.LIGHT);
  }

  private static Browser.NewContextOptions phone() {
    return desktop()
        .setViewportSize(390, 844)
        .setDeviceScaleFactor(2)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  private Page open(String hash) {
    return open(file, hash, desktop());
  }

  /// Lets the page draw what it has been told.
  private static void settle(Page page) {
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  private static List<Double> screen(Page page, int row) {
    return ((List<?>) page.evaluate("row => papermap.screen(row)", row))
        .stream().map(MapPageTest::number).toList();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static void isFinite(double value) {
    assertThat(Double.isFinite(value)).isTrue();
  }

  private static void hover(Page page, int row) {
    List<Double> at = screen(page, row);
    page.mouse().move(at.get(0), at.get(1));
    settle(page);
  }

  private static void click(Page page, int row) {
    List<Double> at = screen(page, row);
    page.mouse().click(at.get(0), at.get(1));
  }

  private static int selected(Page page) {
    return ((Number) page.evaluate("papermap.state().paper")).intValue();
  }

  private static double zoom(Page page) {
    return number(page.evaluate("papermap.camera()[2]"));
  }

  private static String color(Page page, int row) {
    return (String) page.evaluate("row => papermap.color(row)", row);
  }

  private static int uncovered(Page page) {
    return uncovered(page, _ -> true);
  }

  /// A paper whose dot neither a name nor another dot lies on.
  private static int uncovered(Page page, IntPredicate suitable) {
    List<?> rows =
        (List<?>)
            page.evaluate(
                """
                () => {
                  const { papers, screen, labels } = papermap;
                  const places = Array.from({ length: papers }, (_, row) => screen(row));
                  const order = papermap.order();
                  const boxes = labels().map(({ box }) => box);
                  const isClear = (at, i) => {
                    const [x, y] = places[at];
                    return !boxes.some(([a, b, c, d]) => x > a - 3 && x < c + 3 && y > b - 3 && y < d + 3)
                      && order.slice(i + 1).every((other) =>
                        Math.hypot(places[other][0] - x, places[other][1] - y) > 14);
                  };
                  return order.filter((row, i) => i > papers - 3000 && isClear(row, i)).slice(-300);
                }\
                """);
    return rows.reversed().stream()
        .mapToInt(row -> ((Number) row).intValue())
        .filter(suitable)
        .findFirst()
        .orElseThrow();
  }

  private static String pixel(Page page, int row) {
    settle(page);
    List<Double> at = screen(page, row);
    return pixelAt(page, at.get(0), at.get(1));
  }

  /// The colour that the reader sees at a point.
  private static String pixelAt(Page page, double x, double y) {
    try {
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
      return "#%06x".formatted(seen.getRGB((int) Math.rint(x), (int) Math.rint(y)) & 0xffffff);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A label as it is seen: what it names, and left, top, right and bottom of its box.
  private record Label(String kind, String name, List<Double> box) {}

  private static List<Label> labels(Page page) {
    List<?> flat =
        (List<?>)
            page.evaluate("papermap.labels().map(({kind, name, box}) => [kind, name, ...box])");
    return flat.stream()
        .map(label -> (List<?>) label)
        .map(parts ->
            new Label(
                (String) parts.get(0),
                (String) parts.get(1),
                IntStream.range(2, 6).mapToObj(i -> number(parts.get(i))).toList()))
        .toList();
  }

  private static List<String> topicNames() {
    return MAP.topics().stream().map(Topic::name).toList();
  }

  /// The topics that are labelled, by name or by number.
  private static List<String> topicLabels(Page page) {
    return labels(page).stream()
        .filter(label -> List.of("topic", "number").contains(label.kind()))
        .map(label -> label.name())
        .toList();
  }

  private static void assertThatLabelsFit(Page page, double width, double height) {
    List<List<Double>> boxes = labels(page).stream().map(Label::box).toList();
    for (int i = 0; i < boxes.size(); i++) {
      List<Double> a = boxes.get(i);
      assertThat(a.get(0)).isGreaterThanOrEqualTo(0);
      assertThat(a.get(1)).isGreaterThanOrEqualTo(0);
      assertThat(a.get(2)).isLessThanOrEqualTo(width);
      assertThat(a.get(3)).isLessThanOrEqualTo(height);
      for (List<Double> b : boxes.subList(0, i)) {
        boolean beside = a.get(2) <= b.get(0) || b.get(2) <= a.get(0);
        boolean above = a.get(3) <= b.get(1) || b.get(3) <= a.get(1);
        assertThat(beside || above).as("%s", labels(page)).isTrue();
      }
    }
  }

  /// Draws a box a little wider than these papers need.
  private static void drawRound(Page page, List<Integer> rows) {
    List<List<Double>> at = rows.stream().map(row -> screen(page, row)).toList();
    double left = at.stream().mapToDouble(List::getFirst).min().orElseThrow() - 5;
    double right = at.stream().mapToDouble(List::getFirst).max().orElseThrow() + 5;
    double top = at.stream().mapToDouble(List::getLast).min().orElseThrow() - 5;
    double bottom = at.stream().mapToDouble(List::getLast).max().orElseThrow() + 5;
    page.mouse().move(left, top);
    page.mouse().down();
    page.mouse().move(right, top);
    page.mouse().move(right, bottom);
    page.mouse().move(left, bottom);
    page.mouse().up();
  }

  private static String saved(Page page, String action) throws IOException {
    Locator button =
        page.locator(".actions button", new Page.LocatorOptions().setHasText(action)).first();
    return Files.readString(page.waitForDownload(button::click).path());
  }
}
