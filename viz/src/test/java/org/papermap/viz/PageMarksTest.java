package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;

/// What a reading group notes on a map: marks, copies with marks, links, and where to begin.
class PageMarksTest extends PageTest {
  private static final PaperMap MAP = SampleMaps.of(91);

  private static Path file = Path.of("");

  @BeforeAll
  static void write_the_map() throws IOException {
    file = written(MAP);
  }

  // -- links --

  @Test
  void a_link_to_a_paper_is_short_and_opens_it_in_another_copy() throws IOException {
    Page page = reader(file, "#paper=p012&q=sparse");
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }");

    button(page, "#panel .action", "Copy link").click();

    assertThat(page.locator("#toast")).isVisible();
    assertThat(page.locator("#toast")).containsText("Link copied.");
    assertThat(page.evaluate("copied")).isEqualTo(file.getFileName() + "#paper=p012");
    Path elsewhere = Files.copy(file, folder.resolve("elsewhere.html"));
    Page other = reader(elsewhere, "");
    other.locator("#query").fill(file.getFileName() + "#paper=p012");
    assertThat(other.locator("#panel h2")).hasText(MAP.corpus().paper(12).title());
    assertThat(other.locator("#query")).hasValue("");
  }

  @Test
  void a_link_to_a_selection_is_short_and_means_nothing_on_another_map() throws IOException {
    Page page = reader(file, "");
    page.evaluate("location.hash = '#picked=p003&picked=p050'");
    assertThat(page.locator("#counts")).hasText("2 of 91 papers shown");
    Path larger = folder.resolve("larger.html");
    MapWriter.write(SampleMaps.of(120), larger);

    page.evaluate("location.hash = ''");
    page.locator("[data-tool=lasso]").click();
    drawRoundAll(page);

    String hash = (String) page.evaluate("location.hash");
    assertThat(hash).contains("set=").hasSizeLessThan(120);
    assertThat(reader(file, hash).evaluate("papermap.state().picked"))
        .isEqualTo(page.evaluate("papermap.state().picked"));
    assertThat(reader(larger, hash).evaluate("papermap.state().picked")).isNull();
  }

  private static void drawRoundAll(Page page) {
    page.mouse().move(340, 5);
    page.mouse().down();
    page.mouse().move(1290, 5);
    page.mouse().move(1290, 845);
    page.mouse().move(340, 845);
    page.mouse().up();
    assertThat(page.locator("#panel h2")).containsText("selected");
  }

  @Test
  void a_query_by_id_or_link_opens_what_it_names() {
    Page page = reader(file, "");
    page.locator("#query").fill("https://papers.example/abs/13");
    assertThat(page.locator("#counts")).hasText("1 paper by id or link");
    page.locator("#query").fill("p012, p013 p014");
    assertThat(page.locator("#counts")).hasText("3 papers by id or link");
    page.locator("#query").fill("https://arxiv.org/abs/1706.03762");
    assertThat(page.locator("#counts")).hasText("This map has no paper with this id or link");
  }

  // -- marks --

  @Test
  void marks_are_kept_and_listed_with_what_they_cover() {
    BrowserContext context = context();
    Page page = open(context, file, "#paper=p012");
    mark(page, "★ Star");
    mark(page, "To read");
    field(page, "Tags").fill("attention, for Ann");
    field(page, "Note").fill("compare with p013");
    field(page, "Note").press("Enter");
    page.evaluate("location.hash = '#paper=p040'");
    assertThat(page.locator("#panel h2")).hasText(MAP.corpus().paper(40).title());
    mark(page, "Read");

    page.reload();
    page.locator("[data-tool=reading]").click();

    assertThat(page.locator("#panel h2")).hasText("Reading list");
    assertThat(page.locator("#panel .paper")).hasCount(2);
    assertThat(page.locator("#panel .paper").first().locator(".reason"))
        .hasText("#attention #for Ann · compare with p013");
    assertThat(page.locator("#panel .paper").first())
        .containsText(Pattern.compile("^[^★]*★ · to read[^★]*$"));
    Topic first = MAP.topics().getFirst();
    long covered = List.of(12, 40).stream().filter(first.papers()::contains).count();
    assertThat(page.locator(".coverage button").first())
        .hasText("%d of %d in %s".formatted(covered, first.papers().size(), first.name()));
    page.locator("[data-control=kind]").selectOption("#attention");
    assertThat(page.locator("#panel .paper")).hasCount(1);
    assertThat(page.locator("[data-control=kind]")).isFocused();
  }

  @Test
  void marks_made_in_two_tabs_are_those_of_one_reader_and_none_is_lost() {
    BrowserContext reader = context();
    Page first = open(reader, file, "#paper=p012");
    Page second = open(reader, file, "#paper=p013");

    mark(first, "★ Star");
    mark(second, "★ Star");

    for (Page page : List.of(first, second, open(reader, file, ""))) {
      page.locator("[data-tool=reading]").click();
      assertThat(page.locator("#panel")).containsText(MAP.corpus().paper(12).title());
      assertThat(page.locator("#panel")).containsText(MAP.corpus().paper(13).title());
      assertThat(page.locator("#panel")).not().containsText("A reader");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "7", "{\"me\":\"a\",\"kept\":\"{\"}"})
  void marks_are_kept_where_what_the_browser_had_kept_cannot_be_read(String damaged) {
    BrowserContext reader = context();
    Page page = open(reader, file, "");
    page.evaluate(
        "([title, text]) => localStorage.setItem('papermap marks of ' + title, text)",
        List.of(MAP.title(), damaged));
    page = open(reader, file, "#paper=p012");

    mark(page, "★ Star");

    page = open(reader, file, "");
    page.locator("[data-tool=reading]").click();
    assertThat(page.locator("#panel .paper")).hasCount(1);
    assertThat(page.locator("#panel")).containsText(MAP.corpus().paper(12).title());
  }

  @Test
  void a_reading_list_is_ordered_by_hand_and_by_keys() {
    Page page = reader(file, "#paper=p001");
    mark(page, "Discuss");
    page.evaluate("location.hash = '#paper=p002'");
    assertThat(page.locator("#panel h2")).hasText(MAP.corpus().paper(2).title());
    mark(page, "Discuss");
    page.locator("[data-tool=reading]").click();
    Locator papers = page.locator("#panel .paper");
    assertThat(papers.first()).hasAttribute("data-row", "1");

    page.locator("[data-control='up 2']").focus();
    page.keyboard().press("Enter");

    assertThat(papers.first()).hasAttribute("data-row", "2");
    assertThat(page.locator("[data-control='up 2']")).isFocused();
  }

  @Test
  void a_saved_copy_carries_marks_and_two_readers_are_merged() throws IOException {
    Page ann = reader(file, "#paper=p012");
    mark(ann, "★ Star");
    field(ann, "Note").fill("</script><script>document.title='taken'</script> \u2028 <b>bold</b>");
    field(ann, "Note").press("Enter");
    ann.locator("[data-tool=reading]").click();
    ann.locator("[data-control=name]").fill("Ann <i>");
    ann.locator("[data-control=name]").press("Enter");
    Path copy = folder.resolve("ann.html");
    Download saved =
        ann.waitForDownload(() -> button(ann, "#panel .action", "Save a copy").click());
    saved.saveAs(copy);

    Page bob = reader(file, "#paper=p012");
    mark(bob, "Read");
    drop(bob, copy);

    assertThat(bob.locator("#toast")).hasText("1 mark taken in from ann.html.");
    bob.evaluate("location.hash = '#paper=p013'");
    assertThat(bob.locator("#panel h2")).hasText(MAP.corpus().paper(13).title());
    bob.evaluate("location.hash = '#paper=p012'");
    assertThat(bob.locator(".mark-editor")).containsText("Ann <i> ★ · </script><script>");
    assertThat(bob.locator(".mark-editor b")).hasCount(1);
    assertThat(bob.locator(".mark-editor button[aria-pressed=true]")).hasText("Read");
    bob.locator("[data-tool=reading]").click();
    assertThat(bob.locator("[data-control=reader] option").first()).hasText("You");
    bob.locator("[data-control=reader]").selectOption(new SelectOption().setLabel("Ann <i>"));
    assertThat(bob.locator("#panel .paper")).hasCount(1);

    // The copy itself opens, under the same policy, and what is in it is read back.
    Page opened = reader(copy, "#paper=p012");
    assertThat(opened.locator(".mark-editor")).containsText("Ann <i>");
    assertThat(opened.title()).isEqualTo(MAP.title());
    assertThat(MapReader.read(copy).papers()).hasSize(91);
    drop(bob, copy);
    assertThat(bob.locator("#toast")).hasText("ann.html has no mark that is not here already.");
  }

  @Test
  void a_file_without_marks_is_refused_in_a_sentence() throws IOException {
    Page page = reader(file, "");
    Path letter = Files.writeString(folder.resolve("letter.html"), "<p id=\"marks\">none</p>");
    Path broken =
        Files.writeString(
            folder.resolve("broken.html"), "<script id=\"marks\">{\"people\": </script>");

    drop(page, letter);
    assertThat(page.locator("#toast")).hasText("letter.html is no copy of a map with marks.");
    drop(page, broken);
    assertThat(page.locator("#toast")).hasText("broken.html is no copy of a map with marks.");
  }

  // -- where to begin --

  @Test
  void each_topic_has_a_path_of_papers_to_begin_with() {
    Page page = reader(file, "");
    page.locator("[data-tool=start]").click();
    assertThat(page.locator("#panel .coverage button")).hasCount(MAP.topics().size());

    page.locator("#panel .coverage button").first().click();

    Topic first = MAP.topics().getFirst();
    Locator steps = page.locator("#panel .route .paper");
    assertThat(page.locator("#panel h2")).hasText("Start here: " + first.name());
    assertThat(steps.first())
        .hasAttribute("data-row", String.valueOf(first.exemplars().getFirst()));
    assertThat(steps.nth(3).locator(".reason")).containsText("the newest, of ");
    int newest = Integer.parseInt(steps.nth(3).getAttribute("data-row"));
    assertThat(first.papers()).contains(newest);
    assertThat(page.url()).contains("view=start").contains("topic=0");
  }

  @Test
  void axe_finds_nothing_in_the_lists_of_a_group() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = open(context(options().setColorScheme(scheme)), file, "#paper=p012");
      mark(page, "★ Star");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      for (String view : List.of("view=reading", "view=start", "view=start&topic=1")) {
        page.evaluate("hash => { location.hash = hash; }", "#" + view);
        assertThat(page.locator("#panel h2"))
            .containsText(view.contains("reading") ? "Reading" : "Start");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      }
    }
  }

  // -- what the tests are made of --

  private static Browser.NewContextOptions options() {
    return window(1360, 850);
  }

  private BrowserContext context() {
    return context(options());
  }

  /// A page of a reader who has marked nothing yet.
  private Page reader(Path map, String hash) {
    return open(context(), map, hash);
  }

  private static Locator button(Page page, String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void mark(Page page, String name) {
    Locator button =
        page.locator(".mark-editor").getByText(name, new Locator.GetByTextOptions().setExact(true));
    button.click();
    assertThat(button).hasAttribute("aria-pressed", "true");
  }

  private static Locator field(Page page, String name) {
    return page.locator(".mark-editor label", new Page.LocatorOptions().setHasText(name))
        .locator("input");
  }

  /// Drops a file on the page.
  private static void drop(Page page, Path file) throws IOException {
    page.evaluate(
        """
        ([name, content]) => {
          const transfer = new DataTransfer();
          const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
          transfer.items.add(new File([bytes], name, { type: 'text/html' }));
          document.body.dispatchEvent(
            new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }\
        """,
        List.of(
            file.getFileName().toString(),
            Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
  }
}
